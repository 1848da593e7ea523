import { drawPages } from '@jihui/platform';
import type { Minutes } from '../core/review/outcome.js';

const OUTCOMES: Readonly<Record<string, string>> = {
  PASSED: '通过',
  BELOW_THE_LINE: '低于及格线',
  ADVISED_AGAINST: '专家不建议立项',
  NOT_SCORED: '未评分',
  NOT_ADVANCED: '未进入答辩',
};

/** 评审纪要 as a document: what the hash is taken of, and who has signed it when. */
export function minutesPdf({
  minutes,
  sha256,
  signed,
}: {
  readonly minutes: Minutes;
  readonly sha256: string;
  readonly signed: ReadonlyMap<string, Date | null>;
}): Promise<Buffer> {
  const { code, title, round, panel, bids, opinion, concludedAt, draw } = minutes;
  return drawPages('揭榜评审纪要', [
    `榜单：${code} ${title}${round > 1 ? `（第 ${round} 轮）` : ''}`,
    `评审结束：${local(concludedAt)}`,
    `专家抽取编号：${draw}（抽取记录公开，可用 jihui verify-draw 核验）`,
    '一、专家组',
    ...panel.map(({ name, unit, lead }, at) => `${at + 1}. ${name}（${unit}）${lead ? '，组长' : ''}`),
    '二、评审结果',
    ...bids.map(
      ({ label, organisation, score, outcome, place, byLot, judges, written, defence }) =>
        `${label}，${organisation}，${judges === undefined ? '' : `由 ${judges} 名专家评审，`}${written === undefined ? '' : `书面评审 ${pointsOf(written)}，答辩 ${pointsOf(defence ?? null)}，`}得分 ${pointsOf(score)}，${OUTCOMES[outcome] ?? outcome}${place === null ? '' : `，第 ${place} 名`}${byLot ? '（得分并列，专家组成员均须回避投票，按抽取种子抽签）' : ''}`,
    ),
    '三、专家组意见',
    opinion,
    '四、签署',
    ...panel.map(({ seat, name }) => {
      const at = signed.get(seat) ?? null;
      return `${name}：${at === null ? '尚未签署' : `已于 ${local(at.toISOString())} 在平台签署`}`;
    }),
    `纪要内容的 SHA-256：${sha256}`,
  ]);
}

const pointsOf = (points: number | null): string => (points === null ? '—' : (points / 100).toFixed(2));

const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
});
const local = (at: string): string => FORMAT.format(new Date(at));

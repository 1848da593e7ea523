import { readFile } from 'node:fs/promises';
import { asTranscript, pairsOf, verifyDraw, type DrawFault, type DrawTranscript } from '@jihui/proofs';
import { UsageError, type Command } from '../command.js';

/** What each fault means to whoever checks. */
const SAYS: Readonly<Record<DrawFault['code'], string>> = {
  POOL_NOT_AS_PUBLISHED: '专家池与事先公布的摘要不符',
  CRITERIA_NOT_AS_PUBLISHED: '抽取条件与事先公布的摘要不符',
  TOO_FEW_PARTIES: '参与产生随机种子的不足两方',
  PART_NOT_AS_COMMITTED: '随机数与其事先公布的承诺不符，或未公开且份额不足',
  SEED_DIFFERS: '随机种子与重新计算的不同',
  NO_PANEL: '按公布的专家池和条件抽不出专家组',
  RESULT_DIFFERS: '抽取结果与重新计算的不同',
  CHANGE_DIFFERS: '递补结果与重新计算的不同',
  OPENING_DIFFERS: '公开的专家身份与抽取前的承诺不符',
  ALLOTMENT_DIFFERS: '方案分派与重新计算的不同（第几次分派，从 0 起）',
  TIE_DIFFERS: '并列方案的抽签结果与重新计算的不同，或有专家可以投票（第几组，从 0 起）',
  TOO_FEW_JUDGES: '评审该方案的专家少于抽取条件的要求（方案的承诺值）',
};

export const command: Command = {
  help: `jihui verify-draw FILE
  脱网核验专家抽取：FILE 是公布的抽取记录（JSON）。重新计算专家池摘要、随机种子、抽取、递补与方案分派结果并逐项比对。
  退出码：0 一致，1 不一致
  Draws again from a published transcript and compares every step. Exit code 0 the same, 1 not the same.`,
  async run(typed) {
    const [file] = typed.words;
    if (file === undefined) throw new UsageError('请写明抽取记录文件');
    const transcript = await transcriptIn(file);
    const { faults, panel } = await verifyDraw(transcript);
    for (const { code, at } of faults) console.error(`✗ ${SAYS[code]}：${at} (${code})`);
    if (faults.length > 0) return 1;
    console.log(
      `✓ 一致：${transcript.parts.length} 方产生的随机种子，${transcript.rows.length} 行专家池 (the same)`,
    );
    for (const { stratum, row } of panel)
      console.log(`  ${stratum} 第 ${row} 行${nameOf(transcript, row)}${judgedBy(transcript, row)}`);
    return 0;
  },
};

const nameOf = ({ opened }: DrawTranscript, row: number): string => {
  const opening = opened.find((one) => one.row === row);
  return opening === undefined ? '（身份尚未公开）' : `：${opening.person}`;
};

/** 方案分派 is told with the names, once the review is over. */
const judgedBy = (transcript: DrawTranscript, row: number): string => {
  if (transcript.turns === undefined) return '';
  const bids = pairsOf(transcript).filter((pair) => pair.row === row);
  return `，评审 ${bids.length} 份方案${bids.map(({ bid }) => ` ${bid.slice(0, 12)}…`).join('')}`;
};

async function transcriptIn(file: string): Promise<DrawTranscript> {
  const refused = new UsageError(`${file} 不是抽取记录`);
  const value = await readFile(file, 'utf8')
    .then((text) => JSON.parse(text) as unknown)
    .catch((error: unknown) => {
      throw error instanceof SyntaxError ? refused : error;
    });
  const transcript = asTranscript(value);
  if (transcript === undefined) throw refused;
  return transcript;
}

import { formatWan, say, type Violation } from '@jihui/kernel';
import { eligibilityFaults } from '../bids/eligibility.js';
import { answers, type Indicator } from '../indicators/indicators.js';
import { consortiumFindings, type CheckedMember } from './consortium.js';
import { contentsOf, priceOf, promisedOf, type BidContents } from './contents.js';
import type { CheckFacts } from './facts.js';
import { B3, B4, finding, when, type Finding } from './finding.js';
import { namingFindings } from './naming.js';
import { peopleFindings } from './people.js';

/** Everything that the form and the facts held have against a bid (资格审查): nothing where it may go on. */
export function findingsOf(facts: CheckFacts): readonly Finding[] {
  const contents = contentsOf(facts.form);
  const eligible = eligibilityFaults(facts.call, facts.lead).map(asFinding);
  if (contents === null)
    return [
      ...eligible,
      finding('BLOCK', 'FORM_UNREADABLE', '方案不是本平台的揭榜表单格式，无法逐项核对', { article: B3 }),
    ];
  return [
    ...eligible,
    ...facts.call.content.indicators.flatMap((indicator) => indicatorFindings(indicator, contents)),
    ...formFindings(facts, contents),
    ...peopleFindings(facts, contents),
    ...consortiumFindings(facts, contents),
    ...namingFindings(facts.leadName, contents, facts.fileNames),
  ];
}

const asFinding = ({ path: _, ...fault }: Violation): Finding => ({ ...fault, level: 'BLOCK' });

/** A core indicator must be promised and met by the promise; another one is pointed out. */
function indicatorFindings(indicator: Indicator, { answers: given }: BidContents): readonly Finding[] {
  const level = indicator.core ? 'BLOCK' : 'WARNING';
  const more = { indicator: indicator.code, article: B3 };
  const text = given.find((answer) => answer.indicator === indicator.code)?.promised ?? '';
  if (text === '') return [finding(level, 'NOT_PROMISED', say`没有响应指标“${indicator.name}”`, more)];
  const promise = promisedOf(indicator, text);
  if (promise === null)
    return [finding(level, 'PROMISE_UNREADABLE', say`指标“${indicator.name}”的承诺值不是数字`, more)];
  return when(!answers(indicator, promise), () =>
    finding(level, 'PROMISE_FALLS_SHORT', say`指标“${indicator.name}”的承诺值达不到榜单要求`, more),
  );
}

function formFindings({ call }: CheckFacts, contents: BidContents): readonly Finding[] {
  const price = priceOf(contents);
  const { total } = call.funding;
  return [
    ...when(contents.route === '', () => finding('BLOCK', 'NO_ROUTE', '没有填写技术路线', { article: B3 })),
    ...when(contents.team === '', () => finding('BLOCK', 'NO_TEAM', '没有填写团队与条件', { article: B4 })),
    ...when(contents.cut, () =>
      finding('BLOCK', 'TOO_MANY', '联合体成员超过 50 家或团队超过 500 人，没有全部核对'),
    ),
    ...when(contents.schedule === '', () => finding('WARNING', 'NO_SCHEDULE', '没有填写进度安排')),
    ...when(price === null, () => finding('WARNING', 'NO_PRICE', '没有填写可以核对的报价')),
    ...when(price !== null && price > total, () =>
      finding('WARNING', 'PRICE_ABOVE', say`报价高于发榜总投入（${formatWan(total)} 万元）`),
    ),
  ];
}

/** Whether the check leads to 不符合 unless the officer finds otherwise, with a reason. */
export const isBlocked = (findings: readonly Finding[]): boolean =>
  findings.some(({ level }) => level === 'BLOCK');

/** 资格审查 of one opened bid: what was found, and what the bureau decided. */
export type Verdict = 'QUALIFIED' | 'DISQUALIFIED';
export interface BidCheck {
  readonly bidId: string;
  readonly callId: string;
  readonly round: number;
  readonly version: number;
  readonly findings: readonly Finding[];
  /** 创新联合体成员及其确认; empty for a single bidder. */
  readonly members: readonly CheckedMember[];
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

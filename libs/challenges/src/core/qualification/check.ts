import { formatWan, say, told, type Sentence, type Told, type Violation } from '@jihui/kernel';
import { eligibilityFaults, type Bidder } from '../bids/eligibility.js';
import type { Call } from '../calls/call.js';
import { answers, type Indicator } from '../indicators/indicators.js';
import { contentsOf, priceOf, promisedOf, type BidContents } from './contents.js';

/** 不符合, 提示: what the check leads to by itself; the officer decides. */
export type FindingLevel = 'BLOCK' | 'WARNING';

/** One thing that the check of an opened bid found, with the rule it rests on. */
export interface Finding extends Told {
  readonly code: string;
  readonly level: FindingLevel;
  /** The indicator's code, for what concerns one. */
  readonly indicator?: string;
  readonly article?: string;
}

/** What an opened bid is held against. */
export interface CheckFacts {
  readonly call: Pick<Call, 'content' | 'funding' | 'ownerId' | 'mode' | 'plan'>;
  readonly ownerName: string;
  readonly form: unknown;
  readonly files: number;
  readonly lead: Bidder | undefined;
  readonly leadName: string;
  /** Organisations of the platform by the names that bids of the call state. */
  readonly known: ReadonlyMap<string, Bidder>;
  /** Leads and members of the other bids of the call. */
  readonly others: ReadonlySet<string>;
}

const B4 = '本市揭榜制揭榜方条件（参考 B4）';
const B3 = '本市揭榜制榜单要求（参考 B3）';

const finding = (
  level: FindingLevel,
  code: string,
  sentence: Sentence,
  more: Partial<Finding> = {},
): Finding => ({
  ...{ level, code, ...told(sentence) },
  ...more,
});
const when = (is: boolean, found: () => Finding): readonly Finding[] => (is ? [found()] : []);

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
    ...consortiumFindings(facts, contents),
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

function formFindings({ call, files }: CheckFacts, contents: BidContents): readonly Finding[] {
  const price = priceOf(contents);
  const { total } = call.funding;
  return [
    ...when(contents.route === '', () => finding('BLOCK', 'NO_ROUTE', '没有填写技术路线', { article: B3 })),
    ...when(contents.team === '', () => finding('BLOCK', 'NO_TEAM', '没有填写团队与条件', { article: B4 })),
    ...when(contents.schedule === '', () => finding('WARNING', 'NO_SCHEDULE', '没有填写进度安排')),
    ...when(price === null, () => finding('WARNING', 'NO_PRICE', '没有填写可以核对的报价')),
    ...when(price !== null && price > total, () =>
      finding('WARNING', 'PRICE_ABOVE', say`报价高于发榜总投入（${formatWan(total)} 万元）`),
    ),
    ...when(contents.members.length > 0 && files === 0, () =>
      finding('WARNING', 'NO_AGREEMENT', '创新联合体没有附联合体协议', { article: B4 }),
    ),
  ];
}

const SHARES = ['work', 'money', 'ip'] as const;
const WHOLE = 10_000;

/** 创新联合体: each member known and apart from the owner, in one bid alone, with shares that make up the whole. */
function consortiumFindings(
  { call, ownerName, known, others, leadName }: CheckFacts,
  { members }: BidContents,
): readonly Finding[] {
  const article = { article: B4 };
  const names = members.map(({ name }) => name);
  const wrongShares = SHARES.some(
    (share) => members.reduce((sum, member) => sum + (member[share] ?? 0), 0) !== WHOLE,
  );
  return [
    ...when(members.length === 1, () =>
      finding('WARNING', 'ONE_MEMBER', '创新联合体只填写了一家单位', article),
    ),
    ...when(members.length > 0 && !names.includes(leadName), () =>
      finding('WARNING', 'LEAD_MISSING', '创新联合体成员中没有牵头单位', article),
    ),
    ...when(members.length > 0 && wrongShares, () =>
      finding('BLOCK', 'SHARES', '创新联合体的任务、经费或知识产权份额之和不是 100%', article),
    ),
    ...when(new Set(names).size < names.length, () =>
      finding('BLOCK', 'MEMBER_TWICE', '创新联合体中同一单位出现两次', article),
    ),
    ...[...new Set([leadName, ...names])].flatMap((name) => [
      ...when(others.has(name), () =>
        finding('BLOCK', 'IN_TWO_BIDS', say`${name}同时出现在另一份方案中，同一单位只能参加一份`, article),
      ),
    ]),
    ...names
      .filter((name) => name !== leadName)
      .flatMap((name) => memberFindings(name, call.ownerId, ownerName, known.get(name))),
  ];
}

function memberFindings(
  name: string,
  ownerId: string,
  ownerName: string,
  member: Bidder | undefined,
): readonly Finding[] {
  const article = { article: B4 };
  if (name === ownerName || member?.id === ownerId)
    return [finding('BLOCK', 'MEMBER_IS_OWNER', say`创新联合体成员${name}是发榜方`, article)];
  if (member === undefined)
    return [finding('WARNING', 'MEMBER_UNKNOWN', say`${name}没有在平台登记，关联关系须人工核实`, article)];
  return when(member.sharedPeople.length > 0, () =>
    finding(
      'BLOCK',
      'MEMBER_RELATED',
      say`创新联合体成员${name}与发榜方有同一人员任职（${member.sharedPeople.join('、')}）`,
      article,
    ),
  );
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
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

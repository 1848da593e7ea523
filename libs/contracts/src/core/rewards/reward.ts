import type { Fen, LegalDay } from '@jihui/kernel';
import type { Contract } from '../contract.js';
import type { RewardState } from './lifecycle.js';

/** How the result was turned to account, which decides what the law asks for (促进科技成果转化法第四十五条). */
export const REWARD_MODES = {
  TRANSFER_LICENCE: '转让、许可',
  INVESTMENT: '作价投资',
  OWN_USE: '自行实施或与他人合作实施',
  SERVICE: '技术开发、咨询、服务',
} as const;
export type RewardMode = keyof typeof REWARD_MODES;

/** 人员类别. */
export const REWARD_PARTS = {
  MAIN: '主要贡献人员',
  OTHER: '其他完成、转化人员',
  TRANSFER_STAFF: '技术转移机构人员',
} as const;
export type RewardPart = keyof typeof REWARD_PARTS;

/** 奖励人员: one line of the plan, called by its place in it. */
export interface RewardPerson {
  /** The account by which the person sees the own line; null for who has none. */
  readonly personId: string | null;
  readonly name: string;
  readonly part: RewardPart;
  readonly contribution: string;
  readonly amount: Fen;
}

/** 公示异议 of a colleague, and what came of it. */
export interface RewardObjection {
  readonly id: string;
  /** The disclosure it was made against: what was upheld is put right in the next. */
  readonly round: number;
  readonly personId: string;
  readonly statement: string;
  readonly at: Date;
  /** Null while it is open; an upheld one sends the plan back. */
  readonly upheld: boolean | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
}

/** 发放记录. A mistaken one stays, marked void; found after the plan was settled, another stands against it. */
export interface RewardPayment {
  readonly id: string;
  readonly rewardId: string;
  /** Place of the person in the plan, from 1. */
  readonly line: number;
  /** Negative of an entry against another. */
  readonly amount: Fen;
  readonly paidOn: LegalDay;
  readonly voucher: string;
  readonly voidReason: string | null;
  /** 更正: the payment that this entry stands against. */
  readonly corrects: string | null;
  /** Why it stands against the other. */
  readonly correctionReason: string | null;
}

/** Whether the payment still counts, so that it may be found wrong: it is one, and neither void nor corrected. */
export const stands = (
  payments: readonly RewardPayment[],
  { id, voidReason, corrects }: RewardPayment,
): boolean => voidReason === null && corrects === null && !payments.some((other) => other.corrects === id);

/** What the unit writes while the plan is a draft. */
export interface RewardDraft {
  /** 成果名称 of 自行实施, which no contract names; empty for a receipt of a contract. */
  readonly resultTitle: string;
  /** 投产日 of 自行实施, from which the years of the law run; null for a receipt of a contract. */
  readonly producedOn: LegalDay | null;
  /** 到账日; the day on which the shares were received; of 自行实施 the last day of the year of the profit. */
  readonly receivedOn: LegalDay | null;
  /** 转化收入 of this receipt; for 作价投资 the value of the shares, for 自行实施 the year's 营业利润 of the result. */
  readonly income: Fen;
  readonly cost: Fen;
  readonly taxes: Fen;
  /** 单位规定、与完成人的约定 or the statute that the plan rests on (第四十四条). */
  readonly basis: string;
  /** 奖励总额. */
  readonly total: Fen;
  readonly people: readonly RewardPerson[];
  /** 公示渠道 besides the platform itself. */
  readonly channel: string;
}

/**
 * 职务科技成果转化奖励: one receipt of one registered contract, or one year of a result that the unit uses itself, divided
 * among those who made and transferred the result.
 */
export interface Reward extends RewardDraft {
  readonly id: string;
  readonly version: number;
  /** Null of 自行实施, and of nothing else. */
  readonly contractId: string | null;
  /** The unit whose result it is: the contract's applicant. */
  readonly organisationId: string;
  readonly mode: RewardMode;
  readonly state: RewardState;
  /** How often it was disclosed (第几次公示). */
  readonly round: number;
  readonly disclosedFrom: LegalDay | null;
  /** Last day of the 公示. */
  readonly disclosedUntil: LegalDay | null;
  readonly objections: readonly RewardObjection[];
  readonly confirmedOn: LegalDay | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const EMPTY_REWARD: RewardDraft = {
  resultTitle: '',
  producedOn: null,
  receivedOn: null,
  income: 0,
  cost: 0,
  taxes: 0,
  basis: '',
  total: 0,
  people: [],
  channel: '',
};

/** Of a licence or transfer, of shares taken for technology (子类 28), or of work done for somebody. */
export function modeOf({ form }: Pick<Contract, 'form'>): RewardMode {
  if (form.subclass === '28') return 'INVESTMENT';
  return form.subclass?.startsWith('2') || form.subclass?.startsWith('3') ? 'TRANSFER_LICENCE' : 'SERVICE';
}

/** 净收入: what the share is taken of. */
export const netOf = ({ income, cost, taxes }: Pick<RewardDraft, 'income' | 'cost' | 'taxes'>): Fen =>
  income - cost - taxes;

export const sumOf = (people: readonly RewardPerson[], ...parts: readonly RewardPart[]): Fen =>
  people.reduce(
    (sum, { part, amount }) => (parts.length === 0 || parts.includes(part) ? sum + amount : sum),
    0,
  );

export const openObjections = ({ objections }: Pick<Reward, 'objections'>): readonly RewardObjection[] =>
  objections.filter(({ upheld }) => upheld === null);

/** Paid to each line, voided payments left out. */
export function paidByLine(payments: readonly RewardPayment[]): ReadonlyMap<number, Fen> {
  const paid = new Map<number, Fen>();
  for (const { line, amount, voidReason } of payments)
    if (voidReason === null) paid.set(line, (paid.get(line) ?? 0) + amount);
  return paid;
}

/** 已发放合计. */
export const paidOf = (payments: readonly RewardPayment[]): Fen =>
  [...paidByLine(payments).values()].reduce((sum, each) => sum + each, 0);

/** What is still to be paid to the person of the line; null where the plan has no such line. */
export function unpaidOf(
  { people }: Pick<Reward, 'people'>,
  payments: readonly RewardPayment[],
  line: number,
): Fen | null {
  const person = people[line - 1];
  return person === undefined ? null : person.amount - (paidByLine(payments).get(line) ?? 0);
}

import {
  addMonths,
  allow,
  Codes,
  deny,
  Violations,
  type Actor,
  type LegalDay,
  type Verdict,
  type Violation,
} from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import { belongsToOneOf, isCityOfficer, OF_A_BIDDER } from '../calls/perform.js';
import { ChallengeCodes } from '../errors.js';

/** 评审信用事件 (reference B7: attendance, on time, deviation, honesty about one's own conflicts). */
export const CREDIT_KINDS = ['NO_ANSWER', 'NO_SHOW', 'LATE', 'DEVIATION', 'CONCEALED_CONFLICT'] as const;
export type CreditKind = (typeof CREDIT_KINDS)[number];

/** What an expert did in one panel that counts against them, until the bureau lifts it or its months are over. */
export interface CreditEvent {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly callId: string;
  readonly round: number;
  readonly seatId: string;
  readonly kind: CreditKind;
  /** What the bureau wrote of it; empty for what the platform found by itself. */
  readonly note: string;
  readonly day: LegalDay;
  readonly liftedOn: LegalDay | null;
  readonly liftReason: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What each event counts, and from how much on it costs; every number is a parameter with its source. */
export interface CreditRules {
  readonly creditNoAnswer: number;
  readonly creditNoShow: number;
  readonly creditLate: number;
  readonly creditDeviation: number;
  readonly creditConcealed: number;
  readonly creditB: number;
  readonly creditC: number;
}

/** A: drawn as everybody. B: drawn into half as many panels a year. C: not drawn. */
export type CreditGrade = 'A' | 'B' | 'C';

const pointsOf = (rules: CreditRules): { readonly [kind in CreditKind]: number } => ({
  NO_ANSWER: rules.creditNoAnswer,
  NO_SHOW: rules.creditNoShow,
  LATE: rules.creditLate,
  DEVIATION: rules.creditDeviation,
  CONCEALED_CONFLICT: rules.creditConcealed,
});

/** From which day on events count on that day. */
export const creditSince = (today: LegalDay, { creditMonths }: { readonly creditMonths: number }): LegalDay =>
  addMonths(today, -creditMonths);

/** @param kinds of the events that stand and whose months are not over, one for each */
export function gradeOf(kinds: readonly CreditKind[], rules: CreditRules): CreditGrade {
  const points = pointsOf(rules);
  const sum = kinds.reduce((total, kind) => total + points[kind], 0);
  if (sum >= rules.creditC) return 'C';
  return sum >= rules.creditB ? 'B' : 'A';
}

/** Panels of twelve months into which an expert of that grade is drawn. */
export const panelsFor = (grade: CreditGrade, panelsPerYear: number): number =>
  grade === 'A' ? panelsPerYear : Math.floor(panelsPerYear / 2);

/** 撤销: by an officer of the city with no part in the call, and never one's own. */
export function mayLift(
  actor: Actor,
  { personId }: Pick<CreditEvent, 'personId'>,
  call: Pick<Call, 'ownerId' | 'divisionCode'>,
  bidders: readonly string[],
): Verdict {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (!isCityOfficer(actor, call)) return deny('只有市科技主管部门的经办人可以办理');
  if (belongsToOneOf(actor, bidders)) return OF_A_BIDDER;
  const own = actor.kind === 'person' && actor.personId === personId;
  return own ? deny('本人的信用记录由其他经办人办理') : allow;
}

/** What is wrong with lifting an event (撤销): why is said, and once. */
export const liftFaults = (
  { liftedOn }: Pick<CreditEvent, 'liftedOn'>,
  reason: string,
): readonly Violation[] =>
  new Violations()
    .when(liftedOn !== null, '', ChallengeCodes.CREDIT, '该信用记录已经撤销')
    .text('reason', '撤销的理由', reason, { min: 10, max: 2_000 }).found;

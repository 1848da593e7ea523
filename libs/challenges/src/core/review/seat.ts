import {
  act,
  allow,
  Codes,
  defineLifecycle,
  deny,
  legalDayOf,
  type Actor,
  type Check,
  type LegalDay,
  type Rule,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import type { Call } from '../calls/call.js';
import { belongsToOneOf, isInside, OF_A_BIDDER } from '../calls/perform.js';
import type { Points, Sheet } from './scoring.js';
import type { Stage } from './stages.js';

const table = {
  INVITED: { accept: 'ACCEPTED', decline: 'LEFT', declareAbsent: 'LEFT', recordConflict: 'LEFT' },
  // 部分回避: one bid is another member's from then on, and the rest stays.
  ACCEPTED: { recuse: 'ACCEPTED', decline: 'LEFT', declareAbsent: 'LEFT', recordConflict: 'LEFT' },
  LEFT: {},
} as const;
export type SeatState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type SeatAction = ActionsOf<(typeof table)[SeatState]>;

/** 评审席位: invited by the draw, accepted by the expert's undertaking, left for a replacement (reference B7). */
export const seatLifecycle = defineLifecycle<SeatState, SeatAction>({
  name: 'ReviewSeat',
  initial: 'INVITED',
  table,
});

/** An expert's place in the panel of a call. */
export interface Seat {
  readonly id: string;
  readonly version: number;
  readonly callId: string;
  readonly round: number;
  readonly drawId: string;
  /** The row of the draw that it is of. */
  readonly row: number;
  readonly stratum: string;
  readonly personId: string;
  readonly state: SeatState;
  /** Why it was left; empty while it stands. */
  readonly reason: string;
  readonly answerBy: LegalDay;
  /** Until when the sheets are due; null before bids are given to the expert. */
  readonly reviewBy: LegalDay | null;
  /** 组长. */
  readonly lead: boolean;
  /** Bids for which the expert voted where the scores left a tie; null before a vote. */
  readonly votes: readonly string[] | null;
  /** 评审纪要 signed. */
  readonly signedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A score sheet as it is kept: a draft until all of the expert's are handed in together. */
export interface KeptSheet {
  readonly seatId: string;
  readonly bidId: string;
  readonly stage: Stage;
  readonly points: Readonly<Record<string, Points>>;
  /** 建议 or 不建议立项; null while the expert has said neither, as a handed-in one has. */
  readonly recommends: boolean | null;
  readonly comment: string;
  readonly savedAt: Date;
  readonly handedInAt: Date | null;
}

export const asSheet = ({ seatId, points, recommends }: KeptSheet): Sheet => ({
  expert: seatId,
  points,
  recommends: recommends === true,
});

/** A seat with the call that it is of. */
export interface SeatCase {
  readonly seat: Seat;
  readonly call: Call;
  /** The expert's sheets are handed in. */
  readonly handedIn: boolean;
  /** Whose bids were opened: who belongs to one does nothing to the panel. */
  readonly bidders: readonly string[];
}

const self: Check<SeatCase> = (actor, { seat }) => {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  return isSelf(actor, seat) ? allow : deny('只有受邀专家本人可以答复');
};
const city: Check<SeatCase> = (actor, { call, bidders }) => {
  if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (belongsToOneOf(actor, bidders)) return OF_A_BIDDER;
  return isInside(actor, call, bidders) ? allow : deny('只有市科技主管部门的经办人和该榜单的监督人可以办理');
};

/** A conflict with one bid is said by the expert, or recorded by who works on the call. */
const selfOrCity: Check<SeatCase> = (actor, subject) =>
  isSelf(actor, subject.seat) ? allow : city(actor, subject);

export const isSelf = (actor: Actor, { personId }: Pick<Seat, 'personId'>): boolean =>
  actor.kind === 'person' && actor.personId === personId;
const one = (code: string, message: string) => [{ path: '', code, message }];

/** Seats are filled from the draw on until the review is concluded. */
const underWay: Rule<SeatCase> = ({ call }) =>
  call.state === 'QUALIFIED' || call.state === 'REVIEWING'
    ? []
    : one(ChallengeCodes.SEAT_STANDS, '评审已经结束或尚未开始，席位不能再变动');
const notHandedIn: Rule<SeatCase> = ({ handedIn }) =>
  handedIn ? one(ChallengeCodes.SEAT_STANDS, '评分表已经提交，不能再退出评审') : [];
/** An invited expert is absent once the days to answer are over; an accepted one where the review waits for the sheets. */
const isAway: Rule<SeatCase> = ({ seat, call, handedIn }, { now }) => {
  if (handedIn) return one(ChallengeCodes.NOT_ABSENT, '该专家已经提交评分表');
  if (seat.state === 'INVITED' && legalDayOf(now) <= seat.answerBy)
    return one(ChallengeCodes.NOT_ABSENT, `答复期限到 ${seat.answerBy} 止，此后才能登记缺席`);
  return seat.state === 'ACCEPTED' && call.state !== 'REVIEWING'
    ? one(ChallengeCodes.NOT_ABSENT, '评审还没有开始，不能登记缺席')
    : [];
};

/** Where every member judges every bid, whoever is in conflict with one judges none. */
const judgesSome: Rule<SeatCase> = ({ call }) =>
  call.plan.panelTimes > 1
    ? []
    : one(ChallengeCodes.SEAT_STANDS, '该专家已经不评审该方案，或该榜单的专家评审全部方案，应由其退出评审');

/** The one place where an action on a seat is decided. */
export const seatMachine = act<SeatCase, SeatState, SeatAction>({
  lifecycle: seatLifecycle,
  stateOf: ({ seat }) => seat.state,
  rules: {
    accept: [underWay],
    decline: [underWay, notHandedIn],
    declareAbsent: [underWay, isAway],
    recordConflict: [underWay],
    recuse: [underWay, judgesSome],
  },
  policy: { accept: self, decline: self, declareAbsent: city, recordConflict: city, recuse: selfOrCity },
});

/** 承诺书: what an expert signs by accepting. */
export const UNDERTAKING =
  '本人与揭榜方、发榜方没有应当回避的关系；独立、客观、公正评审；不泄露评审内容、评审意见和专家身份；评审期间不与揭榜方、发榜方接触。';

/** 组长: of the seats that are accepted, in the order drawn, the first technical expert's. */
export const leadOf = (accepted: readonly Seat[]): Seat | undefined =>
  accepted.find(({ stratum }) => stratum.startsWith('TECHNICAL')) ?? accepted[0];

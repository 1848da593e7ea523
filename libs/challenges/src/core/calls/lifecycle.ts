import { defineLifecycle } from '@jihui/kernel';

/** Going on, stopping and starting again: a suspension is a mark on the call, so that it comes back to where it was. */
const held = <S extends string>(state: S) =>
  ({ suspend: state, resume: state, terminate: 'TERMINATED' }) as const;

/** 需求征集 → 榜单 → 公示 → 张榜 → 揭榜 → 资格审查 → 评审 → 审议 → 立项公示 → 立项 (reference B5). */
const table = {
  DRAFT: { edit: 'DRAFT', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  RETURNED: { edit: 'RETURNED', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: {
    recommend: 'RECOMMENDED',
    return: 'RETURNED',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
  },
  RECOMMENDED: {
    passFormCheck: 'FORM_CHECKED',
    return: 'RETURNED',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
  },
  FORM_CHECKED: {
    passArgument: 'CANDIDATE',
    reviseArgument: 'RETURNED',
    failArgument: 'DECLINED',
    withdraw: 'WITHDRAWN',
  },
  CANDIDATE: {
    plan: 'CANDIDATE',
    approve: 'CANDIDATE',
    settleApproval: 'APPROVED',
    return: 'RETURNED',
    decline: 'DECLINED',
    withdraw: 'WITHDRAWN',
  },
  APPROVED: { startNotice: 'NOTICED', terminate: 'TERMINATED' },
  NOTICED: { completeNotice: 'CLEARED', annulNotice: 'CANDIDATE', ...held('NOTICED') },
  CLEARED: { publish: 'PUBLISHED', ...held('CLEARED') },
  PUBLISHED: { openBidding: 'BIDDING', extendBidding: 'PUBLISHED', ...held('PUBLISHED') },
  BIDDING: { closeBidding: 'BIDS_CLOSED', extendBidding: 'BIDDING', ...held('BIDDING') },
  // 平台故障: the window opens again, as long as nothing was opened.
  BIDS_CLOSED: {
    extendBidding: 'BIDDING',
    openBids: 'BIDS_OPENED',
    fail: 'FAILED',
    ...held('BIDS_CLOSED'),
  },
  BIDS_OPENED: { publishQualification: 'QUALIFIED', ...held('BIDS_OPENED') },
  QUALIFIED: {
    reviseQualification: 'BIDS_OPENED',
    drawExperts: 'QUALIFIED',
    redraw: 'QUALIFIED',
    startReview: 'REVIEWING',
    fail: 'FAILED',
    ...held('QUALIFIED'),
  },
  // 两阶段评审: from paper to the defence.
  REVIEWING: {
    advanceReview: 'REVIEWING',
    concludeReview: 'REVIEWED',
    redraw: 'QUALIFIED',
    ...held('REVIEWING'),
  },
  REVIEWED: {
    checkSite: 'REVIEWED',
    deliberate: 'AWARD_NOTICED',
    reopenReview: 'REVIEWING',
    fail: 'FAILED',
    ...held('REVIEWED'),
  },
  AWARD_NOTICED: { annulAward: 'REVIEWED', completeAward: 'AWARDED', ...held('AWARD_NOTICED') },
  // Nobody signed: the bureau deliberates on the next. Everything settled: the call is over.
  AWARDED: { passOver: 'REVIEWED', finish: 'FINISHED' },
  FINISHED: {},
  // 二次发榜 goes back to publication; a changed content would have to be noticed anew and is another call.
  FAILED: { relist: 'CLEARED', terminate: 'TERMINATED' },
  DECLINED: {},
  WITHDRAWN: {},
  TERMINATED: {},
} as const;

export type CallState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type CallAction = ActionsOf<(typeof table)[CallState]>;

export const callLifecycle = defineLifecycle<CallState, CallAction>({
  name: 'Call',
  initial: 'DRAFT',
  table,
});

/** What follows from another step or from the clock, and is no button. */
export const CONSEQUENCES: readonly CallAction[] = [
  'settleApproval',
  'annulNotice',
  'openBidding',
  'closeBidding',
  'openBids',
  'reviseQualification',
  'annulAward',
  'passOver',
  'finish',
];

/** States that the public never sees. */
export const INTERNAL: readonly CallState[] = [
  'DRAFT',
  'RETURNED',
  'SUBMITTED',
  'RECOMMENDED',
  'FORM_CHECKED',
  'CANDIDATE',
  'APPROVED',
  'DECLINED',
  'WITHDRAWN',
];

/** States that the owner alone sees. */
export const OWN: readonly CallState[] = ['DRAFT'];

/** States in which bids come in or may still: the window itself is asked of the clock. */
export const WINDOW: readonly CallState[] = ['PUBLISHED', 'BIDDING'];

import { act, allow, Codes, covers, deny, hasRole, isMember, type Actor, type Check } from '@jihui/kernel';
import { approvalsLeft, type Call } from './call.js';
import { callLifecycle, INTERNAL, OWN, type CallAction, type CallState } from './lifecycle.js';
import { callRules, type CallCase } from './rules.js';

type Place = Pick<Call, 'ownerId' | 'divisionCode'>;

/** A person with an office in a bureau of that kind whose scope covers the call, and no part in its owner. */
const serves = (
  actor: Actor,
  kind: 'BUREAU_CITY' | 'BUREAU_COUNTY',
  { ownerId, divisionCode }: Place,
): boolean =>
  actor.kind === 'person' &&
  !isMember(actor, ownerId) &&
  actor.memberships.some(
    (membership) =>
      membership.kind === kind &&
      membership.roles.includes('OFFICER') &&
      covers(membership.divisionCode, divisionCode),
  );

export const isCityOfficer = (actor: Actor, place: Place): boolean => serves(actor, 'BUREAU_CITY', place);

/** Whether the person belongs to one of these organisations, such as the call's bidders. */
export const belongsToOneOf = (actor: Actor, organisations: readonly string[]): boolean =>
  organisations.some((id) => isMember(actor, id));

/** Of whoever belongs to one of those whose bids were opened: to the call, its panel, its objections and its projects. */
export const OF_A_BIDDER = deny('揭榜单位的人员不能办理该榜单，请由其他经办人办理');

/** 监督人 of the call: reads who was excluded from the draw, and why. */
export const isSupervisor = (actor: Actor, { plan }: Pick<Call, 'plan'>): boolean =>
  actor.kind === 'person' && actor.personId === plan.supervisorId;

/** The bureau and the supervisor, but nobody who belongs to a bidder: who reads what the call keeps from others. */
export const isInside = (actor: Actor, call: Call, bidders: readonly string[]): boolean =>
  (isCityOfficer(actor, call) || isSupervisor(actor, call)) && !belongsToOneOf(actor, bidders);

export const isOwner = (actor: Actor, { ownerId }: Pick<Call, 'ownerId'>): boolean =>
  hasRole(actor, ownerId, 'TRANSFER_OFFICER');

const signIn = deny('请先登录', Codes.UNAUTHENTICATED);

const check =
  (may: (actor: Actor, call: Call) => boolean, reason: string): Check<CallCase> =>
  (actor, { call }) => {
    if (actor.kind === 'anonymous') return signIn;
    return may(actor, call) ? allow : deny(reason);
  };

const owner = check(isOwner, '只有发榜单位的转移转化负责人、单位管理员可以办理');
const ofCity = check(isCityOfficer, '只有市科技主管部门的经办人可以办理，且不能是发榜单位人员');
/** An officer of the city who belongs to none of those whose bids are opened. */
const city: Check<CallCase> = (actor, subject) =>
  belongsToOneOf(actor, subject.review.bidders) ? OF_A_BIDDER : ofCity(actor, subject);
/** 推荐单位: the county's bureau, and the city's where the county has none on the platform. */
const county =
  (reason: string): Check<CallCase> =>
  (actor, subject) =>
    check((who, call) => serves(who, subject.countyServed ? 'BUREAU_COUNTY' : 'BUREAU_CITY', call), reason)(
      actor,
      subject,
    );
const recommender = county('须由发榜单位所在县（市、区）科技主管部门推荐');
/** Whoever has the demand on the desk: the county until it has recommended, the city from then on. */
const desk: Check<CallCase> = (actor, subject) =>
  subject.call.state === 'SUBMITTED' ? recommender(actor, subject) : city(actor, subject);
/** 审批: the county's own by the county, every other one recorded by the city's bureau. */
const approver: Check<CallCase> = (actor, subject) =>
  approvalsLeft(subject.call)[0] === 'COUNTY_BUREAU'
    ? county('须由县（市、区）科技主管部门审批')(actor, subject)
    : city(actor, subject);
const clock: Check<CallCase> = (actor) => (actor.kind === 'system' ? allow : deny('由系统按时间自动办理'));
const cityOrClock: Check<CallCase> = (actor, subject) =>
  actor.kind === 'system' ? allow : city(actor, subject);
/** What follows from another step is done by whoever did that one. */
const follows: Check<CallCase> = (actor, subject) =>
  actor.kind === 'system' || serves(actor, 'BUREAU_COUNTY', subject.call) ? allow : city(actor, subject);

/** Who does what to a call. */
export const callPolicy: { readonly [action in CallAction]: Check<CallCase> } = {
  edit: owner,
  submit: owner,
  withdraw: owner,
  recommend: recommender,
  return: desk,
  decline: desk,
  passFormCheck: city,
  passArgument: city,
  reviseArgument: city,
  failArgument: city,
  plan: city,
  approve: approver,
  settleApproval: follows,
  startNotice: city,
  completeNotice: cityOrClock,
  annulNotice: city,
  publish: city,
  openBidding: clock,
  extendBidding: city,
  closeBidding: clock,
  openBids: clock,
  publishQualification: city,
  reviseQualification: city,
  drawExperts: city,
  redraw: city,
  startReview: city,
  advanceReview: city,
  concludeReview: city,
  reopenReview: city,
  checkSite: city,
  deliberate: city,
  annulAward: city,
  completeAward: cityOrClock,
  passOver: city,
  finish: city,
  fail: cityOrClock,
  relist: city,
  suspend: city,
  resume: city,
  terminate: city,
};

/** The one place where an action on a call is decided. */
export const callMachine = act<CallCase, CallState, CallAction>({
  lifecycle: callLifecycle,
  stateOf: ({ call }) => call.state,
  rules: callRules,
  policy: callPolicy,
});

/** What somebody is to a call: decides what is shown of it. `callVisibleTo` of the store says the same in SQL. */
export type CallSight = 'OWNER' | 'COUNTY' | 'CITY' | 'SIGNED_IN' | 'PUBLIC' | 'NONE';

export function callSightOf(
  actor: Actor,
  call: Pick<Call, 'ownerId' | 'divisionCode' | 'state' | 'noticeFrom'>,
): CallSight {
  if (isOwner(actor, call)) return 'OWNER';
  if (!OWN.includes(call.state)) {
    if (isCityOfficer(actor, call)) return 'CITY';
    if (serves(actor, 'BUREAU_COUNTY', call)) return 'COUNTY';
  }
  if (INTERNAL.includes(call.state) || call.noticeFrom === null) return 'NONE';
  return actor.kind === 'anonymous' ? 'PUBLIC' : 'SIGNED_IN';
}

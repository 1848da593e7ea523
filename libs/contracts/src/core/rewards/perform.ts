import {
  act,
  allow,
  Codes,
  deny,
  hasRole,
  isMember,
  isOfficerFor,
  type Actor,
  type Check,
} from '@jihui/kernel';
import { isConflicted } from '../sight.js';
import { DECIDED, rewardLifecycle, type RewardAction, type RewardState } from './lifecycle.js';
import { paidOf } from './reward.js';
import {
  disclosureIsOver,
  disclosureRuns,
  hasNoStake,
  isComplete,
  objectionsAreSettled,
  type RewardCase,
} from './rules.js';

const unauthenticated = deny('请先登录', Codes.UNAUTHENTICATED);

/** The unit's transfer office and its administrators. */
const office: Check<RewardCase> = (actor, { reward }) => {
  if (actor.kind !== 'person') return unauthenticated;
  return hasRole(actor, reward.organisationId, 'TRANSFER_OFFICER')
    ? allow
    : deny('只有本单位的技术转移人员或管理员可以办理奖励');
};

/** 发放: of a plan that was settled only what a correction made owed again. */
const payer: Check<RewardCase> = (actor, subject) => {
  const { reward, payments } = subject;
  const own = office(actor, subject);
  return own.allowed && reward.state === 'PAID' && paidOf(payments) >= reward.total
    ? deny('奖励已全部发放', Codes.ILLEGAL_TRANSITION)
    : own;
};

/** 内部公示: every colleague may object. */
const colleague: Check<RewardCase> = (actor, { reward }) => {
  if (actor.kind !== 'person') return unauthenticated;
  return isMember(actor, reward.organisationId) ? allow : deny('只有本单位人员可以提出异议');
};

export const rewardMachine = act<RewardCase, RewardState, RewardAction>({
  lifecycle: rewardLifecycle,
  stateOf: ({ reward }) => reward.state,
  rules: {
    edit: [],
    discard: [],
    disclose: [isComplete],
    object: [disclosureRuns],
    answerObjection: [hasNoStake],
    recall: [],
    confirm: [disclosureIsOver, objectionsAreSettled, hasNoStake],
    pay: [hasNoStake],
    settle: [hasNoStake],
    voidPayment: [hasNoStake],
    correct: [hasNoStake],
  },
  policy: {
    edit: office,
    discard: office,
    disclose: office,
    object: colleague,
    answerObjection: office,
    recall: office,
    confirm: office,
    pay: payer,
    settle: payer,
    voidPayment: office,
    correct: office,
  },
});

/**
 * What the actor is to a reward: the office reads all, a colleague what is disclosed while it is, a person the own line,
 * the bureau of the registry, or of the unit's place where there is no contract, the sums that the annual report needs. `rewardVisibleTo` of the store says the same in SQL.
 */
export type RewardSight = 'OFFICE' | 'COLLEAGUE' | 'PERSON' | 'BUREAU' | 'NONE';

export function rewardSightOf(
  actor: Actor,
  { reward, contract, unitDivision }: Pick<RewardCase, 'reward' | 'contract' | 'unitDivision'>,
): RewardSight {
  if (actor.kind !== 'person' || reward.state === 'DISCARDED') return 'NONE';
  if (hasRole(actor, reward.organisationId, 'TRANSFER_OFFICER')) return 'OFFICE';
  if (reward.state === 'DISCLOSED' && isMember(actor, reward.organisationId)) return 'COLLEAGUE';
  if (!DECIDED.includes(reward.state)) return 'NONE';
  if (reward.people.some(({ personId }) => personId === actor.personId)) return 'PERSON';
  const division = contract === null ? unitDivision : contract.registry?.divisionCode;
  const conflicted =
    contract === null ? isMember(actor, reward.organisationId) : isConflicted(actor, contract);
  const bureau =
    division !== undefined &&
    !conflicted &&
    isOfficerFor(actor, division, 'REGISTRAR', 'OFFICER', 'ORG_ADMIN');
  return bureau ? 'BUREAU' : 'NONE';
}

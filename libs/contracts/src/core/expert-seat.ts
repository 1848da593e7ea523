import { act, allow, Codes, defineLifecycle, deny, type Actor, type Check } from '@jihui/kernel';
import type { Contract, Expert } from './contract.js';
import { keyOf } from './experts.js';
import { caseStaffOf } from './reviewers.js';
import { isConflicted } from './sight.js';

/** 专家席位: what the expert does with an account, from the invitation to the signed opinion. */
const table = {
  /** Named by the registry, heard on paper unless invited. */
  NAMED: { invite: 'INVITED' },
  INVITED: { invite: 'INVITED', join: 'JOINED' },
  /** An account has taken the seat; the papers are shut until the undertaking. */
  JOINED: { undertake: 'UNDERTAKEN', recuse: 'RECUSED' },
  UNDERTAKEN: { giveOpinion: 'HEARD', recuse: 'RECUSED' },
  HEARD: {},
  RECUSED: {},
} as const;

export type SeatState = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type SeatAction = ActionsOf<(typeof table)[SeatState]>;

export const seatLifecycle = defineLifecycle<SeatState, SeatAction>({
  name: 'ExpertSeat',
  initial: 'NAMED',
  table,
});

export interface SeatCase {
  readonly contract: Contract;
  readonly expert: Expert;
  /** Name of the acting person's account; null where it is not known. */
  readonly accountName: string | null;
}

export function seatStateOf({ recusal, personId, favourable, undertakenOn, invitedAt }: Expert): SeatState {
  if (recusal !== null) return 'RECUSED';
  if (personId === null) return invitedAt === null ? 'NAMED' : 'INVITED';
  if (favourable !== null) return 'HEARD';
  return undertakenOn === null ? 'JOINED' : 'UNDERTAKEN';
}

/** Whether the panel is still asked: with its conclusion the case is shut to its experts. */
export const isAsked = ({ state }: Pick<Contract, 'state'>): boolean => state === 'EXPERT_REVIEW';

const over = deny('专家评审已经结束', Codes.ILLEGAL_TRANSITION);

const own: Check<SeatCase> = (actor, { contract, expert }) => {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (actor.personId !== expert.personId) return deny('只有该席位的专家本人可以办理');
  return isAsked(contract) ? allow : over;
};

/**
 * The link alone makes nobody an expert: it is the account of whom the registry picked from the bank, or bears the name
 * of whom it named by hand.
 */
const invited: Check<SeatCase> = (actor, { contract, expert, accountName }) => {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  const isAccount = expert.accountId === null || expert.accountId === actor.personId;
  const isNamed =
    expert.accountId !== null || (accountName !== null && keyOf(accountName) === keyOf(expert.name));
  if (!isAccount || !isNamed) return deny('邀请的是另一位专家，请用受邀专家本人实名的账号登录');
  return isAsked(contract) ? allow : over;
};

/** 邀请 goes through the contract's own 'convene', which is the registrar's. */
const byRegistry: Check<SeatCase> = () => deny('由登记机构邀请');

export const seatMachine = act<SeatCase, SeatState, SeatAction>({
  lifecycle: seatLifecycle,
  stateOf: ({ expert }) => seatStateOf(expert),
  rules: { invite: [], join: [], undertake: [], recuse: [], giveOpinion: [] },
  policy: { invite: byRegistry, join: invited, undertake: own, recuse: own, giveOpinion: own },
});

/** The seat of that person, if there is one. */
export const seatOf = (contract: Pick<Contract, 'experts'>, personId: string): Expert | undefined =>
  contract.experts.find((expert) => expert.personId === personId);

/**
 * Why the account may not look at the contract as an expert (回避), found by what the platform knows and not by what is
 * declared; null where nothing is found.
 * @param tied whether a former membership or a declared relation binds the person to a party
 */
export function stakeOf(
  actor: Actor,
  contract: Contract,
  { tied }: { readonly tied: boolean },
): string | null {
  if (actor.kind !== 'person') return null;
  const { personId } = actor;
  if (personId === contract.applicantPersonId) return '系统核对：本人是该合同的申请经办人';
  if (isConflicted(actor, contract)) return '系统核对：所在单位是该合同的一方';
  if (tied) return '系统核对：与合同一方有任职或申报的利害关系';
  if (caseStaffOf(contract).includes(personId)) return '系统核对：本人是该申请的登记员';
  if (seatOf(contract, personId) !== undefined) return '系统核对：本人已在该专家组中';
  return null;
}

/** Papers are open to whoever has undertaken, while the panel is asked (reference A7); the panel's own paper is not. */
export function expertReads(actor: Actor, contract: Contract): boolean {
  const seat = actor.kind === 'person' ? seatOf(contract, actor.personId) : undefined;
  if (seat === undefined || !isAsked(contract)) return false;
  return ['UNDERTAKEN', 'HEARD'].includes(seatStateOf(seat));
}

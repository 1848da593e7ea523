import { isOfficerFor, hasRole, type Actor, type Check } from '@jihui/kernel';
import { isSystem, verdict } from '../relation.js';
import type { Expert } from './expert.js';
import type { ExpertAction } from './lifecycle.js';

type Held = Pick<Expert, 'personId' | 'organisationId' | 'scopeCode'>;

export const isSelf = (actor: Actor, { personId }: Held): boolean =>
  actor.kind === 'person' && actor.personId === personId;
/** The unit's office, which consents for it; never for oneself. */
export const isUnitOffice = (actor: Actor, expert: Held): boolean =>
  expert.organisationId !== null &&
  hasRole(actor, expert.organisationId, 'TRANSFER_OFFICER') &&
  !isSelf(actor, expert);
/** The bureau's officers; none decides on oneself. */
export const isExpertBureau = (actor: Actor, expert: Held): boolean =>
  isOfficerFor(actor, expert.scopeCode, 'OFFICER') && !isSelf(actor, expert);
/** Whether the actor reads every field: oneself, the bureau and programs. */
export const readsWhole = (actor: Actor, expert: Held): boolean =>
  isSystem(actor) || isSelf(actor, expert) || isOfficerFor(actor, expert.scopeCode, 'OFFICER');

const bySelf: Check<Held> = (actor, expert) => verdict(isSelf(actor, expert), '只有专家本人可以这样做');
/** Follows from the erasure of the account. */
const bySystem: Check<Held> = (actor) => verdict(isSystem(actor), '账号注销后由平台办理');
const byMember: Check<Held> = (actor, expert) =>
  verdict(
    isSelf(actor, expert) && expert.organisationId !== null,
    '只有专家本人可以这样做，且须选择所在单位',
  );
const byUnattached: Check<Held> = (actor, expert) =>
  verdict(isSelf(actor, expert) && expert.organisationId === null, '只有单位不在平台上的专家本人可以这样做');
const byUnit: Check<Held> = (actor, expert) =>
  verdict(isUnitOffice(actor, expert), '只有专家所在单位的转化专员或管理员可以这样做，且不能为本人办理');
const byBureau: Check<Held> = (actor, expert) =>
  verdict(isExpertBureau(actor, expert), '只有所在市、县科技部门的工作人员可以这样做，且不能为本人办理');

/** Who does what in the expert bank. */
export const expertPolicy: { readonly [action in ExpertAction]: Check<Expert> } = {
  edit: bySelf,
  submit: byMember,
  submitDirectly: byUnattached,
  recall: bySelf,
  consent: byUnit,
  decline: byUnit,
  admit: byBureau,
  return: byBureau,
  suspend: byBureau,
  resume: byBureau,
  exit: bySelf,
  remove: byBureau,
  reapply: bySelf,
  declareRelation: bySelf,
  endRelation: bySelf,
  erase: bySystem,
};

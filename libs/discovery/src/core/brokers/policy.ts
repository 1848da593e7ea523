import { hasRole, isOfficerFor, type Actor, type Check } from '@jihui/kernel';
import { isSystem, verdict } from '../relation.js';
import type { Broker } from './broker.js';
import type { BrokerAction } from './lifecycle.js';

type Held = Pick<Broker, 'personId' | 'organisationId' | 'scopeCode'>;

export const isSelf = (actor: Actor, { personId }: Pick<Broker, 'personId'>): boolean =>
  actor.kind === 'person' && actor.personId === personId;
/** Who speaks for the agency: its transfer officers and administrators. */
const runsAgency = (actor: Actor, { organisationId }: Held): boolean =>
  hasRole(actor, organisationId, 'TRANSFER_OFFICER');
/** The bureau's officers; none decides on oneself. */
const isBrokerBureau = (actor: Actor, broker: Held): boolean =>
  isOfficerFor(actor, broker.scopeCode, 'OFFICER') && !isSelf(actor, broker);
/** Whether the actor reads the whole entry: oneself, the bureau and programs. */
export const readsWhole = (actor: Actor, broker: Held): boolean =>
  isSystem(actor) || isSelf(actor, broker) || isOfficerFor(actor, broker.scopeCode, 'OFFICER');

/** Whether the actor knows what the broker's contracts are worth: whoever reads the whole, and the agency's own people. */
export const knowsAmounts = (actor: Actor, broker: Held): boolean =>
  readsWhole(actor, broker) || hasRole(actor, broker.organisationId, 'BROKER', 'TRANSFER_OFFICER');

const bySelf: Check<Held> = (actor, broker) => verdict(isSelf(actor, broker), '只有经纪人本人可以这样做');
const byStaff: Check<Held> = (actor, broker) =>
  verdict(isSelf(actor, broker) && !runsAgency(actor, broker), '只有经纪人本人可以提交所在机构确认');
const byHead: Check<Held> = (actor, broker) =>
  verdict(
    isSelf(actor, broker) && runsAgency(actor, broker),
    '只有担任机构管理员或转化专员的经纪人本人可以直接提交审核',
  );
const byAgency: Check<Held> = (actor, broker) =>
  verdict(
    runsAgency(actor, broker) && !isSelf(actor, broker),
    '只有所在机构的管理员或转化专员可以确认，且不能为本人确认',
  );
const byBureau: Check<Held> = (actor, broker) =>
  verdict(isBrokerBureau(actor, broker), '只有所在市、县科技部门的工作人员可以这样做，且不能为本人办理');
const bySystem: Check<Held> = (actor) => verdict(isSystem(actor), '这一步由平台自动办理');

/** Who does what in the register of brokers. */
export const brokerPolicy: { readonly [action in BrokerAction]: Check<Broker> } = {
  edit: bySelf,
  submit: byStaff,
  submitForAgency: byHead,
  recall: bySelf,
  confirm: byAgency,
  decline: byAgency,
  admit: byBureau,
  return: byBureau,
  suspend: byBureau,
  resume: byBureau,
  exit: bySelf,
  remove: byBureau,
  reapply: bySelf,
  addCredential: bySelf,
  addTraining: bySelf,
  withdrawRecord: bySelf,
  checkRecord: byBureau,
  designate: byBureau,
  withdrawDesignation: byBureau,
  lapse: bySystem,
  leave: bySystem,
  erase: bySystem,
};

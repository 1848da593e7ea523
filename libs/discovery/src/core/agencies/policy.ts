import { hasRole, isMember, isOfficerFor, type Actor, type Check } from '@jihui/kernel';
import { isSystem, verdict } from '../relation.js';
import type { Agency } from './agency.js';
import type { AgencyAction } from './lifecycle.js';

type Held = Pick<Agency, 'organisationId' | 'scopeCode'>;

/** Who speaks for the agency: its transfer officers and administrators. */
export const runsAgency = (actor: Actor, { organisationId }: Pick<Held, 'organisationId'>): boolean =>
  hasRole(actor, organisationId, 'TRANSFER_OFFICER');
/** Whether the actor reads the whole entry: the agency's people, the bureau and programs. */
export const readsWholeAgency = (actor: Actor, agency: Held): boolean =>
  isSystem(actor) ||
  isMember(actor, agency.organisationId) ||
  isOfficerFor(actor, agency.scopeCode, 'OFFICER');

const byAgency: Check<Held> = (actor, agency) =>
  verdict(runsAgency(actor, agency), '只有本机构的管理员或转化专员可以这样做');
/** None decides on the organisation to which one belongs. */
const byBureau: Check<Held> = (actor, agency) =>
  verdict(
    isOfficerFor(actor, agency.scopeCode, 'OFFICER') && !isMember(actor, agency.organisationId),
    '只有所在市、县科技部门的工作人员可以这样做，且不能办理本人所在机构的登记',
  );
const bySystem: Check<Held> = (actor) => verdict(isSystem(actor), '这一步由平台自动办理');

/** Who does what in the register of agencies. */
export const agencyPolicy: { readonly [action in AgencyAction]: Check<Agency> } = {
  edit: byAgency,
  submit: byAgency,
  recall: byAgency,
  admit: byBureau,
  return: byBureau,
  suspend: byBureau,
  resume: byBureau,
  exit: byAgency,
  remove: byBureau,
  reapply: byAgency,
  designate: byBureau,
  withdrawDesignation: byBureau,
  recordSupport: byBureau,
  withdrawSupport: byBureau,
  close: bySystem,
};

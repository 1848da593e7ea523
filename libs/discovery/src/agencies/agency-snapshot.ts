import type { AgencySnapshot } from '@jihui/events';
import type { Agency } from '../core/agencies/agency.js';

/** What leaves this domain of an agency. */
export const agencySnapshot = (agency: Agency, name: string): AgencySnapshot => ({
  id: agency.id,
  version: agency.version,
  organisationId: agency.organisationId,
  name,
  scopeCode: agency.scopeCode,
  state: agency.state,
  reason: agency.stateReason,
  note: agency.stateNote,
  designatedUntil: agency.designation?.until ?? null,
});

import { defineLifecycle } from '@jihui/kernel';
import type { RegisterState } from '../register/register.js';

export const AGENCY_ACTIONS = [
  'edit',
  'submit',
  'recall',
  'admit',
  'return',
  'suspend',
  'resume',
  'exit',
  'remove',
  'reapply',
  'designate',
  'withdrawDesignation',
  'recordSupport',
  'withdrawSupport',
  'close',
] as const;
export type AgencyAction = (typeof AGENCY_ACTIONS)[number];

/** Every state of the register but the confirmation by an agency, which an agency does not ask of itself. */
export type AgencyState = Exclude<RegisterState, 'CONSENT'>;

/**
 * 中介机构登记 (reference H17, D4 经纪机构备案): the agency applies, the bureau in charge reviews. An organisation whose
 * account ends or is suspended is suspended here as well (`close`).
 */
export const agencyLifecycle = defineLifecycle<AgencyState, AgencyAction>({
  name: 'Agency',
  initial: 'DRAFT',
  table: {
    DRAFT: { edit: 'DRAFT', submit: 'REVIEW', exit: 'EXITED' },
    REVIEW: { admit: 'ACTIVE', return: 'RETURNED', recall: 'DRAFT', close: 'DRAFT' },
    RETURNED: { edit: 'RETURNED', submit: 'REVIEW', exit: 'EXITED' },
    ACTIVE: {
      edit: 'ACTIVE',
      suspend: 'SUSPENDED',
      exit: 'EXITED',
      remove: 'EXITED',
      close: 'SUSPENDED',
      designate: 'ACTIVE',
      withdrawDesignation: 'ACTIVE',
      recordSupport: 'ACTIVE',
      withdrawSupport: 'ACTIVE',
    },
    SUSPENDED: {
      resume: 'ACTIVE',
      exit: 'EXITED',
      remove: 'EXITED',
      withdrawDesignation: 'SUSPENDED',
      recordSupport: 'SUSPENDED',
      withdrawSupport: 'SUSPENDED',
    },
    EXITED: { reapply: 'DRAFT', withdrawSupport: 'EXITED' },
  },
});

import { defineLifecycle } from '@jihui/kernel';
import type { RegisterState } from '../register/register.js';

export const BROKER_ACTIONS = [
  'edit',
  'submit',
  'submitForAgency',
  'recall',
  'confirm',
  'decline',
  'admit',
  'return',
  'suspend',
  'resume',
  'exit',
  'remove',
  'reapply',
  'leave',
  'erase',
] as const;
export type BrokerAction = (typeof BROKER_ACTIONS)[number];

/**
 * 经纪人登记 (reference D4, H18). The agency confirms that one works there (`submit`); who runs the agency goes to the
 * bureau at once (`submitForAgency`), since nobody confirms oneself. Whose membership of the agency ends is suspended
 * (`leave`), and an account that is erased leaves an empty entry (`erase`).
 */
export const brokerLifecycle = defineLifecycle<RegisterState, BrokerAction>({
  name: 'Broker',
  initial: 'DRAFT',
  table: {
    DRAFT: {
      edit: 'DRAFT',
      submit: 'CONSENT',
      submitForAgency: 'REVIEW',
      exit: 'EXITED',
      erase: 'EXITED',
    },
    CONSENT: { confirm: 'REVIEW', decline: 'RETURNED', recall: 'DRAFT', leave: 'DRAFT', erase: 'EXITED' },
    REVIEW: { admit: 'ACTIVE', return: 'RETURNED', recall: 'DRAFT', leave: 'DRAFT', erase: 'EXITED' },
    RETURNED: {
      edit: 'RETURNED',
      submit: 'CONSENT',
      submitForAgency: 'REVIEW',
      exit: 'EXITED',
      erase: 'EXITED',
    },
    ACTIVE: {
      edit: 'ACTIVE',
      suspend: 'SUSPENDED',
      exit: 'EXITED',
      remove: 'EXITED',
      leave: 'SUSPENDED',
      erase: 'EXITED',
    },
    SUSPENDED: { resume: 'ACTIVE', exit: 'EXITED', remove: 'EXITED', erase: 'EXITED' },
    EXITED: { reapply: 'DRAFT', erase: 'EXITED' },
  },
});

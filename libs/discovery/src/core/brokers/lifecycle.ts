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
  'addCredential',
  'addTraining',
  'withdrawRecord',
  'checkRecord',
  'designate',
  'withdrawDesignation',
  'lapse',
  'leave',
  'erase',
] as const;
export type BrokerAction = (typeof BROKER_ACTIONS)[number];

/** What is told of certificates and courses while an entry is under way. */
const records = <S extends RegisterState>(state: S) => ({
  addCredential: state,
  addTraining: state,
  withdrawRecord: state,
  erase: 'EXITED' as const,
});
/** What the bureau checks of them once the entry is before it, and a level whose certificate is over. */
const checks = <S extends RegisterState>(state: S) => ({
  checkRecord: state,
  lapse: state,
  ...records(state),
});

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
      ...records('DRAFT'),
    },
    CONSENT: {
      confirm: 'REVIEW',
      decline: 'RETURNED',
      recall: 'DRAFT',
      leave: 'DRAFT',
      ...records('CONSENT'),
    },
    REVIEW: { admit: 'ACTIVE', return: 'RETURNED', recall: 'DRAFT', leave: 'DRAFT', ...checks('REVIEW') },
    RETURNED: {
      edit: 'RETURNED',
      submit: 'CONSENT',
      submitForAgency: 'REVIEW',
      exit: 'EXITED',
      ...records('RETURNED'),
    },
    ACTIVE: {
      edit: 'ACTIVE',
      suspend: 'SUSPENDED',
      exit: 'EXITED',
      remove: 'EXITED',
      leave: 'SUSPENDED',
      designate: 'ACTIVE',
      withdrawDesignation: 'ACTIVE',
      ...checks('ACTIVE'),
    },
    SUSPENDED: {
      resume: 'ACTIVE',
      exit: 'EXITED',
      remove: 'EXITED',
      withdrawDesignation: 'SUSPENDED',
      ...checks('SUSPENDED'),
    },
    EXITED: { reapply: 'DRAFT', erase: 'EXITED' },
  },
});

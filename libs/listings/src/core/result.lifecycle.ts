import { defineLifecycle } from '@jihui/kernel';
import type { ResultState } from './result.js';

export const RESULT_ACTIONS = [
  'edit',
  'discard',
  'submit',
  'deposit',
  'admit',
  'recall',
  'approveByUnit',
  'return',
  'publish',
  'amend',
  'revise',
  'withdraw',
  'relist',
  'renew',
  'remind',
  'expire',
  'lapse',
  'takeDown',
  'reinstate',
  'startNegotiation',
  'startDisclosure',
  'sign',
  'transform',
  'reopen',
] as const;
export type ResultAction = (typeof RESULT_ACTIONS)[number];

/**
 * Reference C3. `deposit` and `admit` are the importer's: into the unit's review, and straight
 * online, or online again with newer content, where the bureau itself vouches. The last five follow the result's deals.
 */
export const resultLifecycle = defineLifecycle<ResultState, ResultAction>({
  name: 'Result',
  initial: 'DRAFT',
  table: {
    DRAFT: {
      edit: 'DRAFT',
      discard: 'DISCARDED',
      submit: 'UNIT_REVIEW',
      deposit: 'UNIT_REVIEW',
      admit: 'ONLINE',
    },
    RETURNED: { edit: 'RETURNED', discard: 'DISCARDED', submit: 'UNIT_REVIEW' },
    UNIT_REVIEW: { edit: 'UNIT_REVIEW', recall: 'DRAFT', return: 'RETURNED', approveByUnit: 'BUREAU_REVIEW' },
    BUREAU_REVIEW: { recall: 'DRAFT', return: 'RETURNED', publish: 'ONLINE' },
    ONLINE: {
      admit: 'ONLINE',
      amend: 'ONLINE',
      revise: 'DRAFT',
      withdraw: 'OFFLINE',
      renew: 'ONLINE',
      remind: 'ONLINE',
      expire: 'EXPIRED',
      lapse: 'OFFLINE',
      takeDown: 'TAKEN_DOWN',
      startNegotiation: 'IN_NEGOTIATION',
      startDisclosure: 'UNDER_DISCLOSURE',
      sign: 'SIGNED',
      transform: 'TRANSFORMED',
    },
    IN_NEGOTIATION: {
      amend: 'IN_NEGOTIATION',
      withdraw: 'OFFLINE',
      renew: 'IN_NEGOTIATION',
      lapse: 'OFFLINE',
      takeDown: 'TAKEN_DOWN',
      reopen: 'ONLINE',
      startDisclosure: 'UNDER_DISCLOSURE',
      sign: 'SIGNED',
      transform: 'TRANSFORMED',
    },
    UNDER_DISCLOSURE: {
      amend: 'UNDER_DISCLOSURE',
      renew: 'UNDER_DISCLOSURE',
      lapse: 'OFFLINE',
      takeDown: 'TAKEN_DOWN',
      reopen: 'ONLINE',
      startNegotiation: 'IN_NEGOTIATION',
      sign: 'SIGNED',
      transform: 'TRANSFORMED',
    },
    SIGNED: { reopen: 'ONLINE', startNegotiation: 'IN_NEGOTIATION', transform: 'TRANSFORMED' },
    TRANSFORMED: { sign: 'SIGNED' },
    OFFLINE: { relist: 'ONLINE', revise: 'DRAFT', sign: 'SIGNED', transform: 'TRANSFORMED' },
    EXPIRED: { renew: 'ONLINE', revise: 'DRAFT', sign: 'SIGNED', transform: 'TRANSFORMED' },
    TAKEN_DOWN: { reinstate: 'ONLINE', revise: 'DRAFT' },
    DISCARDED: {},
  },
});

import { defineLifecycle } from '@jihui/kernel';
import type { NeedState } from './need.js';

export const NEED_ACTIONS = [
  'edit',
  'discard',
  'submit',
  'admit',
  'recall',
  'return',
  'publish',
  'amend',
  'revise',
  'close',
  'relist',
  'renew',
  'remind',
  'expire',
  'solve',
  'convert',
  'takeDown',
  'reinstate',
  'startNegotiation',
  'sign',
  'reopen',
] as const;
export type NeedAction = (typeof NEED_ACTIONS)[number];

/**
 * Reference D1. Its `matching` is no state of its own here: a need is matched for as long as it is
 * online. `admit` is the importer's, the last three follow the need's deals.
 */
export const needLifecycle = defineLifecycle<NeedState, NeedAction>({
  name: 'Need',
  initial: 'DRAFT',
  table: {
    DRAFT: { edit: 'DRAFT', discard: 'DISCARDED', submit: 'BUREAU_REVIEW', admit: 'ONLINE' },
    RETURNED: { edit: 'RETURNED', discard: 'DISCARDED', submit: 'BUREAU_REVIEW' },
    BUREAU_REVIEW: { recall: 'DRAFT', return: 'RETURNED', publish: 'ONLINE' },
    ONLINE: {
      admit: 'ONLINE',
      amend: 'ONLINE',
      revise: 'DRAFT',
      close: 'CLOSED',
      renew: 'ONLINE',
      remind: 'ONLINE',
      expire: 'EXPIRED',
      solve: 'SOLVED',
      convert: 'CONVERTED',
      takeDown: 'TAKEN_DOWN',
      startNegotiation: 'IN_NEGOTIATION',
      sign: 'SIGNED',
    },
    IN_NEGOTIATION: {
      amend: 'IN_NEGOTIATION',
      close: 'CLOSED',
      renew: 'IN_NEGOTIATION',
      solve: 'SOLVED',
      takeDown: 'TAKEN_DOWN',
      reopen: 'ONLINE',
      sign: 'SIGNED',
    },
    SIGNED: { solve: 'SOLVED', reopen: 'ONLINE', startNegotiation: 'IN_NEGOTIATION' },
    CLOSED: { relist: 'ONLINE', revise: 'DRAFT', sign: 'SIGNED' },
    EXPIRED: { renew: 'ONLINE', revise: 'DRAFT', sign: 'SIGNED' },
    TAKEN_DOWN: { reinstate: 'ONLINE', revise: 'DRAFT' },
    SOLVED: {},
    CONVERTED: {},
    DISCARDED: {},
  },
});

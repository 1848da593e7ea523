import type { OutcomeKind } from './training-pairs.js';

/** What came of a pair; a refusal is one as well. */
export type PairOutcome = Exclude<OutcomeKind, 'USEFUL'> | 'REJECTED';

const TALKING = ['CONFIRMED', 'NEGOTIATING', 'PRICED', 'DISCLOSING', 'READY_TO_SIGN', 'SIGNATURE_RECORDED'];
const CONCLUDED = ['SIGNED', 'REGISTERED', 'CLOSED'];

/**
 * What a deal's state says of its pair: both sides confirmed their interest, or signed. A deal that is dropped before
 * both confirmed refuses the pair; dropped later it leaves what was reached. Null: nothing yet.
 */
export function outcomeOfDeal(state: string, before: PairOutcome | null): PairOutcome | null {
  if (CONCLUDED.includes(state)) return 'SIGNED';
  if (TALKING.includes(state)) return 'ACCEPTED';
  return state === 'ABANDONED' ? (before ?? 'REJECTED') : before;
}

const STANDING = [
  'REGISTERED',
  'CHANGE_PENDING',
  'CANCEL_PENDING',
  'REVOCATION_PENDING',
  'OBJECTION_PENDING',
];

/** A contract that is registered and stands says the most of a pair; one that was revoked says nothing. */
export const outcomeOfContract = (state: string): PairOutcome | null =>
  STANDING.includes(state) ? 'CONTRACTED' : null;

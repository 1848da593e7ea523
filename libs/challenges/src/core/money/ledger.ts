import type { Fen } from '@jihui/kernel';
import type { Instalment } from './plan.js';

/** A row of a project's ledger (经费台账): nothing is ever changed, what was wrong is turned by a row of its own. */
export interface Entry {
  readonly kind: 'APPROPRIATED' | 'PAID' | 'RECOVERED' | 'RETURNED';
  readonly amount: Fen;
  /** The instalment, for PAID and RECOVERED. */
  readonly instalment: string | null;
  /** Document of appropriation, voucher or receipt. */
  readonly voucher: string;
}

/** Where the money of a project stands. */
export interface Balance {
  /** 下达: what the treasury made available. */
  readonly appropriated: Fen;
  /** 拨付 less 追回. */
  readonly paid: Fen;
  readonly recovered: Fen;
  readonly returned: Fen;
  /** What may still be paid of what was made available. */
  readonly available: Fen;
}

export function balanceOf(entries: readonly Entry[]): Balance {
  const total = (kind: Entry['kind']): Fen =>
    entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0);
  const recovered = total('RECOVERED');
  const paid = total('PAID') - recovered;
  const [appropriated, returned] = [total('APPROPRIATED'), total('RETURNED')];
  return { appropriated, paid, recovered, returned, available: appropriated - paid - returned };
}

/** What a payment is decided on. */
export interface PaymentFacts {
  readonly approved: Fen;
  readonly instalments: readonly Instalment[];
  readonly entries: readonly Entry[];
  /** Milestones that were judged 通过. */
  readonly passed: ReadonlySet<string>;
  /** What the owner has paid by proven receipts, and what it has to pay in all. */
  readonly ownerPaid: Fen;
  readonly ownerDue: Fen;
  readonly suspended: boolean;
}

export type PaymentFault =
  | 'UNKNOWN_INSTALMENT'
  | 'NOTHING_DUE'
  | 'ALREADY_PAID'
  | 'EARLIER_NOT_PAID'
  | 'MILESTONE_NOT_PASSED'
  | 'OWNER_BEHIND'
  | 'NOT_AVAILABLE'
  | 'ABOVE_APPROVED'
  | 'SUSPENDED';

/**
 * Everything that stands in the way of paying an instalment (reference B6, part I rule 7): its milestone has passed, the
 * owner has proven the same part of its own money, the earlier ones are paid, and the money is there. A share that rounds
 * to nothing is never paid, and nothing waits for it.
 */
export function paymentFaults(id: string, facts: PaymentFacts): readonly PaymentFault[] {
  const place = facts.instalments.findIndex((one) => one.id === id);
  const instalment = facts.instalments[place];
  if (instalment === undefined) return ['UNKNOWN_INSTALMENT'];
  const is = (wrong: boolean, fault: PaymentFault): readonly PaymentFault[] => (wrong ? [fault] : []);
  const earlier = facts.instalments.slice(0, place);
  const { paid, available } = balanceOf(facts.entries);
  return [
    ...is(facts.suspended, 'SUSPENDED'),
    ...is(instalment.amount === 0, 'NOTHING_DUE'),
    ...is(netOf(facts.entries, id) > 0, 'ALREADY_PAID'),
    ...is(
      earlier.some(({ id: before, amount }) => amount > 0 && netOf(facts.entries, before) === 0),
      'EARLIER_NOT_PAID',
    ),
    ...is(instalment.milestone !== null && !facts.passed.has(instalment.milestone), 'MILESTONE_NOT_PASSED'),
    ...is(!keepsPace(facts, earlier, instalment), 'OWNER_BEHIND'),
    ...is(instalment.amount > available, 'NOT_AVAILABLE'),
    ...is(paid + instalment.amount > facts.approved, 'ABOVE_APPROVED'),
  ];
}

/** What was paid of an instalment and not recovered. */
const netOf = (entries: readonly Entry[], id: string): Fen =>
  entries
    .filter(({ instalment }) => instalment === id)
    .reduce(
      (sum, { kind, amount }) => sum + (kind === 'PAID' ? amount : kind === 'RECOVERED' ? -amount : 0),
      0,
    );

/**
 * Owner and treasury keep pace: what the treasury has paid before this instalment, as a part of its sum, the owner has
 * covered of its own by receipts. The first payment, on signing, waits for nothing.
 */
function keepsPace(facts: PaymentFacts, earlier: readonly Instalment[], instalment: Instalment): boolean {
  if (instalment.milestone === null) return true;
  const before = earlier.reduce((sum, { amount }) => sum + amount, 0);
  return BigInt(facts.ownerPaid) * BigInt(facts.approved) >= BigInt(before) * BigInt(facts.ownerDue);
}

export type EntryFault = 'NOT_POSITIVE' | 'ABOVE_APPROVED' | 'MORE_THAN_PAID' | 'MORE_THAN_AVAILABLE';

/** What is wrong with a row that is not a payment: nothing may make a sum negative or go above what was approved. */
export function entryFaults(entry: Entry, approved: Fen, entries: readonly Entry[]): readonly EntryFault[] {
  const { appropriated, returned, available } = balanceOf(entries);
  const is = (wrong: boolean, fault: EntryFault): readonly EntryFault[] => (wrong ? [fault] : []);
  return [
    ...is(!Number.isSafeInteger(entry.amount) || entry.amount <= 0, 'NOT_POSITIVE'),
    ...is(
      entry.kind === 'APPROPRIATED' && appropriated - returned + entry.amount > approved,
      'ABOVE_APPROVED',
    ),
    ...is(
      entry.kind === 'RECOVERED' && entry.amount > netOf(entries, entry.instalment ?? ''),
      'MORE_THAN_PAID',
    ),
    ...is(entry.kind === 'RETURNED' && entry.amount > available, 'MORE_THAN_AVAILABLE'),
  ];
}

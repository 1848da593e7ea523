import { hex, tagged, unhex, type Bytes } from '../bytes.js';
import { levelsOf, rootOf, siblingsOf, type Levels } from './tree.js';

/**
 * The log of a call's sealed bids: a tree of fixed depth in which every slot always holds something. A slot holds a
 * dummy that a secret seed decides, or a bid. Each published head (an epoch, at a time fixed beforehand) salts every leaf
 * anew, so that two heads, or the proofs of two bidders, never tell whether anything came between them. The seed's hash
 * is published first and the seed after the opening: then every slot of every head is explained.
 */
export interface LogFacts {
  readonly call: string;
  readonly round: number;
  /** 2^depth slots. */
  readonly depth: number;
  /** What came, by slot; a slot that is not named holds its dummy. */
  readonly slots: ReadonlyMap<number, readonly SlotChange[]>;
}

/** A bid was handed in, replaced by another, or withdrawn; it stands from this epoch on. */
export interface SlotChange {
  readonly epoch: number;
  readonly kind: 'bid' | 'withdrawn';
  /** The bid that came, or the one that was withdrawn: hexadecimal. */
  readonly commitment: string;
}

/** Enough for any call of a province, and a head in some tens of milliseconds. */
export const DEPTH = 12;

/** What is published before the first bid can come. */
export const seedCommitment = (call: string, round: number, seed: Bytes): string =>
  hex(tagged('jihui/log-seed/1', call, round, seed));

/**
 * The slots in the order in which they are given out. Only who knows the seed can tell the n-th bid's slot from any
 * other number.
 */
export function slotOrder(seed: Bytes, depth: number): readonly number[] {
  const keyed = Array.from({ length: 2 ** depth }, (_, slot) => ({
    slot,
    key: hex(tagged('jihui/log-slot/1', seed, slot)),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ slot }) => slot);
}

const dummy = (seed: Bytes, slot: number): Bytes => tagged('jihui/log-dummy/1', seed, slot);

/** The slot's content after its changes: each is chained to what stood there before, the first to the dummy. */
export const entryAfter = (before: Bytes, changes: readonly SlotChange[]): Bytes =>
  changes.reduce(
    (entry, { kind, commitment }) => tagged('jihui/log-entry/1', kind, unhex(commitment, 32), entry),
    before,
  );

export const saltOf = (seed: Bytes, epoch: number, slot: number): Bytes =>
  tagged('jihui/log-salt/1', seed, epoch, slot);

export const leafOf = (epoch: number, slot: number, salt: Bytes, entry: Bytes): Bytes =>
  tagged('jihui/log-leaf/1', epoch, slot, salt, entry);

/** What each slot holds before anything came; the same at every epoch. */
export const dummiesOf = (seed: Bytes, depth: number): readonly Bytes[] =>
  Array.from({ length: 2 ** depth }, (_, slot) => dummy(seed, slot));

/**
 * The tree as it stands at an epoch.
 * @param dummies of this seed and depth, where one who computes several heads has them
 */
export function treeAt(
  log: LogFacts,
  seed: Bytes,
  epoch: number,
  dummies: readonly Bytes[] = dummiesOf(seed, log.depth),
): Levels {
  const leaves = dummies.map((empty, slot) =>
    leafOf(epoch, slot, saltOf(seed, epoch, slot), entryAfter(empty, changesAt(log, slot, epoch))),
  );
  return levelsOf(leaves);
}

const changesAt = (log: LogFacts, slot: number, epoch: number): readonly SlotChange[] =>
  (log.slots.get(slot) ?? []).filter((change) => change.epoch <= epoch);

/** What a bidder needs to see that the own slot stands in a head as it should. */
export interface Inclusion {
  readonly epoch: number;
  readonly slot: number;
  /** All hexadecimal. */
  readonly salt: string;
  /** What the slot's dummy is, so that the chain of changes can be computed from its start. */
  readonly dummy: string;
  readonly changes: readonly SlotChange[];
  readonly siblings: readonly string[];
}

export function inclusionAt(
  log: LogFacts,
  seed: Bytes,
  tree: Levels,
  epoch: number,
  slot: number,
): Inclusion {
  return {
    epoch,
    slot,
    salt: hex(saltOf(seed, epoch, slot)),
    dummy: hex(dummy(seed, slot)),
    changes: changesAt(log, slot, epoch),
    siblings: siblingsOf(tree, slot).map(hex),
  };
}

export const rootAt = (log: LogFacts, seed: Bytes, epoch: number, dummies?: readonly Bytes[]): string =>
  hex(rootOf(treeAt(log, seed, epoch, dummies)));

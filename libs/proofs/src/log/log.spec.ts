import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { hex, own, unhex } from '../bytes.js';
import {
  inclusionAt,
  rootAt,
  seedCommitment,
  slotOrder,
  treeAt,
  type LogFacts,
  type SlotChange,
} from './bid-log.js';
import { hashOfHead, isIncluded, signHead, type LogHead } from './head.js';
import { logFaults, type LogOpening } from './opening.js';
import { receiptFaults, signReceipt } from './receipt.js';

const CALL = 'call-1';
const DEPTH = 5;
const secretKey = own(new Uint8Array(32).fill(3));
const publicKey = hex(ed25519.getPublicKey(secretKey));
const seed = own(new Uint8Array(32).fill(9));
const commitmentNo = (number: number): string => number.toString(16).padStart(64, '0');

type Event = { epoch: number; bid: number; kind: 'bid' | 'withdrawn' };

/** A log whose n-th bidder does what the events say, in order. */
function logOf(
  events: readonly Event[],
  epochs: number,
): { log: LogFacts; heads: LogHead[]; opening: LogOpening } {
  const order = slotOrder(seed, DEPTH);
  const slots = new Map<number, SlotChange[]>();
  const slotOf = new Map<number, number>();
  for (const { epoch, bid, kind } of [...events].sort((a, b) => a.epoch - b.epoch)) {
    if (!slotOf.has(bid)) {
      if (kind === 'withdrawn') continue;
      slotOf.set(bid, order[slotOf.size]!);
    }
    const slot = slotOf.get(bid)!;
    slots.set(slot, [
      ...(slots.get(slot) ?? []),
      { epoch, kind, commitment: commitmentNo(bid * 100 + epoch) },
    ]);
  }
  const log = { call: CALL, round: 1, depth: DEPTH, slots };
  const heads: LogHead[] = [];
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const before = heads[epoch - 1];
    const head = {
      format: 'jihui-bid-log-head/1',
      call: CALL,
      round: 1,
      epoch,
      due: `2026-12-01T0${epoch}:00:00Z`,
      depth: DEPTH,
      root: rootAt(log, seed, epoch),
      seedCommitment: seedCommitment(CALL, 1, seed),
      previous: before === undefined ? null : hashOfHead(before),
    } as const;
    heads.push(signHead(head, secretKey));
  }
  const standing = [...slots.values()].map((changes) => changes[changes.length - 1]!);
  const opened = standing.filter(({ kind }) => kind === 'bid').map(({ commitment }) => commitment);
  const listed = [...slots].map(([slot, changes]) => ({ slot, changes }));
  return {
    log,
    heads,
    opening: {
      format: 'jihui-bid-log/1',
      call: CALL,
      round: 1,
      depth: DEPTH,
      seed: hex(seed),
      slots: listed,
      heads,
      opened,
    },
  };
}

const anyEvents = fc.array(
  fc.record({
    epoch: fc.integer({ min: 1, max: 3 }),
    bid: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom('bid' as const, 'bid' as const, 'withdrawn' as const),
  }),
  { maxLength: 30 },
);

describe('the log of sealed bids', () => {
  it('shows each bidder the own slot in every head, and everybody the whole at the end', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { log, heads, opening } = logOf(events, 4);
        expect(logFaults(opening, publicKey)).toEqual([]);
        for (const head of heads) {
          const tree = treeAt(log, seed, head.epoch);
          for (const slot of log.slots.keys())
            expect(isIncluded(inclusionAt(log, seed, tree, head.epoch, slot), head)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has another head at each time, also where nothing came', () => {
    const { heads } = logOf([], 4);
    expect(new Set(heads.map(({ root }) => root)).size).toBe(4);
  });

  it('gives a bidder no sibling twice: nothing is told of the others', () => {
    const events = [{ epoch: 1, bid: 1, kind: 'bid' as const }];
    const { log } = logOf(events, 4);
    const { log: busier } = logOf([...events, { epoch: 2, bid: 2, kind: 'bid' }], 4);
    const slot = [...log.slots.keys()][0]!;
    const siblings = (facts: LogFacts, epoch: number) =>
      inclusionAt(facts, seed, treeAt(facts, seed, epoch), epoch, slot).siblings;
    const all = [1, 2, 3].flatMap((epoch) => siblings(log, epoch));
    expect(new Set(all).size).toBe(3 * DEPTH);
    // Whether somebody else came shows in no more than that hashes are others, as they always are.
    expect(siblings(busier, 2)).toHaveLength(DEPTH);
  });

  it('a receipt holds the platform to its word', () => {
    const { log, heads } = logOf([{ epoch: 1, bid: 1, kind: 'bid' }], 3);
    const slot = [...log.slots.keys()][0]!;
    const { commitment } = log.slots.get(slot)![0]!;
    const body = {
      format: 'jihui-bid-receipt/1',
      call: CALL,
      round: 1,
      kind: 'bid',
      commitment,
      receivedAt: '2026-12-01T00:30:00Z',
      epoch: 1,
    } as const;
    const receipt = signReceipt(body, secretKey);
    const proof = inclusionAt(log, seed, treeAt(log, seed, 2), 2, slot);
    expect(receiptFaults(receipt, proof, heads[2]!, publicKey)).toEqual([]);
    expect(
      receiptFaults({ ...receipt, receivedAt: '2026-12-01T00:00:00Z' }, proof, heads[2]!, publicKey),
    ).toEqual(['RECEIPT_NOT_SIGNED']);
    expect(receiptFaults(receipt, proof, { ...heads[2]!, due: '2027-01-01T00:00:00Z' }, publicKey)).toEqual([
      'HEAD_NOT_SIGNED',
    ]);
    const early = inclusionAt(log, seed, treeAt(log, seed, 0), 0, slot);
    expect(receiptFaults(receipt, early, heads[0]!, publicKey)).toEqual(['OTHER_HEAD', 'NOT_IN_SLOT']);
    const lost = logOf([], 3);
    const without = inclusionAt(lost.log, seed, treeAt(lost.log, seed, 2), 2, slot);
    expect(receiptFaults(receipt, without, lost.heads[2]!, publicKey)).toEqual(['NOT_IN_SLOT']);
    expect(receiptFaults(receipt, proof, lost.heads[2]!, publicKey)).toEqual(['NOT_INCLUDED']);
  });

  it('any bid that is added, taken out, changed or kept aside is found', () => {
    const { opening } = logOf(
      [
        { epoch: 1, bid: 1, kind: 'bid' },
        { epoch: 2, bid: 2, kind: 'bid' },
        { epoch: 3, bid: 2, kind: 'withdrawn' },
      ],
      4,
    );
    const codes = (changed: Partial<LogOpening>) => [
      ...new Set(logFaults({ ...opening, ...changed }, publicKey).map(({ code }) => code)),
    ];
    const [one, two] = opening.slots;
    expect(codes({})).toEqual([]);
    expect(codes({ slots: [one!] })).toContain('ROOT_DIFFERS');
    expect(codes({ slots: [one!, { ...two!, changes: two!.changes.slice(0, 1) }] })).toEqual([
      'ROOT_DIFFERS',
      'IN_LOG_BUT_NOT_OPENED',
    ]);
    const free = [...Array(2 ** DEPTH).keys()].find(
      (slot) => !slotOrder(seed, DEPTH).slice(0, 3).includes(slot),
    )!;
    const late = { slot: free, changes: [{ epoch: 9, kind: 'bid' as const, commitment: commitmentNo(7) }] };
    expect(codes({ slots: [...opening.slots, late], opened: [...opening.opened, commitmentNo(7)] })).toEqual([
      'SLOT_OUT_OF_ORDER',
      'ADDED_AFTER_THE_END',
    ]);
    expect(codes({ opened: [] })).toEqual(['IN_LOG_BUT_NOT_OPENED']);
    expect(codes({ opened: [...opening.opened, commitmentNo(7)] })).toEqual(['OPENED_BUT_NOT_IN_LOG']);
    expect(codes({ seed: hex(new Uint8Array(32)) })).toContain('SEED_NOT_AS_COMMITTED');
    expect(codes({ heads: opening.heads.slice(1) })).toContain('HEAD_MISSING');
    expect(codes({ heads: [] })).toEqual(['NO_HEADS']);
  });

  it('a proof with any hash changed leads to another root', () => {
    const { log, heads } = logOf([{ epoch: 1, bid: 1, kind: 'bid' }], 2);
    const slot = [...log.slots.keys()][0]!;
    const proof = inclusionAt(log, seed, treeAt(log, seed, 1), 1, slot);
    const flipped = (digits: string): string =>
      hex(unhex(digits).map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
    expect(isIncluded(proof, heads[1]!)).toBe(true);
    expect(isIncluded({ ...proof, salt: flipped(proof.salt) }, heads[1]!)).toBe(false);
    expect(isIncluded({ ...proof, dummy: flipped(proof.dummy) }, heads[1]!)).toBe(false);
    expect(isIncluded({ ...proof, slot: proof.slot ^ 1 }, heads[1]!)).toBe(false);
    for (let at = 0; at < DEPTH; at += 1) {
      const siblings = proof.siblings.map((sibling, height) => (height === at ? flipped(sibling) : sibling));
      expect(isIncluded({ ...proof, siblings }, heads[1]!)).toBe(false);
    }
  });
});

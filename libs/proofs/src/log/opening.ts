import { unhex, type Bytes } from '../bytes.js';
import { dummiesOf, rootAt, seedCommitment, slotOrder, type LogFacts, type SlotChange } from './bid-log.js';
import { hashOfHead, isHeadSigned, type LogHead } from './head.js';

/** Everything of a log, published at the opening: from it anyone recomputes every head. */
export interface LogOpening {
  readonly format: 'jihui-bid-log/1';
  readonly call: string;
  readonly round: number;
  readonly depth: number;
  /** Hexadecimal, 32 bytes. */
  readonly seed: string;
  readonly slots: readonly { readonly slot: number; readonly changes: readonly SlotChange[] }[];
  readonly heads: readonly LogHead[];
  /** The commitments of the bids that were opened, in no order. */
  readonly opened: readonly string[];
}

/** What is wrong with a published log; each names where. */
export interface LogFault {
  readonly code:
    | 'NO_HEADS'
    | 'HEAD_NOT_SIGNED'
    | 'HEAD_MISSING'
    | 'HEADS_NOT_CHAINED'
    | 'SEED_NOT_AS_COMMITTED'
    | 'ROOT_DIFFERS'
    | 'SLOT_OUT_OF_ORDER'
    | 'ADDED_AFTER_THE_END'
    | 'OPENED_BUT_NOT_IN_LOG'
    | 'IN_LOG_BUT_NOT_OPENED';
  /** The epoch, the slot or the commitment that it concerns. */
  readonly at: number | string;
}

/**
 * Recomputes a log from its seed and changes: every head, in its order, and that the bids that stand at the end are
 * exactly those that were opened. None was added, none was lost.
 * @param publicKey the platform's, Ed25519, hexadecimal
 */
export function logFaults(opening: LogOpening, publicKey: string): readonly LogFault[] {
  const { heads } = opening;
  if (heads.length === 0) return [{ code: 'NO_HEADS', at: opening.call }];
  const seed = unhex(opening.seed, 32);
  const known = { log: factsOf(opening), seed, dummies: dummiesOf(seed, opening.depth) };
  return [
    ...heads.flatMap((head, epoch) => headFaults(opening, known, head, epoch, publicKey)),
    ...slotFaults(opening),
    ...openedFaults(opening),
  ];
}

function headFaults(
  opening: LogOpening,
  { log, seed, dummies }: { log: LogFacts; seed: Bytes; dummies: readonly Bytes[] },
  head: LogHead,
  epoch: number,
  publicKey: string,
): readonly LogFault[] {
  const before = opening.heads[epoch - 1];
  const belongs = head.call === opening.call && head.round === opening.round && head.depth === opening.depth;
  const is = (right: boolean, code: LogFault['code']): readonly LogFault[] =>
    right ? [] : [{ code, at: epoch }];
  return [
    ...is(belongs && head.epoch === epoch, 'HEAD_MISSING'),
    ...is(isHeadSigned(head, publicKey), 'HEAD_NOT_SIGNED'),
    ...is(head.previous === (before === undefined ? null : hashOfHead(before)), 'HEADS_NOT_CHAINED'),
    ...is(head.seedCommitment === seedCommitment(opening.call, opening.round, seed), 'SEED_NOT_AS_COMMITTED'),
    ...is(head.root === rootAt(log, seed, epoch, dummies), 'ROOT_DIFFERS'),
  ];
}

const factsOf = ({ call, round, depth, slots }: LogOpening): LogFacts => ({
  call,
  round,
  depth,
  slots: new Map(slots.map(({ slot, changes }) => [slot, changes])),
});

/** Slots are given out in the seed's order and without a gap: a bid cannot be kept aside for later. */
function slotFaults(opening: LogOpening): readonly LogFault[] {
  const order = slotOrder(unhex(opening.seed, 32), opening.depth);
  const given = new Set(order.slice(0, opening.slots.length));
  const last = opening.heads.length - 1;
  return opening.slots.flatMap(({ slot, changes }): LogFault[] => [
    ...(given.has(slot) ? [] : [{ code: 'SLOT_OUT_OF_ORDER' as const, at: slot }]),
    ...(changes.some(({ epoch }) => epoch > last || epoch < 1)
      ? [{ code: 'ADDED_AFTER_THE_END' as const, at: slot }]
      : []),
  ]);
}

function openedFaults(opening: LogOpening): readonly LogFault[] {
  const standing = opening.slots.flatMap(({ changes }) => {
    const last = changes[changes.length - 1];
    return last?.kind === 'bid' ? [last.commitment] : [];
  });
  const [inLog, opened] = [new Set(standing), new Set(opening.opened)];
  return [
    ...[...opened]
      .filter((one) => !inLog.has(one))
      .map((at) => ({ code: 'OPENED_BUT_NOT_IN_LOG' as const, at })),
    ...[...inLog]
      .filter((one) => !opened.has(one))
      .map((at) => ({ code: 'IN_LOG_BUT_NOT_OPENED' as const, at })),
  ];
}

import { hex, own } from '../src/bytes.js';
import {
  hashOfHead,
  rootAt,
  seedCommitment,
  signHead,
  slotOrder,
  verifyingKey,
  type LogHead,
  type OpeningRecord,
  type SlotChange,
} from '../src/index.js';
import { CALL } from './bids.js';

const DEPTH = 4;
const seed = own(new Uint8Array(32).fill(9));
const secretKey = own(new Uint8Array(32).fill(3));

/** A published opening in which these bids came before the second head. */
export function aRecord(commitments: readonly string[]): OpeningRecord {
  const order = slotOrder(seed, DEPTH);
  const slots = new Map<number, readonly SlotChange[]>(
    commitments.map((commitment, n) => [order[n] ?? 0, [{ epoch: 1, kind: 'bid', commitment }]]),
  );
  const log = { call: CALL, round: 1, depth: DEPTH, slots };
  const heads: LogHead[] = [];
  for (const epoch of [0, 1]) {
    const before = heads[epoch - 1];
    const head = {
      ...({ format: 'jihui-bid-log-head/1', call: CALL, round: 1, epoch, depth: DEPTH } as const),
      due: `2026-12-0${epoch + 1}T00:00:00.000Z`,
      root: rootAt(log, seed, epoch),
      seedCommitment: seedCommitment(CALL, 1, seed),
      previous: before === undefined ? null : hashOfHead(before),
    };
    heads.push(signHead(head, secretKey));
  }
  return {
    ...{ format: 'jihui-bid-opening/1', code: 'BD2026-0001', title: '控温锻造' },
    logKey: verifyingKey(secretKey),
    log: {
      ...{ format: 'jihui-bid-log/1', call: CALL, round: 1, depth: DEPTH, seed: hex(seed), heads },
      slots: [...slots].map(([slot, changes]) => ({ slot, changes })),
      opened: commitments,
    },
    bids: commitments.map((commitment) => ({ organisationName: '某单位', commitment, fault: null })),
  };
}

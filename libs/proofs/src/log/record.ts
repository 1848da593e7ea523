import type { LogOpening } from './opening.js';

/** 开标记录, as the platform publishes it: the log with everything that explains it, and who handed in what. */
export interface OpeningRecord {
  readonly format: 'jihui-bid-opening/1';
  readonly code: string;
  readonly title: string;
  /** The platform's key: Ed25519, hexadecimal. */
  readonly logKey: string;
  readonly log: LogOpening;
  readonly bids: readonly {
    readonly organisationName: string;
    readonly commitment: string;
    /** Why the bid does not hold; null where it holds. */
    readonly fault: string | null;
  }[];
}

const HASH = /^[0-9a-f]{64}$/;

/** The record, or nothing where the value is none. */
export function asOpeningRecord(value: unknown): OpeningRecord | undefined {
  const record = value as OpeningRecord;
  const right =
    typeof value === 'object' &&
    value !== null &&
    record.format === 'jihui-bid-opening/1' &&
    HASH.test(record.logKey) &&
    isLog(record.log) &&
    Array.isArray(record.bids) &&
    record.bids.every((bid: { commitment: string }) => HASH.test(bid.commitment));
  return right ? record : undefined;
}

const isLog = (log: LogOpening): boolean =>
  typeof log === 'object' &&
  log !== null &&
  log.format === 'jihui-bid-log/1' &&
  HASH.test(log.seed) &&
  Number.isInteger(log.depth) &&
  log.depth > 0 &&
  log.depth <= 20 &&
  [log.slots, log.heads, log.opened].every((list) => Array.isArray(list)) &&
  log.slots.every(({ slot, changes }) => Number.isInteger(slot) && Array.isArray(changes));

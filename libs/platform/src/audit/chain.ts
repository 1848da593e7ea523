import { createHash, createHmac } from 'node:crypto';
import { canonical } from '@jihui/kernel';

/** One entry of an aggregate's stream, as it is hashed. */
export interface AuditEntry {
  readonly stream: string;
  readonly seq: number;
  /** ISO 8601 in UTC, milliseconds. */
  readonly at: string;
  readonly actorId: string;
  readonly action: string;
  readonly reason: string | null;
  /** What may be shown in a timeline: the states before and after. */
  readonly detail: unknown;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly previousHash: string;
}

/** The previous hash of a stream's first entry. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** The hash that chains an entry to all before it. */
export const entryHash = (entry: AuditEntry): string => sha256(canonical(entry));

/** The hash of a snapshot's canonical text, salted per person, so that erasing the salt erases the link and keeps the chain. */
export const snapshotHash = (salt: Buffer, text: string): string =>
  createHmac('sha256', salt).update(text).digest('hex');

import { raw } from '../db/sql.js';
import type { AuditEntry } from './chain.js';

/** An entry as it was hashed, with the hash that stands beside it. */
export interface ChainedEntry {
  readonly entry: AuditEntry;
  readonly hash: string;
}

/** Columns of a domain's audit_entry, as {@link chainedOf} takes them. */
export const CHAINED = raw(`stream, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
  actor_id as "actorId", action, reason, detail, before_hash as "beforeHash", after_hash as "afterHash",
  previous_hash as "previousHash", hash`);

export const chainedOf = ({ hash, ...entry }: AuditEntry & { readonly hash: string }): ChainedEntry => ({
  entry: { ...entry, at: hashedTime(entry.at) },
  hash,
});

/** Entries are hashed with milliseconds; finer digits were never written by us, and show. */
const hashedTime = (text: string): string => `${text.endsWith('000') ? text.slice(0, -3) : text}Z`;

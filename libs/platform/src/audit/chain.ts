import { createHash, createHmac } from 'node:crypto';

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

/** Texts of objects that were written before: two snapshots of one thing share most of their parts. */
export type Written = WeakMap<object, string>;

/** RFC 8785 canonical JSON, of what JSON.stringify would write: dates as text, nothing for what is undefined. */
export const canonical = (value: unknown, written?: Written): string => write(value, written) ?? 'null';

function write(value: unknown, written?: Written): string | undefined {
  if (value === null || typeof value !== 'object') return primitive(value);
  const { toJSON } = value as { toJSON?: () => unknown };
  if (typeof toJSON === 'function') return write(toJSON.call(value), written);
  const known = written?.get(value);
  if (known !== undefined) return known;
  const text = Array.isArray(value)
    ? `[${value.map((item) => write(item, written) ?? 'null').join(',')}]`
    : `{${members(value as Readonly<Record<string, unknown>>, written).join(',')}}`;
  written?.set(value, text);
  return text;
}

function members(value: Readonly<Record<string, unknown>>, written?: Written): readonly string[] {
  const found: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const text = write(value[key], written);
    if (text !== undefined) found.push(`${JSON.stringify(key)}:${text}`);
  }
  return found;
}

/** JSON writes numbers as RFC 8785 does; what is no number is null, and a function nothing. */
const primitive = (value: unknown): string | undefined => JSON.stringify(value);

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** The hash that chains an entry to all before it. */
export const entryHash = (entry: AuditEntry): string => sha256(canonical(entry));

/** A snapshot's hash, salted per person, so that erasing the salt erases the link and keeps the chain. */
export const snapshotHash = (salt: Buffer, snapshot: unknown, written?: Written): string =>
  createHmac('sha256', salt).update(canonical(snapshot, written)).digest('hex');

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

/** Texts of what stands in a snapshot, written before: two snapshots of one thing share most of their parts. */
export type Written = WeakMap<object, string>;

/** RFC 8785 canonical JSON, of what JSON.stringify would write: dates as text, nothing for what is undefined. */
export const canonical = (value: unknown, written?: Written): string => write(value, written) ?? 'null';

function write(value: unknown, written?: Written): string | undefined {
  // JSON writes numbers as RFC 8785 does; what is no number is null, and a function nothing.
  if (value === null || typeof value !== 'object') return plain(value);
  const { toJSON } = value as { toJSON?: () => unknown };
  if (typeof toJSON === 'function') return write(toJSON.call(value), written);
  return Array.isArray(value) ? list(value) : members(value, written);
}

/** JSON.stringify of what is no object, without asking it for the commonest. */
function plain(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  return value === null ? 'null' : JSON.stringify(value);
}

// Texts are put together as they come: lists of their parts cost more than the parts.
function list(values: readonly unknown[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : ','}${write(value) ?? 'null'}`;
  return `[${text}]`;
}

function members(value: object, written?: Written): string {
  let text = '';
  for (const key of inOrder(Object.keys(value))) {
    const member = part((value as Readonly<Record<string, unknown>>)[key], written);
    if (member !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${member}`;
  }
  return `{${text}}`;
}

interface Shape {
  readonly names: readonly string[];
  readonly sorted: readonly string[];
}

/** Names that were sorted before: things of one kind bring the same names, in the same order. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 2_000;

function inOrder(names: readonly string[]): readonly string[] {
  const mark = `${names.length} ${names[0] ?? ''} ${names.at(-1) ?? ''}`;
  const known = shapes.get(mark);
  if (known !== undefined && isSame(known.names, names)) return known.sorted;
  const sorted = [...names].sort();
  if (known !== undefined || shapes.size < MOST_SHAPES) shapes.set(mark, { names, sorted });
  return sorted;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return true;
}

/** Only what stands in the snapshot itself is remembered: remembering each of its parts costs more than writing them. */
function part(value: unknown, written?: Written): string | undefined {
  if (written === undefined || value === null || typeof value !== 'object') return write(value);
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = write(value);
  if (text !== undefined) written.set(value, text);
  return text;
}

/** Names that were written before: those of the code, of which there are a fixed number. */
const names = new Map<string, string>();
const MOST_NAMES = 2_000;

function quoted(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/** The hash that chains an entry to all before it. */
export const entryHash = (entry: AuditEntry): string => sha256(canonical(entry));

/** A snapshot's hash, salted per person, so that erasing the salt erases the link and keeps the chain. */
export const snapshotHash = (salt: Buffer, snapshot: unknown, written?: Written): string =>
  createHmac('sha256', salt).update(canonical(snapshot, written)).digest('hex');

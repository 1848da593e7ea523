/** Texts of what stands in a snapshot, written before: two snapshots of one thing share most of their parts. */
export type Written = WeakMap<object, string>;

/** RFC 8785 canonical JSON, of what JSON.stringify would write: dates as text, nothing for what is undefined. */
export function canonical(value: unknown, written?: Written): string {
  const parts: string[] = [];
  write(shown(value), parts, written);
  // Joined once: texts that are put together as they come are copied again when they are hashed.
  return parts.join('');
}

/** What JSON shows of it: what it says itself, and nothing of a function. */
function shown(value: unknown): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  const { toJSON } = value as { toJSON?: () => unknown };
  return typeof toJSON === 'function' ? toJSON.call(value) : value;
}

function write(value: unknown, parts: string[], written?: Written): void {
  if (value === null || typeof value !== 'object') parts.push(plain(value));
  else if (Array.isArray(value)) list(value, parts);
  else members(value, parts, written);
}

/** JSON writes numbers as RFC 8785 does; what is no number, or nothing, is null. */
function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  return value === null || value === undefined ? 'null' : JSON.stringify(value);
}

function list(values: readonly unknown[], parts: string[]): void {
  const names = namesOfAll(values);
  if (names !== undefined) {
    parts.push(JSON.stringify(values, [...names]));
    return;
  }
  parts.push('[');
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) parts.push(',');
    write(shown(values[index]), parts);
  }
  parts.push(']');
}

/** From so many on it is quicker to look at all of them first. */
const MANY = 4;

/**
 * The names, in order, of flat records of one kind, such as the answers to a list of questions: these are written by JSON
 * itself, which takes the order of names from a list. Undefined for anything else.
 */
function namesOfAll(values: readonly unknown[]): readonly string[] | undefined {
  const [first] = values;
  if (values.length < MANY || !isFlat(first)) return undefined;
  const { names, sorted } = shapeOf(first);
  const alike = values.every((value) => isFlat(value) && isSame(Object.keys(value), names));
  return alike ? sorted : undefined;
}

const isFlat = (value: unknown): value is object =>
  value !== null &&
  typeof value === 'object' &&
  !Array.isArray(value) &&
  typeof (value as { toJSON?: unknown }).toJSON !== 'function' &&
  Object.values(value).every((member) => member === null || typeof member !== 'object');

/** Only what stands in the snapshot itself is remembered: remembering each of its parts costs more than writing them. */
function members(value: object, parts: string[], written?: Written): void {
  const { sorted, opening, following } = shapeOf(value);
  let before = opening;
  for (let index = 0; index < sorted.length; index += 1) {
    const member = shown((value as Readonly<Record<string, unknown>>)[sorted[index] ?? '']);
    if (member === undefined) continue;
    parts.push(before[index] ?? '');
    before = following;
    if (written === undefined || member === null || typeof member !== 'object') write(member, parts);
    else parts.push(remembered(member, written));
  }
  parts.push(before === opening ? '{}' : '}');
}

function remembered(value: object, written: Written): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = canonical(value);
  written.set(value, text);
  return text;
}

/** The names of a kind of thing, as they come and in order, with what is written before each: first, or after others. */
interface Shape {
  readonly names: readonly string[];
  readonly sorted: readonly string[];
  readonly opening: readonly string[];
  readonly following: readonly string[];
}

/** Shapes met before: those of the code, of which there are a fixed number. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 2_000;

function shapeOf(value: object): Shape {
  const names = Object.keys(value);
  const mark = `${names.length} ${names[0] ?? ''} ${names.at(-1) ?? ''}`;
  const known = shapes.get(mark);
  if (known !== undefined && isSame(known.names, names)) return known;
  const sorted = [...names].sort();
  const quoted = sorted.map((name) => JSON.stringify(name));
  const opening = quoted.map((name) => `{${name}:`);
  const shape = { names, sorted, opening, following: quoted.map((name) => `,${name}:`) };
  if (known !== undefined || shapes.size < MOST_SHAPES) shapes.set(mark, shape);
  return shape;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return true;
}

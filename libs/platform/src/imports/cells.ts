import { shown, type RowProblem } from './runner.js';

/** Longest cell that is looked at: far more than any field takes, and far less than memory. */
const MAX_CELL = 20_000;
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;

/** Reads a row's cells, whether text of a table or values of JSON, and collects what is wrong with them. */
export class CellReader<K extends string> {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly row: number,
    private readonly given: { readonly [key in K]?: unknown },
    private readonly headerOf: (key: string) => string,
  ) {}

  /** A table's cell may hold a list or an object as JSON, which is how an export writes what has parts. */
  private value(key: K): unknown {
    const value = this.given[key];
    if (typeof value !== 'string' || !/^\s*(\[[\s\S]*\]|\{[\s\S]*\})\s*$/.test(value)) return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value;
    }
  }

  has(key: K): boolean {
    const value = this.given[key];
    return value !== undefined && value !== null && value !== '';
  }

  text(key: K): string | null {
    if (!this.has(key)) return null;
    const value = this.given[key];
    if (typeof value === 'object') return this.wrong(key, '这里应是一段文字');
    return String(value).slice(0, MAX_CELL);
  }

  /** A JSON list, or text with the items set apart by ； ; 、 ， , | or line breaks. */
  list(key: K): string[] | null {
    if (!this.has(key)) return null;
    const value = this.value(key);
    if (Array.isArray(value))
      return value
        .filter((item) => item !== null && item !== '')
        .map((item) => String(item).slice(0, MAX_CELL));
    const text = this.text(key);
    return text === null
      ? null
      : text
          .split(/[;；、，,|\n]+/u)
          .map((item) => item.trim())
          .filter(Boolean);
  }

  /** Whether the value is a list that begins with an object. */
  holdsObjects(key: K): boolean {
    const value = this.value(key);
    return Array.isArray(value) && typeof value[0] === 'object';
  }

  /** A JSON list of objects, each read by a reader of its own: only JSONL has them. */
  each<F extends string, T>(key: K, read: (item: CellReader<F>) => T): T[] | null {
    if (!this.has(key)) return null;
    const value = this.value(key);
    const isObject = (item: unknown): boolean =>
      typeof item === 'object' && item !== null && !Array.isArray(item);
    if (!Array.isArray(value) || !value.every(isObject)) return this.wrong(key, '这里应是一组 JSON 对象');
    return value.map((item, index) => this.inside(item as object, `${this.headerOf(key)}.${index}`, read));
  }

  /** A JSON object, read by a reader of its own. */
  object<F extends string, T>(key: K, read: (item: CellReader<F>) => T): T | null {
    if (!this.has(key)) return null;
    const value = this.value(key);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.wrong(key, '这里应是一个 JSON 对象');
    return this.inside(value, this.headerOf(key), read);
  }

  /** A code that must be there. */
  requiredCode<C extends string>(key: K, names: Readonly<Record<C, string>>, fallback: C): C {
    if (!this.has(key)) this.wrong(key, `必填：${optionsOf(names)}`);
    return this.code(key, names) ?? fallback;
  }

  integer(key: K): number | null {
    const number = this.number(key);
    if (number === null) return null;
    return Number.isInteger(number) ? number : this.wrong(key, '应为整数');
  }

  /** An amount in 分. */
  fen(key: K): number | null {
    return this.integer(key);
  }

  /** An amount written in 万元, as 分. */
  wan(key: K): number | null {
    const number = this.number(key);
    if (number === null) return null;
    const fen = Math.round(number * 1_000_000);
    return Number.isSafeInteger(fen) && fen >= 0 ? fen : this.wrong(key, '金额应为不小于 0 的数（万元）');
  }

  yesNo(key: K): boolean | null {
    const text = this.text(key)?.trim().toLowerCase() ?? null;
    if (text === null) return null;
    if (['是', '有', 'true', 'yes', 'y', '1'].includes(text)) return true;
    if (['否', '无', 'false', 'no', 'n', '0'].includes(text)) return false;
    return this.wrong(key, '应填“是”或“否”');
  }

  /** A legal day, however the table writes it, e.g. 2026-3-1, 2026/03/01, 2026年3月1日. */
  day(key: K): string | null {
    const text = this.text(key);
    if (text === null) return null;
    const [, year = '', month = '', date = ''] = DAY.exec(text.normalize('NFKC').trim().slice(0, 11)) ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    const at = new Date(`${day}T00:00:00Z`);
    const real = year !== '' && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
    return real ? day : this.wrong(key, '日期应写成 2026-11-23 这样');
  }

  /** A day that must be there; without one, the day by which the other fields can still be read. */
  requiredDay(key: K): string {
    if (!this.has(key)) this.wrong(key, '必填，写成 2026-11-23 这样');
    return this.day(key) ?? '1970-01-01';
  }

  /** A code by itself or by its name. */
  code<C extends string>(key: K, names: Readonly<Record<C, string>>): C | null {
    const text = this.text(key);
    return text === null
      ? null
      : (codeIn(names, text) ?? this.wrong(key, `不在可选范围内：${optionsOf(names)}`));
  }

  codes<C extends string>(key: K, names: Readonly<Record<C, string>>): C[] | null {
    const items = this.list(key);
    if (items === null) return null;
    const found = items.map((item) => codeIn(names, item));
    return found.every((code) => code !== undefined)
      ? found
      : this.wrong(key, `有不在可选范围内的内容：${optionsOf(names)}`);
  }

  private inside<F extends string, T>(value: object, place: string, read: (item: CellReader<F>) => T): T {
    const item = new CellReader<F>(this.row, value, (field) => `${place}.${field}`);
    const result = read(item);
    this.problems.push(...item.problems);
    return result;
  }

  private number(key: K): number | null {
    const text = this.text(key);
    if (text === null) return null;
    const number = Number(
      text
        .normalize('NFKC')
        .replace(/[,\s]/g, '')
        .replace(/(万元|元|万)$/, ''),
    );
    return Number.isFinite(number) ? number : this.wrong(key, '应为数字');
  }

  private wrong(key: K, message: string): null {
    const column = this.headerOf(key);
    this.problems.push({
      row: this.row,
      column,
      value: shown(this.given[key]),
      code: 'IMPORT.BAD_CELL',
      message,
    });
    return null;
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[()\s]/g, '');

function codeIn<C extends string>(names: Readonly<Record<C, string>>, text: string): C | undefined {
  const wanted = plain(text);
  const entries = Object.entries(names) as [C, string][];
  return entries.find(([code, name]) => plain(code) === wanted || plain(name) === wanted)?.[0];
}

const optionsOf = (names: Readonly<Record<string, string>>): string =>
  Object.values(names).slice(0, 20).join('、');

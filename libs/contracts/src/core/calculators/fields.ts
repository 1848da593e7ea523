import {
  isFen,
  MAX_FEN,
  say,
  violation,
  type Fen,
  type LegalDay,
  type Violation,
  type Sentence,
} from '@jihui/kernel';

interface Labelled {
  readonly label: string;
  readonly hint?: string;
  /** Asked only where another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
}
interface Money extends Labelled {
  readonly kind: 'MONEY';
  readonly required: boolean;
}
interface YesNo extends Labelled {
  readonly kind: 'YES_NO';
}
interface Day extends Labelled {
  readonly kind: 'DAY';
}
interface Text extends Labelled {
  readonly kind: 'TEXT';
}
/** A whole number. */
interface Count extends Labelled {
  readonly kind: 'COUNT';
  readonly min: number;
  readonly max: number;
}
/** 1/100 of a percent; null while nothing is stated. */
interface Percent extends Labelled {
  readonly kind: 'PERCENT';
}
interface Choice<C extends string = string> extends Labelled {
  readonly kind: 'CHOICE';
  readonly choices: { readonly [code in C]: string };
}
/** Several of the same, such as the transfers of one year. */
interface Rows<F extends Fields = Fields> extends Labelled {
  readonly kind: 'ROWS';
  readonly fields: F;
  readonly min: number;
}
export type Field = Money | YesNo | Day | Text | Count | Percent | Choice | Rows;
export interface Fields {
  readonly [name: string]: Field;
}

/** What a field's value is once it was checked. */
type ValueOf<F> = F extends Money
  ? Fen
  : F extends YesNo
    ? boolean
    : F extends Day | Text
      ? string
      : F extends Count
        ? number
        : F extends Percent
          ? number | null
          : F extends Choice<infer C>
            ? C
            : F extends Rows<infer R>
              ? readonly Inputs<R>[]
              : never;
export type Inputs<F extends Fields> = { readonly [name in keyof F]: ValueOf<F[name]> };

type More = Pick<Labelled, 'hint' | 'when'>;
export const money = (label: string, more: More & { readonly required?: boolean } = {}): Money => ({
  kind: 'MONEY',
  label,
  required: false,
  ...more,
});
export const yesNo = (label: string, more: More = {}): YesNo => ({ kind: 'YES_NO', label, ...more });
export const day = (label: string, more: More = {}): Day => ({ kind: 'DAY', label, ...more });
export const text = (label: string, more: More = {}): Text => ({ kind: 'TEXT', label, ...more });
export const percent = (label: string, more: More = {}): Percent => ({ kind: 'PERCENT', label, ...more });
export const count = (label: string, min: number, max: number, more: More = {}): Count => ({
  kind: 'COUNT',
  label,
  min,
  max,
  ...more,
});
export const choice = <const C extends string>(
  label: string,
  choices: { readonly [code in C]: string },
  more: More = {},
): Choice<C> => ({ kind: 'CHOICE', label, choices, ...more });
export const rows = <F extends Fields>(label: string, fields: F, min: number, more: More = {}): Rows<F> => ({
  kind: 'ROWS',
  label,
  fields,
  min,
  ...more,
});

const MOST_ROWS = 50;
const LONGEST_TEXT = 200;

type Raw = Readonly<Record<string, unknown>>;
const rawOf = (value: unknown): Raw | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : null;

const isDay = (value: unknown): value is LegalDay =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(`${value}T00:00:00Z`)) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

/** Whether the field is asked for, by what the others say. */
export const isAsked = ({ when }: Field, raw: Raw): boolean =>
  when === undefined || when.is.includes(String(raw[when.field]));

/** What stands for a field that is not asked for, or was left empty where that is allowed. */
function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case 'MONEY':
      return 0;
    case 'COUNT':
      return field.min;
    case 'YES_NO':
      return false;
    case 'ROWS':
      return [];
    case 'PERCENT':
      return null;
    case 'DAY':
    case 'TEXT':
      return '';
    case 'CHOICE':
      return Object.keys(field.choices)[0];
  }
}

/** What is wrong with the value; null when nothing is. */
function problemOf(field: Exclude<Field, Rows>, value: unknown): Sentence | null {
  switch (field.kind) {
    case 'MONEY':
      return typeof value === 'number' && isFen(value)
        ? null
        : say`金额应为不小于0、不超过${MAX_FEN / 100 / 10_000 / 10_000}亿元的数，精确到分`;
    case 'COUNT':
      return Number.isInteger(value) && Number(value) >= field.min && Number(value) <= field.max
        ? null
        : say`请填写${field.min}到${field.max}之间的整数`;
    case 'PERCENT':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000
        ? null
        : '比例应在0到100%之间，最多两位小数';
    case 'YES_NO':
      return typeof value === 'boolean' ? null : '请选择是或否';
    case 'DAY':
      return isDay(value) ? null : '日期应为2026-11-23这样的格式';
    case 'CHOICE':
      return typeof value === 'string' && Object.hasOwn(field.choices, value) ? null : '请从列表中选择';
    case 'TEXT':
      return typeof value === 'string' && [...value].length <= LONGEST_TEXT
        ? null
        : say`不超过${LONGEST_TEXT}字`;
  }
}

const mayBeEmpty = (field: Field): boolean =>
  (field.kind === 'MONEY' && !field.required) || field.kind === 'PERCENT' || field.kind === 'TEXT';

/** Checks what was typed; every violation at once, each at its field. */
export function readInputs<F extends Fields>(
  fields: F,
  typed: unknown,
  path = 'inputs',
): { readonly inputs: Inputs<F>; readonly violations: readonly Violation[] } {
  const raw = rawOf(typed) ?? {};
  const violations: Violation[] = [];
  const wrong = (at: string, code: string, sentence: Sentence): void =>
    void violations.push(violation(at, code, sentence));
  if (rawOf(typed) === null) wrong(path, 'MALFORMED', '请按各项逐一填写');
  const values = Object.entries(fields).map(([name, field]) => {
    const at = `${path}.${name}`;
    const value = raw[name];
    if (!isAsked(field, raw)) return [name, emptyValue(field)];
    if (field.kind === 'ROWS') {
      const list = Array.isArray(value) ? (value as unknown[]) : [];
      if (list.length < field.min) wrong(at, 'REQUIRED', say`请至少填写${field.min}项`);
      if (list.length > MOST_ROWS) wrong(at, 'TOO_MANY', say`最多${MOST_ROWS}项`);
      const read = list
        .slice(0, MOST_ROWS)
        .map((row, index) => readInputs(field.fields, row, `${at}.${index}`));
      violations.push(...read.flatMap((row) => row.violations));
      return [name, read.map(({ inputs }) => inputs)];
    }
    if (value === undefined || value === null || value === '') {
      if (!mayBeEmpty(field)) wrong(at, 'REQUIRED', say`请填写${field.label}`);
      return [name, emptyValue(field)];
    }
    const problem = problemOf(field, value);
    if (problem !== null) wrong(at, 'OUT_OF_RANGE', problem);
    return [name, value];
  });
  return { inputs: Object.fromEntries(values) as Inputs<F>, violations };
}

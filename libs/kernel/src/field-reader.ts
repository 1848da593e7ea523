import { isFen, type Fen } from './money.js';
import type { LegalDay } from './clock.js';
import { say } from './saying.js';
import { cleanText, toHalfWidth, Violations } from './text.js';

/** What a form sends: anything may be missing. */
export type Sent<T> = { readonly [field in keyof T]?: T[field] | null };

/** Codes under which a domain names what a form has wrong besides length and range. */
export interface FieldCodes {
  /** A code that its table does not hold. */
  readonly UNKNOWN_CODE: string;
  /** More items in a list than the form takes. */
  readonly TOO_MANY: string;
  /** A link that is no web address. */
  readonly LINK_INVALID: string;
}

const IPC = /^[A-H]\d{2}[A-Z](?:\d{1,4}\/\d{2,6})?$/;
/** Longer addresses carry trackers, not places. */
const MAX_LINK = 500;

/**
 * Reads a form's fields: cleans text, checks lengths, codes and counts, and collects everything
 * that is wrong. What is merely missing is no violation here: a draft may be incomplete.
 */
export class FieldReader {
  readonly violations = new Violations();

  constructor(private readonly codes: FieldCodes) {}

  text(path: string, label: string, value: string | null | undefined, max: number): string {
    const text = cleanText(value ?? '');
    this.violations.optionalText(path, label, text, max);
    return text;
  }

  /** Short texts without repeats, e.g. keywords. */
  texts(
    path: string,
    label: string,
    values: readonly string[] | null | undefined,
    limits: { items: number; max: number },
  ): string[] {
    const kept = new Map<string, number>();
    (values ?? []).map(cleanText).forEach((text, index) => {
      // A violation names the place at which it was sent, not where it stands once blanks and repeats are gone.
      if (text !== '' && !kept.has(text)) kept.set(text, index);
    });
    this.count(path, label, [...kept], limits.items);
    // Too many are one fault, however many: the answer does not grow with what was sent.
    for (const [text, index] of [...kept].slice(0, limits.items))
      this.violations.optionalText(`${path}.${index}`, label, text, limits.max);
    return [...kept.keys()];
  }

  /** A list of groups of fields. */
  items<S, T>(
    path: string,
    label: string,
    values: readonly S[] | null | undefined,
    max: number,
    read: (value: S, path: string) => T,
  ): T[] {
    const sent = values ?? [];
    this.count(path, label, sent, max);
    return sent.slice(0, max).map((value, index) => read(value, `${path}.${index}`));
  }

  fen(path: string, label: string, value: Fen | null | undefined): Fen | null {
    if (value === null || value === undefined) return null;
    this.violations.when(!isFen(value), path, 'OUT_OF_RANGE', say`${label}应在 0 到 1000 亿元之间`);
    return value;
  }

  day(value: LegalDay | null | undefined): LegalDay | null {
    return value ?? null;
  }

  codeOf(
    path: string,
    label: string,
    value: string | null | undefined,
    known: (code: string) => boolean,
  ): string | null {
    const code = toHalfWidth(value ?? '');
    if (code === '') return null;
    this.violations.when(
      !known(code),
      path,
      this.codes.UNKNOWN_CODE,
      say`${label}“${code.slice(0, 20)}”不在代码表中，请重新选择`,
    );
    return code;
  }

  /** A web address; anything but http and https would run or open something on the reader's machine. */
  link(path: string, label: string, value: string | null | undefined): string {
    const text = this.text(path, label, value, MAX_LINK);
    this.violations.when(
      text !== '' && !(/^https?:\/\//i.test(text) && URL.canParse(text)),
      path,
      this.codes.LINK_INVALID,
      say`${label}应以 http:// 或 https:// 开头`,
    );
    return text;
  }

  /** International patent classification, normalised, without repeats. */
  ipc(sent: readonly string[] | null | undefined, max: number): string[] {
    const ipc = [...new Set((sent ?? []).map((code) => toHalfWidth(code).toUpperCase()).filter(Boolean))];
    this.count('ipc', '国际专利分类号', ipc, max);
    ipc
      .slice(0, max)
      .forEach((code, index) =>
        this.violations.when(
          !IPC.test(code),
          `ipc.${index}`,
          this.codes.UNKNOWN_CODE,
          say`“${code.slice(0, 20)}”不是国际专利分类号，应形如 H01L31/18`,
        ),
      );
    return ipc;
  }

  protected count(path: string, label: string, values: readonly unknown[], max: number): void {
    this.violations.when(
      values.length > max,
      path,
      this.codes.TOO_MANY,
      say`${label}最多 ${max} 项，现在 ${values.length} 项`,
    );
  }
}

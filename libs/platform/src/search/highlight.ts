import { isHan, normaliseForSearch, normaliseNumber } from './words.js';

/** A piece of a text; `matched` is what was looked for. */
export interface HighlightPart {
  readonly text: string;
  readonly matched: boolean;
}
export interface Highlight {
  readonly field: string;
  readonly parts: readonly HighlightPart[];
}

/** How much is shown of a long text, and how much of it before the first match. */
const SNIPPET = 120;
const BEFORE = 30;

/** How one character is compared, and what was found out about it: a page of texts holds a few hundred, thousands of times. */
class Fold {
  /** What a character of one place becomes where that is one place too, or OTHER; 0 where nobody has asked yet. */
  private readonly codes = new Uint16Array(0x10000);
  private readonly others = new Map<string, string>();

  constructor(private readonly form: (character: string) => string) {}

  /** The text as it is compared, and where each place of it comes from; null for the same place. */
  of(text: string): { readonly plain: string; readonly origin: readonly number[] | null } {
    const codes = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at += 1) {
      const code = this.codeOf(text.charCodeAt(at));
      if (code === OTHER) return this.apart(text);
      codes[at] = code;
    }
    return { plain: Buffer.from(codes.buffer).toString('utf16le'), origin: null };
  }

  /** Character by character, where some become several or none. */
  private apart(text: string): { readonly plain: string; readonly origin: readonly number[] } {
    let plain = '';
    const origin: number[] = [];
    let at = 0;
    for (const character of text) {
      const code = character.length === 1 ? this.codeOf(character.charCodeAt(0)) : OTHER;
      const form = code === OTHER ? this.otherOf(character) : String.fromCharCode(code);
      plain += form;
      for (let index = 0; index < form.length; index += 1) origin.push(at);
      at += character.length;
    }
    origin.push(text.length);
    return { plain, origin };
  }

  private codeOf(code: number): number {
    const known = this.codes[code] ?? OTHER;
    if (known !== 0) return known;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const form = isHalf ? '' : this.form(String.fromCharCode(code));
    return (this.codes[code] = form.length === 1 ? form.charCodeAt(0) : OTHER);
  }

  private otherOf(character: string): string {
    const known = this.others.get(character);
    if (known !== undefined) return known;
    if (this.others.size >= MOST_OTHERS) this.others.clear();
    const form = this.form(character);
    this.others.set(character, form);
    return form;
  }
}

/** A character that becomes several or none, or takes two places itself. */
const OTHER = 0xffff;
const MOST_OTHERS = 20_000;
const AS_TEXT = new Fold(normaliseForSearch);
const AS_NUMBER = new Fold((character) => (character === ' ' ? ' ' : normaliseNumber(character)));
const isNumber = (mark: string): boolean => /^[\dA-Z]{4,}$/.test(mark);

const JOINS_ON = /[\p{L}\p{N}]/u;
const isHanAt = (text: string, at: number): boolean => isHan(text[at] ?? '');
const isFigureAt = (text: string, at: number): boolean => /\d/u.test(text[at] ?? '');
/** Whether two neighbours are of one word that is no Chinese, or of one figure. */
function isJoined(text: string, at: number): boolean {
  const [left, right] = [text[at - 1] ?? '', text[at] ?? ''];
  if (left === '.') return isFigureAt(text, at - 2) && isFigureAt(text, at);
  if (right === '.') return isFigureAt(text, at - 1) && isFigureAt(text, at + 1);
  return JOINS_ON.test(left) && JOINS_ON.test(right) && !isHanAt(text, at - 1) && !isHanAt(text, at);
}
/** Fewer letters may begin anything; a figure is another one where digits follow. */
const BEGINS = /^\D{3,}$/u;

/**
 * Whether a mark that was met in the text stands there: Chinese anywhere; a Latin word or a figure from the beginning of
 * one on, a short one or a figure to its end: 5 is not marked in 2025.
 */
const stands = (text: string, at: number, mark: string): boolean =>
  !isJoined(text, at) && (BEGINS.test(mark) || !isJoined(text, at + mark.length));

/** Which characters of the text are part of a match: 1 where one is. */
function matchedIn(text: string, marks: readonly string[]): Uint8Array {
  const matched = new Uint8Array(text.length);
  const mark = (fold: Fold, wanted: readonly string[]): void => {
    if (wanted.length === 0) return;
    const { plain, origin } = fold.of(text);
    const cameFrom = (at: number): number => (origin === null ? at : (origin[at] ?? text.length));
    for (const one of wanted)
      for (let at = plain.indexOf(one); at >= 0; at = plain.indexOf(one, at + one.length))
        if (fold === AS_NUMBER || stands(plain, at, one))
          matched.fill(1, cameFrom(at), cameFrom(at + one.length));
  };
  mark(
    AS_TEXT,
    marks.filter((one) => one !== '' && !isNumber(one)),
  );
  mark(AS_NUMBER, marks.filter(isNumber));
  return matched;
}

/** The text with its matches marked, cut to what surrounds the first of them; null where nothing matches. */
export function highlighted(text: string, marks: readonly string[]): HighlightPart[] | null {
  const matched = matchedIn(text, marks);
  const first = matched.indexOf(1);
  if (first < 0) return null;
  const start = text.length <= SNIPPET ? 0 : Math.max(0, Math.min(first - BEFORE, text.length - SNIPPET));
  const end = Math.min(text.length, start + SNIPPET);
  const parts: { text: string; matched: boolean }[] = [];
  for (let at = start, next; at < end; at = next) {
    next = at + 1;
    while (next < end && matched[next] === matched[at]) next += 1;
    parts.push({ text: text.slice(at, next), matched: matched[at] === 1 });
  }
  const [head] = parts;
  const tail = parts.at(-1);
  if (start > 0 && head) head.text = `…${head.text}`;
  if (end < text.length && tail) tail.text = `${tail.text}…`;
  return parts;
}

export const highlightsOf = (
  fields: readonly { readonly name: string; readonly text: string }[],
  marks: readonly string[],
): Highlight[] =>
  fields.flatMap(({ name, text }) => {
    const parts = highlighted(text, marks);
    return parts === null ? [] : [{ field: name, parts }];
  });

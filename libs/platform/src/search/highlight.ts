import { normaliseForSearch, normaliseNumber } from './words.js';

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

/** Normalised characters: a page of texts holds a few hundred, thousands of times. */
const forms = new Map<string, string>();
const MOST_FORMS = 20_000;

function formOf(character: string): string {
  const known = forms.get(character);
  if (known !== undefined) return known;
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = normaliseForSearch(character);
  forms.set(character, form);
  return form;
}

/** Each character of the text with the place its normalised form takes. */
function folded(text: string, fold: (character: string) => string): { plain: string; origin: number[] } {
  let plain = '';
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const form = fold(character);
    plain += form;
    for (let index = 0; index < form.length; index += 1) origin.push(at);
    at += character.length;
  }
  origin.push(text.length);
  return { plain, origin };
}

/** Which characters of the text are part of a match. */
function matchedIn(text: string, marks: readonly string[]): boolean[] {
  const matched = new Array<boolean>(text.length).fill(false);
  const mark = (fold: (character: string) => string, wanted: readonly string[]): void => {
    const { plain, origin } = folded(text, fold);
    for (const one of wanted)
      for (let at = plain.indexOf(one); at >= 0; at = plain.indexOf(one, at + one.length))
        matched.fill(true, origin[at] ?? 0, origin[at + one.length] ?? text.length);
  };
  const isNumber = (one: string): boolean => /^[\dA-Z]{4,}$/.test(one);
  mark(
    formOf,
    marks.filter((one) => one !== '' && !isNumber(one)),
  );
  const numbers = marks.filter(isNumber);
  if (numbers.length > 0)
    mark((character) => (character === ' ' ? ' ' : normaliseNumber(character)), numbers);
  return matched;
}

/** The text with its matches marked, cut to what surrounds the first of them; null where nothing matches. */
export function highlighted(text: string, marks: readonly string[]): HighlightPart[] | null {
  const matched = matchedIn(text, marks);
  const first = matched.indexOf(true);
  if (first < 0) return null;
  const start = text.length <= SNIPPET ? 0 : Math.max(0, Math.min(first - BEFORE, text.length - SNIPPET));
  const end = Math.min(text.length, start + SNIPPET);
  const parts: { text: string; matched: boolean }[] = [];
  for (let at = start; at < end; at += 1) {
    const last = parts.at(-1);
    const isMatch = matched[at] ?? false;
    if (last?.matched === isMatch) last.text += text[at] ?? '';
    else parts.push({ text: text[at] ?? '', matched: isMatch });
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

/** English for the server's Chinese, by sentence: `{0}` stands for what the sentence names. */
export type English = Readonly<Record<string, string>>;

/** A sentence of the server: in Chinese, and, where it names anything, its pattern with what stands in its places. */
export interface Said {
  readonly message: string;
  readonly pattern?: string | null;
  readonly params?: readonly string[] | null;
}

const PLACE = /\{(\d+)\}/;
const HAN = /\p{Script=Han}/u;
const NUMBERS = /^[\d,.:%-]*$/;

interface Shape {
  /** What stands before, between and after the places. */
  readonly literals: readonly string[];
  /** A pattern that hardly says anything itself stands for numbers and days alone. */
  readonly numbers: boolean;
  readonly english: string;
  /** Which parameter stands at each place of the Chinese. */
  readonly order: readonly number[];
}

/** The patterns of a dictionary as shapes; the more a pattern says itself, the earlier it is tried. */
const shapesOf = (dictionary: English): readonly Shape[] =>
  Object.entries(dictionary)
    .filter(([chinese]) => PLACE.test(chinese))
    .sort(([a], [b]) => b.replace(/\{\d+\}/g, '').length - a.replace(/\{\d+\}/g, '').length)
    .map(([chinese, english]) => ({
      literals: chinese.split(/\{\d+\}/),
      numbers: (chinese.match(/\p{Script=Han}/gu) ?? []).length < 2,
      english,
      order: [...chinese.matchAll(/\{(\d+)\}/g)].map(([, index]) => Number(index)),
    }));

/**
 * What stands in the places of a shape, each as short as it can be; undefined where the text is another. Looked for from
 * left to right without turning back, because the text may be people's own and as long as they like.
 */
function partsIn(text: string, { literals, numbers }: Shape): readonly string[] | undefined {
  const [first = '', ...between] = literals;
  const last = between.pop() ?? '';
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return undefined;
  const parts: string[] = [];
  let at = first.length;
  for (const literal of between) {
    const next = text.indexOf(literal, at);
    if (next < 0 || next + literal.length > end) return undefined;
    parts.push(text.slice(at, next));
    at = next + literal.length;
  }
  parts.push(text.slice(at, end));
  return numbers && !parts.every((part) => NUMBERS.test(part)) ? undefined : parts;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Fills the places of an English sentence: `{0}`, or `{0|day|days}` for the word that goes with the number. */
const filled = (english: string, params: readonly string[]): string =>
  english.replace(/\{(\d+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, index: string, one?: string, many?: string) => {
    const value = params[Number(index)] ?? '';
    return one === undefined || many === undefined ? value : value === '1' ? one : many;
  });

export interface Reading {
  /** The English of a sentence; what is not known stays as it was said, such as a name. */
  english(said: Said | string): string;
  /** Whether the dictionary has English for it. */
  knows(said: Said | string): boolean;
}

/** Reads what the server says by a dictionary. What was kept as text alone is recognised by its pattern. */
export function readingBy(dictionary: English): Reading {
  let shapes: readonly Shape[] | undefined;

  function found(text: string): string | undefined {
    const known = dictionary[text];
    if (known !== undefined) return known;
    shapes ??= shapesOf(dictionary);
    for (const shape of shapes) {
      const parts = partsIn(text, shape);
      if (parts === undefined) continue;
      const params: string[] = [];
      shape.order.forEach((index, place) => (params[index] = part(parts[place] ?? '')));
      return filled(shape.english, params);
    }
    return undefined;
  }

  /** What stands in a place: a word of ours, several of them, or a name that stays as it is. */
  function part(text: string): string {
    const known = found(text);
    if (known !== undefined) return known;
    const separator = ['；', '、'].find((mark) => text.includes(mark)) ?? '';
    const pieces = separator === '' ? [] : text.split(separator);
    if (pieces.some((piece) => found(piece) !== undefined || !HAN.test(piece)))
      return pieces.map(part).join(separator === '；' ? '; ' : ', ');
    return text.replace(/^《(.*)》$/s, '“$1”');
  }

  function whole(said: Said | string): string | undefined {
    if (typeof said === 'string') return found(said);
    const { message, pattern, params } = said;
    const english = pattern == null ? undefined : dictionary[pattern];
    return english === undefined ? found(message) : filled(english, (params ?? []).map(part));
  }

  return {
    english: (said) => {
      const known = whole(said);
      return known === undefined ? (typeof said === 'string' ? said : said.message) : capital(known);
    },
    knows: (said) => whole(said) !== undefined,
  };
}

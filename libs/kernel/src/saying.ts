/**
 * A sentence for people whose facts stand apart from it, so that it can be said in other languages:
 * made by {@link say}. In Chinese it is its own text.
 */
export class Saying {
  constructor(
    /** The sentence with `{0}`, `{1}` … where its facts stand: by it other languages find their words. */
    readonly pattern: string,
    /** Numbers, days, names and words of ours, in the order of the places. */
    readonly params: readonly string[],
  ) {}

  toString(): string {
    return this.pattern.replace(/\{(\d+)\}/g, (place, index: string) => this.params[Number(index)] ?? place);
  }
}

/** A sentence without facts is plain text. */
export type Sentence = string | Saying;

/** How a sentence travels: the Chinese, and what is needed to say it in another language. */
export interface Told {
  readonly message: string;
  /** Absent for a sentence without facts: then the message itself is what other languages know it by. */
  readonly pattern?: string;
  readonly params?: readonly string[];
}

/** say`最多 ${max} 项`: the only way in which a sentence that may reach a reader takes up facts. */
export const say = (parts: TemplateStringsArray, ...params: readonly (string | number)[]): Saying =>
  new Saying(
    parts.reduce((pattern, part, index) => `${pattern}{${index - 1}}${part}`),
    params.map(String),
  );

export const told = (sentence: Sentence): Told =>
  typeof sentence === 'string'
    ? { message: sentence }
    : { message: sentence.toString(), pattern: sentence.pattern, params: sentence.params };

/** The sentence of what was told before. */
export const sentenceOf = ({ message, pattern, params }: Told): Sentence =>
  pattern === undefined ? message : new Saying(pattern, params ?? []);

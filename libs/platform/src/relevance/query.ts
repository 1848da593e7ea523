import { BREAK, countUnits, normalise, unitsOf, type Unit } from './units.js';

/** What is looked for: a short title, and a longer text that says more. */
export interface QueryText {
  readonly title: string;
  readonly content: string;
}

export interface WeightedUnit {
  readonly unit: Unit;
  /** 6·ln(1+tf in the title) + ln(1+tf in the content). */
  readonly weight: number;
  /** Whether the title holds it: the ideal answer would. */
  readonly inTitle: boolean;
}

export interface PreparedQuery {
  readonly singles: readonly WeightedUnit[];
  readonly pairs: readonly WeightedUnit[];
  /** The texts as they are read, for the vectors. */
  readonly title: string;
  readonly content: string;
}

/** Title against content, as measured on judged needs: the content tells much that is beside the point. */
const TITLE_WEIGHT = 6;
/** Content beyond this many characters adds cost and no quality. */
const MAX_CONTENT = 2_000;
const MAX_TITLE = 400;

/** Takes out the words that every need has (研发, 技术, 需求 …), leaving a break in their place. */
export function withoutBoilerplate(text: string, boilerplate: ReadonlySet<string>): string {
  const longestFirst = [...boilerplate].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const stripped = longestFirst.reduce((left, word) => left.replaceAll(word, BREAK), normalise(text));
  // A title made of nothing but such words still says something: it stays as it was.
  return /[\p{L}\p{N}]/u.test(stripped) ? stripped : normalise(text);
}

/**
 * The weighted units of a query.
 * @param titleWeight how often a word of the title counts as one of the content.
 */
export function prepareQuery(
  query: QueryText,
  boilerplate: ReadonlySet<string>,
  titleWeight = TITLE_WEIGHT,
): PreparedQuery {
  const title = withoutBoilerplate(query.title.slice(0, MAX_TITLE), boilerplate);
  const content = withoutBoilerplate(query.content.slice(0, MAX_CONTENT), boilerplate);
  const [inTitle, inContent] = [unitsOf(title), unitsOf(content)];
  return {
    singles: weigh(inTitle.singles, inContent.singles, titleWeight),
    pairs: weigh(inTitle.pairs, inContent.pairs, titleWeight),
    title,
    content,
  };
}

function weigh(title: readonly Unit[], content: readonly Unit[], titleWeight: number): WeightedUnit[] {
  const inTitle = countUnits(title);
  const inContent = countUnits(content);
  return [...new Set([...inTitle.keys(), ...inContent.keys()])].map((unit) => ({
    unit,
    weight: titleWeight * Math.log1p(inTitle.get(unit) ?? 0) + Math.log1p(inContent.get(unit) ?? 0),
    inTitle: inTitle.has(unit),
  }));
}

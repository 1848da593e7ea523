/**
 * Scoring of a bid by its panel (评审打分), after reference B7. Points are whole hundredths, so that a mean is exact and
 * rounded once: 85.00 points are 8,500.
 */
export type Points = number;

export interface Criterion {
  readonly code: string;
  /** Most points of this criterion; those of a call sum to 100.00. */
  readonly weight: Points;
}

/** What is fixed with the published call; every number is a parameter with its source. */
export interface ScoringRule {
  /** Criteria in their order: a tie is broken by the first. */
  readonly criteria: readonly Criterion[];
  /** From so many sheets on, one highest and one lowest are dropped. */
  readonly dropFrom: number;
  readonly passLine: Points;
  /** A sheet further than this from the mean is pointed out. */
  readonly deviation: Points;
  /** Where more than this part of the panel advises against, the bid fails whatever its score. */
  readonly against: { readonly numerator: number; readonly denominator: number };
}

/** One expert's sheet for one bid. */
export interface Sheet {
  readonly expert: string;
  /** By criterion's code. */
  readonly points: Readonly<Record<string, Points>>;
  /** 建议 or 不建议立项. */
  readonly recommends: boolean;
}

export interface Standing {
  readonly bid: string;
  /** The mean after dropping; null without a sheet. */
  readonly score: Points | null;
  /** The first criterion's mean over the sheets that count, for ties. */
  readonly first: Points | null;
  readonly recommended: number;
  readonly sheets: number;
  /** Experts whose total lies further from the mean than the rule allows. */
  readonly deviating: readonly string[];
  /** `NOT_ADVANCED`: it passed on paper and was not among those who defend. */
  readonly outcome: 'PASSED' | 'BELOW_THE_LINE' | 'ADVISED_AGAINST' | 'NOT_SCORED' | 'NOT_ADVANCED';
  /** Means of the stages, where there are two. */
  readonly stages?: { readonly written: Points | null; readonly defence: Points | null };
}

export const FULL: Points = 10_000;

export interface SheetFault {
  readonly code: string;
  readonly fault: 'MISSING' | 'OUT_OF_RANGE' | 'UNKNOWN';
}

/** What is wrong with a sheet's points, by criterion's code: none missing, none unknown, each from 0 to its weight. */
export function sheetFaults(given: Sheet['points'], rule: ScoringRule): readonly SheetFault[] {
  const known = new Set(rule.criteria.map(({ code }) => code));
  const wrong = rule.criteria.flatMap(({ code, weight }): SheetFault[] => {
    const points = given[code];
    if (points === undefined) return [{ code, fault: 'MISSING' }];
    return Number.isInteger(points) && points >= 0 && points <= weight
      ? []
      : [{ code, fault: 'OUT_OF_RANGE' }];
  });
  const unknown = Object.keys(given).filter((code) => !known.has(code));
  return [...wrong, ...unknown.map((code): SheetFault => ({ code, fault: 'UNKNOWN' }))];
}

/** Whether the criteria are what a call may publish: each of some weight, 100.00 together, no code twice. */
export const areCriteria = (criteria: readonly Criterion[]): boolean =>
  criteria.length > 0 &&
  criteria.every(({ weight }) => Number.isInteger(weight) && weight > 0) &&
  new Set(criteria.map(({ code }) => code)).size === criteria.length &&
  sum(criteria.map(({ weight }) => weight)) === FULL;

export const totalOf = (sheet: Sheet): Points => sum(Object.values(sheet.points));

/** The mean in hundredths, half up. */
export const meanOf = (points: readonly Points[]): Points =>
  Math.floor((2 * sum(points) + points.length) / (2 * points.length));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The sheets that count: all, or without one of the highest and one of the lowest total where there are enough. Of equal
 * totals it does not matter which is dropped for the score; for the first criterion it does, so the one with the fewest
 * (of the highest) or most (of the lowest) points there is dropped, which is the same whatever order they are listed in.
 */
export function counted(sheets: readonly Sheet[], rule: ScoringRule): readonly Sheet[] {
  if (sheets.length < rule.dropFrom) return sheets;
  const first = rule.criteria[0]?.code ?? '';
  const ordered = [...sheets].sort(
    (a, b) =>
      totalOf(a) - totalOf(b) ||
      (b.points[first] ?? 0) - (a.points[first] ?? 0) ||
      (a.expert < b.expert ? -1 : 1),
  );
  return ordered.slice(1, -1);
}

/** Where a bid stands by the sheets that are in. */
export function standingOf(bid: string, sheets: readonly Sheet[], rule: ScoringRule): Standing {
  const recommended = sheets.filter(({ recommends }) => recommends).length;
  const head = { bid, recommended, sheets: sheets.length };
  if (sheets.length === 0) return { ...head, score: null, first: null, deviating: [], outcome: 'NOT_SCORED' };
  const valid = counted(sheets, rule);
  const score = meanOf(valid.map(totalOf));
  const first = meanOf(valid.map((sheet) => sheet.points[rule.criteria[0]?.code ?? ''] ?? 0));
  const plain = meanOf(sheets.map(totalOf));
  const deviating = sheets
    .filter((sheet) => Math.abs(totalOf(sheet) - plain) > rule.deviation)
    .map(({ expert }) => expert);
  return {
    ...head,
    score,
    first,
    deviating,
    outcome: outcomeOf(score, sheets.length - recommended, sheets.length, rule),
  };
}

/** What a score comes to, with so many sheets that advise against. */
export function outcomeOf(
  score: Points,
  against: number,
  sheets: number,
  rule: ScoringRule,
): Standing['outcome'] {
  const { numerator, denominator } = rule.against;
  if (against * denominator > sheets * numerator) return 'ADVISED_AGAINST';
  return score >= rule.passLine ? 'PASSED' : 'BELOW_THE_LINE';
}

/** Those who passed, best first. Places that score and first criterion leave open are decided by another vote. */
export interface Ranking {
  readonly places: readonly { readonly bid: string; readonly place: number }[];
  /** Groups of bids that share a place: the panel votes again on each. */
  readonly tied: readonly (readonly string[])[];
}

/** @param votes what a second vote gave, by bid: more is better; none before it was held */
export function ranked(
  standings: readonly Standing[],
  votes: ReadonlyMap<string, number> = new Map(),
): Ranking {
  const passed = standings.filter(({ outcome }) => outcome === 'PASSED');
  const keyOf = ({ bid, score, first }: Standing): readonly number[] => [
    score ?? 0,
    first ?? 0,
    votes.get(bid) ?? 0,
  ];
  const ordered = [...passed].sort((a, b) => compared(keyOf(b), keyOf(a)) || (a.bid < b.bid ? -1 : 1));
  const groups: Standing[][] = [];
  for (const standing of ordered) {
    const last = groups[groups.length - 1];
    if (last?.[0] !== undefined && compared(keyOf(last[0]), keyOf(standing)) === 0) last.push(standing);
    else groups.push([standing]);
  }
  let before = 0;
  const places = groups.flatMap((group) => {
    const place = before + 1;
    before += group.length;
    return group.map(({ bid }) => ({ bid, place }));
  });
  const tied = groups.filter(({ length }) => length > 1).map((group) => group.map(({ bid }) => bid));
  return { places, tied };
}

function compared(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

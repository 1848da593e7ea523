/** One judged thing of a group: what is known of it, and how it was judged. */
export interface Sample {
  readonly features: readonly number[];
  readonly grade: number;
}
/** Things that were judged together: the results of one need. Only differences within a group say anything. */
export type Group = readonly Sample[];

/** How firmly the weights are held to those of before, from hardly to wholly; a share of what all samples say. */
const HOLDS = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, Infinity];
const FOLDS = 5;
const LEAST_TRUST = 0.1;

/**
 * Ridge regression of the grades on the features, drawn towards the weights of before and not towards nothing: what the
 * judgements do not tell stays as it was. How firmly, is chosen by cross-validation over whole groups. No weight turns
 * negative, since none of the signals speaks against a match.
 * @param prior weights of before; only their ratios count
 * @returns weights whose ratios count; those of before where the groups say nothing, or speak against all of them
 */
export function learn(groups: readonly Group[], prior: readonly number[]): number[] {
  const told = groups.map(centred).filter((group) => group.some(({ grade }) => grade !== 0));
  if (told.length < FOLDS) return [...prior];
  const errors = HOLDS.map((hold) => {
    let error = 0;
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const weights = solved(
        told.filter((_, at) => at % FOLDS !== fold),
        prior,
        hold,
      );
      error += errorOf(
        told.filter((_, at) => at % FOLDS === fold),
        weights,
      );
    }
    return error;
  });
  // Of equals the firmest: it changes the least.
  const best = errors.lastIndexOf(Math.min(...errors));
  const weights = solved(told, prior, HOLDS[best] ?? Infinity).map((weight) => Math.max(0, weight));
  return weights.some((weight) => weight > 0) ? weights : [...prior];
}

/** The things of a group in the order of these weights would be judged as these numbers, but for a constant. */
export const scored = (features: readonly number[], weights: readonly number[]): number =>
  features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

function centred(group: Group): Group {
  const mean = (of: (sample: Sample) => number): number =>
    group.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, group.length);
  const grade = mean((sample) => sample.grade);
  const width = group[0]?.features.length ?? 0;
  const means = Array.from({ length: width }, (_, at) => mean(({ features }) => features[at] ?? 0));
  return group.map((sample) => ({
    features: sample.features.map((value, at) => value - (means[at] ?? 0)),
    grade: sample.grade - grade,
  }));
}

const errorOf = (groups: readonly Group[], weights: readonly number[]): number =>
  groups.flat().reduce((sum, { features, grade }) => sum + (grade - scored(features, weights)) ** 2, 0);

function solved(groups: readonly Group[], prior: readonly number[], hold: number): number[] {
  const samples = groups.flat();
  const expected = samples.map(({ features }) => scored(features, prior));
  const square = expected.reduce((sum, value) => sum + value * value, 0);
  const along = samples.reduce((sum, { grade }, at) => sum + grade * (expected[at] ?? 0), 0);
  const grades = samples.reduce((sum, { grade }) => sum + grade * grade, 0);
  // How much of a grade the weights of before explain; where they explain little, a tenth of what they might, so that
  // what nobody judged keeps a weight beside what was.
  const scale = square > 0 ? Math.max(along / square, LEAST_TRUST * Math.sqrt(grades / square)) : 1;
  const start = prior.map((weight) => weight * scale);
  if (hold === Infinity) return start;
  const size = prior.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  samples.forEach(({ features, grade }, at) => {
    const left = grade - scale * (expected[at] ?? 0);
    features.forEach((value, row) => {
      right[row] = (right[row] ?? 0) + value * left;
      features.forEach((other, column) => {
        const line = matrix[row] as number[];
        line[column] = (line[column] ?? 0) + value * other;
      });
    });
  });
  // A feature that varies more is held more, so that the unit it is measured in does not matter.
  matrix.forEach((line, at) => {
    line[at] = (line[at] ?? 0) * (1 + hold) || 1;
  });
  const change = solve(matrix, right);
  return start.map((weight, at) => weight + (change[at] ?? 0));
}

/** Gaussian elimination with pivoting, for a handful of features. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (let at = 0; at < size; at += 1) {
    let pivot = at;
    for (let row = at + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row;
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const own = rows[at] as number[];
    const divisor = own[at] || 1;
    for (let column = at; column <= size; column += 1) own[column] = (own[column] ?? 0) / divisor;
    for (const [row, line] of rows.entries()) {
      const factor = row === at ? 0 : (line[at] ?? 0);
      if (factor === 0) continue;
      for (let column = at; column <= size; column += 1)
        line[column] = (line[column] ?? 0) - factor * (own[column] ?? 0);
    }
  }
  return rows.map((line) => line[size] ?? 0);
}

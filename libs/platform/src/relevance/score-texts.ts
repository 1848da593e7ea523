import type { IndexedText } from './text-index.js';
import type { PreparedQuery, WeightedUnit } from './query.js';
import { deviation, lexicalSignals, signalWeights, worthOfCount, type Signal } from './signals.js';
import { rarityIn, type CorpusStatistics } from './statistics.js';
import { unitsOf, type Unit } from './units.js';

/**
 * Fused lexical scores of a few texts by id, as an index of them alone would give with the market's statistics: only
 * what the query holds is counted, which takes a fifth of the time that making an index does.
 */
export function scoreTexts(
  texts: readonly IndexedText[],
  query: PreparedQuery,
  market: CorpusStatistics,
): Map<string, number> {
  const averageLength = market.average('singles');
  const signals = lexicalSignals(averageLength);
  const weights = signalWeights(averageLength);
  const units = texts.map(({ text }) => unitsOf(text));
  const shares = (['singles', 'pairs'] as const).map((name) => {
    const values = valuesOf(query[name], signals[name], market);
    const average = market.average(name);
    const scores = units.map((unit) => score(unit[name], values, signals[name], average));
    const scale = weights[name] / deviation(scores);
    return scores.map((one) => one * scale);
  });
  return new Map(
    texts.map(({ id }, at) => [id, shares.reduce((sum, share) => sum + (share[at] ?? 0), 0)] as const),
  );
}

/** What each unit of the query is worth. */
const valuesOf = (
  units: readonly WeightedUnit[],
  { name, idfPower }: Signal,
  market: CorpusStatistics,
): Map<Unit, number> =>
  new Map(units.map(({ unit, weight }) => [unit, weight * rarityIn(market, name, unit) ** idfPower]));

function score(
  units: readonly Unit[],
  values: ReadonlyMap<Unit, number>,
  signal: Signal,
  average: number,
): number {
  const counts = new Map<Unit, number>();
  for (const unit of units) if (values.has(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let sum = 0;
  for (const [unit, count] of counts)
    sum += worthOfCount(count, units.length, values.get(unit) ?? 0, signal, average);
  return sum;
}

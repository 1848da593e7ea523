import { measureClasses } from './class-suggestion.js';
import { measureDuplicates } from './near-duplicates.js';

/** What must hold (issue 3): a change that falls below it fails. */
export const BOUNDS = { macroF1: 0.8, recall: 0.95, precision: 0.9 } as const;
export const PAIRS = { count: 200, seed: 20_261_128 } as const;

/**
 * `npm run eval -- contracts [development]`: class suggestion on labelled texts, near-duplicates on seeded pairs.
 * The rules were written on the development half; the figures that count are of the other one, whose misses are not
 * shown, so that nobody tunes on them.
 */
export async function evaluate(words: readonly string[]): Promise<object> {
  const half = words.includes('development') ? 'development' : 'held-out';
  const classes = measureClasses(half);
  const duplicates = measureDuplicates(half, PAIRS.count, PAIRS.seed);
  const f1 = Object.entries(classes.f1).map(([code, value]) => `${code} ${value}`);
  console.log(`half: ${half}`);
  console.log(`class suggestion, ${classes.texts} texts: macro-F1 ${classes.macroF1} (${f1.join(', ')})`);
  console.log(`  subclass right as well: ${classes.subclassAccuracy}`);
  console.log(
    `near-duplicates, ${duplicates.pairs} pairs: recall ${duplicates.recall}, precision ${duplicates.precision}`,
  );
  if (half === 'development')
    for (const miss of [...classes.misses, ...duplicates.misses]) console.log(`  ${miss}`);
  const { macroF1, texts, subclassAccuracy } = classes;
  const { recall, precision, pairs } = duplicates;
  const ok = macroF1 >= BOUNDS.macroF1 && recall >= BOUNDS.recall && precision >= BOUNDS.precision;
  return { ok, half, texts, macroF1, subclassAccuracy, pairs, recall, precision };
}

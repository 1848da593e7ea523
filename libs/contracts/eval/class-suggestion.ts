import { suggestClass } from '../src/core/text/classify.js';
import { labelledTexts, passagesOf, type Half } from './texts.js';

export interface ClassFigures {
  readonly texts: number;
  /** Mean of the F1 of the five classes and of what is none. */
  readonly macroF1: number;
  readonly f1: Readonly<Record<string, number>>;
  /** Share of texts whose subclass is right as well. */
  readonly subclassAccuracy: number;
  /** `id: label → suggestion` of each miss. */
  readonly misses: readonly string[];
}

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

function f1(pairs: readonly (readonly [string, string])[], of: string): number {
  const hits = pairs.filter(([truth, said]) => truth === of && said === of).length;
  const truths = pairs.filter(([truth]) => truth === of).length;
  const said = pairs.filter(([, answer]) => answer === of).length;
  return truths + said === 0 ? 1 : (2 * hits) / (truths + said);
}

export function measureClasses(half: Half): ClassFigures {
  const judged = labelledTexts(half).map(({ id, label, text }) => {
    const suggestion = suggestClass(passagesOf(text));
    return {
      id,
      label,
      said: suggestion?.contractClass ?? '0',
      subclass: suggestion?.subclass ?? suggestion?.contractClass ?? '0',
    };
  });
  const pairs = judged.map(({ label, said }) => [label.slice(0, 1), said] as const);
  const classes = [...new Set(pairs.map(([truth]) => truth))].toSorted();
  const each = Object.fromEntries(classes.map((code) => [code, round(f1(pairs, code))]));
  return {
    texts: judged.length,
    macroF1: round(Object.values(each).reduce((sum, value) => sum + value, 0) / classes.length),
    f1: each,
    subclassAccuracy: round(
      judged.filter(({ label, subclass }) => label === subclass).length / judged.length,
    ),
    misses: judged
      .filter(({ label, subclass }) => label !== subclass)
      .map(({ id, label, subclass }) => `${id}: ${label} → ${subclass}`),
  };
}

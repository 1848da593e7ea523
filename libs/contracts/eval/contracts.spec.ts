import { CONTRACT_LANGUAGE } from '../src/core/text/contract-language.js';
import { measureClasses } from './class-suggestion.js';
import { contractLanguage } from './contract-language.js';
import { BOUNDS, PAIRS } from './contracts.eval.js';
import { measureDuplicates } from './near-duplicates.js';
import { labelledTexts } from './texts.js';

describe('what is recognised in contract texts', () => {
  it('names the class of texts that the rules were not written on', () => {
    const { texts, macroF1 } = measureClasses('held-out');
    expect(texts).toBeGreaterThanOrEqual(30);
    expect(macroF1).toBeGreaterThanOrEqual(BOUNDS.macroF1);
  });

  it('finds near-duplicates, and tells them from contracts of the same template', () => {
    const { pairs, recall, precision } = measureDuplicates('held-out', PAIRS.count, PAIRS.seed);
    expect(pairs).toBe(200);
    expect(recall).toBeGreaterThanOrEqual(BOUNDS.recall);
    expect(precision).toBeGreaterThanOrEqual(BOUNDS.precision);
  });

  it('learns the language of contracts from the development half alone', () => {
    expect(CONTRACT_LANGUAGE).toBe(contractLanguage());
  });

  it('covers all five classes and what is none, in both halves', () => {
    for (const half of ['development', 'held-out'] as const) {
      const classes = new Set(labelledTexts(half).map(({ label }) => label.slice(0, 1)));
      expect([...classes].toSorted()).toEqual(['0', '1', '2', '3', '4', '5']);
    }
  });
});

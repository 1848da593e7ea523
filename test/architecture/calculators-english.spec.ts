import fc from 'fast-check';
import { load } from './sources.js';

/** What the calculators say in Chinese, the portal says in English too: names, formulas, reasons and notes. */

interface Field {
  readonly kind: 'MONEY' | 'YES_NO' | 'DAY' | 'TEXT' | 'COUNT' | 'PERCENT' | 'CHOICE' | 'ROWS';
  readonly min?: number;
  readonly max?: number;
  readonly choices?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, Field>>;
}
interface Outcome {
  readonly headline: string;
  readonly results: readonly { readonly label: string }[];
  readonly steps: readonly { readonly label: string; readonly formula: string; readonly working: string }[];
  readonly obstacles: readonly string[];
  readonly notes: readonly string[];
}
interface Calculator {
  readonly id: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly parameters: Readonly<
    Record<string, { readonly title: string; readonly versions: readonly { readonly value: number }[] }>
  >;
  readonly calculate: (inputs: unknown, parameters: unknown) => Outcome;
}
const { CALCULATORS, PRE_CHECK } = {
  ...(await load('libs/contracts/src/core/calculators/calculators.ts')),
  ...(await load('libs/contracts/src/core/calculators/calculator.ts')),
} as { readonly CALCULATORS: readonly Calculator[]; readonly PRE_CHECK: string };
const { englishOf } = (await load('apps/portal/src/calculators/englishWorking.ts')) as {
  readonly englishOf: (chinese: string) => string;
};

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'MONEY':
      return fc.integer({ min: 0, max: 10_000_000_000 });
    case 'YES_NO':
      return fc.boolean();
    case 'DAY':
      return fc.constantFrom('2020-01-31', '2024-02-29', '2026-11-23');
    case 'TEXT':
      return fc.constantFrom('', 'Blade coating');
    case 'COUNT':
      return fc.integer({ min: field.min, max: field.max });
    case 'PERCENT':
      return fc.option(fc.integer({ min: 0, max: 10_000 }));
    case 'CHOICE':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'ROWS':
      return fc.array(inputsOf(field.fields ?? {}), { minLength: field.min ?? 0, maxLength: 4 });
  }
}
const inputsOf = (fields: Readonly<Record<string, Field>>): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field)])));

/** Laws and notices are cited by their own names. */
const CITED = /(财税〔\d{4}〕\d+号|增值税法|印花税法)(第[一二三四五六七八九十]+条)?/g;
const leftInChinese = (sayings: readonly string[]): string[] =>
  sayings.filter((saying) => /\p{Script=Han}/u.test(englishOf(saying).replace(CITED, '')));

describe('the calculators in English', () => {
  it.each(CALCULATORS.map((calculator) => [calculator.id, calculator] as const))('%s', (_, calculator) => {
    const uses = Object.entries(calculator.parameters);
    const lawOf = (inForce: boolean): unknown =>
      Object.fromEntries(
        uses.map(([key, { versions, title }]) => [
          key,
          title.includes('（1为有效）') && !inForce ? 0 : (versions[0]?.value ?? 0),
        ]),
      );
    expect(leftInChinese([...uses.map(([, { title }]) => title), PRE_CHECK])).toEqual([]);
    fc.assert(
      fc.property(inputsOf(calculator.fields), fc.boolean(), (inputs, inForce) => {
        const outcome = calculator.calculate(inputs, lawOf(inForce));
        expect(
          leftInChinese([
            outcome.headline,
            ...outcome.results.map(({ label }) => label),
            ...outcome.steps.flatMap(({ label, formula, working }) => [label, formula, working]),
            ...outcome.obstacles,
            ...outcome.notes,
          ]),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

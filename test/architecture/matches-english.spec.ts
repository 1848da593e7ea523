import { load } from './sources.js';

/** What matching says of the parts of a score in Chinese, the portal says in English from the same code and facts. */

interface Named {
  readonly nameOf: (table: string, code: string) => string;
  readonly modes: Readonly<Record<string, string>>;
}
const { NOTE_CODES, inChinese } = (await load('libs/matching/src/core/notes.ts')) as {
  readonly NOTE_CODES: readonly string[];
  readonly inChinese: (note: object, names: object) => string;
};
const { noteInEnglish } = (await load('apps/portal/src/matches/englishNotes.ts')) as {
  readonly noteInEnglish: (code: string, facts: readonly string[], named: Named) => string;
};

/** Facts that can be found again in a sentence: amounts are told by their yuan. */
const facts = ['12300', '45600'];
const shown = (sentence: string): boolean[] =>
  facts.map(
    (fact) => sentence.includes(fact) || sentence.replaceAll(',', '').includes(`${Number(fact) / 100}`),
  );

describe('matches in English', () => {
  it.each(NOTE_CODES)('%s', (code) => {
    const same = (value: string): string => value;
    const chinese = inChinese({ code, facts }, { cluster: same, division: same });
    const english = noteInEnglish(code, facts, { nameOf: (_, one) => one, modes: {} });
    expect(english).not.toMatch(/\p{Script=Han}|undefined|NaN/u);
    const [first, second] = shown(english);
    // In Chinese amounts are in 万元: 123 元 are 0.0123.
    expect([first, second]).toEqual([
      chinese.includes('12300') || chinese.includes('0.0123'),
      chinese.includes('45600') || chinese.includes('0.0456'),
    ]);
  });
});

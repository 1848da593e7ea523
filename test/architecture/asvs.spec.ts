import { existsSync } from 'node:fs';
import { textOf } from './sources.js';

/** How many requirements of levels 1 and 2 each section of release 5.0.0 has, chapter by chapter. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5 },
  ...{ '6.6': 3, '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2 },
  ...{ '8.2': 3, '8.3': 1, '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11 },
  ...{ '10.5': 5, '10.6': 2, '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1 },
  ...{ '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5 },
  ...{ '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const asked = Object.entries(SECTIONS).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);

/** `1.2.1–1.2.3, 1.2.5` as the numbers that it stands for. */
function numbersIn(text: string): string[] {
  return text.split(', ').flatMap((part) => {
    const [first = '', last = first] = part.split('–');
    const section = first.slice(0, first.lastIndexOf('.'));
    const [from, to] = [first, last].map((number) => Number(number.split('.')[2]));
    return Array.from(
      { length: Number(to) - Number(from) + 1 },
      (_, index) => `${section}.${Number(from) + index}`,
    );
  });
}

const rows = textOf('docs/asvs.md')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [numbers = '', gist = '', state = '', evidence = ''] = line.slice(2, -2).split(' | ');
    return { numbers: numbersIn(numbers), gist, state, evidence };
  });

describe('the table of OWASP ASVS', () => {
  it('has every requirement of levels 1 and 2, once', () => {
    expect(asked).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => numbers).sort()).toEqual([...asked].sort());
  });

  it('says of each where it stands, and by what', () => {
    const unsaid = rows.filter(
      ({ gist, state, evidence }) =>
        !['met', 'open', 'not applicable'].includes(state) || gist === '' || evidence === '',
    );
    expect(unsaid).toEqual([]);
  });

  it('names files that there are', () => {
    const named = rows.flatMap(({ evidence }) => [...evidence.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+)`/g)]);
    const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(path));
    expect([named.length > 100, missing]).toEqual([true, []]);
  });

  it('has what is open on the roadmap, and nothing else there', () => {
    const open = rows.filter(({ state }) => state === 'open').flatMap(({ numbers }) => numbers);
    const [line = ''] = textOf('docs/roadmap.md')
      .split('\n')
      .filter((one) => one.includes('OWASP ASVS'));
    expect((line.match(/\b\d+\.\d+\.\d+\b/g) ?? []).sort()).toEqual([...open].sort());
  });
});

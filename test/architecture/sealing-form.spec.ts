import { load } from './sources.js';

/** What the page that seals asks of a consortium before it seals: nobody else sees the form until the opening. */

const { isWhole } = (await load('apps/portal/sealing/src/bid.ts')) as {
  readonly isWhole: (shares: readonly string[]) => boolean;
};

/** Every way to cut a hundred per cent into three, to tenths of one. */
const CUTS = Array.from({ length: 1001 }, (_, one) =>
  Array.from({ length: 1001 - one }, (_, two) => [one, two, 1000 - one - two].map((part) => `${part / 10}`)),
).flat();

describe('shares of a consortium', () => {
  it('are the whole however they are cut', () => {
    expect(CUTS.filter((shares) => !isWhole(shares))).toEqual([]);
    expect(isWhole(['33.33', '33.33', '33.34'])).toBe(true);
  });

  it('are not where some are missing, too many or no numbers', () => {
    const wrong = [['99.9'], ['60', '40.1'], ['60', ''], ['', ''], ['60', 'forty'], ['110', '-10']];
    expect(wrong.filter(isWhole)).toEqual([]);
  });
});

import fc from 'fast-check';
import {
  areCriteria,
  counted,
  meanOf,
  ranked,
  sheetFaults,
  standingOf,
  totalOf,
  type ScoringRule,
  type Sheet,
} from './scoring.js';

/** Weights and numbers of reference B7, [D]. */
const RULE: ScoringRule = {
  criteria: [
    { code: 'NEED', weight: 3000 },
    { code: 'ROUTE', weight: 2500 },
    { code: 'TEAM', weight: 2000 },
    { code: 'PLAN', weight: 1500 },
    { code: 'IP', weight: 1000 },
  ],
  dropFrom: 6,
  passLine: 6000,
  deviation: 2000,
  against: { numerator: 1, denominator: 3 },
};

/** A sheet of this total, spread over the criteria by their weights. */
function aSheet(expert: string, total: number, recommends = true): Sheet {
  let left = Math.round(total * 100);
  const points: Record<string, number> = {};
  for (const { code, weight } of RULE.criteria) {
    points[code] = Math.min(weight, left);
    left -= points[code];
  }
  return { expert, points, recommends };
}
const sheetsOf = (totals: readonly number[]): Sheet[] =>
  totals.map((total, at) => aSheet(`expert-${at}`, total));

const anySheet = fc
  .tuple(...RULE.criteria.map(({ weight }) => fc.integer({ min: 0, max: weight })), fc.boolean())
  .map((parts): Omit<Sheet, 'expert'> => ({
    points: Object.fromEntries(RULE.criteria.map(({ code }, at) => [code, parts[at] as number])),
    recommends: parts[RULE.criteria.length] as boolean,
  }));
const anySheets = (minLength: number) =>
  fc
    .array(anySheet, { minLength, maxLength: 11 })
    .map((list) => list.map((one, at) => ({ ...one, expert: `e${at}` })));

describe('a score', () => {
  it('is the vector of reference B7', () => {
    const standing = standingOf('bid', sheetsOf([92, 88, 85, 85, 84, 83, 70]), RULE);
    expect(standing.score).toBe(8500);
    expect(standing.outcome).toBe('PASSED');
  });

  it('drops nothing of five sheets or fewer, one highest and one lowest of six or more', () => {
    expect(standingOf('bid', sheetsOf([90, 80, 70, 60, 50]), RULE).score).toBe(7000);
    expect(standingOf('bid', sheetsOf([100, 80, 80, 80, 80, 0]), RULE).score).toBe(8000);
  });

  it('is rounded once, half up, to hundredths', () => {
    expect(meanOf([8500, 8501])).toBe(8501);
    expect(meanOf([1, 1, 2])).toBe(1);
    expect(meanOf([1, 2, 2])).toBe(2);
  });

  it('passes at the line, not below it', () => {
    expect(standingOf('bid', sheetsOf([60, 60, 60]), RULE).outcome).toBe('PASSED');
    expect(standingOf('bid', sheetsOf([60, 60, 59.98]), RULE).outcome).toBe('BELOW_THE_LINE');
  });

  it('does not help where more than a third advises against', () => {
    const sheets = (against: number) =>
      Array.from({ length: 6 }, (_, at) => aSheet(`e${at}`, 95, at >= against));
    expect(standingOf('bid', sheets(2), RULE).outcome).toBe('PASSED');
    expect(standingOf('bid', sheets(3), RULE).outcome).toBe('ADVISED_AGAINST');
  });

  it('points out who lies more than 20 from the mean', () => {
    expect(standingOf('bid', sheetsOf([90, 90, 90, 90, 60]), RULE).deviating).toEqual(['expert-4']);
    expect(standingOf('bid', sheetsOf([80, 80, 80, 80, 60]), RULE).deviating).toEqual([]);
  });

  it('lies between the lowest and the highest that count, in any order of the sheets', () => {
    fc.assert(
      fc.property(anySheets(1), (sheets) => {
        const totals = counted(sheets, RULE).map(totalOf);
        const standing = standingOf('bid', sheets, RULE);
        expect(standing.score).toBeGreaterThanOrEqual(Math.min(...totals));
        expect(standing.score).toBeLessThanOrEqual(Math.max(...totals));
        expect(standingOf('bid', [...sheets].reverse(), RULE)).toEqual({
          ...standing,
          deviating: [...standing.deviating].reverse(),
        });
      }),
    );
  });

  it('no single sheet among six or more moves it beyond what the others say', () => {
    fc.assert(
      fc.property(anySheets(6), anySheet, (sheets, other) => {
        const others = sheets.slice(1).map(totalOf);
        const { score } = standingOf('bid', [{ ...other, expert: 'e0' }, ...sheets.slice(1)], RULE);
        expect(score).toBeGreaterThanOrEqual(Math.min(...others));
        expect(score).toBeLessThanOrEqual(Math.max(...others));
      }),
    );
  });
});

describe('a sheet', () => {
  it('has every criterion, none other, and none above its weight', () => {
    const sheet = aSheet('e', 80);
    expect(sheetFaults(sheet.points, RULE)).toEqual([]);
    const { NEED: _, ...without } = sheet.points;
    expect(sheetFaults({ ...without, TEAM: 2001, PLAN: -1, OTHER: 5 }, RULE)).toEqual([
      { code: 'NEED', fault: 'MISSING' },
      { code: 'TEAM', fault: 'OUT_OF_RANGE' },
      { code: 'PLAN', fault: 'OUT_OF_RANGE' },
      { code: 'OTHER', fault: 'UNKNOWN' },
    ]);
  });

  it('stands on criteria that sum to 100', () => {
    expect(areCriteria(RULE.criteria)).toBe(true);
    expect(areCriteria([])).toBe(false);
    expect(areCriteria(RULE.criteria.slice(1))).toBe(false);
    expect(
      areCriteria([
        { code: 'A', weight: 5000 },
        { code: 'A', weight: 5000 },
      ]),
    ).toBe(false);
    expect(
      areCriteria([
        { code: 'A', weight: 10_000 },
        { code: 'B', weight: 0 },
      ]),
    ).toBe(false);
  });
});

describe('a ranking', () => {
  const standing = (bid: string, total: number, first: number) => ({
    ...standingOf(
      bid,
      [{ expert: 'e', points: { NEED: first * 100, ROUTE: (total - first) * 100 }, recommends: true }],
      {
        ...RULE,
        criteria: [
          { code: 'NEED', weight: 5000 },
          { code: 'ROUTE', weight: 5000 },
        ],
      },
    ),
  });

  it('goes by score, then by the first criterion, then by another vote; who failed has no place', () => {
    const standings = [
      standing('a', 80, 30),
      standing('b', 80, 35),
      standing('c', 90, 40),
      standing('d', 80, 30),
      standing('e', 50, 40),
    ];
    expect(ranked(standings)).toEqual({
      places: [
        { bid: 'c', place: 1 },
        { bid: 'b', place: 2 },
        { bid: 'a', place: 3 },
        { bid: 'd', place: 3 },
      ],
      tied: [['a', 'd']],
    });
    const votes = new Map([
      ['a', 2],
      ['d', 5],
    ]);
    expect(ranked(standings, votes).places.slice(2)).toEqual([
      { bid: 'd', place: 3 },
      { bid: 'a', place: 4 },
    ]);
    expect(ranked(standings, votes).tied).toEqual([]);
  });

  it('is the same in any order of the bids', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 40, max: 70 }), fc.integer({ min: 10, max: 12 })), {
          maxLength: 8,
        }),
        (list) => {
          const standings = list.map(([total, first], at) => standing(`bid-${at}`, total, first));
          expect(ranked([...standings].reverse())).toEqual(ranked(standings));
        },
      ),
    );
  });
});

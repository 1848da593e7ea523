import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { exclusionsOf, shownExclusions, type ExclusionCode } from './exclusions.js';
import type { NeedFacts, ResultFacts, Verdicts } from './listing.js';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, relatedness, scorePair } from './score.js';
import { COLD_START, DEFAULTS, modelVersion, PART_NAMES, type PartName } from './weights.js';

const TODAY = '2026-11-23';
const NAMES = { cluster: (code: string) => `集群${code}`, division: (code: string) => `县${code}` };

const aNeed = (need: Partial<NeedFacts> = {}): NeedFacts => ({
  kind: 'NEED',
  id: 'n',
  ownerId: 'buyer',
  divisionCode: '140900',
  cluster: null,
  techField: null,
  cooperationModes: [],
  online: true,
  expiresOn: null,
  needType: null,
  anonymous: false,
  budgetMin: null,
  budgetMax: null,
  neededBy: null,
  ...need,
});
const aResult = (result: Partial<ResultFacts> = {}): ResultFacts => ({
  kind: 'RESULT',
  id: 'r',
  ownerId: 'seller',
  divisionCode: '140900',
  cluster: null,
  techField: null,
  cooperationModes: [],
  online: true,
  expiresOn: null,
  trl: null,
  priceMode: null,
  priceMin: null,
  priceMax: null,
  rights: [],
  ...result,
});

interface Case {
  readonly need?: Partial<NeedFacts>;
  readonly result?: Partial<ResultFacts>;
  readonly verdicts?: Verdicts;
  readonly value: number;
}
const expected = JSON.parse(
  readFileSync(new URL('../../test/parts.expected.json', import.meta.url), 'utf8'),
) as Record<string, Case[]>;

describe('the parts of a score', () => {
  it('all but the text have their expected values committed', () =>
    expect(Object.keys(expected).sort()).toEqual(PART_NAMES.filter((name) => name !== 'TEXT').sort()));

  it.each(
    Object.entries(expected).flatMap(([name, cases]) => cases.map((one) => [name as PartName, one] as const)),
  )('%s %j', (name, { need, result, verdicts, value }) => {
    const { parts } = scorePair(
      { need: aNeed(need), result: aResult(result), ratio: 1, verdicts },
      DEFAULTS,
      NAMES,
      TODAY,
    );
    const part = parts.find((one) => one.name === name);
    expect(part?.value).toBeCloseTo(value, 3);
    expect(part?.note).not.toMatch(/undefined|null/);
  });
});

const day = fc.option(fc.constantFrom('2026-01-01', '2026-11-23', '2027-05-01', '2035-01-01'));
const fen = fc.option(fc.integer({ min: 0, max: 10_000_000_000_000 }));
const modes = fc.subarray([
  'TRANSFER',
  'LICENCE_ORDINARY',
  'EQUITY',
  'JOINT_RND',
  'SERVICE',
  'TALENT',
  'OTHER',
]);
const place = {
  divisionCode: fc.constantFrom('', '140900', '140981', '110108'),
  cluster: fc.option(fc.constantFrom('01', '02')),
  techField: fc.option(fc.constantFrom('01', '02', '11')),
  cooperationModes: modes,
  online: fc.boolean(),
  expiresOn: day,
};
const needs = fc
  .record({
    ...place,
    budgetMin: fen,
    budgetMax: fen,
    neededBy: day,
    needType: fc.option(fc.constantFrom('PILOT', 'PROCESS', 'TALENT')),
  })
  .map(aNeed);
const results = fc
  .record({
    ...place,
    trl: fc.option(fc.integer({ min: 1, max: 13 })),
    priceMin: fen,
    priceMode: fc.constantFrom('FIXED', 'NEGOTIABLE', null),
    rights: fc.array(
      fc.record({ status: fc.constantFrom('PENDING', 'GRANTED', 'EXPIRED'), expiresOn: day }),
      { maxLength: 3 },
    ),
  })
  .map(aResult);
const ratios = fc.double({ min: 0, max: 1, noNaN: true });
const weights = fc
  .tuple(...PART_NAMES.map(() => fc.integer({ min: 0, max: 100 })))
  .map(
    (values) =>
      Object.fromEntries(PART_NAMES.map((name, index) => [name, values[index] ?? 0])) as typeof COLD_START,
  );

describe('a score', () => {
  it('lies between 0 and 100 and is the sum of its parts, whatever the weights', () =>
    fc.assert(
      fc.property(needs, results, ratios, weights, (need, result, ratio, chosen) => {
        const { total, exact, parts } = scorePair(
          { need, result, ratio },
          { ...DEFAULTS, weights: chosen },
          NAMES,
          TODAY,
        );
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
        expect(Math.abs(parts.reduce((sum, part) => sum + part.points, 0) - exact)).toBeLessThan(0.1);
        for (const part of parts) {
          expect(part.value).toBeGreaterThanOrEqual(0);
          expect(part.value).toBeLessThanOrEqual(1);
        }
      }),
    ));

  it('grows with how related the texts are, everything else being equal', () =>
    fc.assert(
      fc.property(needs, results, ratios, ratios, (need, result, one, other) => {
        const score = (ratio: number): number =>
          scorePair({ need, result, ratio }, DEFAULTS, NAMES, TODAY).exact;
        expect(score(Math.max(one, other))).toBeGreaterThanOrEqual(score(Math.min(one, other)));
      }),
    ));

  it('is nothing for two strangers of one cluster and one town', () => {
    const common = { cluster: '01', techField: '05', divisionCode: '140981', cooperationModes: ['TRANSFER'] };
    expect(
      scorePair({ need: aNeed(common), result: aResult(common), ratio: 0.04 }, DEFAULTS, NAMES, TODAY).total,
    ).toBe(0);
  });

  it('says which model gave it', () => {
    expect(modelVersion(COLD_START, null)).toBe('lexical-2 d2:25.25.10.10.10.5.5.5.5');
    expect(modelVersion(COLD_START, 3)).toBe('lexical-2 vectors-3 d2:25.25.10.10.10.5.5.5.5');
    expect(modelVersion({ ...COLD_START, TEXT: 40.4 }, 3, { isLearnt: true, embeddedBy: 'bge-m3' })).toBe(
      'lexical-2 vectors-3 embeddings:bge-m3 learnt:25.40.10.10.10.5.5.5.5',
    );
    expect(PART_NAMES.reduce((sum, name) => sum + COLD_START[name], 0)).toBe(100);
  });

  it('gives its reasons and its cautions in words', () => {
    const need = aNeed({
      cluster: '05',
      cooperationModes: ['TRANSFER'],
      budgetMax: 500_000_00,
      neededBy: '2026-12-01',
    });
    const result = aResult({ cluster: '05', cooperationModes: ['TRANSFER'], priceMin: 300_000_00, trl: 4 });
    const score = scorePair({ need, result, ratio: 0.6 }, DEFAULTS, NAMES, TODAY);
    expect(reasonsOf(score, ['煤矸石', '陶粒'])).toEqual([
      '都涉及煤矸石、陶粒',
      '同属“集群05”产业集群',
      '双方都接受转让',
      '成果要价 30 万元起，在需求预算 50 万元 以内',
      '双方都在县140900',
    ]);
    expect(reasonsOf(score, [])[0]).toBe('内容高度相关');
    expect(cautionsOf(score)).toEqual(['距 2026-12-01 较近，成果可能来不及成熟']);
    expect(reasonParts(score, ['煤矸石'])).toEqual(['TEXT', 'FIELD', 'COOPERATION', 'PRICE', 'PLACE']);
    expect(reasonParts(score, [])).toEqual(['TEXT', 'FIELD', 'COOPERATION', 'PRICE', 'PLACE']);
    expect(cautionParts(score)).toEqual(['TIME']);
    const said = score.parts.map(({ name, code, facts }) => [name, code, ...facts]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['FIELD', 'SAME_CLUSTER', '05'],
        ['TEXT', 'TEXT_CLOSE'],
        ['PRICE', 'PRICE_WITHIN', '30000000', '50000000'],
        ['PLACE', 'SAME_DIVISION', '140900'],
        ['TIME', 'TIME_SHORT', '2026-12-01'],
      ]),
    );
  });

  it.each<[string, Partial<NeedFacts>, Partial<ResultFacts>, PartName]>([
    ['a price a little above the budget', { budgetMax: 100 }, { priceMin: 105 }, 'PRICE'],
    ['a term that is nearly long enough', { neededBy: '2028-04-20' }, { trl: 6 }, 'TIME'],
    ['a level of readiness short of what is used', { needType: 'PRODUCT' }, { trl: 3 }, 'MATURITY'],
    [
      'rights that end within a year',
      {},
      { rights: [{ status: 'GRANTED', expiresOn: '2027-06-01' }] },
      'RIGHTS',
    ],
  ])('never gives %s as a reason, and warns of it', (_, need, result, part) => {
    const score = scorePair(
      { need: aNeed(need), result: aResult(result), ratio: 0.6 },
      DEFAULTS,
      NAMES,
      TODAY,
    );
    expect(reasonParts(score, ['陶粒'])).not.toContain(part);
    expect(cautionParts(score)).toContain(part);
  });

  it('says of each part one thing: a reason, a caution, or nothing', () =>
    fc.assert(
      fc.property(needs, results, ratios, (need, result, ratio) => {
        const score = scorePair({ need, result, ratio }, DEFAULTS, NAMES, TODAY);
        const said = [...reasonParts(score, []), ...cautionParts(score)];
        expect(new Set(said).size).toBe(said.length);
      }),
    ));
});

describe('relatedness', () => {
  it('is monotone and stays within 0 and 1', () =>
    fc.assert(
      fc.property(ratios, ratios, (one, other) => {
        const [low, high] = [relatedness(Math.min(one, other)), relatedness(Math.max(one, other))];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    ));
  it.each([
    [0, 0],
    [0.05, 0],
    [0.3, 0.3],
    [0.5, 0.7],
    [0.8, 0.95],
    [1, 1],
  ])('%d → %d', (ratio, related) => expect(relatedness(ratio)).toBeCloseTo(related, 6));
});

describe('exclusions', () => {
  const codes = (need: Partial<NeedFacts>, result: Partial<ResultFacts>): ExclusionCode[] =>
    exclusionsOf(aNeed(need), aResult(result), TODAY, 20_000).map(({ code }) => code);

  it.each<[string, Partial<NeedFacts>, Partial<ResultFacts>, ExclusionCode[]]>([
    ['nothing', {}, {}, []],
    [
      'rights all gone',
      {},
      {
        rights: [
          { status: 'EXPIRED', expiresOn: null },
          { status: 'GRANTED', expiresOn: '2026-11-22' },
        ],
      },
      ['EXPIRED_RIGHTS'],
    ],
    [
      'one right left',
      {},
      {
        rights: [
          { status: 'EXPIRED', expiresOn: null },
          { status: 'GRANTED', expiresOn: '2026-11-23' },
        ],
      },
      [],
    ],
    ['no right registered', {}, { rights: [] }, []],
    ['floor at twice the budget', { budgetMax: 100 }, { priceMin: 200 }, []],
    ['floor above twice the budget', { budgetMax: 100 }, { priceMin: 201 }, ['PRICE_OUT_OF_REACH']],
    ['the largest amounts', { budgetMax: 5_000_000_000_000 }, { priceMin: 10_000_000_000_000 }, []],
    ['no budget', {}, { priceMin: 201 }, []],
    ['offline', { online: false }, {}, ['OFFLINE']],
    ['one owner', { ownerId: 'x' }, { ownerId: 'x', online: false }, ['OFFLINE', 'OWN_ORGANISATION']],
  ])('%s', (_, need, result, expectedCodes) => expect(codes(need, result)).toEqual(expectedCodes));

  it('do not say who owns an anonymous need to whoever may not know', () => {
    const need = aNeed({ ownerId: 'x', anonymous: true });
    const all = exclusionsOf(need, aResult({ ownerId: 'x' }), TODAY, 20_000);
    expect(shownExclusions(all, need, false)).toEqual([]);
    expect(shownExclusions(all, need, true)).toEqual(all);
    expect(shownExclusions(all, { ...need, anonymous: false }, false)).toEqual(all);
  });
});

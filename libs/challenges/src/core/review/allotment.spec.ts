import fc from 'fast-check';
import { allot, drawPanel, snapshot, type AllotmentRule, type Pair } from '@jihui/proofs';
import { DEFAULT_RULES } from '../../../test/call.fixture.js';
import { anExpert } from '../../../test/rehearsal.fixture.js';
import { lackingFaults, poolGaps } from './lacking.js';
import { panelFaults, strataOf, type PanelRule, type Seated } from './panel.js';
import { criteriaOf, poolOf, type DeclaredRelation, type PoolCase, type PoolEntry } from './pool.js';

const RULE: PanelRule = {
  ...{ least: 5, leastLarge: 7, largeFrom: 500_000_000, financeFrom: 50_000_000, units: 3, perUnit: 1 },
  ...{ technical: { numerator: 2, denominator: 3 }, outside: { numerator: 1, denominator: 2 } },
};
/** So much of the treasury's that a finance expert sits in the panel. */
const MONEY = { amount: 300_000_000, fiscal: 60_000_000 };
const rule = { ...DEFAULT_RULES, namedAtMost: DEFAULT_RULES.namedRecusals };
const BIDS = 6;
const of: PoolCase = {
  ...{ day: '2026-11-23', patents: [], handling: new Set(), objectors: new Set(), divisionCode: '140900' },
  ...{ techField: '03', cluster: null, apart: true },
  owner: { organisationId: 'owner', organisationName: '发榜方', people: [] },
  bids: Array.from({ length: BIDS }, (_, at) => ({
    ...{ id: `bid-${at}`, commitment: `c${at}`, text: '', organisationId: `o${at}`, people: [] },
    ...{ organisationName: `揭榜方${at}`, members: [], team: '', named: [] },
  })),
};
const KINDS = ['CONSULTING', 'SHAREHOLDING', 'DIRECTORSHIP', 'COAUTHOR', 'PREPARED'];
const tie = (bid: number, kind: string): DeclaredRelation => ({
  ...{ id: `r${bid}`, kind, organisationId: `o${bid}`, organisationName: '', personName: '某人' },
  ...{ from: null, to: null },
});
/** Experts with ties to some of the bids, one to the owner now and then, and some who work for a bidder. */
const anyExperts = fc.array(
  fc.record({
    finance: fc.boolean(),
    outside: fc.boolean(),
    ties: fc.uniqueArray(fc.integer({ min: 0, max: BIDS - 1 }), { maxLength: 3 }),
    kind: fc.constantFrom(...KINDS),
    works: fc.constantFrom<number | 'owner' | null>(null, null, null, null, null, 0, 'owner'),
  }),
  { minLength: 30, maxLength: 60 },
);

describe('bids given to a panel drawn by the rule', () => {
  it('never reach whoever a record ties to their bidder, and are judged by a panel of their own each', () => {
    let complete = 0;
    fc.assert(
      fc.property(
        anyExperts,
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.record({ key: fc.boolean(), disputed: fc.boolean() }),
        (some, bytes, kind) => {
          const experts = some.map(({ finance, outside, ties, kind: tied, works }, at) =>
            anExpert(at, {
              ...{ disciplines: [finance ? '790' : '460'], divisionCode: outside ? '110108' : '140902' },
              relations: ties.map((bid) => tie(bid, tied)),
              ...(works === null
                ? {}
                : { organisationId: works === 'owner' ? 'owner' : `o${works}`, unitName: '' }),
            }),
          );
          const panelCase = { ...MONEY, times: 3, judges: null, ...kind };
          const strata = strataOf(panelCase, RULE);
          const pool = poolOf(experts, of, strata, rule);
          const criteria = criteriaOf(strata, 1, 3, of.bids);
          const { rows, openings } = snapshot('d', pool);
          const seed = new Uint8Array(bytes);
          const panel = drawn(() => drawPanel(seed, criteria, rows).panel);
          if (panel === undefined) return;
          const behind = new Map(pool.map((entry) => [entry.person, entry]));
          const entryOf = (row: number): PoolEntry => behind.get(openings[row]!.person)!;
          const members = panel.map(({ row, stratum }) => ({ row, stratum, fits: entryOf(row).fits }));
          const { given, lacking } = allot(seed, criteria.allotment as AllotmentRule, members, [], []);
          for (const pair of given) expect(isTied(pair, entryOf(pair.row))).toBe(false);
          if (lacking.length > 0) return;
          complete += 1;
          for (const { commitment } of of.bids) {
            const judges = given.filter(({ bid }) => bid === commitment).map(({ row }) => entryOf(row));
            expect(panelFaults(judges.map(seated), panelCase, RULE)).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(complete).toBeGreaterThan(10);
  });

  it('says before the draw which bid nobody’s panel could judge, and what it lacks', () => {
    const strata = strataOf({ ...MONEY, disputed: false, key: false, times: 3 }, RULE);
    const criteria = criteriaOf(strata, 1, 3, of.bids);
    const experts = Array.from({ length: 20 }, (_, at) =>
      anExpert(at, {
        ...{ disciplines: [at < 4 ? '790' : '460'] },
        relations: at > 5 ? [tie(2, 'CONSULTING')] : [],
      }),
    );
    const gaps = poolGaps(criteria, poolOf(experts, of, strata, rule));
    expect(gaps).toEqual([{ bid: 'c2', stratum: 'TECHNICAL', missing: 2 }]);
    const labelled = ['c0', 'c1', 'c2'].map((commitment, at) => ({ commitment, number: at + 1 }));
    expect(lackingFaults(gaps, labelled).map(({ code, message }) => [code, message])).toEqual([
      ['CHALLENGES.UNJUDGEABLE', '方案 3：无须回避的技术专家还缺 2 名，不符合专家组的构成要求'],
    ]);
  });
});

const isTied = ({ bid }: Pair, { evidence, reasons }: PoolEntry): boolean =>
  reasons.length > 0 || evidence.some((hit) => hit.bid === null || hit.bid === `bid-${bid.slice(1)}`);

const seated = ({ person, unit, stratum }: PoolEntry): Seated => ({
  ...{ expert: person, unit, outside: stratum.endsWith('_OUTSIDE') },
  speciality: stratum.startsWith('FINANCE')
    ? 'FINANCE'
    : stratum.startsWith('INDUSTRY')
      ? 'INDUSTRY'
      : 'TECHNICAL',
});

function drawn<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

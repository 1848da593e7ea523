import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { IP_KINDS, CONTRACT_SUBCLASSES, type PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { LedgerStore } from '../src/store/ledger.store.js';
import type { LedgerEntry } from '../src/core/ledger.js';
import { aWorld, type World } from './contracts.world.js';

let world: World;
let sample: string;
beforeAll(async () => {
  world = await aWorld();
  sample = await world.application('REGISTERED');
}, 120_000);
afterAll(() => world.close());

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly total: number;
  readonly technical: number;
}
const BREAKDOWNS = [
  'byClass',
  'bySubclass',
  'byMonth',
  'byTechField',
  'byIpKind',
  'byPlanSource',
  'byRegistry',
  'bySellerDivision',
  'byBuyerDivision',
] as const;
type Figures = Record<(typeof BREAKDOWNS)[number], readonly Figure[]> & {
  readonly queryId: string;
  readonly totals: Figure;
  readonly coverage: string;
};
const ASK = `query ($from: String, $to: String, $registry: String) {
  registeredContractsStatistics(fromMonth: $from, toMonth: $to, registryDivision: $registry) {
    queryId coverage totals { key label count total technical }
    ${BREAKDOWNS.map((name) => `${name} { key label count total technical shareBasisPoints }`).join('\n')}
  } }`;
const figures = async (variables = {}): Promise<Figures> =>
  (await world.app.client().query<{ registeredContractsStatistics: Figures }>(ASK, variables))
    .registeredContractsStatistics;
const ROWS = `query ($queryId: String!, $dimension: StatisticsDimension, $key: String) {
  registeredContractsRows(queryId: $queryId, dimension: $dimension, key: $key, first: 100) {
    totalCount edges { node { registrationNumber total technical contract { id } } } } }`;
const rows = async (actor: PersonActor, variables: object) =>
  (
    await world.app.as(actor).query<{
      registeredContractsRows: {
        totalCount: number;
        edges: { node: { total: number; contract: { id: string } | null } }[];
      };
    }>(ROWS, { ...variables })
  ).registeredContractsRows;

const sum = (list: readonly Figure[]): Omit<Figure, 'key' | 'label'> => ({
  count: list.reduce((all, { count }) => all + count, 0),
  total: list.reduce((all, { total }) => all + total, 0),
  technical: list.reduce((all, { technical }) => all + technical, 0),
});

const entry: fc.Arbitrary<Omit<LedgerEntry, 'contractId' | 'registrationNumber'>> = fc.record({
  kind: fc.constant('REGISTRATION' as const),
  occurredOn: fc.constantFrom('2027-01-01', '2027-01-31', '2027-02-28', '2027-12-31'),
  title: fc.constant('合同'),
  count: fc.constant(1),
  total: fc.integer({ min: 0, max: 10_000_000_000_000 }),
  technical: fc.integer({ min: 0, max: 1_000_000_000 }),
  registryDivision: fc.constantFrom('140900', '140981'),
  class: fc.constantFrom('1', '2', '3', '4', '5'),
  subclass: fc.constantFrom(...Object.keys(CONTRACT_SUBCLASSES)),
  techField: fc.constantFrom('01', '06', '11'),
  ipKind: fc.constantFrom(...Object.keys(IP_KINDS), 'NONE'),
  planSource: fc.constantFrom('1', '5'),
  industry: fc.constant('C'),
  goal: fc.constant('02'),
  sellerDivision: fc.constantFrom('140902', '140981'),
  sellerNature: fc.constant('022'),
  buyerDivision: fc.constantFrom('140981', '610100', '000000'),
  buyerNature: fc.constant('150'),
  foreignMode: fc.constant('NONE'),
  taxBenefits: fc.constant([]),
  brokered: fc.boolean(),
});

describe('figures', () => {
  it('are those of the ledger, which grew with the registration', async () => {
    const year = new Date().getUTCFullYear();
    const now = await figures({ from: `${year}-01`, to: `${year + 1}-12` });
    expect(now.totals).toMatchObject({ count: 1, total: 100_000_000, technical: 75_000_000 });
    expect(now.byClass).toEqual([
      {
        key: '2',
        label: '技术转让',
        count: 1,
        total: 100_000_000,
        technical: 75_000_000,
        shareBasisPoints: 10_000,
      },
    ]);
    expect(now.bySellerDivision[0]).toMatchObject({ key: '140981', label: '原平市' });
    expect(now.coverage).toContain('吸纳');
  });
  it('sum to the same total by every breakdown, whatever the ledger holds', async () => {
    const ledger = world.app.get(LedgerStore);
    // One row a contract: the ledger's key is dropped here, so that random rows need no contracts of their own.
    await world.rows(sql`drop index contracts.ledger_once`);
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
        for (const each of entries)
          await ledger.append({
            ...each,
            id: randomUUID(),
            contractId: sample,
            registrationNumber: '2027140900000001',
          });
        for (const variables of [
          { from: '2027-01', to: '2027-12' },
          { from: '2027-02', to: '2027-12' },
          { from: '2027-01', to: '2027-12', registry: '140981' },
        ]) {
          const answer = await figures(variables);
          for (const breakdown of BREAKDOWNS) expect(sum(answer[breakdown])).toEqual(sum([answer.totals]));
        }
      }),
      { numRuns: 8 },
    );
    const [{ count } = { count: -1 }] = await world.rows<{ count: number }>(
      sql`select count(*)::int as count from contracts.ledger where month like '2027-%'`,
    );
    expect((await figures({ from: '2027-01', to: '2027-12' })).totals.count).toBe(count);
  }, 120_000);
  it('open the rows behind them for officers of the place, and for nobody else', async () => {
    const { queryId, byRegistry } = await figures({ from: '2027-01', to: '2027-12' });
    const city = byRegistry.find(({ key }) => key === '140900');
    const opened = await rows(world.officer, { queryId, dimension: 'REGISTRY', key: '140900' });
    expect(opened.totalCount).toBe(city?.count ?? 0);
    const county = await rows(world.countyRegistrar, { queryId });
    expect(county.totalCount).toBe(byRegistry.find(({ key }) => key === '140981')?.count ?? 0);
    for (const actor of [world.seller, world.stranger, world.buyer])
      expect((await rows(actor, { queryId })).totalCount).toBe(0);
  });
  it('open the contract itself for those who may see it', async () => {
    const year = new Date().getUTCFullYear();
    const { queryId } = await figures({ from: `${year}-01`, to: `${year}-12` });
    const opened = await rows(world.registrarA, { queryId, dimension: 'CLASS', key: '2' });
    expect(opened.edges).toEqual([{ node: expect.objectContaining({ contract: { id: sample } }) }]);
  });
  it('refuse a period that is none, and an id of no figure', async () => {
    const ask = (variables: object) => world.app.client().query(ASK, { ...variables });
    for (const variables of [
      { from: '2026-13' },
      { from: '2026-1' },
      { from: '2027-02', to: '2027-01' },
      { registry: "140900' or true" },
    ])
      await ask(variables).expectCode('CONTRACT.BAD_PERIOD');
    for (const queryId of [
      '',
      'S1_2026-01',
      'S1_2027-02_2027-01_all',
      'S2_2026-01_2026-02_all',
      'S1_2026-01_2026-02_all_x',
    ])
      await world.app.as(world.officer).query(ROWS, { queryId }).expectCode('CONTRACT.UNKNOWN_QUERY');
  });
});

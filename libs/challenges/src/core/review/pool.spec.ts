import fc from 'fast-check';
import { aCall, DEFAULT_RULES } from '../../../test/call.fixture.js';
import { panelFaults, strataOf, type PanelRule } from './panel.js';
import {
  criteriaOf,
  personKey,
  poolOf,
  specialityOf,
  stratumOf,
  type PoolCase,
  type PoolExpert,
} from './pool.js';
import { drawPanel, snapshot } from '@jihui/proofs';

const RULE: PanelRule = {
  ...{ least: 5, leastLarge: 7, largeFrom: 500_000_000, financeFrom: 50_000_000, units: 3, perUnit: 1 },
  ...{ technical: { numerator: 2, denominator: 3 }, outside: { numerator: 1, denominator: 2 } },
};
const CASE = { amount: 300_000_000, fiscal: 60_000_000, disputed: false, key: false };
const rule = { ...DEFAULT_RULES, namedAtMost: DEFAULT_RULES.namedRecusals };
const expert = (id: string, change: Partial<PoolExpert> = {}): PoolExpert => ({
  ...{ id: `x${id}`, personId: id, name: `专家${id}`, organisationId: null, unitName: `研究院${id}` },
  ...{ divisionCode: null, unitKind: null, disciplines: ['460'], techFields: [], clusters: [], keywords: [] },
  ...{ employments: [], relations: [], panels: 0 },
  ...change,
});
const party = (id: string, name: string) => ({ organisationId: id, organisationName: name, people: [] });
const of: PoolCase = {
  day: '2026-11-23',
  owner: { ...party('o', '锻压公司'), people: [{ id: 'own', name: '张建军' }] },
  bids: [
    {
      ...party('u', '工大'),
      id: 'b1',
      commitment: 'c1',
      text: '等温锻造',
      members: ['研究院M'],
      team: '钱教授、专家T、李四',
      named: ['xN'],
    },
    { ...party('i', '省院'), id: 'b2', commitment: 'c2', text: '', members: [], team: '', named: [] },
  ],
  patents: [{ id: 'p', inventors: ['专家P', '李四'], filedOn: '2025-01-01' }],
  handling: new Set(['H']),
  banned: new Set([personKey('专家B', '研究院B')]),
  objectors: new Set(['J']),
  ...{ divisionCode: '140981', techField: '03', cluster: null, apart: false },
};
const strata = strataOf(CASE, RULE);
const reasons = (one: PoolExpert): readonly string[] =>
  poolOf([one], of, strata, rule)[0]?.reasons ?? ['NOBODY'];
const relation = (kind: string, change: object) => ({
  ...{ id: 'r', kind, organisationId: null, organisationName: '', personName: '', from: null, to: null },
  ...change,
});

describe('the pool of a draw', () => {
  it('keeps out whoever a record ties to owner, bidders, members or team', () => {
    expect(reasons(expert('1'))).toEqual([]);
    expect(reasons(expert('1', { organisationId: 'u' }))).toEqual(['SAME_UNIT']);
    expect(reasons(expert('1', { unitName: '研究院M' }))).toEqual(['SAME_UNIT']);
    const left = { organisationId: 'i', knownFrom: '2020-01-01', endedOn: '2024-11-24' };
    expect(reasons(expert('1', { employments: [left] }))).toEqual(['FORMER_UNIT']);
    expect(reasons(expert('1', { employments: [{ ...left, endedOn: '2023-01-01' }] }))).toEqual([]);
    expect(
      reasons(expert('1', { relations: [relation('SHAREHOLDING', { organisationName: '锻压公司' })] })),
    ).toEqual(['SHAREHOLDER']);
    expect(reasons(expert('1', { relations: [relation('SPOUSE', { personName: '张建军' })] }))).toEqual([
      'KIN',
    ]);
    expect(reasons(expert('1', { relations: [relation('COAUTHOR', { personName: '李四' })] }))).toEqual([
      'CO_AUTHOR',
    ]);
    const paper = { work: '控温环锻', people: ['赵六', '李四'].map((name) => ({ name, unit: '研究院' })) };
    const wrote = (from: string) =>
      reasons(expert('1', { relations: [relation('COAUTHOR', { ...paper, from })] }));
    expect([wrote('2025-01-01'), wrote('2020-01-01')]).toEqual([['CO_AUTHOR'], []]);
    expect(reasons(expert('1', { relations: [relation('PREPARED', { organisationId: 'u' })] }))).toEqual([
      'PREPARED_BID',
    ]);
    expect(reasons(expert('P'))).toEqual(['CO_OWNER']);
    expect(reasons(expert('T'))).toEqual(['IS_BIDDER']);
    expect(reasons(expert('N'))).toEqual(['NAMED_BY_APPLICANT']);
    expect(reasons(expert('H'))).toEqual(['HANDLES_CALL']);
    expect(reasons(expert('J'))).toEqual(['OBJECTED_AGAINST']);
    expect(reasons(expert('B'))).toEqual(['BANNED']);
    expect(reasons(expert('B', { unitName: '别处' }))).toEqual([]);
    expect(reasons(expert('1', { panels: DEFAULT_RULES.panelsPerYear }))).toEqual(['ROTATION']);
  });

  it('keeps whoever is tied to one bid from that one alone where members judge some each', () => {
    const apart = { ...of, apart: true };
    const fits = (one: PoolExpert) => {
      const [entry] = poolOf([one], apart, strata, rule);
      return [entry?.reasons, entry?.fits];
    };
    expect(fits(expert('1', { keywords: ['等温锻造'] }))).toEqual([[], [200, 0]]);
    expect(fits(expert('1', { relations: [relation('COAUTHOR', { personName: '李四' })] }))).toEqual([
      [],
      [null, 0],
    ]);
    expect(fits(expert('N'))).toEqual([[], [null, 0]]);
    // Who works for one bidder judges none of its rivals; who is tied to the owner or to every bid judges none at all.
    expect(fits(expert('1', { organisationId: 'u' }))).toEqual([['SAME_UNIT'], [null, 0]]);
    expect(fits(expert('T'))).toEqual([['IS_BIDDER'], [null, null]]);
    const owners = expert('1', { relations: [relation('CONSULTING', { organisationName: '锻压公司' })] });
    expect(fits(owners)).toEqual([['CONSULTANT'], [null, null]]);
    const both = ['工大', '省院'].map((organisationName) => relation('CONSULTING', { organisationName }));
    expect(fits(expert('1', { relations: both }))).toEqual([['CONSULTANT'], [null, null]]);
  });

  it('puts each into one stratum, and nobody where there is no seat of the kind', () => {
    expect(specialityOf(expert('1', { disciplines: ['460', '790'] }))).toBe('FINANCE');
    expect(specialityOf(expert('1', { unitKind: 'ENTERPRISE' }))).toBe('INDUSTRY');
    expect(stratumOf(expert('1', { unitKind: 'ENTERPRISE' }), '140900', strata)).toBeUndefined();
    const key = strataOf({ ...CASE, key: true }, RULE);
    expect(stratumOf(expert('1', { divisionCode: '110108' }), '140900', key)).toBe('TECHNICAL_OUTSIDE');
    expect(stratumOf(expert('1', { divisionCode: '140902' }), '140900', key)).toBe('TECHNICAL');
  });

  it('never seats a conflicted expert, over random facts, and what it seats meets the rule of panels', () => {
    const anyExpert = fc.record({
      unit: fc.constantFrom('u', 'i', 'o', ...Array.from({ length: 9 }, (_, at) => `n${at}`)),
      finance: fc.boolean(),
      tied: fc.constantFrom(null, null, null, 'CONSULTING', 'KIN'),
      panels: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyExpert, { minLength: 8, maxLength: 40 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (some, seed) => {
          const experts = some.map(({ unit, finance, tied, panels }, at) =>
            expert(String(at), {
              ...{ organisationId: unit, unitName: unit, panels, disciplines: [finance ? '790' : '460'] },
              relations: tied === null ? [] : [relation(tied, { organisationId: 'u', personName: '张建军' })],
            }),
          );
          const pool = poolOf(experts, of, strata, rule);
          const { rows, openings } = snapshot('d', pool);
          let panel;
          try {
            ({ panel } = drawPanel(new Uint8Array(seed), criteriaOf(strata, 1, 3, of.bids), rows));
          } catch {
            return;
          }
          const seated = panel.map(({ row }) => pool.find(({ person }) => person === openings[row]?.person)!);
          expect(seated.every(({ reasons: found }) => found.length === 0)).toBe(true);
          const faults = panelFaults(
            seated.map(({ person, unit, stratum }) => ({
              ...{ expert: person, unit, outside: false },
              speciality: stratum === 'FINANCE' ? ('FINANCE' as const) : ('TECHNICAL' as const),
            })),
            CASE,
            RULE,
          );
          expect(faults).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

it('objections are open until the last day of the stage that runs', async () => {
  const { isObjectable } = await import('../calls/objections.js');
  const call = aCall('QUALIFIED', { stageUntil: '2026-11-26' });
  expect(isObjectable(call, '2026-11-26')).toBe(true);
  expect(isObjectable(call, '2026-11-27')).toBe(false);
  expect(isObjectable({ ...call, state: 'REVIEWING' }, '2026-11-25')).toBe(false);
});

import { actors, CITY_BUREAU, COUNTY_BUREAU } from '../../../test/contract.fixture.js';
import {
  capOf,
  mayKeepRegistry,
  registryFor,
  registryViolations,
  takesOn,
  type RegistryEntry,
} from './registry.js';
import { mayNameDeputy, standInViolations, type Naming, type StandIn } from './stand-in.js';

const entry = (change: Partial<RegistryEntry> = {}): RegistryEntry => ({
  id: COUNTY_BUREAU,
  version: 1,
  name: '原平市教育科技局',
  divisionCode: '140981',
  numberPrefix: '140981',
  cap: null,
  delegatedFrom: '2026-01-01',
  delegatedUntil: null,
  basis: '忻科发〔2026〕1号',
  active: true,
  ...change,
});
const city = entry({ id: CITY_BUREAU, divisionCode: '140900', numberPrefix: '140900', delegatedFrom: null });
const ROUTE = { division: '140981', total: 100, countyCap: 100, day: '2026-11-23' } as const;
const to = (entries: readonly RegistryEntry[], change: Partial<Parameters<typeof registryFor>[1]> = {}) =>
  registryFor(entries, { ...ROUTE, ...change })?.divisionCode ?? null;

describe('the registry of a contract', () => {
  it.each([
    ['is the county’s up to its cap', [entry(), city], {}, '140981'],
    ['is the city’s above it', [entry(), city], { total: 101 }, '140900'],
    ['goes by the county’s own cap where it has one', [entry({ cap: 500 }), city], { total: 500 }, '140981'],
    ['is the city’s above the county’s own cap', [entry({ cap: 0 }), city], { total: 1 }, '140900'],
    ['knows no cap while the amount is not known', [entry(), city], { total: null }, '140981'],
    ['is the city’s before the delegation', [entry({ delegatedFrom: '2026-11-24' }), city], {}, '140900'],
    ['is the county’s on the last day', [entry({ delegatedUntil: '2026-11-23' }), city], {}, '140981'],
    ['is the city’s after it', [entry({ delegatedUntil: '2026-11-22' }), city], {}, '140900'],
    ['is the city’s without one', [entry({ delegatedFrom: null }), city], {}, '140900'],
    ['is the city’s while the county takes nothing', [entry({ active: false }), city], {}, '140900'],
    ['is the city’s for a county without a registry', [city], {}, '140900'],
    ['is none where the city’s takes nothing', [entry(), { ...city, active: false }], { total: 101 }, null],
    ['is none above the city’s own cap', [{ ...city, cap: 100 }], { total: 101 }, null],
    ['is none elsewhere', [entry(), city], { division: '150981' }, null],
  ] as const)('%s', (_, entries, change, expected) => expect(to(entries, change)).toBe(expected));

  it('says what it takes and up to which amount', () => {
    expect([capOf(entry(), 7), capOf(entry({ cap: 9 }), 7), capOf(city, 7)]).toEqual([7, 9, null]);
    expect(takesOn(city, '2026-11-23')).toBe(true);
  });
});

describe('an entry', () => {
  const { id: _id, version: _version, divisionCode: _division, ...form } = entry();
  const paths = (change: Partial<typeof form>, of = entry()) =>
    registryViolations({ ...form, ...change }, of).map(({ path, code }) => `${path} ${code}`);
  it('tells everything that is wrong at once', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ name: '', basis: '', numberPrefix: '14098', cap: -1 })).toEqual([
      'name REQUIRED',
      'basis REQUIRED',
      'numberPrefix BAD_FORMAT',
      'cap OUT_OF_RANGE',
    ]);
    expect(paths({ delegatedUntil: '2025-12-31' })).toEqual(['delegatedUntil OUT_OF_RANGE']);
    expect(paths({ delegatedFrom: null, delegatedUntil: '2026-12-31' })).toEqual(['delegatedFrom REQUIRED']);
    expect(paths({}, city)).toEqual(['delegatedFrom NOT_ALLOWED']);
  });

  it('is kept by the city’s administrator and the platform’s, not by the county itself', () => {
    const who = Object.entries(actors).filter(([, actor]) => mayKeepRegistry(actor, '140981').allowed);
    expect(who.map(([name]) => name)).toEqual(['bureauAdmin', 'platformAdmin']);
  });
});

describe('a stand-in', () => {
  const [absentId, deputyId, thirdId] = ['a', 'b', 'c'] as const;
  const standIn: StandIn = {
    id: '1',
    organisationId: CITY_BUREAU,
    absentId,
    deputyId,
    fromDay: '2026-11-23',
    untilDay: '2026-11-27',
    reason: '年休假',
  };
  const codes = (change: Partial<StandIn>, more: Partial<Naming> = {}) =>
    standInViolations({
      standIn: { ...standIn, ...change },
      today: '2026-11-23',
      registrars: [absentId, deputyId, thirdId],
      others: [],
      days: 5,
      ...more,
    }).map(({ path, code }) => `${path} ${code}`);
  const other = { ...standIn, id: '2' };
  it.each([
    ['is of two registrars of the registry', { deputyId: 'x' }, {}, ['deputyId CONTRACT.NOT_A_REGISTRAR']],
    ['is of one who is there', { absentId: 'x' }, {}, ['absentId CONTRACT.NOT_A_REGISTRAR']],
    ['is not oneself', { deputyId: absentId }, {}, ['deputyId CONTRACT.OWN_DEPUTY']],
    ['does not begin in the past', { fromDay: '2026-11-22' }, {}, ['fromDay OUT_OF_RANGE']],
    ['does not end before it begins', { untilDay: '2026-11-22' }, {}, ['untilDay OUT_OF_RANGE']],
    ['is not for ever', {}, { days: 181 }, ['untilDay OUT_OF_RANGE']],
    ['is one at a time', {}, { others: [other] }, ['fromDay CONTRACT.STAND_IN_OVERLAPS']],
    ['follows another', {}, { others: [{ ...other, fromDay: '2026-11-28', untilDay: '2026-11-30' }] }, []],
    [
      'is not handed on to one who is away',
      {},
      { others: [{ ...other, absentId: deputyId, deputyId: thirdId }] },
      ['deputyId CONTRACT.DEPUTY_ABSENT'],
    ],
    ['has a reason', { reason: '' }, {}, ['reason REQUIRED']],
    ['is otherwise as it is', {}, {}, []],
  ] as const)('%s', (_, change, more, expected) => expect(codes(change, more)).toEqual(expected));

  it('is named by oneself or the bureau’s administrator', () => {
    const of = (who: keyof typeof actors, absent: string) =>
      mayNameDeputy(actors[who], { organisationId: CITY_BUREAU, absentId: absent }).allowed;
    const own = actors.cityRegistrar.kind === 'person' ? actors.cityRegistrar.personId : '';
    expect([of('cityRegistrar', own), of('cityRegistrar', absentId), of('bureauAdmin', absentId)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([of('anonymous', absentId), of('countyRegistrar', absentId)]).toEqual([false, false]);
  });
});

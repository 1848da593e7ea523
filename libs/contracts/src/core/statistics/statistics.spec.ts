import { PARTY_NATURES } from '@jihui/kernel';
import { DIMENSION_NAMES, dimension } from './dimensions.js';
import { figuresOf, type RawFigure } from './figures.js';
import { addMonths, monthsOfQuarter, quarterOf } from './months.js';
import { partyTypeOf } from './party-types.js';
import { checkQuery, queryIdOf, queryOf, type StatisticsQuery } from './query.js';
import { placeOf, regionName, regionOf, type Home } from './regions.js';

const home: Home = {
  code: '140900',
  provinceCode: '140000',
  provinceName: '山西',
  divisionName: (code) => ({ '140900': '忻州市', '140981': '原平市' })[code],
};
const nothing = { count: 0, total: 0, technical: 0 };
const raw = (key: string | null, total: number): RawFigure => ({
  key,
  net: { count: 1, total, technical: total },
  gross: { count: 1, total, technical: total },
  previous: nothing,
});

describe('months', () => {
  it('go over the year', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-11', -12)).toBe('2025-11');
  });
  it('make quarters', () => {
    expect(['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
    expect(monthsOfQuarter('2026-Q4')).toEqual(['2026-10', '2026-12']);
  });
});

describe('a question', () => {
  const query: StatisticsQuery = {
    fromMonth: '2026-01',
    toMonth: '2026-12',
    registryDivision: null,
    sellerDivision: '140981',
    axis: 'SIGNING',
  };
  it('is told again by its id', () => expect(queryOf(queryIdOf(query))).toEqual(query));
  it('is refused when its period ends before it begins', () =>
    expect(() => checkQuery({ ...query, toMonth: '2025-12' })).toThrow('统计期间'));
});

describe('regions', () => {
  it.each([
    ['140981', '140981', '原平市'],
    ['140100', 'PROVINCE', '省内他市'],
    ['110108', 'DOMESTIC', '外省（区、市）'],
    ['810000', 'HMT', '港澳台'],
    ['000000', 'ABROAD', '国外'],
  ])('%s lies in %s', (division, region, name) => {
    expect(regionOf(division, home)).toBe(region);
    expect(regionName(region, home)).toBe(name);
  });
  it('name another province', () => {
    expect(placeOf('110108', home)).toBe('110000');
    expect(regionName('110000', home)).toBe('北京');
    expect(regionOf(null, home)).toBeNull();
  });
});

describe('types of party', () => {
  it('gather every nature of the table', () =>
    expect(Object.keys(PARTY_NATURES).filter((nature) => partyTypeOf(nature) === null)).toEqual([]));
});

describe('figures', () => {
  const against = { whole: 300, previousKnown: false, home };
  it('have shares that sum to exactly a hundred percent', () => {
    const figures = figuresOf('CLASS', [raw('1', 100), raw('2', 100), raw('3', 100)], against);
    expect(figures.map(({ shareBasisPoints }) => shareBasisPoints)).toEqual([3_334, 3_333, 3_333]);
  });
  it('put what nobody stated last, as 未填报', () =>
    expect(figuresOf('INDUSTRY', [raw(null, 100), raw('C', 200)], against).map(({ label }) => label)).toEqual(
      ['制造业', '未填报'],
    ));
  it('gather divisions to the ends of the flow', () =>
    expect(
      figuresOf('FLOW', [raw('140981>110108', 100), raw('140981>310101', 100), raw('140981>', 100)], against),
    ).toEqual([
      expect.objectContaining({
        key: '140981>DOMESTIC',
        label: '原平市 → 外省（区、市）',
        total: 200,
        count: 2,
      }),
      expect.objectContaining({ key: '140981>NOT_REPORTED', label: '原平市 → 未填报' }),
    ]));
  it('have no share of nothing', () =>
    expect(figuresOf('CLASS', [raw('1', -5)], { ...against, whole: -5 })[0]?.shareBasisPoints).toBeNull());
  it('take the codes of a table in their order', () =>
    expect(figuresOf('TECH_FIELD', [raw('10', 1), raw('02', 1)], against).map(({ key }) => key)).toEqual([
      '02',
      '10',
    ]));
  it('cover items 0 to 16', () =>
    expect([...new Set(DIMENSION_NAMES.map((name) => dimension(name).item))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 17 }, (_, item) => item),
    ));
});

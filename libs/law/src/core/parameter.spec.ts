import fc from 'fast-check';
import { addDays } from '@jihui/kernel';
import { cleanDays, yearViolations, type DayForm } from './holidays.js';
import {
  cleanVersion,
  inForceOn,
  standingOf,
  versionViolations,
  withdrawalViolations,
  type Bounds,
  type VersionDays,
} from './parameter.js';

const today = '2026-11-23';
const bounds: Bounds = { minimum: 1, maximum: 100, choices: [] };
const form = cleanVersion({ value: 20, effectiveFrom: '2026-11-24', source: ' 市局〔2026〕8号 ' });
const version = (id: string, effectiveFrom: string, effectiveTo: string | null = null): VersionDays => ({
  id,
  effectiveFrom,
  effectiveTo,
  withdrawn: false,
});
const codes = (change: Partial<typeof form>, others: readonly VersionDays[] = [], limits = bounds) =>
  versionViolations({ ...form, ...change }, limits, others, today).map(({ path, code }) => `${path} ${code}`);

describe('a version of a parameter', () => {
  it('is taken from tomorrow on, with its source cleaned', () => {
    expect(codes({})).toEqual([]);
    expect(form).toMatchObject({ source: '市局〔2026〕8号', effectiveTo: null, note: '' });
  });
  it('touches neither the past nor today', () => {
    expect(codes({ effectiveFrom: today })).toEqual(['effectiveFrom LAW.PAST']);
    expect(codes({ effectiveFrom: '2020-01-01' })).toEqual(['effectiveFrom LAW.PAST']);
    expect(codes({ effectiveTo: today })).toEqual(['effectiveTo LAW.PAST']);
  });
  it('keeps to the bounds or the choices, in whole numbers', () => {
    for (const value of [0, 101, 1.5, NaN, 2 ** 60])
      expect(codes({ value })).toEqual(['value LAW.OUT_OF_BOUNDS']);
    const choices = { ...bounds, choices: [{ value: 20, label: '甲' }] };
    expect(codes({}, [], choices)).toEqual([]);
    expect(codes({ value: 21 }, [], choices)).toEqual(['value LAW.OUT_OF_BOUNDS']);
  });
  it('says where it comes from, and begins on a day of its own', () => {
    expect(codes({ source: '' })).toEqual(['source REQUIRED']);
    const taken = version('a', '2026-11-24');
    expect(codes({}, [taken])).toEqual(['effectiveFrom LAW.DAY_TAKEN']);
    expect(codes({}, [{ ...taken, withdrawn: true }])).toEqual([]);
  });
  it('can be withdrawn only before it is in force, and once', () => {
    const coming = version('a', '2026-11-24');
    expect(withdrawalViolations(coming, today)).toEqual([]);
    expect(withdrawalViolations(version('a', today), today)[0]?.code).toBe('LAW.IN_FORCE');
    expect(withdrawalViolations({ ...coming, withdrawn: true }, today)[0]?.code).toBe('LAW.WITHDRAWN');
  });
  it('holds until a later one; after a temporary one the one before holds again', () => {
    const base = version('base', '2020-01-01');
    const temporary = version('temporary', '2026-06-01', '2026-08-31');
    const later = version('later', '2027-01-01');
    const all = [base, temporary, later];
    expect(
      ['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01', '2027-01-01'].map(
        (day) => inForceOn(all, day)?.id,
      ),
    ).toEqual(['base', 'temporary', 'temporary', 'base', 'later']);
    expect(all.map((each) => standingOf(each, all, today))).toEqual(['IN_FORCE', 'PAST', 'FUTURE']);
    expect(standingOf({ ...later, withdrawn: true }, all, today)).toBe('WITHDRAWN');
  });
  it('never changes what held on a day before it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -900, max: 0 }), fc.option(fc.integer({ min: 0, max: 300 }))), {
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 300 }),
        fc.option(fc.integer({ min: 0, max: 300 })),
        fc.integer({ min: -900, max: 0 }),
        (past, from, length, back) => {
          const entered = past.map(([start, days], index) =>
            version(
              String(index),
              addDays(today, start),
              days === null ? null : addDays(today, start + days),
            ),
          );
          const next = version(
            'next',
            addDays(today, from),
            length === null ? null : addDays(today, from + length),
          );
          const day = addDays(today, back);
          expect(inForceOn([...entered, next], day)).toBe(inForceOn(entered, day));
        },
      ),
    ));
});

describe('a year of holidays', () => {
  const source = '国办发明电〔2026〕7号';
  const old: DayForm[] = [{ day: '2026-10-01', works: false, name: '国庆节', source: '条例' }];
  const days = (...more: Parameters<typeof cleanDays>[0]) => cleanDays([...old, ...more], source);
  const found = (list: readonly DayForm[], words = source) =>
    yearViolations(2026, list, old, words, today).map(({ path, code }) => `${path} ${code}`);

  it('takes days to come: of rest, and weekend days that are worked', () => {
    const list = days(
      { day: '2026-12-31', works: false, name: '元旦' },
      { day: '2026-12-26', works: true, name: '元旦调休' },
    );
    expect(found(list)).toEqual([]);
    expect(list.map((day) => day.source)).toEqual(['条例', source, source]);
  });
  it('keeps days that have passed as they are', () => {
    expect(found(days({ day: today, works: false, name: '补假' }))).toEqual([
      'days.1.day LAW.PASSED_DAY_CHANGED',
    ]);
    expect(found([{ ...(old[0] as DayForm), name: '改名' }])).toEqual(['days.0.day LAW.PASSED_DAY_CHANGED']);
    expect(found([])).toEqual(['days LAW.PASSED_DAY_CHANGED']);
  });
  it('takes each day once, in its year, and no weekday as worked', () => {
    const rest = { day: '2026-12-31', works: false, name: '元旦' };
    expect(found(days(rest, rest))).toEqual(['days.2.day LAW.DAY_TWICE']);
    expect(found(days({ ...rest, day: '2027-01-01' }))).toEqual(['days.1.day LAW.OTHER_YEAR']);
    expect(found(days({ ...rest, works: true }))).toEqual(['days.1.works LAW.NO_EXCEPTION']);
    expect(found(days({ ...rest, name: '' }))).toEqual(['days.1.name REQUIRED']);
    expect(found(days(rest), ' ')).toEqual(['source REQUIRED']);
    expect(yearViolations(1999, [], [], source, today).map(({ code }) => code)).toEqual(['LAW.OTHER_YEAR']);
  });
  it('is not endless', () =>
    expect(
      yearViolations(
        2027,
        cleanDays(
          Array.from({ length: 121 }, (_, index) => ({
            day: addDays('2027-01-01', index),
            works: false,
            name: '休',
          })),
          source,
        ),
        [],
        source,
        today,
      ).map(({ code }) => code),
    ).toEqual(['TOO_MANY']));
});

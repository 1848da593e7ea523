import { addDays, isWeekday, type HolidayCalendar } from '@jihui/kernel';
import fc from 'fast-check';
import { colourBounds, colourOf, dueDay, workingDaysLeft } from './deadline.js';
import { acceptanceNumber, isRegistrationNumber, MAX_SERIAL, registrationNumber } from './numbers.js';
import { RULE_SETS } from './rulesets/sets.js';

const rules = RULE_SETS['2026'];
const rests = new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']);
const worked = new Set(['2026-10-10']);
const calendar: HolidayCalendar = {
  isWorkingDay: (day) => worked.has(day) || (isWeekday(day) && !rests.has(day)),
};

describe('the time limit', () => {
  it('counts 15 working days from the day after acceptance, across a long holiday with a worked Saturday', () =>
    expect(dueDay(rules, '2026-09-28', 15, calendar)).toBe('2026-10-23'));
  it('rolls a natural day that rests forward', () =>
    expect(dueDay({ ...rules, clock: 'NATURAL_DAYS' }, '2026-09-01', 30, calendar)).toBe('2026-10-08'));
  it('crosses the leap day', () => expect(dueDay(rules, '2028-02-25', 3, calendar)).toBe('2028-03-01'));
  it('has as many working days left as it was given', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const accepted = addDays('2026-01-01', offset);
        const due = dueDay(rules, accepted, days, calendar);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(workingDaysLeft(accepted, due, calendar)).toBe(days);
        expect(workingDaysLeft(due, accepted, calendar)).toBe(-days);
      }),
    ));
  it('is green, then amber, then red', () => {
    const bounds = colourBounds('2026-11-23', 3, calendar);
    expect(
      ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27'].map((day) =>
        colourOf(day, bounds),
      ),
    ).toEqual(['RED', 'RED', 'AMBER', 'AMBER', 'GREEN']);
  });
});

describe('numbers', () => {
  it('are of 16 digits: year, registry, serial', () => {
    expect(registrationNumber(2026, '140981', 7)).toBe('2026140981000007');
    expect(isRegistrationNumber(registrationNumber(2026, '140900', MAX_SERIAL))).toBe(true);
    expect(isRegistrationNumber(acceptanceNumber(2026, '140900', 1))).toBe(false);
  });
  it('never coincide', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.tuple(
            fc.integer({ min: 2020, max: 2099 }),
            fc.constantFrom('140900', '140902', '140981'),
            fc.integer({ min: 1, max: MAX_SERIAL }),
          ),
          { selector: String },
        ),
        (keys) => new Set(keys.map((key) => registrationNumber(...key))).size === keys.length,
      ),
    ));
});

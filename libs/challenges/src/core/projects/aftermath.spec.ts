import { aProject } from '../../../test/project.fixture.js';
import { benefitFaults, benefitsDue, lateUntold } from './aftermath.js';
import type { BenefitReport, Project } from './project.js';

const RULES = { benefitYears: 3, benefitDays: 90 };
/** Accepted in the summer of 2026. */
const accepted = (change: Partial<Project> = {}): Project => {
  const project = aProject('SETTLED');
  return { ...project, acceptance: { ...project.acceptance!, concludedOn: '2026-07-01' }, ...change };
};
const report = (year: number): BenefitReport => ({
  ...{ year, sales: 300_000_00, profit: 50_000_00, tax: 20_000_00, jobs: 8, text: '三条产线应用' },
  ...{ at: '', organisationId: 'owner' },
});
const result = {
  ...{ name: '法兰', kind: 'APPLIED' as const, number: '1', registeredOn: '2026-07-20', authority: '' },
  at: '',
};

describe('what a project owes after its acceptance', () => {
  it('is a report of benefit for each of the three years that follow, a quarter of a year after it is over', () => {
    expect(benefitsDue(accepted(), RULES)).toEqual([
      { year: 2027, by: '2028-03-30' },
      { year: 2028, by: '2029-03-31' },
      { year: 2029, by: '2030-03-31' },
    ]);
    const concluded = accepted({ acceptance: { ...accepted().acceptance!, passed: false } });
    expect(benefitsDue(concluded, RULES)).toEqual([]);
    expect(benefitsDue(aProject('RUNNING', { acceptance: null }), RULES)).toEqual([]);
  });

  it('is told once it is late, and once', () => {
    expect(lateUntold(accepted(), RULES, '2026-07-31')).toEqual([]);
    expect(lateUntold(accepted(), RULES, '2026-08-01')).toEqual(['REGISTRATION']);
    expect(lateUntold(accepted({ results: [result] }), RULES, '2026-08-01')).toEqual([]);
    const told = accepted({ alarms: [{ about: 'REGISTRATION', on: '2026-08-01' }] });
    expect(lateUntold(told, RULES, '2028-03-30')).toEqual([]);
    expect(lateUntold(told, RULES, '2028-03-31')).toEqual(['BENEFIT:2027']);
    expect(lateUntold({ ...told, benefits: [report(2027)] }, RULES, '2028-03-31')).toEqual([]);
    expect(lateUntold({ ...told, benefits: [report(2027)] }, RULES, '2029-04-01')).toEqual(['BENEFIT:2028']);
  });

  it('is reported of a year that is over and of those that are asked for, in amounts that can be', () => {
    const faults = (one: BenefitReport, today: string) =>
      benefitFaults(one, accepted(), RULES, today).map(({ path, code }) => `${path} ${code}`);
    expect(faults(report(2027), '2028-01-01')).toEqual([]);
    expect(faults(report(2027), '2027-12-31')).toEqual(['year CHALLENGES.DATE_IN_FUTURE']);
    for (const year of [2026, 2030, 2027.5])
      expect(faults(report(year), '2031-01-01')).toEqual(['year CHALLENGES.PROJECT']);
    expect(faults({ ...report(2027), jobs: -1, sales: -1, tax: 0.5 }, '2028-01-01')).toEqual([
      'jobs OUT_OF_RANGE',
      'sales OUT_OF_RANGE',
      'tax OUT_OF_RANGE',
    ]);
  });
});

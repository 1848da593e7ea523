import { isWeekday } from '@jihui/kernel';
import { reminderOn, reportDueOn } from './deadline.js';

const calendar = { isWorkingDay: isWeekday };

describe('the deadline of an annual report', () => {
  it('is the day of the year after, rolled forward over days off', () => {
    // 30 March 2027 is a Tuesday; 2025's falls on a Sunday.
    expect(reportDueOn(2026, 330, calendar)).toBe('2027-03-30');
    expect(reportDueOn(2024, 330, calendar)).toBe('2025-03-31');
  });
  it('is the last of a month that has no such day', () => {
    expect(reportDueOn(2026, 230, calendar)).toBe('2027-03-01');
  });
  it('is told of as it comes near and once it has passed', () => {
    const on = (today: string) => reminderOn(today, '2027-03-30', 30);
    expect([on('2027-02-27'), on('2027-02-28'), on('2027-03-30'), on('2027-03-31')]).toEqual([
      null,
      'NEAR',
      'NEAR',
      'OVERDUE',
    ]);
  });
});

import fc from 'fast-check';
import { addDays, patentTermEnd } from '@jihui/kernel';
import { aPatent, patentContent, TODAY } from '../../../test/examples.js';
import { dueDayOf, feeCalendar, lastYearOf, nextFeeYear, yearOf, type FeeRules } from './fees.js';
import { warningsOf, type WarningDays } from './warnings.js';

const RULES: FeeRules = {
  bands: {
    INVENTION_PATENT: [
      { fromYear: 1, fen: 90_000 },
      { fromYear: 4, fen: 120_000 },
      { fromYear: 7, fen: 200_000 },
      { fromYear: 10, fen: 400_000 },
    ],
    UTILITY_MODEL: [{ fromYear: 1, fen: 60_000 }],
    DESIGN_PATENT: [{ fromYear: 1, fen: 60_000 }],
  },
  reduction: { NONE: 0, SINGLE: 8_500, JOINT: 7_000 },
  reductionYears: 10,
  graceMonths: 6,
  surchargeBasisPoints: 500,
  soonDays: 90,
};
const DAYS: WarningDays = { firstFee: 90, lastFee: 30, expiry: 180, filing: 30 };
const feeOf = (patent = aPatent(), today = TODAY, year = 10) =>
  feeCalendar(patent, RULES, today).find((one) => one.year === year);

describe('the calendar of fees', () => {
  it('begins with the year of the grant and ends with the term', () => {
    const years = feeCalendar(aPatent(), RULES, TODAY);
    expect(years[0]).toMatchObject({ year: 4, state: 'WITH_GRANT' });
    expect(years.at(-1)?.year).toBe(20);
    expect(feeCalendar(aPatent({ content: patentContent({ grantedOn: null }) }), RULES, TODAY)).toEqual([]);
  });

  it('has a year’s fee due when the year before it is over', () => {
    expect(dueDayOf('2018-03-01', 10)).toBe('2027-03-01');
    expect(feeOf()).toMatchObject({ dueOn: '2027-03-01', lateUntil: '2027-09-01', amount: 400_000 });
  });

  it('says of a past year that nobody reported it, not that it is missing', () => {
    expect(feeOf(aPatent(), TODAY, 8)?.state).toBe('NOT_REPORTED');
    expect(feeOf(aPatent({ paidThrough: 9 }), TODAY, 8)?.state).toBe('PAID');
    expect(nextFeeYear(aPatent(), TODAY)).toBe(10);
  });

  it.each([
    ['2026-11-30', 'UPCOMING', 0],
    ['2026-12-01', 'DUE_SOON', 0],
    ['2027-03-01', 'DUE_SOON', 0],
    // 不足一个月的不加收; then 5% of the full fee for each full month.
    ['2027-03-31', 'LATE', 0],
    ['2027-04-01', 'LATE', 20_000],
    ['2027-09-01', 'LATE', 120_000],
    ['2027-09-02', 'MISSED', 0],
  ])('on %s the tenth year is %s', (today, state, surcharge) =>
    expect(feeOf(aPatent({ paidThrough: 9 }), today)).toMatchObject({ state, surcharge }),
  );

  it('reduces ten years from the grant, and no surcharge', () => {
    const patent = aPatent({ paidThrough: 9, content: patentContent({ feeReduction: 'SINGLE' }) });
    expect(feeOf(patent, '2027-04-01')).toMatchObject({ amount: 60_000, surcharge: 20_000 });
    expect(feeOf(patent, TODAY, 13)?.amount).toBe(60_000);
    expect(feeOf(patent, TODAY, 14)?.amount).toBe(400_000);
  });

  const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days));
  it('never asks for a year beyond the term, whatever the days', () =>
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 2_500 }),
        fc.option(fc.integer({ min: 1, max: 20 })),
        day,
        (filedOn, wait, paidThrough, today) => {
          const content = patentContent({
            filedOn,
            grantedOn: addDays(filedOn, wait),
            expiresOn: patentTermEnd('INVENTION_PATENT', filedOn),
          });
          const patent = aPatent({ content, paidThrough });
          const next = nextFeeYear(patent, today);
          expect(lastYearOf(content)).toBe(20);
          if (next === null) return;
          expect(next).toBeGreaterThan(yearOf(filedOn, content.grantedOn ?? filedOn));
          expect(next).toBeLessThanOrEqual(20);
          const open = feeCalendar(patent, RULES, today).find(({ year }) => year === next);
          expect(['UPCOMING', 'DUE_SOON', 'LATE', 'MISSED']).toContain(open?.state);
        },
      ),
    ));
});

describe('what a holder is warned of', () => {
  const kinds = (patent = aPatent({ paidThrough: 9 }), today = TODAY) =>
    warningsOf(patent, RULES, DAYS, today).map(({ kind }) => kind);

  it.each([
    ['2026-11-30', []],
    ['2026-12-01', ['FEE_SOON']],
    ['2027-01-30', ['FEE_NEAR']],
    ['2027-03-02', ['FEE_LATE']],
    ['2027-08-10', ['FEE_LAST']],
    ['2027-09-02', ['FEE_MISSED']],
  ])('on %s of the fee: %j', (today, expected) =>
    expect(kinds(aPatent({ paidThrough: 9 }), today)).toEqual(expected),
  );

  it('names a licence that is not filed, and one that is overdue', () => {
    const licence = {
      id: 'l',
      kind: 'ORDINARY' as const,
      licensee: '定襄恒岳锻压法兰有限公司',
      effectiveOn: '2026-09-10',
      endsOn: '2030-01-01',
      territory: '全国',
      fee: '',
      contractId: null,
      fileBy: '2026-12-10',
      filedOn: null,
      filingNumber: '',
      endedOn: null,
    };
    const patent = aPatent({ paidThrough: 9, licences: [licence] });
    expect(kinds(patent)).toEqual(['FILING_NEAR']);
    expect(kinds(patent, '2026-12-11')).toEqual(['FILING_OVERDUE', 'FEE_SOON']);
    expect(kinds(aPatent({ paidThrough: 9, licences: [{ ...licence, filedOn: '2026-11-01' }] }))).toEqual([]);
  });

  it('names the end of the term, and nothing of a right that is gone', () => {
    expect(kinds(aPatent({ paidThrough: 20 }), '2037-10-01')).toEqual(['EXPIRY']);
    expect(kinds(aPatent({ state: 'LAPSED' }), '2037-10-01')).toEqual([]);
  });
});

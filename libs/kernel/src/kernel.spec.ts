import {
  cleanText,
  isPatentNumber,
  isUscc,
  patentTermEnd,
  splitFen,
  shareOf,
  defineLifecycle,
  addWorkingDays,
  isWeekday,
  legalDayOf,
  hasValidOrganisationCode,
} from './index.js';
import fc from 'fast-check';

describe('identifiers', () => {
  it.each(['914403001922038216', '91330100799655058B', '9144030071526726XG', '91110108551385082Q'])(
    'accepts %s',
    (code) => {
      expect(isUscc(code)).toBe(true);
      expect(hasValidOrganisationCode(code)).toBe(true);
    },
  );
  it('refuses a changed character', () => expect(isUscc('914403001922038217')).toBe(false));
  it('checks patent numbers', () => {
    expect(isPatentNumber('200310100002X')).toBe(true);
    expect(isPatentNumber('2003101000021')).toBe(false);
  });
  it('computes terms', () => {
    // The example of 专利审查指南 part 5 ch. 9, 2.1.
    expect(patentTermEnd('UTILITY_MODEL', '1999-09-06')).toBe('2009-09-05');
    expect(patentTermEnd('INVENTION_PATENT', '2004-02-29')).toBe('2024-02-28');
    expect(patentTermEnd('DESIGN_PATENT', '2021-05-31')).toBe('2031-05-30');
    expect(patentTermEnd('DESIGN_PATENT', '2021-06-01')).toBe('2036-05-31');
  });
});

describe('money', () => {
  it('splits exactly', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000_000_000 }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (amount, weights) => splitFen(amount, weights).reduce((a, b) => a + b, 0) === amount,
      ),
    ));
  it('takes a share half up', () => expect(shareOf(33_333, 150)).toBe(500));
});

describe('clock', () => {
  it('knows the legal day', () => expect(legalDayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23'));
  it('counts working days from the day after', () =>
    expect(addWorkingDays('2026-11-20', 5, { isWorkingDay: isWeekday })).toBe('2026-11-27'));
});

describe('defineLifecycle', () => {
  it('stops on an undefined target', () =>
    expect(() =>
      defineLifecycle<'A', 'go'>({ name: 'x', initial: 'A', table: { A: { go: 'B' as 'A' } } }),
    ).toThrow('undefined state'));
  it('stops on an unreachable state', () =>
    expect(() =>
      defineLifecycle<'A' | 'B', never>({ name: 'x', initial: 'A', table: { A: {}, B: {} } }),
    ).toThrow('unreachable'));
});

describe('cleanText', () => {
  it('drops what cannot be seen and keeps emoji, line breaks and full width', () => {
    expect(cleanText(' 甲\u0000\u202E乙\r\n👨‍👩‍👧ＬＥＤ\u200B ')).toBe('甲乙\n👨‍👩‍👧ＬＥＤ');
  });
});

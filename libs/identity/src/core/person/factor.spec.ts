import { place } from '../../../test/core.factory.js';
import { DueOf, isTotp, normaliseCode, owesFactor, recoveryCodeOf } from './factor.js';

describe('whose second factor is due', () => {
  const admin = [place('BUREAU_CITY', ['MEMBER', 'PLATFORM_ADMIN'])];
  const officer = [place('BUREAU_COUNTY', ['MEMBER', 'REGISTRAR'])];
  const others = [
    place('BUREAU_CITY', ['MEMBER']),
    place('UNIVERSITY', ['MEMBER', 'TRANSFER_OFFICER', 'ORG_ADMIN']),
  ];
  it.each([
    [DueOf.nobody, [false, false, false]],
    [DueOf.administrators, [true, false, false]],
    [DueOf.officers, [true, true, false]],
  ])('is said by the parameter: %d', (of, expected) =>
    expect([admin, officer, others].map((places) => owesFactor(of, places))).toEqual(expected),
  );
});

describe('a code that is typed', () => {
  it('is read through an input method, with blanks, and with letters that look like digits', () => {
    expect(['１２３ 456', '123-456', ' 000000 '].map(normaliseCode)).toEqual(['123456', '123456', '000000']);
    expect(normaliseCode('abcde-o1lik')).toBe('ABCDE01111K'.slice(0, 5) + '0111K');
    expect(normaliseCode('x'.repeat(10_000))).toHaveLength(100);
  });
  it('is by time when it is six digits', () =>
    expect(['123456', '12345', '1234567', 'ABCDE01234'].map(isTotp)).toEqual([true, false, false, false]));
});

describe('recovery codes', () => {
  it('come from fifty bits, in letters that nobody mistakes', () => {
    expect(recoveryCodeOf(Uint8Array.from([0, 1, 9, 10, 31, 32, 18, 20, 26, 255]))).toBe('019AZ-0JMTZ');
    for (let byte = 0; byte < 256; byte += 1) {
      const code = recoveryCodeOf(new Uint8Array(10).fill(byte));
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      expect(normaliseCode(code)).toBe(code.replace('-', ''));
    }
  });
});

import fc from 'fast-check';
import { aCase, completeForm } from '../../test/contract.fixture.js';
import { fixedPart, royaltySupplement, technicalAmount, technicalRatio } from './amounts.js';
import type { Deduction, Money, Royalty } from './contract.js';
import { blocks } from './findings.js';
import { findingsOf } from './rulesets/sets.js';

const yuan = (amount: number): number => amount * 100;
const deduction = (amount: number, kind: Deduction['kind'] = 'OTHER'): Deduction => ({
  kind,
  name: '设备',
  amount,
  clause: '第五条',
});
const royalty: Royalty = {
  base: 'SALES',
  trend: 'FIXED',
  rateBasisPoints: 500,
  years: 5,
  entryFee: yuan(300_000),
  cap: null,
  floor: null,
};
const check = (money: Partial<Money>): readonly string[] =>
  blocks(findingsOf(aCase({ form: { ...completeForm, money: { ...completeForm.money, ...money } } }))).map(
    ({ code }) => code,
  );

describe('amounts (reference A6)', () => {
  it('vector: 1,000,000 less 200,000 and 50,000; two prototypes of 30,000 stay inside → 750,000', () => {
    const deductions = [deduction(yuan(200_000), 'EQUIPMENT'), deduction(yuan(50_000), 'RAW_MATERIAL')];
    expect(technicalAmount(yuan(1_000_000), deductions)).toBe(yuan(750_000));
    const carriers = [{ kind: 'SAMPLE', name: '样机', quantity: 2, cost: yuan(30_000) }] as const;
    expect(check({ total: yuan(1_000_000), technical: yuan(750_000), deductions, carriers })).toEqual([]);
    expect(check({ total: yuan(1_000_000), technical: yuan(720_000), deductions, carriers })).toEqual([
      'CONTRACT.AMOUNT_MISMATCH',
    ]);
  });
  it('vector: entrance fee 300,000 + 5 % of sales; first year 2,400,000 → 120,000 → 420,000', () => {
    expect(fixedPart(royalty)).toBe(yuan(300_000));
    expect(royaltySupplement(royalty, yuan(2_400_000), { registered: yuan(300_000), earned: 0 })).toEqual({
      supplement: yuan(120_000),
      cumulative: yuan(420_000),
    });
    const money = { paymentMode: 'ENTRY_FEE_ROYALTY', royalty, deductions: [], carriers: [] } as const;
    expect(check({ ...money, total: yuan(300_000), technical: yuan(300_000) })).toEqual([]);
    expect(check({ ...money, total: yuan(420_000), technical: yuan(420_000) })).toEqual([
      'CONTRACT.ROYALTY_TOTAL',
    ]);
  });
  it('a guaranteed minimum contains the entrance fee, and a cap ends the supplements', () => {
    const bounded = { ...royalty, floor: yuan(400_000), cap: yuan(450_000) };
    expect(fixedPart(bounded)).toBe(yuan(400_000));
    const first = royaltySupplement(bounded, yuan(1_000_000), { registered: yuan(400_000), earned: 0 });
    expect(first).toEqual({ supplement: 0, cumulative: yuan(400_000) });
    const second = royaltySupplement(bounded, yuan(9_000_000), {
      registered: yuan(400_000),
      earned: yuan(50_000),
    });
    expect(second).toEqual({ supplement: yuan(50_000), cumulative: yuan(450_000) });
  });
  it('rounds a ratio down, so that a threshold is never met by rounding', () => {
    expect(technicalRatio(3, 1)).toBe(3_333);
    expect(technicalRatio(0, 0)).toBe(10_000);
  });
  it('accepts exactly the technical amount that the deductions leave', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 1_000_000_000_000 }),
        fc.integer({ min: -3, max: 3 }),
        (amounts, rest, error) => {
          const total = amounts.reduce((sum, amount) => sum + amount, 0) + rest;
          const codes = check({
            total,
            technical: rest + error,
            deductions: amounts.map((amount) => deduction(amount)),
            carriers: [],
            lowRatioReason: '以设备改造为主，技术部分单列',
          });
          expect(codes.includes('CONTRACT.AMOUNT_MISMATCH')).toBe(error !== 0);
        },
      ),
    ));
  it('never registers less than before, nor more than the cap', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_000_000 }), { maxLength: 10 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        (bases, floor, room) => {
          const terms = { ...royalty, entryFee: 0, floor, cap: floor + room };
          let registered = fixedPart(terms);
          let earned = 0;
          for (const base of bases) {
            const { supplement, cumulative } = royaltySupplement(terms, base, { registered, earned });
            expect(supplement).toBeGreaterThanOrEqual(0);
            expect(cumulative).toBe(registered + supplement);
            expect(cumulative).toBeLessThanOrEqual(floor + room);
            registered = cumulative;
            earned += Math.floor((base * 500 + 5_000) / 10_000);
          }
        },
      ),
    ));
});

import fc from 'fast-check';
import { aCase, actors, completeForm } from '../../test/contract.fixture.js';
import type { ContractForm } from './contract.js';
import { contractMachine } from './perform.js';
import { receiptViolations, registeredTotal, supplemented, type ReceiptForm } from './royalty.js';

const WAN = 1_000_000;

/** Reference A6: entrance fee of 300,000 元 and 5 % of the sales for five years. */
const form: ContractForm = {
  ...completeForm,
  money: {
    ...completeForm.money,
    total: 30 * WAN,
    technical: 30 * WAN,
    deductions: [],
    carriers: [],
    paymentMode: 'ENTRY_FEE_ROYALTY',
    royalty: {
      base: 'SALES',
      trend: 'FIXED',
      rateBasisPoints: 500,
      years: 5,
      entryFee: 30 * WAN,
      cap: null,
      floor: null,
    },
  },
};
const firstYear: ReceiptForm = {
  from: '2026-11-02',
  until: '2027-11-01',
  receivedOn: '2027-12-01',
  rateBasisPoints: 500,
  base: 240 * WAN,
};
const today = '2027-12-02';
const codes = (receipt: Partial<ReceiptForm>, on: ContractForm = form): string[] =>
  receiptViolations(on, { ...firstYear, ...receipt }, today).map(({ path, code }) => `${path} ${code}`);

describe('a royalty that became due', () => {
  it('adds its share to what is registered', () => {
    const after = supplemented(form, firstYear);
    expect(after?.money).toMatchObject({ total: 42 * WAN, technical: 42 * WAN });
    expect(after?.money.receipts).toEqual([{ ...firstYear, share: 12 * WAN, supplement: 12 * WAN }]);
  });

  it('is nothing yet while something of it is missing', () => {
    expect(supplemented(form, { ...firstYear, base: null })).toBeNull();
    expect(supplemented(completeForm, firstYear)).toBeNull();
  });

  it('names all that is wrong with it at once', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ from: null, until: null, receivedOn: null, rateBasisPoints: null, base: null })).toEqual([
      'receipt.from REQUIRED',
      'receipt.until REQUIRED',
      'receipt.receivedOn REQUIRED',
      'receipt.rateBasisPoints REQUIRED',
      'receipt.base REQUIRED',
    ]);
    expect(codes({ from: '2026-01-01', until: '2025-01-01', receivedOn: '2028-01-01', base: 0 })).toEqual([
      'receipt.base OUT_OF_RANGE',
      'receipt.until OUT_OF_RANGE',
      'receipt.from DATE_TOO_EARLY',
      'receipt.receivedOn DATE_IN_FUTURE',
    ]);
    expect(codes({ rateBasisPoints: 400 })).toEqual(['receipt.rateBasisPoints CONTRACT.RATE_DIFFERS']);
  });

  it('is registered once for a period', () => {
    const after = supplemented(form, firstYear) ?? form;
    expect(codes({ from: '2027-10-01', until: '2027-12-01' }, after)).toEqual([
      'receipt.from CONTRACT.PERIOD_SUPPLEMENTED',
    ]);
    expect(codes({ from: '2027-11-02', until: '2027-12-01' }, after)).toEqual([]);
  });

  it('is refused where the contract would grow beyond what an amount may be', () => {
    const max = 10_000_000_000_000;
    const share = max - 30 * WAN - 5;
    const earlier = {
      from: '2025-11-02',
      until: '2026-11-01',
      receivedOn: '2026-12-01',
      rateBasisPoints: 500,
      base: max,
      share,
      supplement: share,
    };
    const large: ContractForm = { ...form, money: { ...form.money, total: max - 5, receipts: [earlier] } };
    expect(codes({ base: 100, rateBasisPoints: 500 }, large)).toEqual([]);
    expect(codes({ base: 120, rateBasisPoints: 500 }, large)).toEqual(['receipt.base OUT_OF_RANGE']);
    expect(codes({ base: max }, large)).toEqual(['receipt.base OUT_OF_RANGE']);
  });

  it('keeps the sums: what is registered is the fixed part and every supplement, and never above the cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 * WAN }), { maxLength: 8 }),
        fc.option(fc.integer({ min: 30 * WAN, max: 500 * WAN }), { nil: null }),
        fc.integer({ min: 0, max: 100 * WAN }),
        (bases, limit, floor) => {
          const { royalty } = form.money;
          if (royalty === null) throw new Error('a royalty without terms');
          const fixed = Math.max(30 * WAN, floor);
          const cap = limit === null ? null : Math.max(limit, fixed);
          let now: ContractForm = {
            ...form,
            money: { ...form.money, total: fixed, technical: fixed, royalty: { ...royalty, cap, floor } },
          };
          for (const base of bases) now = supplemented(now, { ...firstYear, base }) ?? now;
          const { total, technical } = now.money;
          expect(total).toBe(registeredTotal(now.money));
          expect(technical).toBe(total);
          expect(total).toBeGreaterThanOrEqual(fixed);
          if (cap !== null) expect(total).toBeLessThanOrEqual(cap);
        },
      ),
    );
  });
});

describe('who asks for a supplement', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  const offered = (of: ContractForm, who: keyof typeof actors) =>
    contractMachine
      .availableActions(actors[who], aCase({ state: 'REGISTERED', form: of }), now)
      .some(({ action }) => action === 'requestSupplement');
  it('is the seller of a contract that pays by what is sold', () => {
    expect(offered(form, 'applicantOfficer')).toBe(true);
    expect(offered(completeForm, 'applicantOfficer')).toBe(false);
    expect(offered(form, 'buyerOfficer')).toBe(false);
    expect(offered(form, 'cityRegistrar')).toBe(false);
  });
});

import fc from 'fast-check';
import {
  AGENCY,
  actorNamed,
  aCommission,
  aDeal,
  INTRODUCING_AGENCY,
  INVITED_AGENCY,
} from '../../test/core.factory.js';
import {
  agreedByAll,
  computeCommission,
  computedNow,
  tiersAreValid,
  type CommissionTerms,
} from './commission.js';
import { checkCommission, partiesOf } from './commission-machine.js';
import { DealCodes } from './errors.js';

const { terms: TERMS } = aCommission();
const codes = (
  terms: CommissionTerms,
  deal = aDeal('NEGOTIATING'),
  actor = actorNamed('BUYER_OFFICER'),
): string[] => checkCommission(actor, deal, terms).map((violation) => violation.code);

describe('computeCommission', () => {
  it('answers the test vector of reference D4: 800,000 → 21,000', () => {
    const computed = computeCommission(TERMS, { total: 100_000_000, technical: 80_000_000 });
    expect(computed).toMatchObject({
      baseAmount: 80_000_000,
      amount: 2_100_000,
      sellerPays: 0,
      buyerPays: 2_100_000,
    });
    expect(computed.formula).toBe('500,000.00 × 3% + 300,000.00 × 2% = 21,000.00 元');
  });

  it('stays inside the first tier, and pays nothing on nothing', () => {
    expect(computeCommission(TERMS, { total: 0, technical: 50_000_000 }).formula).toBe(
      '500,000.00 × 3% = 15,000.00 元',
    );
    expect(computeCommission(TERMS, { total: 0, technical: 0 })).toMatchObject({
      amount: 0,
      formula: '0.00 = 0.00 元',
    });
  });

  it('rounds once, half up', () => {
    const flat = {
      ...TERMS,
      tiers: [
        { upTo: 1, rateBasisPoints: 5_000 },
        { upTo: null, rateBasisPoints: 5_000 },
      ],
    };
    // Two halves of a 分 make one; each rounded alone would make two.
    expect(computeCommission(flat, { total: 0, technical: 2 }).amount).toBe(1);
    expect(computeCommission(flat, { total: 0, technical: 1 }).amount).toBe(1);
  });

  it('keeps to minimum and maximum and says so', () => {
    const amounts = { total: 0, technical: 80_000_000 };
    expect(computeCommission({ ...TERMS, minimum: 3_000_000 }, amounts).formula).toContain(
      '低于最低佣金，按 30,000.00 元计',
    );
    expect(computeCommission({ ...TERMS, maximum: 2_000_000 }, amounts).formula).toContain(
      '高于最高佣金，按 20,000.00 元计',
    );
  });

  const tiers = fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000_000_000 }), { maxLength: 9 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 10_000 })),
    )
    .map(([limits, rates]) =>
      [...limits.sort((a, b) => a - b), null].map((upTo) => ({
        upTo,
        rateBasisPoints: rates.next().value as number,
      })),
    );
  const anyTerms = fc
    .record({
      tiers,
      minimum: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      seller: fc.integer({ min: 0, max: 10_000 }),
      weights: fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 }),
    })
    .map(({ tiers: made, minimum, seller, weights }): CommissionTerms => ({
      ...TERMS,
      tiers: made,
      minimum,
      sellerShareBasisPoints: seller,
      buyerShareBasisPoints: 10_000 - seller,
      splits: weights.map((shareBasisPoints, index) => ({ organisationId: String(index), shareBasisPoints })),
    }));
  const amount = fc.integer({ min: 0, max: 10_000_000_000_000 });

  it('splits exactly between payers and among agencies', () =>
    fc.assert(
      fc.property(anyTerms, amount, (terms, technical) => {
        const computed = computeCommission(terms, { total: technical, technical });
        expect(computed.sellerPays + computed.buyerPays).toBe(computed.amount);
        expect(computed.parts.reduce((sum, part) => sum + part, 0)).toBe(computed.amount);
        expect(computed.amount).toBeGreaterThanOrEqual(terms.minimum ?? 0);
      }),
    ));

  it('never falls when the base rises', () =>
    fc.assert(
      fc.property(anyTerms, amount, amount, (terms, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = (technical: number): number => computeCommission(terms, { total: 0, technical }).amount;
        expect(of(high)).toBeGreaterThanOrEqual(of(low));
      }),
    ));

  it('equals a tier-by-tier sum in exact arithmetic', () =>
    fc.assert(
      fc.property(anyTerms, amount, (terms, technical) => {
        let [exact, from] = [0n, 0];
        for (const { upTo, rateBasisPoints } of terms.tiers) {
          const to = Math.min(upTo ?? technical, technical);
          exact += BigInt(Math.max(0, to - from)) * BigInt(rateBasisPoints);
          from = Math.max(from, to);
        }
        const { amount: computed } = computeCommission({ ...terms, minimum: null }, { total: 0, technical });
        expect(BigInt(computed)).toBe((exact * 2n + 10_000n) / 20_000n);
      }),
    ));

  it('accepts every rising list of limits', () => fc.assert(fc.property(tiers, tiersAreValid)));
});

describe('computedNow', () => {
  it('is an estimate from the price, then what was concluded, and nothing without a price', () => {
    expect(computedNow(aCommission())?.amount).toBe(2_100_000);
    expect(computedNow(aCommission({ concluded: { total: 1, technical: 50_000_000 } }))?.amount).toBe(
      1_500_000,
    );
    expect(computedNow(aCommission({ price: null }))).toBeNull();
  });
});

describe('checkCommission', () => {
  const split = (...agencies: string[]) =>
    agencies.map((organisationId) => ({ organisationId, shareBasisPoints: 10_000 / agencies.length }));

  it('accepts the payer and its broker', () => expect(codes(TERMS)).toEqual([]));

  it.each([
    ['no tier', []],
    ['a limit on the last', [{ upTo: 1, rateBasisPoints: 100 }]],
    [
      'limits that fall',
      [
        { upTo: 5, rateBasisPoints: 1 },
        { upTo: 5, rateBasisPoints: 1 },
        { upTo: null, rateBasisPoints: 1 },
      ],
    ],
    ['a rate over the whole', [{ upTo: null, rateBasisPoints: 10_001 }]],
    [
      'no limit in the middle',
      [
        { upTo: null, rateBasisPoints: 1 },
        { upTo: null, rateBasisPoints: 1 },
      ],
    ],
  ])('refuses %s', (_, tiers) => expect(codes({ ...TERMS, tiers })).toEqual([DealCodes.TIERS_INVALID]));

  it('names everything that is wrong at once', () =>
    expect(
      codes({
        ...TERMS,
        minimum: 2,
        maximum: 1,
        sellerShareBasisPoints: 1,
        buyerShareBasisPoints: 1,
        splits: [{ organisationId: 'nobody', shareBasisPoints: 1 }],
      }),
    ).toEqual(
      expect.arrayContaining([
        DealCodes.RANGE_INVALID,
        DealCodes.PAYERS_INVALID,
        DealCodes.SPLITS_INVALID,
        DealCodes.SPLIT_NOT_JOINED,
      ]),
    ));

  it('refuses an agency that is only invited', () =>
    expect(codes({ ...TERMS, splits: split(INVITED_AGENCY) })).toContain(DealCodes.SPLIT_NOT_JOINED));

  it('lets a side pay only agencies that act for it, for both, or for neither', () => {
    const both = { ...TERMS, sellerShareBasisPoints: 5_000, buyerShareBasisPoints: 5_000 };
    expect(codes(both)).toEqual([DealCodes.DUAL_CONSENT_MISSING]);
    expect(codes({ ...both, splits: split(INTRODUCING_AGENCY) })).toEqual([]);
    expect(codes({ ...both, splits: split(INTRODUCING_AGENCY, AGENCY) })).toEqual([]);
    const consented = aDeal('NEGOTIATING', {
      brokers: [{ id: 'b', organisationId: AGENCY, state: 'JOINED', represents: 'BOTH', invitedBy: 'BUYER' }],
    });
    expect(codes(both, consented)).toEqual([]);
  });

  it('is nothing to those who neither pay nor are paid', () => {
    expect(codes(TERMS, aDeal('NEGOTIATING'), actorNamed('SELLER_OFFICER'))).toEqual([
      DealCodes.NOT_CONCERNED,
    ]);
    expect(codes(TERMS, aDeal('NEGOTIATING'), actorNamed('INTRODUCER'))).toEqual([DealCodes.NOT_CONCERNED]);
    expect(codes(TERMS, aDeal('NEGOTIATING'), actorNamed('BROKER'))).toEqual([]);
  });

  it('needs the agreement of every payer and every agency', () => {
    expect(
      partiesOf(aDeal('NEGOTIATING'), { ...TERMS, sellerShareBasisPoints: 1, buyerShareBasisPoints: 9_999 }),
    ).toEqual([
      expect.objectContaining({ role: 'SELLER' }),
      expect.objectContaining({ role: 'BUYER' }),
      expect.objectContaining({ role: 'BROKER', organisationId: AGENCY }),
    ]);
    expect(agreedByAll(aCommission())).toBe(false);
    const all = aCommission().parties.map((party) => ({ ...party, agreedAt: new Date(0) }));
    expect(agreedByAll(aCommission({ parties: all }))).toBe(true);
  });
});

import fc from 'fast-check';
import { aCall } from '../../../test/call.fixture.js';
import { panelCaseOf, panelFaults, strataOf, type PanelCase, type PanelRule, type Seated } from './panel.js';

const WAN = 1_000_000;
/** Reference B7, [D/K]. */
const RULE: PanelRule = {
  least: 5,
  leastLarge: 7,
  largeFrom: 500 * WAN,
  technical: { numerator: 2, denominator: 3 },
  financeFrom: 50 * WAN,
  units: 3,
  perUnit: 1,
  outside: { numerator: 1, denominator: 2 },
};
const SMALL: PanelCase = { amount: 40 * WAN, fiscal: 12 * WAN, disputed: false, key: false };
const seat = (at: number, some: Partial<Seated> = {}): Seated => ({
  expert: `e${at}`,
  unit: `u${at}`,
  speciality: 'TECHNICAL',
  outside: false,
  ...some,
});
const panel = (size: number, change: (at: number) => Partial<Seated> = () => ({})): Seated[] =>
  Array.from({ length: size }, (_, at) => seat(at, change(at)));

describe('a panel', () => {
  it('is odd, of five or more, seven for large sums and disputes', () => {
    expect(panelFaults(panel(5), SMALL, RULE)).toEqual([]);
    expect(panelFaults(panel(4), SMALL, RULE)).toEqual(['TOO_FEW', 'EVEN']);
    expect(panelFaults(panel(6), SMALL, RULE)).toEqual(['EVEN']);
    expect(panelFaults(panel(5), { ...SMALL, disputed: true }, RULE)).toEqual(['TOO_FEW']);
    const large = { ...SMALL, amount: 500 * WAN + 1 };
    expect(panelFaults(panel(5), large, RULE)).toEqual(['TOO_FEW']);
  });

  it('has two thirds of technical experts, and one for finance where the treasury gives more than the sum', () => {
    const paid = { ...SMALL, amount: 200 * WAN, fiscal: 50 * WAN + 1 };
    // The owner's own money asks for nobody, however much it is.
    expect(panelFaults(panel(7), { ...SMALL, amount: 900 * WAN, fiscal: 50 * WAN }, RULE)).toEqual([]);
    expect(panelFaults(panel(5), paid, RULE)).toEqual(['NO_FINANCE']);
    expect(
      panelFaults(
        panel(5, (at) => (at < 2 ? { speciality: 'FINANCE' } : {})),
        paid,
        RULE,
      ),
    ).toEqual(['TOO_FEW_TECHNICAL']);
    expect(
      panelFaults(
        panel(5, (at) => (at < 1 ? { speciality: 'FINANCE' } : {})),
        paid,
        RULE,
      ),
    ).toEqual([]);
  });

  it('is asked by what city and county pay together', () => {
    const { plan } = aCall('DRAFT');
    const funding = { total: 200 * WAN, owner: 140 * WAN, city: 30 * WAN, county: 30 * WAN };
    expect(panelCaseOf({ funding, plan }, false)).toMatchObject({ amount: 200 * WAN, fiscal: 60 * WAN });
  });

  it('comes from several units, and for key calls half of it from outside', () => {
    expect(
      panelFaults(
        panel(5, (at) => ({ unit: `u${at % 2}` })),
        SMALL,
        RULE,
      ),
    ).toEqual(['TOO_FEW_UNITS', 'TOO_MANY_OF_A_UNIT']);
    expect(
      panelFaults(
        panel(5, (at) => (at === 1 ? { expert: 'e0' } : {})),
        SMALL,
        RULE,
      ),
    ).toEqual(['TWICE']);
    const key = { ...SMALL, key: true };
    expect(
      panelFaults(
        panel(5, (at) => ({ outside: at < 2 })),
        key,
        RULE,
      ),
    ).toEqual(['TOO_FEW_FROM_OUTSIDE']);
    expect(
      panelFaults(
        panel(5, (at) => ({ outside: at < 3 })),
        key,
        RULE,
      ),
    ).toEqual([]);
  });

  it('that fills the strata of its case meets the rule, whatever the case', () => {
    const anyCase = fc.record({
      amount: fc.integer({ min: 0, max: 1000 }).map((wan) => wan * WAN),
      fiscal: fc.integer({ min: 0, max: 200 }).map((wan) => wan * WAN),
      disputed: fc.boolean(),
      key: fc.boolean(),
    });
    const anyRule = fc
      .record({ least: fc.integer({ min: 3, max: 9 }), leastLarge: fc.integer({ min: 9, max: 15 }) })
      .map((some) => ({ ...RULE, ...some }));
    const anyDivision = fc.record({
      judges: fc.constantFrom(null, 5, 9, 17),
      times: fc.constantFrom(1, 3, 5),
    });
    fc.assert(
      fc.property(anyCase, anyRule, anyDivision, (some, rule, division) => {
        const of = { ...some, ...division };
        const strata = strataOf(of, rule);
        for (const { seats, judges } of strata) expect(seats).toBe(judges * of.times);
        // Those who judge one bid are a panel themselves.
        const group = strata
          .flatMap(({ speciality, outside, judges }) =>
            Array.from({ length: judges }, () => ({ speciality, outside })),
          )
          .map((one, at) => seat(at, one));
        expect(panelFaults(group, of, rule)).toEqual([]);
        const seated = strata
          .flatMap(({ speciality, outside, seats }) =>
            Array.from({ length: seats }, () => ({ speciality, outside })),
          )
          .map((some, at) => seat(at, some));
        expect(panelFaults(seated, of, rule)).toEqual([]);
        expect(new Set(strata.map(({ code }) => code)).size).toBe(strata.length);
      }),
    );
  });
});

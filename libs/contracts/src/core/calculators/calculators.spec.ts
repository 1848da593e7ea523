import fc from 'fast-check';
import type { Calculator, Outcome } from './calculator.js';
import {
  calculate,
  calculatorOf,
  calculatorParameterDeclarations,
  CALCULATOR_PARAMETERS,
  CALCULATORS,
  type Calculation,
  type UsedParameter,
} from './calculators.js';
import { comprehensiveTax } from './cash-reward.js';
import { isAsked, readInputs, type Field, type Fields } from './fields.js';
import { IIT_BRACKETS } from './parameters.js';

const YUAN = 100;
const TODAY = '2026-11-23';

/** The declared versions as they hold on a day: of those that began, the last one that has not ended. */
function heldOn(day: string): ReadonlyMap<string, Omit<UsedParameter, 'name' | 'title'>> {
  return new Map(
    CALCULATOR_PARAMETERS.flatMap(({ name, versions }) => {
      const version = [...versions]
        .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
        .find(
          (each) => each.effectiveFrom <= day && (each.effectiveTo === undefined || day <= each.effectiveTo),
        );
      return version
        ? [[name, { ...version, id: name, effectiveTo: version.effectiveTo ?? null }] as const]
        : [];
    }),
  );
}
const run = (id: string, inputs: object, on = TODAY): Calculation =>
  calculate(calculatorOf(id), inputs, on, heldOn(on));
const amount = ({ outcome }: { outcome: Outcome }, label: string): number | undefined =>
  outcome.results.find((result) => result.label === label)?.amount;

const TRANSFER = {
  title: '封装技术',
  technology: 'PATENT',
  mode: 'OWNERSHIP',
  revenue: 10_000_000 * YUAN,
  cost: 1_800_000 * YUAN,
  taxes: 200_000 * YUAN,
  recognised: true,
  related: false,
};
const YEAR = { resident: true, transfers: [TRANSFER] };
const REWARD = {
  mode: 'TRANSFER_LICENCE',
  state: true,
  income: 500_000 * YUAN,
  cost: 80_000 * YUAN,
  taxes: 20_000 * YUAN,
};
const CASH = {
  reward: 100_000 * YUAN,
  unit: 'STATE',
  ownUse: false,
  registered: true,
  received: '2026-03-01',
  paid: '2026-11-01',
  disclosed: 15,
};

describe('the vectors of the reference (A10)', () => {
  it('reward: 500,000 − 80,000 − 20,000 → at least 200,000, of which 100,000 to main contributors', () => {
    const calculation = run('reward', REWARD);
    expect(amount(calculation, '奖励总额至少')).toBe(200_000 * YUAN);
    expect(amount(calculation, '其中主要贡献人员至少')).toBe(100_000 * YUAN);
    expect(calculation.outcome.steps[0]).toMatchObject({
      working: '500,000.00 − 80,000.00 − 20,000.00 = 400,000.00',
      amount: 400_000 * YUAN,
    });
  });
  it('corporate income tax: 10,000,000 − 1,800,000 − 200,000 → 5,000,000 exempt, 375,000 to pay', () => {
    const calculation = run('corporate-income-tax', YEAR);
    expect(amount(calculation, '转让所得合计')).toBe(8_000_000 * YUAN);
    expect(amount(calculation, '免税所得')).toBe(5_000_000 * YUAN);
    expect(amount(calculation, '减半征收的所得')).toBe(3_000_000 * YUAN);
    expect(amount(calculation, '应纳企业所得税')).toBe(375_000 * YUAN);
  });
  it('cash reward: 100,000 → 50,000 counted', () =>
    expect(amount(run('cash-reward', CASH), '计入工资、薪金')).toBe(50_000 * YUAN));
});

describe('corporate income tax', () => {
  const taxOf = (inputs: object): number | undefined =>
    amount(run('corporate-income-tax', inputs), '应纳企业所得税');
  it('is of the enterprise and the year, not of each contract', () => {
    const half = { ...TRANSFER, revenue: 5_000_000 * YUAN, cost: 900_000 * YUAN, taxes: 100_000 * YUAN };
    expect(taxOf({ ...YEAR, transfers: [half] })).toBe(0);
    expect(taxOf({ ...YEAR, transfers: [half, half] })).toBe(375_000 * YUAN);
  });
  it('sets a loss of one transfer against another', () => {
    const loss = { ...TRANSFER, revenue: 0, cost: 3_000_000 * YUAN, taxes: 0 };
    expect(taxOf({ ...YEAR, transfers: [TRANSFER, loss] })).toBe(0);
  });
  it.each([
    ['a related party', { related: true }],
    ['a short licence', { mode: 'SHORT' }],
    ['what is not registered', { recognised: false }],
    ['what is out of the list', { technology: 'KNOW_HOW' }],
  ])('leaves out %s, and says so', (_, change) => {
    const { outcome } = run('corporate-income-tax', { ...YEAR, transfers: [{ ...TRANSFER, ...change }] });
    expect(outcome).toMatchObject({
      verdict: 'DOES_NOT_APPLY',
      obstacles: [expect.stringContaining('封装技术：')],
    });
  });
  it('takes amortisation and period expenses off a non-exclusive licence', () => {
    const licence = { ...TRANSFER, mode: 'NON_EXCLUSIVE', expenses: 1_000_000 * YUAN };
    expect(amount(run('corporate-income-tax', { ...YEAR, transfers: [licence] }), '转让所得合计')).toBe(
      7_000_000 * YUAN,
    );
  });
});

describe('value added tax', () => {
  const base = {
    contractClass: 'TRANSFER',
    technical: 1_060_000 * YUAN,
    related: 106_000 * YUAN,
    sameInvoice: true,
    other: 200_000 * YUAN,
    recognised: true,
    separate: true,
    waived: false,
    taxpayer: 'GENERAL',
  };
  it('exempts the technical part and what is on the same invoice', () => {
    const calculation = run('vat', base);
    expect(amount(calculation, '免税销售额')).toBe(1_166_000 * YUAN);
    expect(amount(calculation, '应税销售额（含税）')).toBe(200_000 * YUAN);
    expect(amount(calculation, '少缴的增值税（未扣减不得抵扣的进项税额）')).toBe(66_000 * YUAN);
    expect(amount(run('vat', { ...base, sameInvoice: false }), '免税销售额')).toBe(1_060_000 * YUAN);
  });
  it.each([{ contractClass: 'SERVICE' }, { recognised: false }, { separate: false }, { waived: true }])(
    'exempts nothing with %p',
    (change) => {
      const { outcome } = run('vat', { ...base, ...change });
      expect(outcome).toMatchObject({ verdict: 'DOES_NOT_APPLY', obstacles: [expect.any(String)] });
      expect(outcome.results[0]).toEqual({ label: '免税销售额', amount: 0 });
    },
  );
  it('names the source of the day, and marks what is still to be verified', () => {
    const source = ({ parameters }: Calculation): string | undefined =>
      parameters.find(({ name }) => name === 'contracts.vat_technology_exempt')?.source;
    expect(source(run('vat', base, '2025-06-30'))).toContain('财税〔2016〕36号');
    expect(source(run('vat', base, '2026-06-30'))).toContain('待核');
  });
});

describe('super-deduction', () => {
  const base = {
    enterprise: 'GENERAL',
    negativeIndustry: false,
    staff: 900_000 * YUAN,
    other: 200_000 * YUAN,
    entrusted: 1_000_000 * YUAN,
    overseas: 3_000_000 * YUAN,
    registered: true,
    taxRate: '25',
  };
  it('caps other costs, counts 80 % of what was entrusted and two thirds for overseas', () => {
    const { outcome } = run('super-deduction', base);
    const stepOf = (label: string): number | undefined =>
      outcome.steps.find((each) => each.label === label)?.amount;
    expect(stepOf('计入的其他相关费用')).toBe(100_000 * YUAN);
    expect(stepOf('计入的委托境内研发费用')).toBe(800_000 * YUAN);
    expect(stepOf('境内符合条件的研发费用')).toBe(1_800_000 * YUAN);
    expect(stepOf('计入的委托境外研发费用')).toBe(1_200_000 * YUAN);
    expect(amount({ outcome }, '加计扣除额')).toBe(3_000_000 * YUAN);
    expect(amount({ outcome }, '少缴的企业所得税')).toBe(750_000 * YUAN);
  });
  it('adds 120 % for listed enterprises as long as that holds, and the law of the day before and after', () => {
    const of = (on: string, enterprise = 'IC_MACHINE_TOOL'): number | undefined =>
      amount(run('super-deduction', { ...base, enterprise }, on), '加计扣除额');
    expect(of('2027-12-31')).toBe(3_600_000 * YUAN);
    expect(of('2028-01-01')).toBe(3_000_000 * YUAN);
    expect(of('2022-12-31', 'GENERAL')).toBe(2_250_000 * YUAN);
  });
  it('counts nothing entrusted without registration, and nothing at all in a negative industry', () => {
    const { outcome } = run('super-deduction', { ...base, registered: false });
    expect(amount({ outcome }, '加计扣除额')).toBe(1_000_000 * YUAN);
    expect(outcome.obstacles).toHaveLength(1);
    expect(run('super-deduction', { ...base, negativeIndustry: true }).outcome.verdict).toBe(
      'DOES_NOT_APPLY',
    );
  });
  it('adds the year’s amortisation of capitalised costs once more', () =>
    expect(
      amount(
        run('super-deduction', { ...base, staff: 0, other: 0, entrusted: 0, overseas: 0, capitalised: 100 }),
        '加计扣除额',
      ),
    ).toBe(100));
});

describe('stamp duty', () => {
  const items = [
    { title: '技术', kind: 'TECHNOLOGY', price: 1_000_000 * YUAN },
    { title: '设备租赁', kind: 'LEASE', price: 100_000 * YUAN },
  ];
  it('is 0.3‰ of a technology contract', () =>
    expect(
      amount(run('stamp-duty', { items: items.slice(0, 1), apart: true, small: false }), '每一方应纳印花税'),
    ).toBe(300 * YUAN));
  it('takes each item at its rate, and all at the highest where they are not apart', () => {
    expect(amount(run('stamp-duty', { items, apart: true, small: false }), '每一方应纳印花税')).toBe(
      400 * YUAN,
    );
    expect(amount(run('stamp-duty', { items, apart: false, small: false }), '每一方应纳印花税')).toBe(
      1_100 * YUAN,
    );
  });
  it('is halved for small enterprises as long as that holds', () => {
    const of = (on: string): number | undefined =>
      amount(
        run('stamp-duty', { items: items.slice(0, 1), apart: true, small: true }, on),
        '每一方应纳印花税',
      );
    expect([of('2027-12-31'), of('2028-01-01'), of('2022-08-01')]).toEqual([
      150 * YUAN,
      300 * YUAN,
      300 * YUAN,
    ]);
  });
});

describe('deferral', () => {
  const base = {
    investor: 'INDIVIDUAL',
    technology: 'LISTED',
    domestic: true,
    sharesOnly: true,
    filed: true,
    value: 2_000_000 * YUAN,
    cost: 300_000 * YUAN,
    taxes: 100_000 * YUAN,
    price: 3_000_000 * YUAN,
  };
  it('taxes the transfer of the shares, less the technology’s cost', () => {
    const calculation = run('deferral', base);
    expect(amount(calculation, '选择递延：入股时应纳税')).toBe(0);
    expect(amount(calculation, '选择递延：转让股权时应纳税')).toBe(520_000 * YUAN);
    expect(amount(calculation, '不选择递延：入股时应纳税')).toBe(320_000 * YUAN);
    expect(amount(calculation, '不选择递延：分5年，每年至多')).toBe(64_000 * YUAN);
    expect(amount(calculation, '不选择递延：转让股权时应纳税')).toBe(200_000 * YUAN);
  });
  it('is not open where the price was not all shares', () =>
    expect(run('deferral', { ...base, sharesOnly: false }).outcome).toMatchObject({
      verdict: 'DOES_NOT_APPLY',
      obstacles: ['对价须全部为股票（权）'],
    }));
});

describe('cash reward', () => {
  const brackets = Object.fromEntries(
    Object.entries(IIT_BRACKETS).map(([key, { versions }]) => [key, versions[0]?.value]),
  ) as { [key in keyof typeof IIT_BRACKETS]: number };
  it.each([
    [36_000, 1_080],
    [144_000, 11_880],
    [300_000, 43_080],
    [420_000, 73_080],
    [660_000, 145_080],
    [960_000, 250_080],
    [1_000_000, 268_080],
  ])('the year’s tax on %p is %p (quick deductions of the statute’s table)', (income, tax) =>
    expect(comprehensiveTax(income * YUAN, brackets)).toBe(tax * YUAN),
  );
  it('counts whole what was paid late, not disclosed or not registered', () => {
    for (const change of [
      { paid: '2029-03-02' },
      { paid: '2026-02-28' },
      { disclosed: 14 },
      { registered: false },
      { unit: 'OTHER' },
      { ownUse: true },
    ]) {
      const calculation = run('cash-reward', { ...CASH, ...change });
      expect(amount(calculation, '计入工资、薪金')).toBe(100_000 * YUAN);
      expect(calculation.outcome).toMatchObject({
        verdict: 'DOES_NOT_APPLY',
        obstacles: [expect.any(String)],
      });
    }
    expect(run('cash-reward', { ...CASH, paid: '2029-03-01' }).outcome.verdict).toBe('APPLIES');
  });
});

describe('reward', () => {
  it('does not let a state unit agree on less than the law’s least', () => {
    const calculation = run('reward', { ...REWARD, agreed: 3_000 });
    expect(amount(calculation, '奖励总额至少')).toBe(200_000 * YUAN);
    expect(calculation.outcome.verdict).toBe('DOES_NOT_APPLY');
    expect(amount(run('reward', { ...REWARD, agreed: 7_000 }), '奖励总额至少')).toBe(280_000 * YUAN);
  });
  it('takes the share of the shares, and of each year’s profit', () => {
    expect(amount(run('reward', { mode: 'INVESTMENT', state: true, shares: 900 }), '奖励总额至少')).toBe(450);
    const profits = [{ profit: 1_000_000 * YUAN }, { profit: 2_000_000 * YUAN }, { profit: 0 }];
    expect(amount(run('reward', { mode: 'OWN_USE', state: true, profits }), '奖励总额至少')).toBe(
      150_000 * YUAN,
    );
  });
  it('divides by weights to the last 分, and says when main contributors get too little', () => {
    const contributors = [
      { title: '甲', main: true, weight: 1 },
      { title: '乙', main: false, weight: 2 },
    ];
    const calculation = run('reward', { ...REWARD, contributors });
    expect((amount(calculation, '甲') ?? 0) + (amount(calculation, '乙') ?? 0)).toBe(200_000 * YUAN);
    expect(calculation.outcome.obstacles).toEqual([expect.stringContaining('主要贡献人员合计')]);
  });
});

describe('inputs', () => {
  const codes = (inputs: unknown): string[] =>
    readInputs(calculatorOf('corporate-income-tax').fields, inputs).violations.map(
      ({ path, code }) => `${path} ${code}`,
    );
  it('are refused with every violation at its field', () =>
    expect(
      codes({
        transfers: [{ technology: 'X', mode: 'OWNERSHIP', revenue: -1, recognised: 'yes', related: false }],
      }),
    ).toEqual([
      'inputs.resident REQUIRED',
      'inputs.transfers.0.technology OUT_OF_RANGE',
      'inputs.transfers.0.revenue OUT_OF_RANGE',
      'inputs.transfers.0.recognised OUT_OF_RANGE',
    ]));
  it.each([null, 1, 'text', [], { transfers: 'x' }, { transfers: [null] }])('of %p are refused', (inputs) =>
    expect(codes(inputs).length).toBeGreaterThan(0),
  );
  it('are bounded in number and length', () => {
    expect(codes({ ...YEAR, transfers: Array.from({ length: 51 }, () => TRANSFER) })).toEqual([
      'inputs.transfers TOO_MANY',
    ]);
    expect(codes({ ...YEAR, transfers: [{ ...TRANSFER, title: '长'.repeat(201) }] })).toEqual([
      'inputs.transfers.0.title OUT_OF_RANGE',
    ]);
  });
  it('that are not asked for do not count', () =>
    expect(
      amount(
        run('corporate-income-tax', { ...YEAR, transfers: [{ ...TRANSFER, expenses: 99 }] }),
        '转让所得合计',
      ),
    ).toBe(8_000_000 * YUAN));
});

describe('a day without a rule', () => {
  it('is said, and nothing is guessed', () => {
    const { outcome, parameters } = run(
      'stamp-duty',
      { items: [{ kind: 'TECHNOLOGY', price: 1 }], apart: true, small: false },
      '2000-01-01',
    );
    expect(outcome).toMatchObject({ verdict: 'NOT_IN_FORCE', results: [], steps: [] });
    expect(outcome.obstacles).toHaveLength(5);
    expect(parameters).toEqual([]);
  });
  it('ends the validity of a result where a temporary version ends', () => {
    expect(
      run('stamp-duty', { items: [{ kind: 'SALE', price: 1 }], apart: true, small: false }),
    ).toMatchObject({
      validFrom: '2023-01-01',
      validTo: '2027-12-31',
      version: 'stamp-duty-1',
    });
    expect(run('corporate-income-tax', YEAR)).toMatchObject({ validFrom: '2008-01-01', validTo: null });
  });
  it('cannot be asked of a calculator that is not there', () =>
    expect(() => calculatorOf('lottery')).toThrow('没有这个测算项目'));
});

describe('parameters', () => {
  it('each have a source, and no two versions begin on one day', () => {
    for (const { name, versions } of CALCULATOR_PARAMETERS) {
      expect(versions.every(({ source }) => source.length > 5)).toBe(true);
      expect([name, new Set(versions.map(({ effectiveFrom }) => effectiveFrom)).size]).toEqual([
        name,
        versions.length,
      ]);
    }
    expect(calculatorParameterDeclarations).toHaveLength(CALCULATOR_PARAMETERS.length);
  });
});

const MONEY = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 10_000_000_000_000 }));
function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'MONEY':
      return MONEY;
    case 'COUNT':
      return fc.integer({ min: field.min, max: field.max });
    case 'PERCENT':
      return fc.option(fc.integer({ min: 0, max: 10_000 }));
    case 'YES_NO':
      return fc.boolean();
    case 'DAY':
      return fc.constantFrom('2024-02-29', '2026-01-01', '2027-12-31');
    case 'TEXT':
      return fc.constant('某项');
    case 'CHOICE':
      return fc.constantFrom(...Object.keys(field.choices));
    case 'ROWS':
      return fc.array(inputsFor(field.fields), { minLength: field.min, maxLength: 4 });
  }
}
const inputsFor = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueFor(field)])));

/** What may be a loss; everything else that a result names is no less than nothing. */
const MAY_BE_NEGATIVE = ['转让所得合计'];

describe.each(CALCULATORS.map((calculator) => [calculator.id, calculator] as const))(
  '%s',
  (id, calculator: Calculator) => {
    it('gives whole 分, no negative tax, and the same for the same inputs, whatever they are', () =>
      fc.assert(
        fc.property(inputsFor(calculator.fields), (inputs) => {
          const calculation = run(id, inputs);
          const { results, steps } = calculation.outcome;
          for (const { amount: each } of [...results, ...steps])
            expect(Number.isSafeInteger(each)).toBe(true);
          for (const { label, amount: each } of results)
            if (!MAY_BE_NEGATIVE.includes(label)) expect([label, each >= 0]).toEqual([label, true]);
          expect(run(id, calculation.inputs)).toEqual(calculation);
        }),
        { numRuns: 200 },
      ));
    it('asks for what it uses, in words', () => {
      const named = (fields: Fields): Field[] =>
        Object.values(fields).flatMap((field) => [
          field,
          ...(field.kind === 'ROWS' ? named(field.fields) : []),
        ]);
      expect(named(calculator.fields).every(({ label }) => label.length > 1)).toBe(true);
      for (const field of Object.values(calculator.fields)) expect(typeof isAsked(field, {})).toBe('boolean');
    });
  },
);

/** More of the one never gives less of the other. */
const RISING: readonly (readonly [id: string, inputs: object, field: string, result: string])[] = [
  [
    'vat',
    {
      contractClass: 'TRANSFER',
      sameInvoice: true,
      recognised: true,
      separate: true,
      waived: false,
      taxpayer: 'GENERAL',
    },
    'technical',
    '免税销售额',
  ],
  [
    'super-deduction',
    {
      enterprise: 'GENERAL',
      negativeIndustry: false,
      other: 5_000_000,
      overseas: 900_000_000,
      registered: true,
      taxRate: '25',
    },
    'staff',
    '加计扣除额',
  ],
  [
    'deferral',
    {
      investor: 'INDIVIDUAL',
      technology: 'LISTED',
      domestic: true,
      sharesOnly: true,
      filed: true,
      value: 100,
      cost: 7_000_000,
    },
    'price',
    '选择递延：转让股权时应纳税',
  ],
  ['cash-reward', CASH, 'reward', '增加的个人所得税（估算）'],
  ['reward', REWARD, 'income', '奖励总额至少'],
];

describe('monotone', () => {
  it.each(RISING)('%s', (id, inputs, field, result) =>
    fc.assert(
      fc.property(MONEY, MONEY, (one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one];
        const of = (value: number): number => amount(run(id, { ...inputs, [field]: value }), result) ?? 0;
        expect(of(more)).toBeGreaterThanOrEqual(of(less));
      }),
    ),
  );
  it('corporate income tax rises with revenue and falls with cost, and is never above the full rate', () =>
    fc.assert(
      fc.property(MONEY, MONEY, MONEY, (one, other, cost) => {
        const [less, more] = one <= other ? [one, other] : [other, one];
        const taxOf = (revenue: number, spent: number): number =>
          amount(
            run('corporate-income-tax', {
              ...YEAR,
              transfers: [{ ...TRANSFER, revenue, cost: spent, taxes: 0 }],
            }),
            '应纳企业所得税',
          ) ?? 0;
        expect(taxOf(more, cost)).toBeGreaterThanOrEqual(taxOf(less, cost));
        expect(taxOf(more, more)).toBeLessThanOrEqual(taxOf(more, less));
        expect(taxOf(more, 0)).toBeLessThanOrEqual(Math.ceil(more / 4));
      }),
    ));
  it('stamp duty rises with the price, and is never less where the items are not apart', () =>
    fc.assert(
      fc.property(MONEY, MONEY, (technology, lease) => {
        const items = [
          { kind: 'TECHNOLOGY', price: technology },
          { kind: 'LEASE', price: lease },
        ];
        const of = (list: object[], apart: boolean): number =>
          amount(run('stamp-duty', { items: list, apart, small: false }), '每一方应纳印花税') ?? 0;
        expect(of(items, true)).toBeGreaterThanOrEqual(of(items.slice(0, 1), true));
        // Two items may each be rounded up by half a 分.
        expect(of(items, false) + 1).toBeGreaterThanOrEqual(of(items, true));
      }),
    ));
});

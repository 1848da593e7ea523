import { DomainError, refuseIf, type LegalDay } from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import type { Calculator, Outcome } from './calculator.js';
import { cashReward } from './cash-reward.js';
import { corporateIncomeTax } from './corporate-income-tax.js';
import { deferral } from './deferral.js';
import { readInputs, type Fields, type Inputs } from './fields.js';
import { reward } from './reward.js';
import { stampDuty } from './stamp-duty.js';
import { superDeduction } from './super-deduction.js';
import { vat } from './vat.js';

/** 测算工具 (reference A10). */
export const CALCULATORS: readonly Calculator[] = [
  vat,
  corporateIncomeTax,
  superDeduction,
  stampDuty,
  deferral,
  cashReward,
  reward,
];

/** @throws DomainError CONTRACT.UNKNOWN_CALCULATOR. */
export function calculatorOf(id: string): Calculator {
  const found = CALCULATORS.find((calculator) => calculator.id === id);
  if (found !== undefined) return found;
  throw new DomainError(ContractCodes.UNKNOWN_CALCULATOR, '没有这个测算项目，请从列表中选择');
}

/** A parameter as it held on the day of the calculation. */
export interface UsedParameter {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay | null;
  readonly source: string;
}

/** A calculation with all it rests on: enough to be done again, and to be told why. */
export interface Calculation {
  readonly calculator: string;
  readonly version: string;
  /** The day whose law was taken. */
  readonly on: LegalDay;
  readonly inputs: Inputs<Fields>;
  readonly outcome: Outcome;
  readonly parameters: readonly UsedParameter[];
  /** The days on which the same parameters hold together. */
  readonly validFrom: LegalDay | null;
  readonly validTo: LegalDay | null;
}

const notInForce = (missing: readonly string[]): Outcome => ({
  verdict: 'NOT_IN_FORCE',
  headline: '所选日期没有生效的规定',
  results: [],
  steps: [],
  obstacles: missing.map((title) => `没有在这一天有效的参数：${title}`),
  notes: [],
});

/**
 * Checks the inputs and calculates by what holds on that day; where a parameter has no version then, the
 * outcome says so and nothing is guessed.
 * @throws DomainError INVALID_INPUT with every violation at its field.
 */
export function calculate(
  calculator: Calculator,
  typed: unknown,
  on: LegalDay,
  held: ReadonlyMap<string, Omit<UsedParameter, 'name' | 'title'>>,
): Calculation {
  const { inputs, violations } = readInputs(calculator.fields, typed);
  refuseIf(violations);
  const uses = Object.entries(calculator.parameters);
  const missing = uses.filter(([, { name }]) => !held.has(name)).map(([, { title }]) => title);
  const parameters = uses.flatMap(([, { name, title }]) => {
    const version = held.get(name);
    return version === undefined ? [] : [{ ...version, name, title }];
  });
  const values = Object.fromEntries(uses.map(([key, { name }]) => [key, held.get(name)?.value ?? 0]));
  const ends = parameters.flatMap(({ effectiveTo }) => effectiveTo ?? []).sort();
  const starts = parameters.map(({ effectiveFrom }) => effectiveFrom).sort();
  return {
    calculator: calculator.id,
    version: calculator.version,
    on,
    inputs,
    outcome: missing.length > 0 ? notInForce(missing) : calculator.calculate(inputs, values),
    parameters,
    validFrom: starts.at(-1) ?? null,
    validTo: ends[0] ?? null,
  };
}

/** Every parameter that a calculator takes, once. */
export const CALCULATOR_PARAMETERS = [
  ...new Map(
    CALCULATORS.flatMap(({ parameters }) => Object.values(parameters)).map((use) => [use.name, use] as const),
  ).values(),
];

/** The same as `registerParameters` takes them. */
export const calculatorParameterDeclarations = CALCULATOR_PARAMETERS.flatMap(
  ({ versions: [first, ...later], ...parameter }) =>
    first === undefined ? [] : [{ ...parameter, ...first, later }],
);

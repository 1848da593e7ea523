import { sumFen, type Fen } from '@jihui/kernel';
import type { Call } from '../calls/call.js';
import type { CallRules } from '../calls/parameters.js';

/** What a panel must be (reference B7); every number is a parameter with its source. */
export interface PanelRule {
  readonly least: number;
  /** For calls above `largeFrom` or under dispute. */
  readonly leastLarge: number;
  readonly largeFrom: Fen;
  /** Least part of technical experts. */
  readonly technical: { readonly numerator: number; readonly denominator: number };
  /** A finance expert sits in it where the treasury's money is above this sum. */
  readonly financeFrom: Fen;
  readonly units: number;
  readonly perUnit: number;
  /** Least part from outside the city, for key calls. */
  readonly outside: { readonly numerator: number; readonly denominator: number };
}

/** What the panel judges, and how the call's plan divides the work. */
export interface PanelCase {
  /** 发榜总投入: what makes a call large. */
  readonly amount: Fen;
  /** 财政资金, the city's and the county's: what asks for a finance expert. */
  readonly fiscal: Fen;
  readonly disputed: boolean;
  /** 重点榜单: experts from outside the city are needed. */
  readonly key: boolean;
  /** 每份方案的评审专家数, where the plan asks for more than the least. */
  readonly judges?: number | null;
  /** How many times as many experts sit in the panel as judge each bid; 1: every member judges every bid. */
  readonly times?: number;
}

export type Speciality = 'TECHNICAL' | 'FINANCE' | 'MANAGEMENT' | 'INDUSTRY';

export interface Seated {
  readonly expert: string;
  readonly unit: string;
  readonly speciality: Speciality;
  readonly outside: boolean;
}

export type PanelFault =
  | 'TOO_FEW'
  | 'EVEN'
  | 'TOO_FEW_TECHNICAL'
  | 'NO_FINANCE'
  | 'TOO_FEW_UNITS'
  | 'TOO_MANY_OF_A_UNIT'
  | 'TOO_FEW_FROM_OUTSIDE'
  | 'TWICE';

/** Everything that keeps these experts from being the panel of this case. */
export function panelFaults(panel: readonly Seated[], of: PanelCase, rule: PanelRule): readonly PanelFault[] {
  const count = (is: (seat: Seated) => boolean): number => panel.filter(is).length;
  const units = new Map<string, number>();
  for (const { unit } of panel) units.set(unit, (units.get(unit) ?? 0) + 1);
  const least = leastOf(of, rule);
  const short = (some: number, { numerator, denominator }: PanelRule['technical']): boolean =>
    some * denominator < panel.length * numerator;
  const is = (wrong: boolean, fault: PanelFault): readonly PanelFault[] => (wrong ? [fault] : []);
  return [
    ...is(panel.length < least, 'TOO_FEW'),
    ...is(panel.length % 2 === 0, 'EVEN'),
    ...is(new Set(panel.map(({ expert }) => expert)).size < panel.length, 'TWICE'),
    ...is(
      short(
        count(({ speciality }) => speciality === 'TECHNICAL'),
        rule.technical,
      ),
      'TOO_FEW_TECHNICAL',
    ),
    ...is(
      of.fiscal > rule.financeFrom && count(({ speciality }) => speciality === 'FINANCE') === 0,
      'NO_FINANCE',
    ),
    ...is(units.size < rule.units, 'TOO_FEW_UNITS'),
    ...is(
      [...units.values()].some((some) => some > rule.perUnit),
      'TOO_MANY_OF_A_UNIT',
    ),
    ...is(
      of.key &&
        short(
          count(({ outside }) => outside),
          rule.outside,
        ),
      'TOO_FEW_FROM_OUTSIDE',
    ),
  ];
}

/** Seats to be drawn: their stratum is speciality and place, as a draw's criteria name it. */
export interface Stratum {
  readonly code: string;
  readonly speciality: Speciality;
  readonly outside: boolean;
  readonly seats: number;
  /** How many of them judge each bid. */
  readonly judges: number;
}

/**
 * The strata from which a panel is drawn so that whatever is drawn meets the rule, and so that those who judge one bid
 * do: as many judges as the case needs at least, technical and finance as asked, one for industry, and where the call is
 * key at least half from outside. Where the plan divides the work, each stratum has as many times the seats, so that all
 * members have equally much to judge.
 */
export function strataOf(of: PanelCase, rule: PanelRule): readonly Stratum[] {
  const size = judgesOf(of, rule);
  const times = of.times ?? 1;
  const finance = of.fiscal > rule.financeFrom ? 1 : 0;
  const technical = ceiling(size * rule.technical.numerator, rule.technical.denominator);
  const industry = Math.max(0, size - technical - finance);
  const needed = of.key ? ceiling(size * rule.outside.numerator, rule.outside.denominator) : 0;
  const outsideTechnical = Math.min(technical, needed);
  const outsideIndustry = Math.min(industry, needed - outsideTechnical);
  const outsideFinance = Math.min(finance, needed - outsideTechnical - outsideIndustry);
  return [
    ...seats('TECHNICAL', technical, outsideTechnical, times),
    ...seats('INDUSTRY', industry, outsideIndustry, times),
    ...seats('FINANCE', finance, outsideFinance, times),
  ];
}

/** Least size of a panel of the case (reference B7). */
export const leastOf = (
  { amount, disputed }: Pick<PanelCase, 'amount' | 'disputed'>,
  rule: Pick<PanelRule, 'least' | 'leastLarge' | 'largeFrom'>,
): number => (disputed || amount > rule.largeFrom ? rule.leastLarge : rule.least);

/** How many judge each bid: what the plan says, no fewer than the least, and never an even number. */
export function judgesOf(of: PanelCase, rule: PanelRule): number {
  const many = Math.max(of.judges ?? 0, leastOf(of, rule));
  return many % 2 === 0 ? many + 1 : many;
}

const ceiling = (numerator: number, denominator: number): number => Math.ceil(numerator / denominator);

const seats = (speciality: Speciality, all: number, outside: number, times: number): readonly Stratum[] =>
  [
    { code: `${speciality}_OUTSIDE`, speciality, outside: true, judges: outside },
    { code: speciality, speciality, outside: false, judges: all - outside },
  ]
    .filter(({ judges }) => judges > 0)
    .map((stratum) => ({ ...stratum, seats: stratum.judges * times }));

const TWO_THIRDS = { numerator: 2, denominator: 3 };
const HALF = { numerator: 1, denominator: 2 };

/** What a call's panel judges, as its plan stands. */
export const panelCaseOf = (
  { funding, plan }: Pick<Call, 'funding' | 'plan'>,
  disputed: boolean,
): PanelCase => ({
  ...{ amount: funding.total, fiscal: sumFen([funding.city, funding.county]), disputed, key: plan.key },
  ...{ judges: plan.judges, times: plan.panelTimes },
});

/** What a panel must be (reference B7), by the parameters of the day. */
export const panelRuleOf = (rules: CallRules): PanelRule => ({
  ...{ least: rules.panelLeast, leastLarge: rules.panelLarge, largeFrom: rules.panelLargeFrom },
  ...{ technical: TWO_THIRDS, financeFrom: rules.panelFinanceFrom, units: rules.panelUnits },
  ...{ perUnit: rules.panelPerUnit, outside: HALF },
});

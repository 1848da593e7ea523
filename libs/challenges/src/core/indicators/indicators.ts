/**
 * Structured indicators of a call (核心技术指标, reference B3): what is promised by a bid, measured at milestones and
 * acceptance, and shown side by side.
 */
export type Operator = 'AT_LEAST' | 'AT_MOST' | 'BETWEEN' | 'EQUAL';

/** A decimal as it is written: exact, never a float. */
export type Decimal = string;

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly operator: Operator;
  readonly target: Decimal;
  /** The upper end of BETWEEN; null for the others. */
  readonly upper: Decimal | null;
  readonly method: string;
  /** A core indicator must be met for a project to pass. */
  readonly core: boolean;
}

/** What a bid promises for an indicator. */
export interface Promised {
  readonly code: string;
  readonly value: Decimal;
  readonly upper: Decimal | null;
}

export interface Measurement {
  readonly code: string;
  readonly value: Decimal;
}

export type IndicatorVerdict = 'MET' | 'NOT_MET' | 'NOT_MEASURED';

const DECIMAL = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** In units of 10^-9: whole, so that comparing is exact. */
function scaled(decimal: Decimal): bigint {
  if (!isDecimal(decimal)) throw new RangeError(`not a decimal: ${decimal}`);
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
  return negative ? -value : value;
}

const among = (value: Decimal, lower: Decimal, upper: Decimal): boolean =>
  scaled(value) >= scaled(lower) && scaled(value) <= scaled(upper);

/** Whether a measured value meets the indicator. */
export function meets(
  { operator, target, upper }: Pick<Indicator, 'operator' | 'target' | 'upper'>,
  value: Decimal,
): boolean {
  switch (operator) {
    case 'AT_LEAST':
      return scaled(value) >= scaled(target);
    case 'AT_MOST':
      return scaled(value) <= scaled(target);
    case 'EQUAL':
      return scaled(value) === scaled(target);
    case 'BETWEEN':
      return among(value, target, upper ?? target);
  }
}

/** Whether a promise is at least as strict as the call asks: whatever meets the promise meets the call. */
export function answers(indicator: Indicator, promise: Promised): boolean {
  if (indicator.operator !== 'BETWEEN') return meets(indicator, promise.value);
  const upper = promise.upper ?? promise.value;
  return (
    scaled(promise.value) <= scaled(upper) &&
    among(promise.value, indicator.target, indicator.upper ?? indicator.target) &&
    among(upper, indicator.target, indicator.upper ?? indicator.target)
  );
}

/** What an indicator asks for, from the least to the most that meets it; null where there is no end. */
function rangeOf({ operator, target, upper }: Indicator): readonly [bigint | null, bigint | null] {
  const at = scaled(target);
  switch (operator) {
    case 'AT_LEAST':
      return [at, null];
    case 'AT_MOST':
      return [null, at];
    case 'EQUAL':
      return [at, at];
    case 'BETWEEN':
      return [at, scaled(upper ?? target)];
  }
}

const sameThing = (one: Indicator, other: Indicator): boolean =>
  one.name !== '' && one.name === other.name && one.unit === other.unit;

/**
 * The indicator before this one that names the same thing and asks for what no value can be at once; undefined where there
 * is none, or where one of the two is no number yet.
 */
export function contradicted(indicators: readonly Indicator[], at: number): number | undefined {
  const own = indicators[at];
  if (own === undefined || !isReadable(own)) return undefined;
  const [least, most] = rangeOf(own);
  const found = indicators.slice(0, at).findIndex((other) => {
    if (!sameThing(own, other) || !isReadable(other)) return false;
    const [lower, upper] = rangeOf(other);
    return (
      (least !== null && upper !== null && least > upper) || (most !== null && lower !== null && most < lower)
    );
  });
  return found < 0 ? undefined : found;
}

/** Whether its values are numbers: a draft may still lack them. */
export const isReadable = ({ target, upper }: Indicator): boolean =>
  isDecimal(target) && (upper === null || isDecimal(upper));

export interface Compared {
  readonly code: string;
  readonly promised: Promised | null;
  readonly measured: Decimal | null;
  /** Against what the call asks. */
  readonly ofCall: IndicatorVerdict;
  /** Against what the bid promised. */
  readonly ofPromise: IndicatorVerdict;
}

/** Promised beside measured, for each indicator of the call; the last measurement of each counts. */
export function compared(
  indicators: readonly Indicator[],
  promises: readonly Promised[],
  measurements: readonly Measurement[],
): readonly Compared[] {
  return indicators.map((indicator) => {
    const promised = promises.find(({ code }) => code === indicator.code) ?? null;
    const measured = measurements.findLast(({ code }) => code === indicator.code)?.value ?? null;
    const own = promised && { operator: indicator.operator, target: promised.value, upper: promised.upper };
    const verdict = (asked: Pick<Indicator, 'operator' | 'target' | 'upper'>): IndicatorVerdict =>
      measured === null ? 'NOT_MEASURED' : meets(asked, measured) ? 'MET' : 'NOT_MET';
    return {
      code: indicator.code,
      promised,
      measured,
      ofCall: verdict(indicator),
      ofPromise: verdict(own ?? indicator),
    };
  });
}

/** A project passes on its indicators where every core one is met and no other was left unmeasured. */
export const passes = (indicators: readonly Indicator[], results: readonly Compared[]): boolean =>
  indicators.every(({ code, core }) => {
    const verdict = results.find((one) => one.code === code)?.ofCall ?? 'NOT_MEASURED';
    return core ? verdict === 'MET' : verdict !== 'NOT_MEASURED';
  });

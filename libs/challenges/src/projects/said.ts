import { cleanText, Violations, type Violation } from '@jihui/kernel';
import { isDecimal, type Indicator, type Measurement } from '../core/indicators/indicators.js';
import { ChallengeCodes } from '../core/errors.js';

/** A text that must be given, of some length. */
export function textOf(
  path: string,
  label: string,
  sent: string,
  limits: { readonly min?: number; readonly max: number } = { min: 10, max: 2_000 },
): { readonly text: string; readonly wrong: readonly Violation[] } {
  const text = cleanText(sent);
  return { text, wrong: new Violations().text(path, label, text, limits).found };
}

/** Measurements of indicators that there are, as exact decimals. */
export function measured(
  sent: readonly { readonly code: string; readonly value: string }[],
  indicators: readonly Indicator[],
): { readonly measurements: readonly Measurement[]; readonly wrong: readonly Violation[] } {
  const found = new Violations();
  const measurements = sent.map(({ code, value }, at) => {
    const plain = cleanText(value);
    found
      .when(
        !indicators.some((one) => one.code === code),
        `measurements.${at}.code`,
        ChallengeCodes.UNKNOWN_CODE,
        '没有这项指标',
      )
      .when(!isDecimal(plain), `measurements.${at}.value`, ChallengeCodes.NOT_A_DECIMAL, '检测值应是数字');
    return { code, value: plain };
  });
  return { measurements, wrong: found.found };
}

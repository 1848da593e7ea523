/** Decimal numbers as people type them, held as integers so that nothing is lost in floating point. */

const TYPED = /^(\d{0,15})(?:\.(\d*))?$/;

/**
 * What was typed as an integer with so many decimal places: `parseDecimal('12.5', 2)` is 1250.
 * Full-width digits, blanks and separators are accepted. Null when it is empty, undefined when it is no such number.
 */
export function parseDecimal(text: string, places: number): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  const match = TYPED.exec(plain);
  const whole = match?.[1] ?? '';
  const fraction = match?.[2] ?? '';
  if (!match || (whole === '' && fraction === '') || fraction.length > places) return undefined;
  const value = Number(`${whole}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** The integer as text with up to so many decimal places and no trailing zeros, without separators. */
export function formatDecimal(value: number | null, places: number): string {
  if (value === null) return '';
  const digits = String(value).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - places);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

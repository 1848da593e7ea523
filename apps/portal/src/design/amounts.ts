/** Money and days as words, for where no element can stand. */

/** 分 as 万元 with up to six decimals and no trailing zeros. */
export const wan = (fen: number): string =>
  (fen / 1_000_000).toLocaleString('en-US', { maximumFractionDigits: 6 });

/** 分 as 元 with two decimals. */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** 分 as 元 with decimals only where there are any. */
export const plainYuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

const LEGAL_ZONE = 'Asia/Shanghai';
const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: LEGAL_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: LEGAL_ZONE, hour: '2-digit', minute: '2-digit' });

/** The legal day of an instant, `2026-11-23`. */
export const legalDay = (instant: string | number | Date): string => day.format(new Date(instant));

/** `2026-11-23 14:05`, Beijing time. */
export const exactTime = (instant: string | number | Date): string => {
  const at = new Date(instant);
  return `${day.format(at)} ${clock.format(at)}`;
};

/** Whole natural days from today to the legal day; negative when it has passed. */
export const daysUntil = (legal: string, now: number = Date.now()): number =>
  Math.round((Date.parse(`${legal}T00:00:00Z`) - Date.parse(`${legalDay(now)}T00:00:00Z`)) / 86_400_000);

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 天前`, `in 2 hours`. */
export function relativeTime(
  instant: string | number | Date,
  locale: string,
  now: number = Date.now(),
): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of UNITS)
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  return format.format(0, 'minute');
}

/** `1.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit] ?? ''}`;
}

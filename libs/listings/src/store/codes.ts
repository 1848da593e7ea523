import type { LegalDay } from '@jihui/kernel';
import { sql, type Db } from '@jihui/platform';

export type ListingTable = 'listings.result' | 'listings.need';
const PREFIXES = { 'listings.result': 'CG', 'listings.need': 'XQ' } as const;

/** The next codes of the year, e.g. CG2026000123, XQ2026000045. Gaps are no fault: a code is a name. */
export async function nextCodes(
  db: Db,
  table: ListingTable,
  today: LegalDay,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const rows = await db.query<{ number: string }>(
    sql`select nextval(${`${table}_code`}) as number from generate_series(1, ${count})`,
  );
  return rows.map(({ number }) => `${PREFIXES[table]}${today.slice(0, 4)}${number.padStart(6, '0')}`);
}

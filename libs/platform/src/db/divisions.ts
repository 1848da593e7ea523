import { or, sql, type Sql } from './sql.js';

/**
 * Rows whose division (GB/T 2260) one of the scopes covers: a county's covers itself, a city's (…00) its counties, a
 * province's (…0000) its cities. Kernel `covers` in SQL; the two are held together by a test.
 */
export const coveredBy = (column: Sql, scopes: readonly string[]): Sql =>
  or(
    scopes.map((scope) => {
      const prefix = scope.replace(/^(\d{2})(?:0000|(\d{2})00)$/, '$1$2');
      return prefix === scope ? sql`${column} = ${scope}` : sql`${column} like ${`${prefix}%`}`;
    }),
  );

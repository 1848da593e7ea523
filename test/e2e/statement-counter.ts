import { statementsOf } from '@jihui/testing';
import type { DemoCity } from './city.js';

/** How often each statement is asked on behalf of `request`. */
export async function countsOf(
  city: DemoCity,
  request: () => Promise<unknown>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const statement of (await statementsOf(city, request)).map(ofAnyLength))
    counts.set(statement, (counts.get(statement) ?? 0) + 1);
  return counts;
}

/** A page's length is written into its statement, so that the planner knows it: it is the same statement all the same. */
const ofAnyLength = (statement: string): string => statement.replace(/\blimit \d+/gi, 'limit …');

/** Statements that are asked more often for the many than for the one. */
export const grown = (
  one: ReadonlyMap<string, number>,
  many: ReadonlyMap<string, number>,
): { readonly statement: string; readonly one: number; readonly many: number }[] =>
  [...many]
    .filter(([statement, count]) => count > (one.get(statement) ?? 0))
    .map(([statement, count]) => ({
      statement: statement.replace(/\s+/g, ' ').slice(0, 160),
      one: one.get(statement) ?? 0,
      many: count,
    }));

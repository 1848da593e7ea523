import { Codes, DomainError } from '@jihui/kernel';
import type { PageArgs } from '../db/page.js';

/** A cursor of a ranked list is the place in it. */
export const offsetCursor = (place: number): string => Buffer.from(`@${place}`).toString('base64url');

/** @throws DomainError PAGE.BAD_CURSOR */
function placeOf(cursor: string): number {
  const found = /^@(\d{1,7})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (found === null) throw new DomainError(Codes.PAGE_BAD_CURSOR, '翻页标记无效，请从第一页重新打开');
  return Number(found[1]);
}

interface Window<R> {
  readonly rows: readonly R[];
  /** The place of the first row. */
  readonly start: number;
  readonly hasNextPage: boolean;
}

/**
 * The rows of a page of a ranked list, which reaches so far. One more is read than is shown, to tell whether more follow.
 * @throws DomainError PAGE.BAD_CURSOR
 */
export async function windowOf<R>(
  find: (offset: number, limit: number) => Promise<R[]>,
  { limit, backward, cursor }: PageArgs,
  reach: number,
): Promise<Window<R>> {
  const place = cursor === null ? null : placeOf(cursor);
  if (!backward) {
    const start = place === null ? 0 : place + 1;
    const rows = await find(start, limit + 1);
    return { rows: rows.slice(0, limit), start, hasNextPage: rows.length > limit };
  }
  if (place === null) {
    const all = await find(0, reach);
    const start = Math.max(0, all.length - limit);
    return { rows: all.slice(start), start, hasNextPage: false };
  }
  const start = Math.max(0, place - limit);
  return { rows: await find(start, place - start), start, hasNextPage: true };
}

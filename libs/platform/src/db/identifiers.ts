import { v7 } from 'uuid';
import { notFound } from '@jihui/kernel';

/** A new id: version 7, so that ids sort by time of creation. */
export const uuidv7 = (): string => v7();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** A malformed id names nothing: NOT_FOUND, and it never reaches PostgreSQL. */
export function checkIds(...values: readonly (string | null | undefined)[]): void {
  for (const value of values) if (value != null && !isUuid(value)) throw notFound('所指内容');
}

/**
 * A number with what it counts, in English: 1 broker, 2 brokers, 0 agencies.
 * @param more the plural, where it is not the singular with an s
 */
export const some = (count: number | string, one: string, more = `${one}s`): string =>
  `${count} ${String(count) === '1' ? one : more}`;

/** Levels of lists and objects inside a form: the sealing page writes three. */
const DEEPEST = 32;

/** With the `u` flag half a surrogate pair is a code point of category Cs. */
const WELL_FORMED = /^\P{Cs}*$/u;

/**
 * Whether what stood in a bid can be kept and shown: text that is Unicode without NUL, and no deeper than a form is. A
 * bidder writes what they like, and what the database refuses must not keep the other bids closed.
 */
export function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return WELL_FORMED.test(value) && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return false;
  const parts = Array.isArray(value) ? (value as unknown[]) : Object.entries(value).flat();
  return parts.every((part) => isKeepable(part, depth + 1));
}

const MEDIA_TYPE = /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/;

/** The media type that a file may be sent under. */
export const mediaTypeOf = (type: string): string =>
  MEDIA_TYPE.test(type) ? type : 'application/octet-stream';

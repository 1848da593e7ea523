/** With the `u` flag a lone surrogate is a code point of category Cs. */
const WELL_FORMED = /^\P{Cs}*$/u;

/** Whether the text holds what PostgreSQL cannot store: U+0000, or half a surrogate pair. */
export const isUnstorable = (text: string): boolean => text.includes('\u0000') || !WELL_FORMED.test(text);

/**
 * The same of any text in the value. Names count as well: free-form JSON is kept with its own. Without recursion, since a
 * value may be of any depth.
 */
export function holdsUnstorable(root: unknown): boolean {
  const waiting = [root];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && isUnstorable(value)) return true;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inner] of Object.entries(value)) {
      if (isUnstorable(name)) return true;
      waiting.push(inner);
    }
  }
  return false;
}

/** What cannot be stored as a replacement character, for texts that only tell of others. */
export const legible = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, '\uFFFD');

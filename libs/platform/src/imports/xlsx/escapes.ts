import { isUnstorable } from '../../unstorable.js';

/**
 * The text in which `_x000D_` and the like stand for a character that XML cannot hold or would change (ST_Xstring of
 * ECMA-376); what cannot be stored stays as it is written.
 */
export const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (escape, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return isUnstorable(character) ? escape : character;
  });

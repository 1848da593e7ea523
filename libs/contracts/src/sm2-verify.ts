import { sm2 } from 'sm-crypto-v2';
import { fromBase64Url } from './core/certificates/base64url.js';
import { hex } from './core/certificates/bytes.js';
import type { Sm2PublicKey, Sm2Verify } from './core/certificates/keys.js';

/** An uncompressed point, `04xxyy`; null when a coordinate is not 32 bytes. */
export function sm2Point({ x, y }: Pick<Sm2PublicKey, 'x' | 'y'>): string | null {
  const [first, second] = [fromBase64Url(x), fromBase64Url(y)];
  if (first?.length !== 32 || second?.length !== 32) return null;
  return `04${hex(first)}${hex(second)}`;
}

/**
 * SM2 with SM3 in plain JavaScript, for browser and command line alike. Published as `@jihui/contracts/sm2`
 * and loaded only when a certificate carries such a signature.
 */
export const sm2Verify: Sm2Verify = (key, signature, bytes) => {
  const point = sm2Point(key);
  if (point === null || signature.length !== 64) return false;
  try {
    return sm2.doVerifySignature(bytes, hex(signature), point, { hash: true });
  } catch {
    // A point that is not on the curve, or a number out of range.
    return false;
  }
};

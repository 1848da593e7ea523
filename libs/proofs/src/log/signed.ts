import { ed25519 } from '@noble/curves/ed25519.js';
import { canonical, hex, unhex, utf8, type Bytes } from '../bytes.js';

/** What is signed: canonical JSON after a word that keeps it from being taken for another kind. */
export const signedForm = (kind: string, value: unknown): Bytes => utf8(`${kind}.${canonical(value)}`);

/** @param secretKey Ed25519, 32 bytes */
export const sign = (kind: string, value: unknown, secretKey: Bytes): string =>
  hex(ed25519.sign(signedForm(kind, value), secretKey));

/** Under which what this key signs is verified: hexadecimal. */
export const verifyingKey = (secretKey: Bytes): string => hex(ed25519.getPublicKey(secretKey));

/**
 * Whether the signature is the key's over the value. Points of small order are refused (RFC 8032 as `zip215: false`):
 * under them one signature would fit two texts.
 */
export function isSigned(kind: string, value: unknown, signature: string, publicKey: string): boolean {
  try {
    return ed25519.verify(unhex(signature, 64), signedForm(kind, value), unhex(publicKey, 32), {
      zip215: false,
    });
  } catch {
    return false;
  }
}

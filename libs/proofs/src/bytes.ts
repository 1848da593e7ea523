import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import serialize from 'canonicalize';

/** Bytes that WebCrypto takes: backed by memory of their own, not by memory that threads share. */
export type Bytes = Uint8Array<ArrayBuffer>;

export const own = (bytes: Uint8Array | ArrayBuffer): Bytes => new Uint8Array(bytes);
export const utf8 = (text: string): Bytes => own(utf8ToBytes(text));
export const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
export const hex = (bytes: Uint8Array): string => bytesToHex(bytes);

/** @throws RangeError where the text is no hexadecimal of that many bytes */
export function unhex(digits: string, length?: number): Bytes {
  if (!/^(?:[0-9a-f]{2})*$/.test(digits) || (length !== undefined && digits.length !== 2 * length))
    throw new RangeError('not hexadecimal of the expected length');
  return own(hexToBytes(digits));
}

export const concat = (...parts: readonly Uint8Array[]): Bytes => own(concatBytes(...parts));

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** Eight bytes, most significant first. */
export function u64(value: number): Bytes {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('not a whole number');
  const bytes = new Uint8Array(8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(value / 2 ** 32));
  view.setUint32(4, value % 2 ** 32);
  return bytes;
}

// The package is a CommonJS function, though its types speak of a module.
const serialized = serialize as unknown as (value: unknown) => string | undefined;

/** JSON of RFC 8785: the same value gives the same text everywhere. */
export function canonical(value: unknown): string {
  const written = serialized(value);
  if (written === undefined) throw new TypeError('a value that JSON cannot write');
  return written;
}

/**
 * SHA-256 of a purpose and parts, each preceded by its length: no two lists of parts, and no two purposes, give the
 * same bytes to the hash, so that a leaf is never taken for a node, nor a bid for a dummy.
 */
export function tagged(purpose: string, ...parts: readonly (Uint8Array | string | number)[]): Bytes {
  const pieces = [purpose, ...parts].map((part) =>
    typeof part === 'string' ? utf8(part) : typeof part === 'number' ? u64(part) : part,
  );
  // Written into one piece and hashed at once: a head of a log takes thousands of these.
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + 8 + length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const piece of pieces) {
    // No part is as long as 4 GiB: the upper half of its length stays zero.
    view.setUint32(at + 4, piece.length);
    whole.set(piece, at + 8);
    at += 8 + piece.length;
  }
  return own(sha256(whole));
}

/** The hash of a value's canonical JSON, for a purpose. */
export const taggedJson = (purpose: string, value: unknown): Bytes => tagged(purpose, canonical(value));

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
  const bytes = new Uint8Array(8);
  setU64(new DataView(bytes.buffer), 0, value);
  return bytes;
}

function setU64(view: DataView, at: number, value: number): void {
  if (!isSafeInteger(value) || value < 0) throw new RangeError('not a whole number');
  const low = value % TWO_32;
  view.setUint32(at, (value - low) / TWO_32);
  view.setUint32(at + 4, low);
}

const { isSafeInteger } = Number;
const TWO_32 = 2 ** 32;

// The package is a CommonJS function, though its types speak of a module.
const serialized = serialize as unknown as (value: unknown) => string | undefined;

/** JSON of RFC 8785: the same value gives the same text everywhere. */
export function canonical(value: unknown): string {
  const written = serialized(value);
  if (written === undefined) throw new TypeError('a value that JSON cannot write');
  return written;
}

type Part = Uint8Array | string | number;

/**
 * SHA-256 of a purpose and parts, each preceded by its length in eight bytes: no two lists of parts, and no two purposes,
 * give the same bytes to the hash, so that a leaf is never taken for a node, nor a bid for a dummy.
 */
export function tagged(purpose: string, ...parts: readonly Part[]): Bytes {
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const head = framedPurpose(purpose);
  const size = pieces.reduce((sum: number, piece) => sum + 8 + lengthOf(piece), head.length);
  // A head of a log takes thousands of these: what is short is written into the same bytes each time.
  const whole = size <= scratch.length ? scratch.subarray(0, size) : new Uint8Array(size);
  const view = new DataView(whole.buffer);
  whole.set(head);
  let at = head.length;
  for (const piece of pieces) {
    setU64(view, at, lengthOf(piece));
    if (typeof piece === 'number') setU64(view, at + 8, piece);
    else whole.set(piece, at + 8);
    at += 8 + lengthOf(piece);
  }
  return own(sha256(whole));
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(1024);
const purposes = new Map<string, Uint8Array>();

const lengthOf = (piece: Uint8Array | number): number => (typeof piece === 'number' ? 8 : piece.length);

/** Purposes are the few that stand in the source. */
function framedPurpose(purpose: string): Uint8Array {
  const known = purposes.get(purpose);
  if (known !== undefined) return known;
  const framed = concat(u64(utf8(purpose).length), utf8(purpose));
  purposes.set(purpose, framed);
  return framed;
}

/** The hash of a value's canonical JSON, for a purpose. */
export const taggedJson = (purpose: string, value: unknown): Bytes => tagged(purpose, canonical(value));

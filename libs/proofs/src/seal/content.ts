import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { own, type Bytes } from '../bytes.js';
import { Fault, FAULTS } from '../fault.js';

/** Plain bytes of one piece. */
export const PIECE = 256 * 1024;
/** What AES-GCM adds to each piece. */
export const TAG = 16;

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * A key for one use, of a bid's key (HKDF-SHA-256, RFC 5869): what encrypts is never what is compared.
 * @param key 32 bytes
 */
export const derived = (key: Uint8Array, use: 'content' | 'check'): Bytes =>
  own(hkdf(sha256, key, undefined, `jihui/sealed-bid/1/${use}`, 32));

/**
 * Encrypts a stream piece by piece (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015, with
 * AES-256-GCM). The nonce counts the pieces and marks the last, so that none can be moved, dropped or added; the key is
 * of one bid alone, so that no nonce comes twice.
 * @param bound what every piece is bound to: the hash of the head that stands before the pieces
 */
export async function* encrypt(key: Bytes, bound: Bytes, plain: Source): AsyncGenerator<Bytes> {
  const cipher = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  let count = 0;
  for await (const { piece, last } of pieces(plain, PIECE)) {
    const parameters = { name: 'AES-GCM', iv: nonce(count, last), additionalData: bound };
    yield own(await crypto.subtle.encrypt(parameters, cipher, piece));
    count += 1;
  }
}

/**
 * The plain bytes of what {@link encrypt} gave.
 * @throws Fault TAMPERED where a piece does not decrypt (a changed byte, a piece moved, another key or head), TRUNCATED
 * where the end is missing
 */
export async function* decrypt(key: Bytes, bound: Bytes, sealed: Source): AsyncGenerator<Bytes> {
  const cipher = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  let count = 0;
  for await (const { piece, last } of pieces(sealed, PIECE + TAG)) {
    if (piece.length < TAG) throw new Fault(FAULTS.TRUNCATED, '密封投标不完整');
    const parameters = { name: 'AES-GCM', iv: nonce(count, last), additionalData: bound };
    const plain = await crypto.subtle.decrypt(parameters, cipher, piece).catch(() => undefined);
    if (plain === undefined)
      throw new Fault(FAULTS.TAMPERED, '密封投标解密失败：内容被改动、不完整或密钥不符');
    yield own(plain);
    count += 1;
  }
}

/** Seven bytes of zero, the piece's number, and whether it is the last. */
function nonce(count: number, last: boolean): Bytes {
  const bytes = new Uint8Array(12);
  new DataView(bytes.buffer).setUint32(7, count);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

/** The stream anew in pieces of one size; the last may be shorter, and an empty stream is one empty piece. */
async function* pieces(source: Source, size: number): AsyncGenerator<{ piece: Bytes; last: boolean }> {
  let kept = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length;) {
      // A full piece is given only once something follows it: the last one must be known as such.
      if (filled === size) {
        yield { piece: kept, last: false };
        kept = new Uint8Array(size);
        filled = 0;
      }
      const taken = Math.min(size - filled, chunk.length - at);
      kept.set(chunk.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { piece: kept.slice(0, filled), last: true };
}

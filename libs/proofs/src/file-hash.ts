import { sha256 } from '@noble/hashes/sha2.js';
import { hex, own } from './bytes.js';

/** SHA-256 of what comes piece by piece, hexadecimal, with its length in bytes. */
export async function hashOfPieces(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly size: number }> {
  const hash = sha256.create();
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
  }
  return { sha256: hex(own(hash.digest())), size };
}

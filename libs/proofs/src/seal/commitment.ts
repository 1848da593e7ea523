import { hex, own, tagged, type Bytes } from '../bytes.js';
import { portableHash, type NewHash } from '../hashing.js';
import { headHash, readHead, type SealedHead } from './head.js';

/**
 * What a sealed bid is known by: one hash of its head, its encrypted pieces and their length. The bidder computes it
 * while sealing, the platform while receiving, anyone from the file.
 */
export class CommitmentOf {
  private readonly body;
  private length = 0;

  constructor(
    private readonly writtenHead: Bytes,
    newHash: NewHash = portableHash,
  ) {
    this.body = newHash();
  }

  add(piece: Uint8Array): void {
    this.body.update(piece);
    this.length += piece.length;
  }

  /** Hexadecimal, 64 digits. The last call: nothing may be added after it. */
  value(): string {
    return hex(
      tagged('jihui/bid-commitment/1', headHash(this.writtenHead), own(this.body.digest()), this.length),
    );
  }
}

/**
 * The commitment of a sealed file.
 * @throws Fault NOT_A_SEALED_BID
 */
export async function commitmentOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  newHash: NewHash = portableHash,
): Promise<{ readonly commitment: string; readonly head: SealedHead }> {
  const { head, written, rest } = await readHead(source);
  const commitment = new CommitmentOf(written, newHash);
  for await (const piece of rest) commitment.add(piece);
  return { commitment: commitment.value(), head };
}

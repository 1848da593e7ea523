import { generateKeyPair, type KeyPair } from '../src/seal/hpke.js';
import { hex, type Bytes } from '../src/bytes.js';
import {
  releaseShare,
  sealBid,
  shareContext,
  type BidFile,
  type ReleasedShare,
  type SealedHead,
} from '../src/index.js';

/** Custodians with their keys. */
export interface Board {
  readonly keys: readonly KeyPair[];
  readonly custodians: readonly { id: string; publicKey: string }[];
  readonly threshold: number;
}

export async function aBoard(size: number, threshold: number): Promise<Board> {
  const keys = await Promise.all(Array.from({ length: size }, generateKeyPair));
  const custodians = keys.map(({ publicKey }, at) => ({
    id: `custodian-${at + 1}`,
    publicKey: hex(publicKey),
  }));
  return { keys, custodians, threshold };
}

export const aFile = (name: string, bytes: Uint8Array): BidFile => ({
  name,
  type: 'application/pdf',
  size: bytes.length,
  read: () => [bytes],
});

export const CALL = '019ad000-0000-7000-8000-000000000001';

export async function sealed(
  board: Board,
  bidder: string,
  form: unknown,
  files: readonly BidFile[] = [],
): Promise<{ head: SealedHead; bytes: Bytes; commitment: string }> {
  const { custodians, threshold } = board;
  const bid = await sealBid({ call: CALL, round: 1, bidder, custodians, threshold, form, files });
  const parts: Bytes[] = [];
  for await (const part of bid.bytes) parts.push(part);
  return { head: bid.head, bytes: joined(parts), commitment: bid.commitment() };
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The shares of these custodians, by their place on the board. */
export const released = (
  board: Board,
  head: SealedHead,
  places: readonly number[],
): Promise<ReleasedShare[]> =>
  Promise.all(
    places.map((at) => releaseShare(head.shares[at]!, board.keys[at]!.privateKey, shareContext(head))),
  );

import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of what comes piece by piece, such as `createHash('sha256')` of node. */
export interface Hashing {
  update(piece: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Begins one. */
export type NewHash = () => Hashing;

/** Runs anywhere, a browser included; a machine's own is some nine times as fast and may be given instead. */
export const portableHash: NewHash = () => sha256.create();

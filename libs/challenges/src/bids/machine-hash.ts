import { createHash } from 'node:crypto';
import type { NewHash } from '@jihui/proofs';

/** The machine's own SHA-256: bids of megabytes are hashed by the thread that answers everybody. */
export const machineHash: NewHash = () => createHash('sha256');

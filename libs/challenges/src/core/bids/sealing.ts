import type { Violation } from '@jihui/kernel';
import type { Custodian, SealedHead } from '@jihui/proofs';
import { ChallengeCodes } from '../errors.js';

/** What a sealed bid must have been sealed for. */
export interface SealedFor {
  readonly callId: string;
  readonly round: number;
  readonly threshold: number;
  readonly custodians: readonly Custodian[];
}

/** What is wrong with how a bid was sealed, as far as its head shows; the rest shows at the opening. */
export function sealingFaults(head: SealedHead, { callId, round, threshold, custodians }: SealedFor) {
  const faults: Violation[] = [];
  if (head.call !== callId || head.round !== round)
    faults.push(wrong(ChallengeCodes.OTHER_CALL, '这份密封投标是为其他榜单或其他轮次封装的'));
  const same =
    head.shares.length === custodians.length &&
    custodians.every(({ id, publicKey }) =>
      head.shares.some((share) => share.id === id && share.publicKey === publicKey),
    );
  if (!same || head.threshold !== threshold)
    faults.push(
      wrong(ChallengeCodes.OTHER_CUSTODIANS, '封装所用的保管人公钥或份数与榜单公布的不符，请重新密封'),
    );
  return faults;
}

const wrong = (code: string, message: string): Violation => ({ path: 'uploadId', code, message });

/** How many custodians may still be lost before the bids could not be opened. */
export const spare = (custodians: number, threshold: number, lost: number): number =>
  custodians - lost - threshold;

/** What is known of one bid's shares. */
export interface ShareCount {
  readonly released: number;
  /** Custodians who said that what was sealed to them opens nothing, or who are lost. */
  readonly refused: number;
}

export type Readiness = 'WAITING' | 'READY' | 'HOPELESS';

/** Whether a bid can be opened with the shares at hand, waits for more, or can never be. */
export function readiness(
  { released, refused }: ShareCount,
  custodians: number,
  threshold: number,
): Readiness {
  if (released >= threshold) return 'READY';
  return custodians - refused < threshold ? 'HOPELESS' : 'WAITING';
}

import { isIncluded, isHeadSigned, type LogHead } from './head.js';
import { isSigned, sign } from './signed.js';
import type { Inclusion } from './bid-log.js';
import type { Bytes } from '../bytes.js';

/** What a bidder is given at once: the platform's signed word that this bid will stand in the named head. */
export interface BidReceipt {
  readonly format: 'jihui-bid-receipt/1';
  readonly call: string;
  readonly round: number;
  readonly kind: 'bid' | 'withdrawn';
  readonly commitment: string;
  /** By the database's clock: ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** The first head that holds it. */
  readonly epoch: number;
  readonly signature: string;
}

const KIND = 'jihui-bid-receipt/1';

export const signReceipt = (receipt: Omit<BidReceipt, 'signature'>, secretKey: Bytes): BidReceipt => ({
  ...receipt,
  signature: sign(KIND, receipt, secretKey),
});

/** What is wrong with a receipt, its proof, or the head: nothing, where the bid stands in the log as promised. */
export type ReceiptFault =
  /** The receipt is not the platform's, or was changed. */
  | 'RECEIPT_NOT_SIGNED'
  /** The head is not the platform's, or was changed. */
  | 'HEAD_NOT_SIGNED'
  /** Receipt and head are of two calls or rounds, or the head is from before the promise. */
  | 'OTHER_HEAD'
  /** The slot does not lead to the head's root: the bid is not in the log, or not as it was handed in. */
  | 'NOT_INCLUDED'
  /** The slot stands in the head, and what the receipt is for is no part of what it holds. */
  | 'NOT_IN_SLOT';

export function receiptFaults(
  receipt: BidReceipt,
  inclusion: Inclusion,
  head: LogHead,
  publicKey: string,
): readonly ReceiptFault[] {
  const { signature, ...body } = receipt;
  const sameLog = receipt.call === head.call && receipt.round === head.round && head.epoch >= receipt.epoch;
  const inSlot = inclusion.changes.some(
    ({ kind, commitment, epoch }) =>
      kind === receipt.kind && commitment === receipt.commitment && epoch === receipt.epoch,
  );
  return [
    ...(isSigned(KIND, body, signature, publicKey) ? [] : (['RECEIPT_NOT_SIGNED'] as const)),
    ...(isHeadSigned(head, publicKey) ? [] : (['HEAD_NOT_SIGNED'] as const)),
    ...(sameLog ? [] : (['OTHER_HEAD'] as const)),
    ...(isIncluded(inclusion, head) ? [] : (['NOT_INCLUDED'] as const)),
    ...(inSlot ? [] : (['NOT_IN_SLOT'] as const)),
  ];
}

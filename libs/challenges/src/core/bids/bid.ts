import type { FileEntry, SealedHead } from '@jihui/proofs';

/** 揭榜方案状态, before and after the opening. */
export type BidState = 'STANDING' | 'WITHDRAWN';

/** What became of a bid at the opening: it holds, or why it does not (codes of `@jihui/proofs`). */
export type BidFault = string;

export interface OpenedFile extends FileEntry {
  readonly place: number;
}

/** 揭榜方案: sealed until the opening. What it says is known to nobody; that it is there, to its bidder alone. */
export interface Bid {
  readonly id: string;
  readonly callId: string;
  readonly round: number;
  readonly organisationId: string;
  readonly slot: number;
  /** The upload that holds its sealed bytes. */
  readonly uploadId: string;
  readonly commitment: string;
  readonly size: number;
  readonly state: BidState;
  readonly head: SealedHead;
  readonly handedInBy: string;
  readonly handedInAt: Date;
  /** What stood inside; null until all bids of the call are open, and for those that do not hold. */
  readonly form: unknown;
  readonly files: readonly OpenedFile[] | null;
  readonly fault: BidFault | null;
  /** Decrypted, and shown to nobody before the others are as well. */
  readonly stagedAt: Date | null;
}

/** A bid under review. Its judges are told `blind` instead of its id: drawn by chance, and published nowhere. */
export interface JudgedBid extends Bid {
  readonly blind: string;
  /** As in 方案 3; what another name of this round bore is not given again. */
  readonly number: number;
}

/** The sealed bytes of a bid on their way. */
export interface BidUpload {
  readonly id: string;
  readonly callId: string;
  readonly round: number;
  readonly organisationId: string;
  readonly personId: string;
  readonly size: number;
  readonly commitment: string;
  /** Bytes that are safely on disk; the next piece begins there. */
  readonly received: number;
}

/** Largest sealed bid: text and files together. */
export const MAX_BID_BYTES = 512 * 1024 * 1024;
/** Largest piece of an upload. */
export const MAX_PIECE_BYTES = 8 * 1024 * 1024;

/** A custodian's key as it stands. */
export interface CustodianKey {
  readonly callId: string;
  readonly personId: string;
  readonly publicKey: string;
  readonly answerHash: string;
  readonly provedAt: Date | null;
  /** The custodian cannot release any more, as the bureau recorded. */
  readonly lostAt: Date | null;
  readonly lostReason: string | null;
}

/** The log of a call's round. */
export interface BidLog {
  readonly callId: string;
  readonly round: number;
  readonly seed: Buffer;
  readonly seedCommitment: string;
  readonly everyMinutes: number;
  /** Heads published: the number of the next one. */
  readonly epochs: number;
  readonly nextDue: Date;
  readonly lastDue: Date | null;
  /** All bids were opened. */
  readonly openedAt: Date | null;
}

import type { LegalDay } from '@jihui/kernel';

/**
 * An expert gave an opinion that was asked for: told once it is signed, and nothing of what was reviewed or said, since a
 * panel is confidential (reference B7). What an expert's profile counts.
 */
export interface ExpertReviewed {
  /** The seat on the panel: one opinion, however often it is told. */
  readonly id: string;
  readonly version: number;
  /** What was reviewed: a technology contract, a challenge call. */
  readonly kind: 'CONTRACT' | 'CALL';
  /** The account that signed. */
  readonly personId: string;
  /** Who asked. */
  readonly organiser: string;
  readonly on: LegalDay;
}

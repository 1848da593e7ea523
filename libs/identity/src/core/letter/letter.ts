import type { LegalDay } from '@jihui/kernel';

/** 委托事项. */
export const AUTHORISATION_MATTERS = [
  'CONTRACT_REGISTRATION',
  'DEAL_SIGNATURE',
  'LISTING_PUBLICATION',
  'CHALLENGE_APPLICATION',
] as const;
export type AuthorisationMatter = (typeof AUTHORISATION_MATTERS)[number];

/** NONE is the place before it is filed; it is never stored. */
export type LetterState = 'NONE' | 'ISSUED' | 'REVOKED';

/** 授权委托书: an organisation authorises one of its members as 经办人 (reference A4: power of attorney of agent). */
export interface AuthorisationLetter {
  readonly id: string;
  readonly version: number;
  readonly state: LetterState;
  readonly organisationId: string;
  readonly personId: string;
  readonly matters: readonly AuthorisationMatter[];
  readonly validFrom: LegalDay;
  /** The last day, included. */
  readonly validTo: LegalDay;
  readonly fileId: string;
  readonly revokedAt: Date | null;
  readonly revokeReason: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface LetterCase {
  readonly letter: AuthorisationLetter;
  readonly adminIds: readonly string[];
  /** Whether the authorised person is an active member of the organisation. */
  readonly personIsMember: boolean;
}

/** A stored file's row; its bytes are under its hash. */
export interface IdentityFile {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly uploadedBy: string;
  readonly createdAt: Date;
}

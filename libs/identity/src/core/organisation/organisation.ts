import type { OrganisationKind } from '@jihui/kernel';
import type { AdminPlace } from '../platform-admins.js';

export type OrganisationState = 'PENDING' | 'ACTIVE' | 'REJECTED' | 'SUSPENDED';

/** What is registered of an organisation (reference A4, the fields of a party). */
export interface OrganisationForm {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** 统一社会信用代码, normalised. */
  readonly uscc: string;
  /** GB/T 2260. */
  readonly divisionCode: string;
  /** 单位性质, reference A11. */
  readonly partyNature: string;
  /** 国家设立的研究开发机构、高等院校 (促进科技成果转化法 art 18): subject to price disclosure. */
  readonly stateEstablished: boolean;
  readonly legalRepresentative: string;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
  readonly website: string;
  readonly introduction: string;
}

export interface Organisation extends OrganisationForm {
  readonly id: string;
  readonly version: number;
  readonly state: OrganisationState;
  /** The division whose bureau is responsible: its own, or the city's for one from elsewhere. */
  readonly scopeCode: string;
  /** Why it was rejected or suspended; empty otherwise. */
  readonly decisionReason: string;
  /** Key in the register it was imported from; null for one that registered itself. */
  readonly externalId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An organisation with what deciding on it needs. */
export interface OrganisationCase {
  readonly organisation: Organisation;
  /**
   * Persons who administer it. Taken from the memberships, not from the actor, whose memberships
   * leave out organisations that are not ACTIVE.
   */
  readonly adminIds: readonly string[];
  /** Whether the one who acts is an active member of it. */
  readonly actorIsMember: boolean;
  /** Who administers the platform now; asked only of the kind of organisation that has them. */
  readonly platformAdmins: readonly AdminPlace[];
}

/** What may be changed by its own administrators once the bureau has approved the rest. */
export const OWN_FIELDS = [
  'address',
  'contactName',
  'contactPhone',
  'contactEmail',
  'website',
  'introduction',
] as const satisfies readonly (keyof OrganisationForm)[];

import type { LegalDay, OrganisationKind, Role } from '@jihui/kernel';

/** identity.organisation: what other domains may know of an organisation. */
export interface OrganisationSnapshot {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** 统一社会信用代码. */
  readonly uscc: string;
  readonly divisionCode: string;
  /** 单位性质, reference A11, e.g. 022. */
  readonly partyNature: string;
  /** 国家设立的研究开发机构、高等院校: subject to price disclosure. */
  readonly stateEstablished: boolean;
  readonly status: 'PENDING' | 'ACTIVE' | 'REJECTED' | 'SUSPENDED';
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
}

/** identity.person: for notifications and for showing names. */
export interface PersonSnapshot {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ERASED';
  readonly memberships: readonly {
    readonly organisationId: string;
    readonly kind: OrganisationKind;
    readonly divisionCode: string;
    readonly roles: readonly Role[];
    readonly active: boolean;
  }[];
}

/** identity.organisationExport: an export of what an organisation owns is ready, or came to nothing. */
export interface OrganisationExportTold {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** The last day on which it may be fetched; null where it came to nothing. */
  readonly expiresOn: LegalDay | null;
}

import type { LegalDay } from '@jihui/kernel';

/** discovery.patent: an entry of the patent register. */
export interface PatentSnapshot {
  readonly id: string;
  readonly version: number;
  /** Normalised application number. */
  readonly number: string;
  /** As the office writes it, e.g. ZL202010123456.7. */
  readonly displayNumber: string;
  readonly kind: 'INVENTION_PATENT' | 'UTILITY_MODEL' | 'DESIGN_PATENT';
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly ipc: readonly string[];
  readonly applicants: readonly string[];
  readonly inventors: readonly string[];
  /** The organisation that keeps the entry. */
  readonly ownerId: string;
  readonly ownerName: string;
  readonly createdBy: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  readonly techField: string | null;
  /** 法律状态, e.g. GRANTED. */
  readonly state: string;
  /** Published or granted. Anything else is its holder's secret: not to be shown, matched or indexed. */
  readonly open: boolean;
  /**
   * 开放许可: the last day on which anybody may take a licence; null where there is none. Together with the two below not
   * said in events of before: who decides by them takes the patent for bound.
   */
  readonly openLicenceUntil?: LegalDay | null;
  /** 独占、排他许可: the last day on which somebody else holds one; null where nobody does. */
  readonly exclusiveUntil?: LegalDay | null;
  /** A 质押 that was not released. */
  readonly pledged?: boolean;
  readonly filedOn: LegalDay;
  readonly expiresOn: LegalDay;
  /** What the holder is warned of by this event; null where it is none. */
  readonly warning: string | null;
}

/** discovery.expert: a profile of the expert bank with the facts that recusal is computed from. For programs, never for pages. */
export interface ExpertSnapshot {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string | null;
  readonly unitName: string;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
  /** 在库状态, e.g. ACTIVE. */
  readonly state: string;
  /** Why it is in that state, by its code; null where no reason was given. */
  readonly reason: string | null;
  readonly note: string;
  /** Who may know of the expert at all. */
  readonly visibility: 'PUBLIC' | 'SIGNED_IN' | 'OFFICERS';
  readonly title: string;
  /** GB/T 13745 first-level codes. */
  readonly disciplines: readonly string[];
  readonly techFields: readonly string[];
  readonly clusters: readonly string[];
  readonly keywords: readonly string[];
  /** Empty where the expert keeps it for the bureau. */
  readonly introduction: string;
  /** Whether whoever signed in may know which results and patents are the expert's. */
  readonly worksOpen: boolean;
  readonly modes: readonly string[];
  readonly availability: string;
  /** 任职 as the platform knows it; `endedOn` null while it holds. */
  readonly employments: readonly {
    readonly organisationId: string;
    readonly knownFrom: LegalDay;
    readonly endedOn: LegalDay | null;
  }[];
  /** 回避关系 as declared (reference B7); `to` null while it holds. */
  readonly relations: readonly {
    readonly id: string;
    readonly kind: string;
    readonly organisationId: string | null;
    readonly organisationName: string;
    readonly personName: string;
    readonly from: LegalDay | null;
    readonly to: LegalDay | null;
    /** Of a paper, a project or a patent its title and who shares it; not said in events of before. */
    readonly work?: string;
    readonly people?: readonly { readonly name: string; readonly unit: string }[];
  }[];
}

/** discovery.broker: an entry of the register of brokers (技术经纪人). */
export interface BrokerSnapshot {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly name: string;
  /** 所在机构. */
  readonly organisationId: string;
  readonly organisationName: string;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
  /** 登记状态, e.g. ACTIVE. */
  readonly state: string;
  /** Why it is in that state, by its code; null where no reason was given. */
  readonly reason: string | null;
  readonly note: string;
}

/** discovery.agency: an entry of the register of agencies (技术转移机构、科技中介服务机构). */
export interface AgencySnapshot {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly name: string;
  /** Division of the bureau in charge. */
  readonly scopeCode: string;
  /** 登记状态, e.g. ACTIVE. */
  readonly state: string;
  /** Why it is in that state, by its code; null where no reason was given. */
  readonly reason: string | null;
  readonly note: string;
  /** Last day of 骨干认定; null without one. */
  readonly designatedUntil: LegalDay | null;
}

/** discovery.rating: what a side of a concluded deal said of its broker. For programs: who rated is not everybody's to know. */
export interface RatingSnapshot {
  readonly id: string;
  readonly version: number;
  readonly brokerId: string;
  readonly brokerName: string;
  /** The broker's account. */
  readonly personId: string;
  /** The side that rated. */
  readonly raterId: string;
  readonly raterName: string;
  /** Who rated for it. */
  readonly ratedBy: string;
  /** SHOWN or HIDDEN. */
  readonly state: string;
  /** Why it is hidden; empty while it is shown. */
  readonly reason: string;
}

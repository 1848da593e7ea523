import type { LegalDay } from '@jihui/kernel';

/** What an organisation and a person can be to each other, each from a source that can be opened. */
export type TieKind =
  /** 任职：employment, an office, a consultancy. */
  | 'EMPLOYED'
  | 'DIRECTOR'
  | 'CONSULTANT'
  /** 持股、投资等经济利益。 */
  | 'SHAREHOLDER'
  | 'ECONOMIC_INTEREST';

/** A person's tie to an organisation, with its days; without an end it lasts. */
export interface Tie {
  readonly person: string;
  readonly organisation: string;
  readonly kind: TieKind;
  readonly from: LegalDay | null;
  readonly until: LegalDay | null;
  readonly source: string;
}

/** What two persons can be to each other. */
export type KinshipKind =
  /** 夫妻、直系血亲、三代以内旁系血亲、近姻亲。 */
  | 'KIN'
  /** 师生（导师与学生）。 */
  | 'SUPERVISION';

/** A lasting relation of two persons, in no direction. */
export interface Relation {
  readonly persons: readonly [string, string];
  readonly kind: KinshipKind;
  readonly source: string;
}

/** A work of several: a paper, a project, a patent that they own together. */
export interface SharedWork {
  readonly kind: 'CO_AUTHOR' | 'CO_INVESTIGATOR' | 'CO_OWNER';
  readonly persons: readonly string[];
  readonly day: LegalDay;
  readonly source: string;
}

/** 一个法人体系：affiliated hospitals and colleges, controlled companies. In no direction. */
export interface Affiliation {
  readonly organisations: readonly [string, string];
  readonly source: string;
}

/** What somebody did about this call. */
export interface Part {
  readonly person: string;
  readonly kind: 'PREPARED_DEMAND' | 'PREPARED_BID' | 'OBJECTED_AGAINST';
  /** The bid, where it concerns one. */
  readonly bid: string | null;
  readonly source: string;
}

/** Facts that decide who must recuse; all of them come from records, none from a form filled for the occasion. */
export interface Facts {
  readonly ties: readonly Tie[];
  readonly relations: readonly Relation[];
  readonly works: readonly SharedWork[];
  readonly affiliations: readonly Affiliation[];
  readonly parts: readonly Part[];
}

/** Who stands behind a bid. */
export interface BidParties {
  readonly bid: string;
  /** Lead and members of the consortium. */
  readonly organisations: readonly string[];
  readonly team: readonly string[];
  /** Experts whom the applicant asks to be kept out, with a reason; no more than the rule allows. */
  readonly namedRecusals: readonly string[];
}

/** Who published the call: the demand's owner. */
export interface Owner {
  readonly organisation: string;
  readonly people: readonly string[];
}

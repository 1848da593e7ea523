/** matching.found: a new listing met counterparts that are worth telling their owners of. */
export interface MatchesFound {
  readonly subject: {
    readonly kind: 'RESULT' | 'NEED';
    readonly id: string;
    readonly title: string;
    readonly ownerId: string;
  };
  readonly matches: readonly {
    readonly kind: 'RESULT' | 'NEED';
    readonly id: string;
    readonly title: string;
    readonly ownerId: string;
    /** 0–100. */
    readonly score: number;
    readonly sharedTerms: readonly string[];
  }[];
}

/** matching.patentsFound: needs and published patents of which their owners are told for the first time. */
export interface PatentsFound {
  readonly pairs: readonly {
    readonly need: { readonly id: string; readonly title: string; readonly ownerId: string };
    readonly patent: { readonly id: string; readonly title: string; readonly ownerId: string };
    /** 0–100. */
    readonly score: number;
    readonly sharedTerms: readonly string[];
  }[];
}

/** matching.expertsFound: needs and experts of the bank of which their sides are told for the first time. */
export interface ExpertsFound {
  readonly pairs: readonly {
    readonly need: { readonly id: string; readonly title: string; readonly ownerId: string };
    readonly expert: { readonly id: string; readonly personId: string };
    /** 0–100. */
    readonly score: number;
    readonly sharedTerms: readonly string[];
  }[];
}

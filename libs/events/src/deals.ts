import type { Fen, LegalDay } from '@jihui/kernel';

export interface DealBroker {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly personId: string;
  /** Share of the agreed commission; 0 while none is agreed. */
  readonly shareBasisPoints: number;
  /** False while the agency is only invited. */
  readonly joined: boolean;
}

/** 引荐证明, as far as others count it. */
export interface DealIntroduction {
  readonly id: string;
  /** INTRODUCED or JOINED. */
  readonly kind: string;
  /** The agency. */
  readonly brokerId: string;
  readonly personId: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** deals.deal: from interest to signature, with what a registration application is pre-filled from. */
export interface DealSnapshot {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly state: string;
  readonly title: string;
  readonly resultId: string | null;
  readonly needId: string | null;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly buyerId: string;
  readonly buyerName: string;
  /**
   * An anonymous buyer that has not confirmed: its name is withheld here, and its id is for programs alone. Not said in
   * what was told before brokers were counted.
   */
  readonly buyerHidden?: boolean;
  /** Persons who handle the deal on each side; they are told of what happens. */
  readonly sellerPersonIds: readonly string[];
  readonly buyerPersonIds: readonly string[];
  readonly brokers: readonly DealBroker[];
  /** Also of agencies that have left since. Not said in what was told before brokers were counted. */
  readonly introductions?: readonly DealIntroduction[];
  readonly cooperationMode: string;
  readonly price: {
    readonly total: Fen;
    readonly technical: Fen;
    readonly method: 'AGREEMENT' | 'LISTING' | 'AUCTION';
    readonly paymentMode: 'LUMP_SUM' | 'INSTALMENTS' | 'ROYALTY' | 'ENTRY_FEE_ROYALTY' | 'OTHER';
  } | null;
  readonly disclosure: {
    readonly startsOn: LegalDay;
    readonly endsOn: LegalDay;
    readonly state: string;
  } | null;
  readonly signature: {
    readonly signedOn: LegalDay;
    readonly place: string;
    readonly effectiveFrom: LegalDay;
    readonly effectiveTo: LegalDay;
    readonly fileSha256: string;
    readonly fileName: string;
    readonly fileSize: number;
    readonly confirmed: boolean;
    readonly signatories: readonly string[];
  } | null;
  /** What the one who acted wrote for the others to read, e.g. a reason; null for nothing. */
  readonly message: string | null;
}

/** deals.commission: what is agreed, owed or paid to the agencies of a deal. For programs: who may read it is deals' to say. */
export interface CommissionSnapshot {
  readonly id: string;
  readonly version: number;
  readonly dealId: string;
  /** PROPOSED, AGREED, DUE, SETTLED, VOID or REVERSED. */
  readonly state: string;
  readonly dueSince: LegalDay | null;
  /** Each agency's part; empty before a price is agreed. They sum to the commission. */
  readonly parts: readonly { readonly organisationId: string; readonly amount: Fen }[];
}

/** deals.invitation: an expert of the bank is invited to talk about a need, or the invitation is answered or withdrawn. */
export interface ExpertInvitationSnapshot {
  readonly id: string;
  readonly version: number;
  /** SENT, ACCEPTED, DECLINED or WITHDRAWN. */
  readonly state: string;
  readonly needId: string;
  readonly needTitle: string;
  readonly needOwnerId: string;
  readonly expertId: string;
  /** The expert's account. */
  readonly personId: string;
  /** The need's owner, or the broker's agency. */
  readonly inviterId: string;
  /** As the expert reads it: an anonymous owner is not named. */
  readonly inviterName: string;
  readonly byBroker: boolean;
  /** Who wrote the invitation. */
  readonly invitedBy: string;
  /** The talks that accepting opened. */
  readonly dealId: string | null;
  /** What the one who acted wrote for the other side to read. */
  readonly message: string;
}

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
  /** Persons who handle the deal on each side; they are told of what happens. */
  readonly sellerPersonIds: readonly string[];
  readonly buyerPersonIds: readonly string[];
  readonly brokers: readonly DealBroker[];
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

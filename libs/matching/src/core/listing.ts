import type { Fen, LegalDay } from '@jihui/kernel';

export type ListingKind = 'RESULT' | 'NEED';

/** What matching knows of a listing besides its text: small, since every online one is held in memory. */
interface ListingFacts {
  readonly id: string;
  readonly ownerId: string;
  readonly divisionCode: string;
  readonly cluster: string | null;
  /** Technical field code 01–11. */
  readonly techField: string | null;
  readonly cooperationModes: readonly string[];
  /** Whether it can be found and its owner is not suspended. */
  readonly online: boolean;
  readonly expiresOn: LegalDay | null;
}

export interface RightFacts {
  readonly status: 'PENDING' | 'GRANTED' | 'EXPIRED' | 'ABANDONED' | 'INVALIDATED';
  readonly expiresOn: LegalDay | null;
}

export interface ResultFacts extends ListingFacts {
  readonly kind: 'RESULT';
  /** Readiness level 1–13. */
  readonly trl: number | null;
  readonly priceMode: string | null;
  readonly priceMin: Fen | null;
  readonly priceMax: Fen | null;
  readonly rights: readonly RightFacts[];
}

export interface NeedFacts extends ListingFacts {
  readonly kind: 'NEED';
  readonly needType: string | null;
  /** The owner is shown to nobody but its members and the bureau. */
  readonly anonymous: boolean;
  readonly budgetMin: Fen | null;
  readonly budgetMax: Fen | null;
  readonly neededBy: LegalDay | null;
}

export type Facts = ResultFacts | NeedFacts;

/** Verdicts that people gave on a listing's recommendations. */
export interface Verdicts {
  readonly useful: number;
  readonly notUseful: number;
}
export const NO_VERDICTS: Verdicts = { useful: 0, notUseful: 0 };

/** A right that no longer protects anything on that day. */
export const hasLapsed = (right: RightFacts, today: LegalDay): boolean =>
  right.status === 'EXPIRED' ||
  right.status === 'ABANDONED' ||
  right.status === 'INVALIDATED' ||
  (right.expiresOn !== null && right.expiresOn < today);

/** The two facts as need and result, whichever comes first. */
export function sides(left: Facts, right: Facts): { need: NeedFacts; result: ResultFacts } {
  if (left.kind === 'NEED' && right.kind === 'RESULT') return { need: left, result: right };
  if (left.kind === 'RESULT' && right.kind === 'NEED') return { need: right, result: left };
  throw new Error(`two listings of the kind ${left.kind}`);
}

import type { LegalDay } from '@jihui/kernel';
import type { Bidder } from '../bids/eligibility.js';
import type { Call } from '../calls/call.js';
import type { PeopleByName } from './contents.js';

/** What an opened bid is held against. */
export interface CheckFacts {
  readonly call: Pick<Call, 'id' | 'round' | 'content' | 'funding' | 'ownerId' | 'mode' | 'plan'>;
  readonly ownerName: string;
  readonly form: unknown;
  /** SHA-256 of each file of the bid. */
  readonly files: readonly string[];
  /** Names of the files that experts read. */
  readonly fileNames: readonly string[];
  readonly lead: Bidder | undefined;
  readonly leadId: string;
  readonly leadName: string;
  /** When it was handed in. */
  readonly handedInOn: LegalDay;
  /** Organisations of the platform by the names that bids of the call state. */
  readonly known: ReadonlyMap<string, Bidder>;
  /** {@link nameKey} of leads and members of the other bids of the call. */
  readonly others: ReadonlySet<string>;
  /** Project leaders and team members of the other bids of the call. */
  readonly otherPeople: PeopleByName;
  /** 失信禁入的人员. */
  readonly bannedPeople: PeopleByName;
  /** The platform's key under confirmations of members: Ed25519, hexadecimal. */
  readonly key: string;
  /** Whether a member that has not confirmed leads to 不符合; otherwise it is pointed out. */
  readonly unconfirmedBlocks: boolean;
}

import type { Fen, LegalDay } from '@jihui/kernel';
import type { BidLog } from '../bids/bid.js';
import type { Call } from '../calls/call.js';
import type { Question } from '../calls/objections.js';
import type { Project } from '../projects/project.js';
import type { Decision } from '../review/outcome.js';
import type { JsonObject } from './json.js';

/** An organisation as releases name it. */
export interface Party {
  readonly id: string;
  readonly name: string;
}

/** A bid whose opening everybody may see. */
export interface OpenedBid {
  readonly id: string;
  readonly bidder: Party;
  /** Why it is void; null where it holds. */
  readonly fault: string | null;
  /** 资格审查, once it is out. */
  readonly verdict: 'QUALIFIED' | 'DISQUALIFIED' | null;
}

/** Everything of which a release is made, as it stands at that moment. */
export interface ReleaseFacts {
  readonly call: Call;
  readonly owner: Party | undefined;
  /** 市科技主管部门. */
  readonly bureau: Party | undefined;
  readonly answered: readonly Question[];
  readonly log: Pick<BidLog, 'openedAt'> | undefined;
  /** Of the present round; null before all were opened. */
  readonly bids: readonly OpenedBid[] | null;
  readonly decision: Decision | null;
  readonly projects: readonly Project[];
  /** Organisations that undertake projects or did, besides the bidders. */
  readonly successors: readonly Party[];
}

/** By its id, of those who bid and those who took over. */
export const partyOf = (
  { bids, successors }: Pick<ReleaseFacts, 'bids' | 'successors'>,
  id: string,
): Party | undefined =>
  bids?.find(({ bidder }) => bidder.id === id)?.bidder ?? successors.find((party) => party.id === id);

export const reference = ({ id, name }: Party): JsonObject => ({ id, name });
export const cny = (fen: Fen): JsonObject => ({ amount: fen / 100, currency: 'CNY' });
export const startOf = (day: LegalDay): string => `${day}T00:00:00+08:00`;
export const endOf = (day: LegalDay): string => `${day}T23:59:59+08:00`;
export const instant = (at: Date | null): string | undefined => at?.toISOString();

/**
 * Phone and identity numbers and mail addresses that somebody wrote into a text: the page shows the text as it was written,
 * what is harvested and copied for good does not.
 */
export const withoutContacts = (text: string): string =>
  text
    .replace(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '［已隐去］')
    .replace(/(?<![\w.])\d{17}[\dXx](?![\w.])/g, '［已隐去］')
    .replace(/(?<![\w.])(\+?86[- ]?)?1[3-9]\d([- ]?\d{4}){2}(?![\w.])/g, '［已隐去］')
    .replace(/(?<![\w.])(\(?0\d{2,3}\)?[- ]?)\d{7,8}(?![\w.])/g, '［已隐去］');

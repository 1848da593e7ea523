import type { DealQuery } from '../gql/graphql.js';

/** A deal as its page reads it. */
export type Deal = NonNullable<DealQuery['deal']>;
export type Proposal = Deal['priceProposals'][number];
export type DealDisclosure = NonNullable<Deal['disclosure']>;
export type DealBrokerage = Deal['brokerages'][number];
export type DealCommission = Deal['commissions'][number];
export type DealIntroduction = Deal['introductions'][number];

/** What a form of the deal page gets: the deal, and how to close the form. */
export interface DealFormProps {
  readonly deal: Deal;
  readonly onClose: () => void;
}

/** Whether the viewer reads the room: prices, messages, files. */
export const readsRoom = (deal: Deal): boolean =>
  deal.myRole === 'SELLER' || deal.myRole === 'BUYER' || deal.myRole === 'BROKER';

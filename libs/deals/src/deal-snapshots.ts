import { Injectable } from '@nestjs/common';
import type { DealBroker, DealSnapshot } from '@jihui/events';
import { partyOf, buyerHidden, type BrokerMark, type Deal, type Side } from './core/types.js';
import { BrokeragesStore } from './store/brokerages.store.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore } from './store/facts.store.js';
import { IntroductionsStore } from './store/introductions.store.js';

/** How an anonymous need's owner is called until it shows itself. */
export const HIDDEN_NAME = '匿名需求方';

/** Builds what other domains are told of a deal. */
@Injectable()
export class DealSnapshots {
  constructor(
    private readonly store: DealsStore,
    private readonly facts: FactsStore,
    private readonly brokerages: BrokeragesStore,
    private readonly introductions: IntroductionsStore,
  ) {}

  /** @param message what the one who acted wrote for the others to read; null for nothing. */
  async of(deal: Deal, message: string | null): Promise<DealSnapshot> {
    const { price, disclosure, signature } = deal;
    return {
      id: deal.id,
      version: deal.version,
      code: deal.code,
      state: deal.state,
      title: deal.title,
      resultId: deal.resultId,
      needId: deal.needId,
      sellerId: deal.seller.organisationId,
      sellerName: deal.seller.name,
      buyerId: deal.buyer.organisationId,
      buyerName: buyerHidden(deal) ? HIDDEN_NAME : deal.buyer.name,
      buyerHidden: buyerHidden(deal),
      sellerPersonIds: await this.people(deal, 'SELLER'),
      buyerPersonIds: await this.people(deal, 'BUYER'),
      brokers: await this.brokers(deal),
      introductions: await this.introductions.ofDeal(deal.id),
      cooperationMode: deal.cooperationMode,
      price:
        price === null
          ? null
          : {
              total: price.total,
              technical: price.technical,
              method: price.method,
              paymentMode: price.paymentMode,
            },
      disclosure:
        disclosure === null
          ? null
          : { startsOn: disclosure.startsOn, endsOn: disclosure.endsOn, state: disclosure.state },
      signature:
        signature === null
          ? null
          : {
              signedOn: signature.signedOn,
              place: signature.place,
              effectiveFrom: signature.effectiveFrom,
              effectiveTo: signature.effectiveTo,
              fileSha256: signature.fileSha256,
              fileName: signature.fileName,
              fileSize: signature.fileSize,
              confirmed: signature.confirmedAt !== null,
              signatories: signature.signatories,
            },
      message,
    };
  }

  /** Who takes part; before a side has confirmed also its officers, who are to answer. */
  private async people(deal: Deal, side: Side): Promise<readonly string[]> {
    const party = partyOf(deal, side);
    if (party.confirmedAt !== null) return party.people;
    const officers = await this.facts.membersWith(party.organisationId, ['TRANSFER_OFFICER', 'ORG_ADMIN']);
    return [...new Set([...party.people, ...officers])];
  }

  private async brokers(deal: Deal): Promise<readonly DealBroker[]> {
    if (!deal.brokers.some(isPresent)) return [];
    const [shares, brokerages] = [
      await this.store.agreedShares(deal.id),
      await this.brokerages.ofDeals([deal.id]),
    ];
    const present = brokerages.filter(isPresent);
    return Promise.all(
      present.map(async (brokerage) => ({
        organisationId: brokerage.organisationId,
        organisationName: brokerage.organisationName,
        personId: brokerage.personId ?? (await this.anyBrokerOf(brokerage.organisationId)),
        shareBasisPoints: shares.get(brokerage.organisationId) ?? 0,
        joined: brokerage.state === 'JOINED',
      })),
    );
  }

  /** Somebody of the agency to tell of an invitation that names nobody. */
  private async anyBrokerOf(organisationId: string): Promise<string> {
    const [person] = [
      ...(await this.facts.membersWith(organisationId, ['BROKER'])),
      ...(await this.facts.membersWith(organisationId, ['ORG_ADMIN'])),
    ];
    return person ?? '';
  }
}

const isPresent = ({ state }: Pick<BrokerMark, 'state'>): boolean =>
  state === 'INVITED' || state === 'JOINED';

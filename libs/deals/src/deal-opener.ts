import { Injectable } from '@nestjs/common';
import { DomainError, legalDayOf, refuseIf, type PersonActor, type Violation } from '@jihui/kernel';
import { isUniqueViolation, isUuid, uuidv7, type Tx } from '@jihui/platform';
import { DealCodes } from './core/errors.js';
import { checkOpening, notYetKnown, type Listing, type Organisation, type Parties } from './core/opening.js';
import { ownerOf } from './core/stages.js';
import type { CooperationMode, DealState, Side } from './core/types.js';
import { DealDesk } from './deal-desk.js';
import { DealsStore } from './store/deals.store.js';
import { FactsStore } from './store/facts.store.js';

/** A deal about to be opened. */
export interface Opening {
  readonly action: 'openDeal' | 'introduceDeal';
  readonly parties: Parties;
  readonly result: Listing | null;
  readonly need: Listing | null;
  readonly origin: Side | 'BROKER';
  readonly introducerId: string | null;
  /** The side that is confirmed by opening; null when neither is. */
  readonly confirmed: Side | null;
  readonly cooperationMode: CooperationMode;
  readonly title: string | null;
  readonly message: string;
}

const EVIDENCE = { SELLER: '卖方表达意向', BUYER: '买方表达意向', BROKER: '经纪机构引荐双方' } as const;

/** Makes the deal, whoever asked for it. */
@Injectable()
export class DealOpener {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: DealsStore,
    private readonly facts: FactsStore,
  ) {}

  private async party(id: string): Promise<Organisation> {
    const organisation = await this.facts.organisation(id);
    if (organisation === undefined) throw notYetKnown('该单位');
    return organisation;
  }

  /**
   * Refuses with all that is wrong, or makes the deal and tells of it.
   * @param beforeTelling adds what belongs to the deal from the start, e.g. the broker who introduced it.
   */
  async open(
    actor: PersonActor,
    tx: Tx,
    violations: readonly Violation[],
    opening: Opening,
    beforeTelling: (dealId: string) => Promise<void> = async () => undefined,
  ): Promise<{ id: string }> {
    const { parties, result, need, confirmed, origin } = opening;
    const [seller, buyer] = [await this.party(parties.sellerId), await this.party(parties.buyerId)];
    refuseIf([
      ...violations,
      ...checkOpening({ seller, buyer, result, need, introduced: origin === 'BROKER' }),
    ]);
    const id = uuidv7();
    const state: DealState = confirmed === null ? 'LEAD' : 'INTEREST';
    const dueOn = await this.desk.dueOn(state, tx.now);
    await this.store
      .insert(
        {
          id,
          title: opening.title ?? [...(result?.title ?? need?.title ?? '')].slice(0, 200).join(''),
          state,
          cooperationMode: opening.cooperationMode,
          origin,
          resultId: result?.id ?? null,
          resultTitle: result?.title ?? null,
          needId: need?.id ?? null,
          needTitle: need?.title ?? null,
          ...parties,
          buyerAnonymous: need?.anonymous ?? false,
          introducerId: opening.introducerId,
          sellerConfirmedAt: confirmed === 'SELLER' ? tx.now : null,
          buyerConfirmedAt: confirmed === 'BUYER' ? tx.now : null,
          sellerNdaAt: null,
          buyerNdaAt: null,
          dueOn,
          createdAt: tx.now,
          openingMessage: opening.message,
        },
        Number(legalDayOf(tx.now).slice(0, 4)),
      )
      .catch(alreadyOpen);
    if (origin !== 'BROKER') await this.store.addPerson(id, actor.personId, origin, tx.now);
    await this.addCreators(id, opening, tx.now);
    await beforeTelling(id);
    const deal = await this.desk.current(id);
    await this.store.enterStage(
      id,
      { state, owner: ownerOf(deal), dueOn, evidence: EVIDENCE[origin] },
      tx.now,
    );
    await tx.audit({ stream: `Deal:${id}`, action: opening.action, after: deal });
    await this.desk.tell(tx, deal, opening.action, opening.message);
    return { id };
  }

  /** Those who wrote the listings take part from the start: the inventor, the one with the problem. */
  private async addCreators(dealId: string, { parties, result, need }: Opening, at: Date): Promise<void> {
    const add = async (listing: Listing | null, side: Side, organisationId: string): Promise<void> => {
      if (listing === null || !isUuid(listing.createdBy)) return;
      if (await this.facts.isMember(listing.createdBy, organisationId))
        await this.store.addPerson(dealId, listing.createdBy, side, at);
    };
    await add(result, 'SELLER', parties.sellerId);
    await add(need, 'BUYER', parties.buyerId);
  }
}

function alreadyOpen(error: unknown): never {
  if (isUniqueViolation(error, 'deal_open_once'))
    throw new DomainError(
      DealCodes.ALREADY_OPEN,
      '双方在该成果或需求上已有进行中的对接，请在“我的对接”中继续',
    );
  throw error;
}

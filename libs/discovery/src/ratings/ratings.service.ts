import { Injectable } from '@nestjs/common';
import {
  cleanText,
  legalDayOf,
  notFound,
  organisationsWithRole,
  refuseIf,
  Violations,
  type Actor,
  type PersonActor,
} from '@jihui/kernel';
import { checkIds, Parameters, staleVersion, Work, type Tx } from '@jihui/platform';
import type { Broker } from '../core/brokers/broker.js';
import {
  ratingFaults,
  ratingFrom,
  ratingMachine,
  type Rating,
  type RatingAction,
} from '../core/ratings/rating.js';
import type { RateBrokerInput, RatingActionInput, RatingTextInput } from '../discovery.types.gen.js';
import { PARAMETERS } from '../parameters.js';
import type { Changed } from '../steps.js';
import { requirePerson } from '../refusals.js';
import { BrokersStore } from '../store/brokers.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PeopleStore } from '../store/people.store.js';
import { RatingsStore } from '../store/ratings.store.js';

/** 评价: by a side of a concluded deal, answered by the broker, looked after by the bureau. */
@Injectable()
export class RatingsService {
  constructor(
    private readonly work: Work,
    private readonly ratings: RatingsStore,
    private readonly brokers: BrokersStore,
    private readonly people: PeopleStore,
    private readonly facts: FactsStore,
    private readonly parameters: Parameters,
  ) {}

  /** @throws DomainError NOT_FOUND for a deal of which one is no side, INVALID_INPUT with everything that is wrong. */
  rate(sender: Actor, input: RateBrokerInput): Promise<Changed> {
    const actor = requirePerson(sender);
    checkIds(input.brokerId, input.dealId);
    return this.run('rateBroker', actor, input, async (tx) => {
      const sides = organisationsWithRole(actor, 'TRANSFER_OFFICER');
      const deal = await this.ratings.deal(input.dealId, sides);
      if (deal === undefined) throw notFound('对接');
      const broker = await this.brokers.lockVisible(actor, input.brokerId);
      if (broker === undefined) throw notFound('技术经纪人');
      const raterId = sides.includes(deal.sellerId) ? deal.sellerId : deal.buyerId;
      const agencyId = await this.ratings.agencyOf(input.dealId, broker.personId);
      const { scores, text, violations } = ratingFrom(input);
      const faults = ratingFaults({ ...deal, agencyId, raterId }, broker.organisationId);
      refuseIf([...faults.found, ...violations.found]);
      const id = this.ratings.newId();
      const rating: Rating = {
        ...{ id, version: 1, state: 'SHOWN', scores, text, raterId, ratedBy: actor.personId },
        ...{ brokerId: broker.id, personId: broker.personId, scopeCode: broker.scopeCode },
        ...{ dealId: input.dealId, organisationId: agencyId ?? broker.organisationId },
        ...{ answer: '', answeredAt: null, hiddenReason: '', createdAt: tx.now, updatedAt: tx.now },
      };
      await this.ratings.insert(rating);
      await tx.audit({ stream: `Rating:${id}`, action: 'rate', after: rating });
      await this.tell(rating, 'rate', tx, broker);
      return { id };
    });
  }

  answer(actor: Actor, input: RatingTextInput): Promise<Changed> {
    const answer = cleanText(input.text);
    return this.act('answerBrokerRating', 'answer', actor, input, (_, { now }) => ({
      change: { answer, answeredAt: now },
      wrong: new Violations().text('text', '答复', answer, { max: 1_000 }),
    }));
  }

  hide(actor: Actor, input: RatingTextInput): Promise<Changed> {
    const hiddenReason = cleanText(input.text);
    return this.act('hideBrokerRating', 'hide', actor, input, () => ({
      change: { hiddenReason },
      reason: hiddenReason,
      wrong: new Violations().text('text', '理由', hiddenReason, { max: 500 }),
    }));
  }

  show(actor: Actor, input: RatingActionInput): Promise<Changed> {
    return this.act('showBrokerRating', 'show', actor, input, () => ({ change: { hiddenReason: '' } }));
  }

  private act(
    name: string,
    action: RatingAction,
    sender: Actor,
    input: RatingActionInput,
    step: (
      before: Rating,
      tx: Tx,
    ) => { readonly change: Partial<Rating>; readonly reason?: string; readonly wrong?: Violations },
  ): Promise<Changed> {
    const actor = requirePerson(sender);
    checkIds(input.id);
    return this.run(name, actor, input, async (tx) => {
      const shownFrom = (await this.parameters.int(PARAMETERS.RATINGS_FROM, legalDayOf(tx.now))).value;
      const before = await this.ratings.lockVisible(actor, input.id, shownFrom);
      if (before === undefined) throw notFound('评价');
      ratingMachine.permit(before, action, actor);
      if (before.version !== input.expectedVersion) throw staleVersion();
      const { change, reason = null, wrong } = step(before, tx);
      const state = ratingMachine.perform(before, action, actor, tx.now, wrong?.found);
      await this.ratings.save({ ...before, ...change, state });
      const after: Rating = { ...before, ...change, state, version: before.version + 1, updatedAt: tx.now };
      await tx.audit({ stream: `Rating:${after.id}`, action, before, after, reason });
      const broker = await this.brokers.lock(after.brokerId);
      if (broker !== undefined) await this.tell(after, action, tx, broker);
      return { id: after.id };
    });
  }

  private run(
    name: string,
    actor: PersonActor,
    input: { readonly clientMutationId: string },
    work: (tx: Tx) => Promise<Changed>,
  ): Promise<Changed> {
    const { clientMutationId } = input;
    return this.work.run({ domain: 'discovery', name, actor, clientMutationId, input }, work);
  }

  private async tell(rating: Rating, action: string, tx: Tx, { id, personId }: Broker): Promise<void> {
    const rater = await this.facts.organisation(rating.raterId);
    await tx.emit('discovery.rating', {
      aggregateId: rating.id,
      version: rating.version,
      action,
      payload: {
        id: rating.id,
        version: rating.version,
        brokerId: id,
        brokerName: (await this.people.name(personId)) ?? '',
        personId,
        raterId: rating.raterId,
        raterName: rater?.name ?? '',
        ratedBy: rating.ratedBy,
        state: rating.state,
        reason: rating.hiddenReason,
      },
    });
  }
}

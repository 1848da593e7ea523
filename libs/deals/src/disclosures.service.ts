import { Injectable } from '@nestjs/common';
import {
  actorId,
  addDays,
  cleanText,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  type Actor,
  type LegalDay,
} from '@jihui/kernel';
import {
  checkIds,
  HolidayCalendars,
  Parameters,
  staleVersion,
  uuidv7,
  type ParameterVersion,
  type Tx,
} from '@jihui/platform';
import {
  checkDisclosure,
  checkObjection,
  disclosureMachine,
  lastDay,
  objectionMachine,
  readsObjection,
  type Disclosure,
  type DisclosureForm,
  type Objection,
} from './core/disclosure.js';
import { dealMachine } from './core/perform.js';
import { royaltyInWords } from './core/price.js';
import { roleOf } from './core/sight.js';
import type { Deal } from './core/types.js';
import { DealDesk, signedIn, type DealInput } from './deal-desk.js';
import type { DecideObjectionInput, RaiseObjectionInput, StartDisclosureInput } from './deals.types.gen.js';
import { DisclosureCourse } from './disclosure-course.js';
import { DealsStore } from './store/deals.store.js';
import { DisclosuresStore } from './store/disclosures.store.js';

/** The shortest period of a disclosure, in days. */
export const DISCLOSURE_DAYS = 'deals.disclosure_days';
/** How many objections one person may raise to one disclosure. */
export const OBJECTION_LIMIT = 'deals.objections_per_person';

/** 协议定价公示 and 异议 (reference A10, invariant I1). */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly desk: DealDesk,
    private readonly store: DisclosuresStore,
    private readonly deals: DealsStore,
    private readonly course: DisclosureCourse,
    private readonly parameters: Parameters,
    private readonly holidays: HolidayCalendars,
  ) {}

  /** The minimum that holds on the day, with its source. */
  rule(day: LegalDay): Promise<ParameterVersion> {
    return this.parameters.int(DISCLOSURE_DAYS, day);
  }

  /** How many objections one person may raise to one disclosure on the day. */
  async objectionLimit(day: LegalDay): Promise<number> {
    return (await this.parameters.int(OBJECTION_LIMIT, day)).value;
  }

  /** 发布公示 of the agreed price. @throws DomainError INVALID_INPUT with all violations. */
  startDisclosure(actor: Actor, input: StartDisclosureInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'startDisclosure', input, async (deal, tx) => {
      const startsOn = legalDayOf(tx.now);
      const rule = await this.rule(startsOn);
      const form = formOf(deal, input, rule.value);
      const { days, dayKind } = form;
      const countable = days >= 1 && days <= 366;
      const endsOn = countable ? lastDay(startsOn, days, dayKind, await this.holidays.calendar()) : startsOn;
      refuseIf(checkDisclosure(form, { startsOn, endsOn, requiredDays: rule.value, source: rule.source }));
      await this.store.insert(await this.disclosureOf(deal, form, rule, startsOn, endsOn), tx.now);
      return { dueOn: addDays(endsOn, 1), evidence: `发布定价公示，${startsOn} 至 ${endsOn}` };
    });
  }

  private async disclosureOf(
    deal: Deal,
    form: DisclosureForm,
    rule: ParameterVersion,
    startsOn: LegalDay,
    endsOn: LegalDay,
  ): Promise<Disclosure> {
    const { price } = deal;
    if (price === null) throw new Error('a disclosure without an agreed price');
    const year = Number(startsOn.slice(0, 4));
    return {
      ...form,
      id: uuidv7(),
      version: 1,
      code: `GS${year}-${await this.deals.nextNumber('disclosure', year)}`,
      dealId: deal.id,
      proposalId: price.proposalId,
      state: 'RUNNING',
      sellerId: deal.seller.organisationId,
      sellerName: deal.seller.name,
      conversionMode: price.cooperationMode,
      price: price.total,
      technical: price.technical,
      royaltyTerms: royaltyInWords(price.royalty),
      transfereeName: deal.buyer.name,
      startsOn,
      endsOn,
      requiredDays: rule.value,
      requiredDaysSource: rule.source,
      parameterId: rule.id,
      completedAt: null,
      annulledReason: null,
    };
  }

  /** 完成公示: by the seller, or by the nightly job, from the day after the last day. */
  completeDisclosure(actor: Actor, input: DealInput): Promise<{ id: string }> {
    return this.desk.act(actor, 'completeDisclosure', input, async (deal, tx) => {
      if (deal.disclosure !== null) await this.course.complete(tx, deal.disclosure.id);
      return { evidence: '公示期满且无未处理异议' };
    });
  }

  /** 提出异议: any signed-in person, until the last day. It blocks until it is decided. */
  raiseObjection(sender: Actor, input: RaiseObjectionInput): Promise<{ id: string; disclosureId: string }> {
    const actor = signedIn(sender);
    checkIds(input.disclosureId);
    const form = {
      name: cleanText(input.name),
      contact: cleanText(input.contact),
      reason: cleanText(input.reason),
    };
    return this.desk.run(actor, 'raiseObjection', input, async (tx) => {
      const { deal, disclosure } = await this.lockBoth(input.disclosureId);
      const subject = {
        disclosure,
        ownObjections: await this.store.objectionsBy(actor.personId, disclosure.id),
        objectionLimit: await this.objectionLimit(legalDayOf(tx.now)),
      };
      disclosureMachine.perform(subject, 'raiseObjection', actor, tx.now);
      refuseIf(checkObjection(form));
      const objection: Objection = {
        ...form,
        id: uuidv7(),
        version: 1,
        disclosureId: disclosure.id,
        state: 'OPEN',
        personId: actor.personId,
        sellerId: disclosure.sellerId,
        raisedAt: tx.now,
        decision: null,
        decidedAt: null,
      };
      await this.store.insertObjection(objection);
      await this.course.move(tx, disclosure, 'raiseObjection');
      await tx.audit({ stream: `Objection:${objection.id}`, action: 'raiseObjection', after: objection });
      await this.desk.keep(actor, tx, deal, 'raiseObjection', {});
      return { id: objection.id, disclosureId: disclosure.id };
    });
  }

  /** 处理异议: a sustained one annuls the disclosure and sends the price back to negotiation. */
  decideObjection(actor: Actor, input: DecideObjectionInput): Promise<{ id: string; disclosureId: string }> {
    checkIds(input.id);
    const reason = cleanText(input.reason);
    return this.desk.run(actor, 'decideObjection', input, async (tx) => {
      const { deal, disclosure, objection } = await this.lockObjection(actor, input);
      const action = input.outcome === 'SUSTAINED' ? 'sustain' : 'reject';
      const state = objectionMachine.perform(objection, action, actor, tx.now);
      refuseIf(new Violations().text('reason', '处理意见', reason, { min: 10, max: 2_000 }).found);
      const decided = { state, decision: reason, decidedBy: actorId(actor), decidedAt: tx.now };
      await this.store.decideObjection(objection, decided);
      await tx.audit({
        stream: `Objection:${objection.id}`,
        action: 'decideObjection',
        before: objection,
        after: { ...objection, ...decided },
        reason,
      });
      if (disclosure.state === 'OBJECTED')
        await this.follow(tx, actor, deal, disclosure, state === 'SUSTAINED', reason);
      return { id: objection.id, disclosureId: disclosure.id };
    });
  }

  private async follow(
    tx: Tx,
    actor: Actor,
    deal: Deal,
    disclosure: Disclosure,
    sustained: boolean,
    reason: string,
  ): Promise<void> {
    if (sustained) {
      const next = dealMachine.perform(deal, 'annulDisclosure', actor, tx.now);
      await this.course.move(tx, disclosure, 'annul', { annulledReason: `异议成立：${reason}` });
      await this.deals.markProposals(deal.id, 'ACCEPTED', 'VOID');
      const evidence = '公示异议成立，重新议价';
      await this.desk.keep(actor, tx, deal, 'decideObjection', {
        state: next,
        price: null,
        reason,
        evidence,
      });
      return;
    }
    if ((await this.store.openObjections(disclosure.id)) === 0)
      await this.course.move(tx, disclosure, 'clearObjections');
    await this.desk.keep(actor, tx, deal, 'decideObjection', { reason });
  }

  /** The deal first, then its disclosure: the order in which every command locks. */
  private async lockBoth(disclosureId: string): Promise<{ deal: Deal; disclosure: Disclosure }> {
    const found = await this.store.get(disclosureId);
    const deal = found === undefined ? undefined : await this.deals.lock(found.dealId);
    if (deal === undefined) throw notFound('该公示');
    return { deal, disclosure: await this.course.locked(disclosureId) };
  }

  private async lockObjection(
    actor: Actor,
    input: DecideObjectionInput,
  ): Promise<{ deal: Deal; disclosure: Disclosure; objection: Objection }> {
    const found = await this.store.objection(input.id);
    if (found === undefined) throw notFound('该异议');
    const both = await this.lockBoth(found.disclosureId);
    const objection = await this.store.lockObjection(input.id);
    const byBureau = roleOf(actor, both.deal) === 'OFFICER';
    if (objection === undefined || !readsObjection(actor, objection, byBureau)) throw notFound('该异议');
    if (objection.version !== input.expectedVersion) throw staleVersion();
    return { ...both, objection };
  }
}

const formOf = (deal: Deal, input: StartDisclosureInput, requiredDays: number): DisclosureForm => ({
  resultName: cleanText(input.resultName ?? '') || (deal.resultTitle ?? deal.title),
  summary: cleanText(input.summary),
  relatedParty: input.relatedParty,
  relation: cleanText(input.relation ?? ''),
  basis: cleanText(input.basis),
  days: input.days ?? requiredDays,
  dayKind: input.dayKind ?? 'NATURAL',
  channels: input.channels.map(cleanText),
  objectionOffice: cleanText(input.objectionOffice),
  objectionPhone: cleanText(input.objectionPhone),
});

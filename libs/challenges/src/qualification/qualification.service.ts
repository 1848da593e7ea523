import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  say,
  Violations,
  type Actor,
} from '@jihui/kernel';
import { checkIds, HolidayCalendars, staleVersion, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import { BidLogKey } from '../bids/bid-log-key.js';
import type * as Types from '../challenges.types.gen.js';
import type { Bid } from '../core/bids/bid.js';
import { mayBidFor } from '../core/bids/sight.js';
import type { Call } from '../core/calls/call.js';
import { belongsToOneOf, isCityOfficer } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { findingsOf, isBlocked } from '../core/qualification/check.js';
import { checkedMembers } from '../core/qualification/consortium.js';
import { blindFiles, byName, contentsOf, nameKey } from '../core/qualification/contents.js';
import type { CheckFacts } from '../core/qualification/facts.js';
import { FILES_WAITING } from '../core/qualification/file-naming.js';
import { BansStore } from '../store/bans.store.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PoolStore } from '../store/pool.store.js';
import { ReviewsStore } from '../store/reviews.store.js';

/** 资格审查: what opened bids promise and who stands behind them, checked at the opening, decided by the bureau. */
@Injectable()
export class QualificationService {
  constructor(
    private readonly store: ReviewsStore,
    private readonly bids: BidsStore,
    private readonly facts: FactsStore,
    private readonly pool: PoolStore,
    private readonly bans: BansStore,
    private readonly desk: CallDesk,
    private readonly holidays: HolidayCalendars,
    private readonly key: BidLogKey,
  ) {}

  /** At the opening, in its transaction: each bid that holds against the indicators and the facts of that day. Files are read after it. */
  async record(tx: Tx, call: Call): Promise<void> {
    const round = { callId: call.id, round: call.round };
    const valid = (await this.bids.standing(round)).filter(({ fault }) => fault === null);
    if (valid.length === 0) return;
    const checks = await this.checked(call, valid);
    await this.store.addChecks(round, checks);
    for (const { bidId, findings } of checks)
      if (findings.includes(FILES_WAITING)) await tx.addJob('challenges.readBidFiles', { bidId });
  }

  private async checked(call: Call, bids: readonly Bid[]) {
    const contents = new Map(bids.map((bid) => [bid.id, contentsOf(bid.form)]));
    const namesIn = (bid: Bid) => contents.get(bid.id)?.members.map(({ name }) => name) ?? [];
    const leads = bids.map(({ organisationId }) => organisationId);
    const known = await this.facts.biddersBy(call.ownerId, leads, bids.flatMap(namesIn));
    const byId = new Map(known.map((one) => [one.id, one]));
    const owner = await this.facts.organisation(call.ownerId);
    // As it was when the bidders read it.
    const rules = await this.desk.rules(legalDayOf(call.publishedAt ?? call.createdAt));
    const nameOf = (bid: Bid): string => byId.get(bid.organisationId)?.name ?? '';
    const bannedPeople = byName(await this.bans.people());
    const common = {
      ...{ call, ownerName: owner?.name ?? '', known: new Map(known.map((one) => [one.name, one])) },
      ...{ key: this.key.publicKey, unconfirmedBlocks: rules.unconfirmedBlocks === 1, bannedPeople },
    };
    return bids.map((bid) => {
      const others = bids.filter(({ id }) => id !== bid.id);
      const facts: CheckFacts = {
        ...{ ...common, form: bid.form, files: bid.files?.map(({ sha256 }) => sha256) ?? [] },
        fileNames: blindFiles(bid.form, bid.files ?? []).map(({ name }) => name),
        ...{ lead: byId.get(bid.organisationId), leadId: bid.organisationId, leadName: nameOf(bid) },
        handedInOn: legalDayOf(bid.handedInAt),
        others: new Set(others.flatMap((one) => [nameOf(one), ...namesIn(one)]).map(nameKey)),
        otherPeople: byName(others.flatMap((one) => contents.get(one.id)?.people ?? [])),
      };
      const waiting = facts.fileNames.length > 0 ? [FILES_WAITING] : [];
      return {
        bidId: bid.id,
        findings: [...findingsOf(facts), ...waiting],
        members: checkedMembers(facts, bid.form),
      };
    });
  }

  /** 资格审查结论: against what the check found, and for every 不合格, with a reason. */
  decide(actor: Actor, input: Types.DecideBidQualificationInput): Promise<Changed> {
    return this.desk.run(actor, 'decideBidQualification', input, async (tx) => {
      checkIds(input.bidId);
      const known = await this.store.check(input.bidId);
      if (known === undefined || actor.kind !== 'person') throw notFound('该揭榜方案');
      const { call } = await this.desk.open(actor, { id: known.callId }, tx.now);
      const bid = await this.bids.openedOne(input.bidId);
      if (bid === undefined || !isCityOfficer(actor, call)) throw notFound('该揭榜方案');
      const bidders = await this.bids.openedBidders(call.id, call.round);
      if (belongsToOneOf(actor, bidders))
        throw new DomainError(Codes.FORBIDDEN, '揭榜单位的人员不能审查本榜单的方案，请由其他经办人办理');
      if (known.version !== input.expectedVersion) throw staleVersion();
      const reason = cleanText(input.reason ?? '');
      const needed = input.verdict === 'DISQUALIFIED' || isBlocked(known.findings);
      const wrong = new Violations()
        .when(
          call.state !== 'BIDS_OPENED' || known.round !== call.round,
          '',
          ChallengeCodes.DECIDED_ALREADY,
          '资格审查结果已经公布，不能再改动',
        )
        .when(
          needed && reason === '',
          'reason',
          ChallengeCodes.REASON_MISSING,
          '不合格，或结论与核对结果不一致的，须说明理由',
        )
        .text('reason', '理由', reason, { min: reason === '' ? 0 : 10, max: 2_000 });
      refuseIf(wrong.found);
      const decided = { verdict: input.verdict, reason, personId: actor.personId, at: tx.now };
      if (!(await this.store.decide(known, decided))) throw staleVersion();
      await tx.audit({
        ...{ stream: `Bid:${bid.id}`, action: 'decideBidQualification', before: known },
        ...{ after: { ...known, ...decided }, reason: reason === '' ? null : reason },
      });
      return { id: call.id };
    });
  }

  /** 公布资格审查结果: from here on its days of objection run. */
  publish(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'publishBidQualification',
      'publishQualification',
      input,
      async (subject, tx) => {
        const stageFrom = legalDayOf(tx.now);
        const { qualificationDays } = subject.rules;
        const stageUntil = addWorkingDays(stageFrom, qualificationDays, await this.holidays.calendar());
        return { change: { stageFrom, stageUntil, note: '' }, reason: `${stageFrom} 至 ${stageUntil}` };
      },
    );
  }

  /** 回避申请: experts whom a bidder wants kept out of the panel, until the draw. */
  askRecusals(actor: Actor, input: Types.AskReviewRecusalsInput): Promise<Changed> {
    return this.desk.run(actor, 'askReviewRecusals', input, async (tx) => {
      checkIds(input.callId, input.organisationId, ...input.expertIds);
      const { call, rules } = await this.desk.open(actor, { id: input.callId }, tx.now);
      const round = { callId: call.id, round: call.round };
      const own = mayBidFor(actor, input.organisationId)
        ? await this.store.bidderCheck(round, input.organisationId)
        : undefined;
      if (own === undefined || actor.kind !== 'person') throw notFound('本单位的揭榜方案');
      const { organisationId } = input;
      const expertIds = [...new Set(input.expertIds)];
      const reason = cleanText(input.reason);
      const found = new Violations()
        .when(
          (call.state !== 'BIDS_OPENED' && call.state !== 'QUALIFIED') || (await this.store.isDrawn(round)),
          '',
          ChallengeCodes.RECUSALS,
          '开标后、抽取专家前才能申请回避',
        )
        .when(
          expertIds.length > rules.namedRecusals,
          'expertIds',
          ChallengeCodes.RECUSALS,
          say`最多申请 ${rules.namedRecusals} 名专家回避`,
        )
        .when(
          (await this.pool.known(expertIds)).length < expertIds.length,
          'expertIds',
          ChallengeCodes.PERSON_UNKNOWN,
          '没有找到该专家，请从专家库中选择',
        )
        .text('reason', '申请回避的理由', reason, { min: 10, max: 2_000 }).found;
      refuseIf(found);
      const request = { organisationId, expertIds, reason, personId: actor.personId, at: tx.now };
      await this.store.putRecusals(round, request);
      await tx.audit({ stream: `Bid:${own.bidId}`, action: 'askReviewRecusals', after: request, reason });
      return { id: call.id };
    });
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  addWorkingDays,
  canonical,
  cleanText,
  legalDayOf,
  say,
  violation,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds, HolidayCalendars, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import { reasonOf } from '../calls/said.js';
import type * as Types from '../challenges.types.gen.js';
import type { Call } from '../core/calls/call.js';
import { ChallengeCodes } from '../core/errors.js';
import { awardable, awardFaults, labelOf, type Minutes, type ReviewResult } from '../core/review/outcome.js';
import { ProjectsService } from '../projects/projects.service.js';
import { CreditService } from '../reviewers/credit.service.js';
import { FeesService } from '../reviewers/fees.service.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { FactsStore } from '../store/facts.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { PseudonymsService } from './pseudonyms.service.js';
import { StandingsService } from './standings.service.js';

/** 评审结论、审议、拟立项公示: what the review came to, and what the bureau makes of it. */
@Injectable()
export class AwardsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly draws: DrawsStore,
    private readonly sheets: SheetsStore,
    private readonly facts: FactsStore,
    private readonly bids: BidsStore,
    private readonly standings: StandingsService,
    private readonly holidays: HolidayCalendars,
    private readonly projects: ProjectsService,
    private readonly begunOnes: ProjectsStore,
    private readonly fees: FeesService,
    private readonly credit: CreditService,
    private readonly pseudonyms: PseudonymsService,
  ) {}

  /** 评审结论: scores and ranking are fixed, and the minutes go to the panel to be signed. */
  conclude(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'concludeCallReview',
      'concludeReview',
      input,
      async ({ call, review }, tx) => {
        const waits = call.plan.secondStage !== null && !review.advanced;
        if (review.sheetsMissing > 0 || !review.opined || waits) return {};
        const { standings, places, tied, lots } = await this.standings.of(call);
        if (tied.length > 0)
          return {
            wrong: [
              violation('', ChallengeCodes.TIED, say`有 ${tied.length} 组方案并列，须先由专家组复议投票`),
            ],
          };
        const round = { callId: call.id, round: call.round };
        const result = { standings, places, lots };
        const minutes = await this.minutesOf(call, result, tx.now);
        const minutesSha256 = createHash('sha256').update(canonical(minutes)).digest('hex');
        await this.sheets.conclude(round, { result, minutes, minutesSha256, concludedAt: tx.now });
        return { reason: `评审纪要 SHA-256 ${minutesSha256.slice(0, 16)}…` };
      },
      async (call, tx) => {
        const seats = await this.draws.seats([call.id]);
        const panel = seats.filter(({ state }) => state === 'ACCEPTED');
        const { standings } = (await this.sheets.outcome({ callId: call.id }))?.result ?? { standings: [] };
        await this.fees.fallDue(tx, call, panel);
        await this.credit.recordDeviations(
          tx,
          panel,
          standings.flatMap(({ deviating }) => deviating),
        );
        await this.desk.tell(
          tx,
          call,
          'askForSignatures',
          panel.map(({ personId }) => personId),
        );
      },
    );
  }

  /**
   * 重新评审: what came to light after the conclusion, such as a conflict; sheets stand, signatures and the opinion do not,
   * and bids go on under names that no minutes have opened.
   */
  reopen(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'reopenCallReview', 'reopenReview', input, async ({ call }, tx) => {
      const said = reasonOf(input);
      if (said.wrong.length > 0) return said;
      const round = { callId: call.id, round: call.round };
      await this.pseudonyms.renew(tx, call, said.reason);
      await this.sheets.reopen(round);
      await this.draws.unsign(round);
      await this.fees.fallAway(tx, call);
      await this.credit.forgetDeviations(call);
      return said;
    });
  }

  /** 现场考察 of a bid that passed: what was found, by whom, on which day. */
  checkSite(actor: Actor, input: Types.RecordCallSiteCheckInput): Promise<Changed> {
    return this.desk.act(actor, 'recordCallSiteCheck', 'checkSite', input, async ({ call }, tx) => {
      checkIds(input.bidId);
      const round = { callId: call.id, round: call.round };
      const places = (await this.sheets.outcome(round))?.result?.places ?? [];
      const people = cleanText(input.people);
      const findings = cleanText(input.findings);
      const { day, confirmed, bidId: bid } = input;
      const wrong = new Violations()
        .when(
          !places.some((place) => place.bid === bid),
          'bidId',
          ChallengeCodes.AWARDS,
          '请从通过评审的方案中选择考察的方案',
        )
        .when(day > legalDayOf(tx.now), 'day', ChallengeCodes.DATE_IN_FUTURE, '考察日期不能晚于今天')
        .text('people', '考察人员', people, { min: 2, max: 500 })
        .text('findings', '考察情况', findings, { min: 10, max: 3_000 }).found;
      if (wrong.length > 0) return { wrong };
      const personId = actor.kind === 'person' ? actor.personId : '';
      const check = { bid, day, people, findings, confirmed, personId, at: tx.now.toISOString() };
      await this.sheets.addSiteCheck(round, check);
      return { reason: findings };
    });
  }

  private async minutesOf(
    call: Call,
    { standings, places, lots = [] }: ReviewResult,
    now: Date,
  ): Promise<Minutes> {
    const seats = (await this.draws.seats([call.id])).filter(({ state }) => state === 'ACCEPTED');
    const experts = await this.draws.experts(seats.map(({ personId }) => personId));
    const bids = await this.bids.qualified([call.id]);
    const names = await this.facts.organisations(bids.map(({ organisationId }) => organisationId));
    const outcome = await this.sheets.outcome({ callId: call.id });
    return {
      ...{ format: 'jihui-review-minutes/1', call: call.id, code: call.code, title: call.content.title },
      ...{ round: call.round, draw: seats[0]?.drawId ?? '', opinion: outcome?.opinion ?? '' },
      panel: seats.map(({ id, personId, stratum, lead }) => ({
        ...{ seat: id, stratum, lead, name: experts.get(personId)?.name ?? '' },
        unit: experts.get(personId)?.unitName ?? '',
      })),
      bids: bids.map(({ id, organisationId, number }) => {
        const standing = standings.find(({ bid }) => bid === id);
        return {
          ...{ bid: id, label: labelOf({ number }), organisation: names.get(organisationId)?.name ?? '' },
          ...{ score: standing?.score ?? null, outcome: standing?.outcome ?? 'NOT_SCORED' },
          place: places.find(({ bid }) => bid === id)?.place ?? null,
          ...(lots.some((group) => group.includes(id)) ? { byLot: true } : {}),
          ...(call.plan.panelTimes > 1 ? { judges: standing?.sheets ?? 0 } : {}),
          ...(standing?.stages ?? {}),
        };
      }),
      concludedAt: now.toISOString(),
    };
  }

  /** 审议（局务会、党组会）: who is awarded; from here on the notice of the awards runs. */
  deliberate(actor: Actor, input: Types.DeliberateCallInput): Promise<Changed> {
    return this.desk.act(actor, 'deliberateCall', 'deliberate', input, async ({ call, rules }, tx) => {
      checkIds(...input.awards);
      const today = legalDayOf(tx.now);
      const round = { callId: call.id, round: call.round };
      const outcome = await this.sheets.outcome(round);
      const result = awardable(
        outcome?.result ?? { standings: [], places: [] },
        await this.begunOnes.statesByBid(call.id),
      );
      const awards = result.places.filter(({ bid }) => input.awards.includes(bid)).map(({ bid }) => bid);
      const document = cleanText(input.document);
      const opinion = cleanText(input.opinion ?? '');
      const wrong = new Violations()
        .text('document', '会议纪要或文件号', document, { max: 100 })
        .when(input.day > today, 'day', ChallengeCodes.DATE_IN_FUTURE, '审议日期不能晚于今天').found;
      const faults = [
        ...wrong,
        ...awardFaults(call, input.awards, awards, result, opinion, outcome?.siteChecks),
        ...(await this.bannedAmong(call, awards)),
      ];
      if (faults.length > 0) return { wrong: faults };
      const personId = actor.kind === 'person' ? actor.personId : '';
      const at = tx.now.toISOString();
      await this.sheets.decide(round, { document, opinion, awards, personId, at, day: input.day });
      const stageUntil = addWorkingDays(today, rules.awardDays, await this.holidays.calendar());
      return { change: { stageFrom: today, stageUntil, note: '' }, reason: `${today} 至 ${stageUntil}` };
    });
  }

  /** Whoever was banned since the 资格审查 is awarded nothing. */
  private async bannedAmong(call: Call, awards: readonly string[]): Promise<readonly Violation[]> {
    const bids = (await this.bids.qualified([call.id])).filter(({ id }) => awards.includes(id));
    const known = await this.facts.organisations(bids.map(({ organisationId }) => organisationId));
    return bids.flatMap(({ organisationId }) => {
      const party = known.get(organisationId);
      return party?.bannedUntil == null
        ? []
        : [violation('awards', ChallengeCodes.BANNED, say`${party.name}因失信在禁入期内，不能立项`)];
    });
  }

  /** 公示期满: the clock does it as well. */
  complete(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'completeCallAward',
      'completeAward',
      input,
      () => ({}),
      (call, tx) => this.begun(tx, call),
    );
  }

  /** Each award becomes a project, with its part of the treasury's and the owner's money. */
  async begun(tx: Tx, call: Call): Promise<void> {
    const decision = (await this.sheets.outcome({ callId: call.id }))?.decision;
    const bids = await this.bids.qualified([call.id]);
    const awards = (decision?.awards ?? []).flatMap((id) => bids.find((bid) => bid.id === id) ?? []);
    const { signDays } = await this.desk.rules(legalDayOf(tx.now));
    const signBy = addDays(legalDayOf(tx.now), signDays);
    await this.projects.begin(tx, call, awards, signBy);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { BusinessClock, isUuid } from '@jihui/platform';
import { CallGate } from '../calls/call-gate.js';
import { mayBidFor } from '../core/bids/sight.js';
import type { Bid } from '../core/bids/bid.js';
import type { Call } from '../core/calls/call.js';
import { belongsToOneOf, callSightOf, isInside, isSupervisor } from '../core/calls/perform.js';
import { labelOf, type Outcome, type SiteCheck } from '../core/review/outcome.js';
import { isSelf, seatMachine, type Seat, type SeatCase } from '../core/review/seat.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { FactsStore } from '../store/facts.store.js';
import { FormerNamesStore } from '../store/former-names.store.js';
import { ProjectsStore } from '../store/projects.store.js';
import { ReviewsStore } from '../store/reviews.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { StandingsService } from './standings.service.js';

export const REVIEW_ROUTE = '/files/challenges';
/** From the notice of the awards on everybody reads who is to be awarded. */
const isOut = ({ state }: Call): boolean =>
  state === 'AWARD_NOTICED' || state === 'AWARDED' || state === 'FINISHED';
const isAccepted = ({ state }: Seat): boolean => state === 'ACCEPTED';

const siteCheckOf = ({ bid, day, people, findings, confirmed }: SiteCheck) => ({
  ...{ bidId: bid, day, people, findings, confirmed },
});

/** Reads of a call's review by who works on it, its bidders and everybody: each what it may know at that time. */
@Injectable()
export class ReviewsQueries {
  constructor(
    private readonly gate: CallGate,
    private readonly draws: DrawsStore,
    private readonly sheets: SheetsStore,
    private readonly reviews: ReviewsStore,
    private readonly bids: BidsStore,
    private readonly facts: FactsStore,
    private readonly projects: ProjectsStore,
    private readonly standings: StandingsService,
    private readonly clock: BusinessClock,
    private readonly names: FormerNamesStore,
  ) {}

  async review(actor: Actor, callId: string) {
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    if (call === undefined || callSightOf(actor, call) === 'NONE' || call.validBids === null) return null;
    const bidders = await this.bids.openedBidders(call.id, call.round);
    const inside = isInside(actor, call, bidders);
    const outcome = await this.sheets.outcome({ callId });
    const seats = inside || isOut(call) ? await this.draws.seats([callId]) : [];
    const accepted = seats.filter(isAccepted);
    const handedIn = await this.sheets.handedIn(accepted.map(({ id }) => id));
    const ties =
      inside &&
      call.state === 'REVIEWING' &&
      (await this.reviews.facts([call])).get(callId)?.sheetsMissing === 0;
    const decided = isOut(call) || inside ? outcome?.decision : undefined;
    return {
      ...{ callId, seats: seats.filter(({ state }) => state !== 'LEFT').length, accepted: accepted.length },
      ...{ handedIn: handedIn.size, signed: accepted.filter(({ signedAt }) => signedAt !== null).length },
      panel: inside ? await this.panel(actor, { call, bidders }, seats, handedIn) : [],
      standings: await this.standingsSeen(actor, call, outcome, inside, seats),
      stage: call.plan.secondStage === null ? null : outcome?.advanced == null ? 'WRITTEN' : 'DEFENCE',
      advanced: inside ? await this.labels(call, outcome?.advanced ?? []) : [],
      ties: ties ? (await this.standings.of(call)).tied.length : 0,
      formerNames: await this.formerNames(actor, call, bidders),
      siteChecks: inside ? (outcome?.siteChecks ?? []).map(siteCheckOf) : [],
      opinion: inside ? (outcome?.opinion ?? '') : '',
      minutesSha256: inside ? (outcome?.minutesSha256 ?? null) : null,
      minutesUrl: inside && outcome?.minutes != null ? `${REVIEW_ROUTE}/minutes/${callId}` : null,
      ...{ decisionDocument: decided?.document ?? null, decisionDay: decided?.day ?? null },
      decisionOpinion: inside ? (decided?.opinion ?? null) : null,
    };
  }

  /** Under which names bids went before: the supervisor's alone; under which they go, once nobody is judging them. */
  private async formerNames(actor: Actor, call: Call, bidders: readonly string[]) {
    if (!isSupervisor(actor, call) || belongsToOneOf(actor, bidders)) return [];
    const former = await this.names.of({ callId: call.id, round: call.round });
    if (former.length === 0) return [];
    const judged = new Map((await this.bids.qualified([call.id])).map((bid) => [bid.id, labelOf(bid)]));
    const names = await this.facts.organisations(former.map(({ organisationId }) => organisationId));
    const isJudging = call.state === 'REVIEWING' || call.state === 'QUALIFIED';
    return former.map((one) => ({
      ...{ bidId: one.bidId, label: labelOf(one), reason: one.reason, retiredAt: one.retiredAt },
      organisationName: names.get(one.organisationId)?.name ?? '',
      now: isJudging ? null : (judged.get(one.bidId) ?? null),
    }));
  }

  private async labels(call: Call, bidIds: readonly string[]): Promise<readonly string[]> {
    if (bidIds.length === 0) return [];
    const bids = await this.bids.qualified([call.id]);
    return bids.filter(({ id }) => bidIds.includes(id)).map(labelOf);
  }

  /** Names are sealed until the review begins; that somebody left and why, the bureau knows before. */
  private async panel(
    actor: Actor,
    { call, bidders }: Pick<SeatCase, 'call' | 'bidders'>,
    seats: readonly Seat[],
    handedIn: ReadonlySet<string>,
  ) {
    const named = call.state !== 'QUALIFIED';
    const experts = named ? await this.draws.experts(seats.map(({ personId }) => personId)) : undefined;
    const now = await this.clock.now();
    return seats.map((seat) => ({
      ...{ id: seat.id, version: seat.version, stratum: seat.stratum, state: seat.state, lead: seat.lead },
      ...{ reason: seat.reason, answerBy: seat.answerBy, reviewBy: seat.reviewBy },
      signed: seat.signedAt !== null,
      name: experts?.get(seat.personId)?.name ?? null,
      unitName: experts?.get(seat.personId)?.unitName ?? null,
      handedIn: handedIn.has(seat.id),
      availableActions: seatMachine.availableActions(
        actor,
        { seat, call, bidders, handedIn: handedIn.has(seat.id) },
        now,
      ),
    }));
  }

  private async standingsSeen(
    actor: Actor,
    call: Call,
    outcome: Outcome | undefined,
    inside: boolean,
    seats: readonly Seat[],
  ) {
    if (outcome?.result == null || (!inside && !isOut(call))) return [];
    const { standings, places, lots } = outcome.result;
    const bids = await this.bids.qualified([call.id]);
    const names = await this.facts.organisations(bids.map(({ organisationId }) => organisationId));
    const awards = outcome.decision?.awards ?? [];
    const begun = await this.projects.statesByBid(call.id);
    const experts = new Map(seats.map(({ id }, at) => [id, `专家 ${at + 1}`]));
    const sees = (bid: Bid): boolean =>
      inside || awards.includes(bid.id) || mayBidFor(actor, bid.organisationId);
    return bids
      .map((bid) => ({ bid, label: labelOf(bid), standing: standings.find((one) => one.bid === bid.id) }))
      .filter(({ bid }) => sees(bid))
      .map(({ bid, label, standing }) => ({
        ...{ bidId: bid.id, label, organisationName: names.get(bid.organisationId)?.name ?? null },
        ...{ score: standing?.score ?? null, recommended: standing?.recommended ?? 0 },
        ...{ sheets: standing?.sheets ?? 0, outcome: standing?.outcome ?? 'NOT_SCORED' },
        ...{ written: standing?.stages?.written ?? null, defence: standing?.stages?.defence ?? null },
        place: places.find((one) => one.bid === bid.id)?.place ?? null,
        deviating: inside ? (standing?.deviating ?? []).map((seat) => experts.get(seat) ?? seat) : [],
        byLot: (lots ?? []).some((group) => group.includes(bid.id)),
        awarded: awards.includes(bid.id),
        lapsed: begun.get(bid.id) === 'LAPSED',
      }))
      .sort((a, b) => (a.place ?? 99) - (b.place ?? 99));
  }

  /** 评审纪要 with who signed it, for the bureau, the supervisor and the panel. */
  async minutes(actor: Actor, callId: string) {
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    const outcome = call && (await this.sheets.outcome({ callId }));
    if (call === undefined || outcome?.minutes == null || outcome.minutesSha256 === null) return undefined;
    const seats = (await this.draws.seats([callId])).filter(isAccepted);
    const bidders = await this.bids.openedBidders(call.id, call.round);
    const may = isInside(actor, call, bidders) || seats.some((seat) => isSelf(actor, seat));
    if (!may) return undefined;
    const signed = new Map(seats.map(({ id, signedAt }) => [id, signedAt]));
    return { minutes: outcome.minutes, sha256: outcome.minutesSha256, signed };
  }
}

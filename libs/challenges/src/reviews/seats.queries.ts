import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { BusinessClock, isUuid } from '@jihui/platform';
import { withoutNames } from '@jihui/proofs';
import { CallGate } from '../calls/call-gate.js';
import type { JudgedBid, OpenedFile } from '../core/bids/bid.js';
import type { Call } from '../core/calls/call.js';
import { blindFiles, contentsOf } from '../core/qualification/contents.js';
import { labelOf, stageOf } from '../core/review/outcome.js';
import { isSelf, seatMachine, UNDERTAKING, type KeptSheet, type Seat } from '../core/review/seat.js';
import { blinded, ownNames } from '../core/qualification/naming.js';
import { answersIn } from '../qualification/qualification.queries.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { FactsStore } from '../store/facts.store.js';
import { FeesStore } from '../store/fees.store.js';
import { JudgingsStore } from '../store/judgings.store.js';
import { ReviewsStore } from '../store/reviews.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { REVIEW_ROUTE } from './reviews.queries.js';
import { groupsOf, StandingsService } from './standings.service.js';

/** 评审任务: an expert's own seats, with what is to be judged while the review runs. */
@Injectable()
export class SeatsQueries {
  constructor(
    private readonly gate: CallGate,
    private readonly draws: DrawsStore,
    private readonly sheets: SheetsStore,
    private readonly bids: BidsStore,
    private readonly judgings: JudgingsStore,
    private readonly reviews: ReviewsStore,
    private readonly standings: StandingsService,
    private readonly facts: FactsStore,
    private readonly fees: FeesStore,
    private readonly clock: BusinessClock,
  ) {}

  /** In a fixed number of statements, however many seats there are. */
  async mine(actor: Actor) {
    if (actor.kind !== 'person') return [];
    const seats = await this.draws.seatsOf(actor.personId);
    if (seats.length === 0) return [];
    const calls = new Map(
      (await this.gate.many(seats.map(({ callId }) => callId))).map((one) => [one.id, one]),
    );
    const reviewing = [...calls.values()].filter(({ state }) => state === 'REVIEWING');
    const judged = await this.bids.qualified(reviewing.map(({ id }) => id));
    const bidders = await this.facts.organisations(judged.map(({ organisationId }) => organisationId));
    const sheets = await this.sheets.of(seats.map(({ id }) => id));
    const judgings = await this.judgings.of(seats.map(({ id }) => id));
    const facts = await this.reviews.facts([...calls.values()]);
    const standings = await this.standings.many(
      reviewing.filter(({ id }) => facts.get(id)?.sheetsMissing === 0),
    );
    const outcomes = await this.sheets.outcomes([...calls.keys()]);
    const owed = (await this.fees.ofCalls([...calls.keys()])).flatMap((sheet) => sheet.fees);
    const fees = new Map(owed.map((fee) => [fee.seat, fee]));
    const now = await this.clock.now();
    return seats.flatMap((seat) => {
      const call = calls.get(seat.callId);
      if (call === undefined) return [];
      const outcome = outcomes.get(call.id);
      const stage = stageOf(outcome);
      const own = sheets.filter((sheet) => sheet.seatId === seat.id && sheet.stage === stage);
      const reads = isReading(seat, call);
      const signs = seat.state === 'ACCEPTED' && seat.round === call.round && outcome?.minutes != null;
      const standing = standings.get(call.id);
      const tied = reads && standing !== undefined ? groupsOf(standing, seat.id) : [];
      const ofCall = judged.filter(({ callId }) => callId === call.id);
      const judges = judgings
        .filter(({ seatId, bidId }) => seatId === seat.id && outcome?.advanced?.includes(bidId) !== false)
        .map(({ bidId }) => bidId);
      return [
        {
          ...seatView(actor, seat, call, isAllIn(judges, own), facts.get(call.id)?.bidders ?? [], now),
          bids: reads
            ? ofCall
                .map((bid) => ({ bid, mine: judges.includes(bid.id) }))
                .filter(({ bid, mine }) => mine || tied.flat().includes(bid.id))
                .map(({ bid, mine }) =>
                  bidView(bid, call, seat, own, mine, bidders.get(bid.organisationId)?.name ?? ''),
                )
            : [],
          stage: call.plan.secondStage === null ? null : STAGES[stage],
          allIn: reads && facts.get(call.id)?.sheetsMissing === 0,
          ...{ ties: blindGroups(tied, ofCall), voted: seat.votes !== null },
          ...{ fee: fees.get(seat.id)?.amount ?? null, feePaidOn: fees.get(seat.id)?.payment?.on ?? null },
          opinion: (seat.lead && seat.round === call.round) || signs ? (outcome?.opinion ?? '') : '',
          minutesSha256: signs ? outcome.minutesSha256 : null,
          minutesUrl: signs ? `${REVIEW_ROUTE}/minutes/${call.id}` : null,
        },
      ];
    });
  }

  /** A file of a bid, for an expert who is judging it. */
  async file(actor: Actor, seatId: string, blind: string, place: number): Promise<OpenedFile | undefined> {
    if (!isUuid(seatId) || !isUuid(blind)) return undefined;
    const seat = await this.draws.seat(seatId);
    if (seat === undefined || !isSelf(actor, seat)) return undefined;
    const call = (await this.gate.get(seat.callId))?.call;
    if (call === undefined || !isReading(seat, call)) return undefined;
    const bid = (await this.bids.qualified([call.id])).find((one) => one.blind === blind);
    if (bid === undefined || !(await this.mayRead(seat, call, bid.id))) return undefined;
    const file = blindFiles(bid.form, bid.files ?? []).find((one) => one.place === place);
    const bidder = (await this.facts.organisation(bid.organisationId))?.name ?? '';
    return file && { ...file, name: withoutNames(file.name, ownNames(bidder, contentsOf(bid.form))) };
  }

  /** A bid that was given to the expert, or is tied where the expert votes. */
  private async mayRead(seat: Seat, call: Call, bidId: string): Promise<boolean> {
    const judged = await this.judgings.of([seat.id]);
    if (judged.some((judging) => judging.bidId === bidId)) return true;
    const facts = await this.reviews.facts([call]);
    return (
      facts.get(call.id)?.sheetsMissing === 0 &&
      groupsOf(await this.standings.of(call), seat.id).some((group) => group.includes(bidId))
    );
  }
}

const STAGES = { 1: 'WRITTEN', 2: 'DEFENCE' } as const;

/** Every bid that was given to the expert has its sheet in. */
const isAllIn = (judges: readonly string[], own: readonly KeptSheet[]): boolean =>
  judges.length > 0 &&
  judges.every((id) => own.some(({ bidId, handedInAt }) => bidId === id && handedInAt !== null));

/** Groups of tied bids by their pseudonyms, in the order of these: that of their ids would tell when they came. */
const blindGroups = (
  groups: readonly (readonly string[])[],
  bids: readonly JudgedBid[],
): readonly (readonly string[])[] =>
  groups.map((group) => bids.filter(({ id }) => group.includes(id)).map(({ blind }) => blind)).sort();

/** Who accepted reads the bids while the review runs, and no longer. */
const isReading = (seat: Seat, call: Call): boolean =>
  seat.state === 'ACCEPTED' && call.state === 'REVIEWING' && seat.round === call.round;

function seatView(
  actor: Actor,
  seat: Seat,
  call: Call,
  handedIn: boolean,
  bidders: readonly string[],
  now: Date,
) {
  return {
    ...{ id: seat.id, version: seat.version, callId: call.id, code: call.code, title: call.content.title },
    ...{ callState: call.state, state: seat.state, answerBy: seat.answerBy, lead: seat.lead },
    reviewBy: seat.reviewBy,
    ...{ undertaking: UNDERTAKING, criteria: call.plan.criteria, indicators: call.content.indicators },
    ...{ handedIn, signedAt: seat.signedAt },
    availableActions: seatMachine
      .availableActions(actor, { seat, call, handedIn, bidders }, now)
      .filter(({ action }) => action === 'accept' || action === 'decline' || action === 'recuse'),
  };
}

/** Without its bidder and the members of its consortium; a stand-in where a text names them. What stands inside files stands there. */
function bidView(
  bid: JudgedBid,
  call: Call,
  seat: Seat,
  own: readonly KeptSheet[],
  judged: boolean,
  bidder: string,
) {
  const written = contentsOf(bid.form);
  const contents = written && blinded(bidder, written);
  const names = ownNames(bidder, written);
  const sheet = own.find(({ bidId }) => bidId === bid.id);
  return {
    ...{ bidId: bid.blind, label: labelOf(bid), judged, answers: answersIn(call, contents) },
    route: contents?.route ?? '',
    ...{ team: contents?.team ?? '', schedule: contents?.schedule ?? '', price: contents?.price ?? '' },
    files: blindFiles(bid.form, bid.files ?? []).map(({ place, ...file }) => ({
      ...{ ...file, name: withoutNames(file.name, names) },
      url: `${REVIEW_ROUTE}/reviews/${seat.id}/${bid.blind}/${place}`,
    })),
    sheet: sheet && {
      points: Object.entries(sheet.points).map(([code, points]) => ({ code, points })),
      ...{ recommends: sheet.recommends, comment: sheet.comment, savedAt: sheet.savedAt },
      handedIn: sheet.handedInAt !== null,
    },
  };
}

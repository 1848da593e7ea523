import { Injectable } from '@nestjs/common';
import { legalDayOf, type PersonActor } from '@jihui/kernel';
import { makeSeedPart } from '@jihui/proofs';
import { QualificationService } from '../qualification/qualification.service.js';
import { AwardsService } from '../reviews/awards.service.js';
import { DrawsService } from '../reviews/draws.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { SeatsService } from '../reviews/seats.service.js';
import type { Call } from '../core/calls/call.js';
import type { Seat } from '../core/review/seat.js';
import type { Bid } from '../core/bids/bid.js';
import { BidsStore } from '../store/bids.store.js';
import { CallsStore } from '../store/calls.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { ReviewsStore } from '../store/reviews.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { currentCall, CUSTODIANS } from './demo-steps.js';
import type { Telling } from './story.js';

/** From the opened bids of a demo call to its review, and to the award where the story goes on. */
@Injectable()
export class DemoReviews {
  constructor(
    private readonly qualification: QualificationService,
    private readonly draws: DrawsService,
    private readonly seating: SeatsService,
    private readonly reviews: ReviewsService,
    private readonly awards: AwardsService,
    private readonly calls: CallsStore,
    private readonly bids: BidsStore,
    private readonly checks: ReviewsStore,
    private readonly drawn: DrawsStore,
    private readonly sheets: SheetsStore,
  ) {}

  async tell(telling: Telling, id: string): Promise<void> {
    await this.qualify(telling, id);
    await this.seat(telling, id);
    await this.score(telling, id);
    if (telling.story.until === 'AWARDED') await this.award(telling, id);
  }

  private async qualify(telling: Telling, id: string): Promise<void> {
    const officer = telling.who('officer');
    const call = await currentCall(this.calls, id);
    telling.later();
    for (const { bidId, version } of await this.checks.checks({ callId: id, round: call.round }))
      await telling.do(() =>
        this.qualification.decide(officer, {
          ...{ clientMutationId: telling.request(`decide${bidId}`), bidId, expectedVersion: version },
          verdict: 'QUALIFIED',
        }),
      );
    await telling.do(() => this.qualification.publish(officer, telling.on(call)));
    telling.after((await currentCall(this.calls, id)).stageUntil ?? telling.today);
  }

  /** 抽取: the pool, three parts of the seed, and whoever is drawn accepts; the first one finds a tie and leaves. */
  private async seat(telling: Telling, id: string): Promise<void> {
    const call = await currentCall(this.calls, id);
    await telling.do(() => this.draws.begin(telling.who('officer'), { ...telling.on(call), wide: true }));
    const draw = await this.drawn.standing({ callId: id, round: call.round });
    if (draw === undefined) throw new Error('no draw');
    const kept: { readonly party: PersonActor; readonly value: string }[] = [];
    for (const party of CUSTODIANS.map(telling.who)) {
      const { part, value } = await makeSeedPart(draw.id, party.personId, draw.parties, draw.threshold);
      const clientMutationId = telling.request(`commit${party.personId}`);
      await telling.do(() => this.draws.commit(party, { clientMutationId, drawId: draw.id, part }));
      kept.push({ party, value });
    }
    for (const { party, value } of kept) {
      const clientMutationId = telling.request(`reveal${party.personId}`);
      await telling.do(() => this.draws.reveal(party, { clientMutationId, drawId: draw.id, value }));
    }
    telling.later();
    const [leaving] = (await this.seats(id)).filter(({ stratum }) => stratum.startsWith('TECHNICAL'));
    // Of the call that was awarded nobody heard from the first one, which counts against them.
    if (leaving !== undefined && telling.story.until === 'AWARDED') {
      telling.after(leaving.answerBy);
      await telling.do(() =>
        this.seating.declareAbsent(telling.who('officer'), {
          ...{ clientMutationId: telling.request(`absent${leaving.id}`), id: leaving.id },
          ...{ expectedVersion: leaving.version, reason: '答复期限已过，电话未接通，由候补专家递补' },
        }),
      );
    } else if (leaving !== undefined)
      await telling.do(() =>
        this.seating.decline(asExpert(leaving), {
          ...{ clientMutationId: telling.request(`decline${leaving.id}`), id: leaving.id },
          ...{ expectedVersion: leaving.version, conflict: false },
          reason: '评审当日在外地主持会议，无法参加',
        }),
      );
    for (const seat of await this.seats(id))
      await telling.do(() =>
        this.seating.accept(asExpert(seat), {
          ...{ clientMutationId: telling.request(`accept${seat.id}`), id: seat.id },
          expectedVersion: seat.version,
        }),
      );
    telling.later();
    const seated = await currentCall(this.calls, id);
    await telling.do(() => this.reviews.start(telling.who('officer'), telling.on(seated)));
  }

  /** The written review, and the defence where there is one. */
  private async score(telling: Telling, id: string): Promise<void> {
    const call = await currentCall(this.calls, id);
    const { handedIn } = telling.story;
    if (call.plan.secondStage === null) return this.sheetsOf(telling, call, handedIn, '');
    await this.sheetsOf(telling, call, undefined, '');
    telling.later();
    const scored = await currentCall(this.calls, id);
    await telling.do(() => this.reviews.advance(telling.who('officer'), telling.on(scored)));
    await this.sheetsOf(telling, call, handedIn, 'defence');
  }

  /** @param many how many hand in; all where it is not said */
  private async sheetsOf(
    telling: Telling,
    call: Call,
    many: number | undefined,
    stage: string,
  ): Promise<void> {
    const { id } = call;
    const advanced = (await this.sheets.outcome({ callId: id }))?.advanced ?? null;
    const bids = (await this.bids.qualified([id])).filter((bid) => advanced?.includes(bid.id) !== false);
    const seats = await this.seats(id);
    telling.later();
    // Whoever is drawn for the money is known: the one expert who is among the accounts, with sheets still to fill.
    const filling = [...seats].sort(
      (a, b) => Number(a.stratum === 'FINANCE') - Number(b.stratum === 'FINANCE'),
    );
    for (const [at, seat] of filling.slice(0, many).entries()) {
      for (const bid of bids)
        await telling.do(() =>
          this.reviews.save(asExpert(seat), {
            ...{ clientMutationId: telling.request(`sheet${stage}${seat.id}${bid.id}`), seatId: seat.id },
            ...{ bidId: bid.blind, recommends: true, comment: COMMENTS[at % COMMENTS.length] ?? '' },
            points: pointsOf(call, meritOf(telling, bid), at),
          }),
        );
      const clientMutationId = telling.request(`sheets${stage}${seat.id}`);
      await telling.do(() => this.reviews.handIn(asExpert(seat), { clientMutationId, seatId: seat.id }));
    }
  }

  /** 评审结论、审议、立项公示. */
  private async award(telling: Telling, id: string): Promise<void> {
    const officer = telling.who('officer');
    const seats = await this.seats(id);
    const lead = seats.find((seat) => seat.lead);
    if (lead === undefined) throw new Error('no lead');
    await telling.do(() =>
      this.reviews.opine(asExpert(lead), {
        ...{ clientMutationId: telling.request('opinion'), seatId: lead.id },
        opinion: telling.story.opinion ?? '',
      }),
    );
    const scored = await currentCall(this.calls, id);
    await telling.do(() => this.awards.conclude(officer, telling.on(scored)));
    telling.later();
    const outcome = await this.sheets.outcome({ callId: id });
    for (const seat of seats)
      await telling.do(() =>
        this.reviews.sign(asExpert(seat), {
          ...{ clientMutationId: telling.request(`sign${seat.id}`), seatId: seat.id },
          sha256: outcome?.minutesSha256 ?? '',
        }),
      );
    telling.later();
    const signed = await currentCall(this.calls, id);
    await telling.do(() =>
      this.awards.deliberate(officer, {
        ...telling.on(signed),
        ...{ document: '局务会纪要〔2026〕17号', day: legalDayOf(telling.now), opinion: '' },
        awards: (outcome?.result?.places ?? []).slice(0, 1).map(({ bid }) => bid),
      }),
    );
    const noticed = await currentCall(this.calls, id);
    telling.after(noticed.stageUntil ?? telling.today);
    await telling.do(() => this.awards.complete(officer, telling.on(noticed)));
  }

  /** Of the panel, without those who have left. */
  private async seats(id: string): Promise<readonly Seat[]> {
    return (await this.drawn.seats([id])).filter(({ state }) => state !== 'LEFT');
  }
}

const asExpert = ({ personId }: Seat): PersonActor => ({ kind: 'person', personId, memberships: [] });

const COMMENTS = [
  '技术路线清晰，指标依据可核验。',
  '中试条件较好，放大风险可控。',
  '进度安排合理，建议细化检测方案。',
  '经费测算与任务匹配。',
  '产业化前景明确，知识产权安排可行。',
];

const meritOf = (telling: Telling, bid: Bid): number =>
  telling.story.bids.find(
    ({ person }) => telling.who(person).memberships[0]?.organisationId === bid.organisationId,
  )?.merit ?? 0;

/** Each criterion by the bid's merit, a little stricter or milder by the expert. */
const pointsOf = ({ plan }: Call, merit: number, at: number) =>
  plan.criteria.map(({ code, weight }) => ({
    code,
    points: Math.round((weight * (merit + (at % 5) - 2)) / 100 / 10) * 10,
  }));

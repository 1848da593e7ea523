import { Injectable } from '@nestjs/common';
import { legalDayOf, type Actor } from '@jihui/kernel';
import { containing, isUuid } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import { mayBidFor } from '../core/bids/sight.js';
import type { Call } from '../core/calls/call.js';
import { contentsOf, subjectOf, teamOf } from '../core/qualification/contents.js';
import type { Bank } from '../core/rehearsal/setting.js';
import { creditSince } from '../core/review/credit.js';
import { personKey, type PoolCase, type PoolExpert } from '../core/review/pool.js';
import { CreditStore } from '../store/credit.store.js';
import { BansStore } from '../store/bans.store.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';
import { PoolStore } from '../store/pool.store.js';
import { ReviewsStore } from '../store/reviews.store.js';
import { yearBefore } from './year.js';

/** Gathers what decides who may be drawn, in a fixed number of statements. */
@Injectable()
export class PoolService {
  constructor(
    private readonly store: PoolStore,
    private readonly bids: BidsStore,
    private readonly bans: BansStore,
    private readonly reviews: ReviewsStore,
    private readonly people: FactsStore,
    private readonly gate: CallGate,
    private readonly credit: CreditStore,
    private readonly desk: CallDesk,
  ) {}

  /** @param wide experts of any field, not of the call's alone */
  async facts(call: Call, wide: boolean, now: Date) {
    const experts = await this.experts(call, wide, now);
    return { experts, ...(await this.parties(call, experts, null, now)) };
  }

  /**
   * The bank as a draw of a call that is not published yet would find it.
   * @param meant whom the call is meant for, and who therefore bids
   */
  async bank(call: Call, meant: string | null, now: Date): Promise<Bank> {
    const wide = await this.experts(call, true, now);
    const { of } = await this.parties(call, wide, meant, now);
    return { wide, near: await this.experts(call, false, now), of };
  }

  private experts({ divisionCode, content }: Call, wide: boolean, now: Date) {
    const { techField, cluster } = content;
    return this.store.experts(divisionCode, wide ? null : { techField, cluster }, yearBefore(now));
  }

  /** What recusal is computed from. */
  private async parties(call: Call, experts: readonly PoolExpert[], meant: string | null, now: Date) {
    const round = { callId: call.id, round: call.round };
    const judged = await this.bids.qualified([call.id]);
    // The case's order is published with the draw, and must not be that of the labels.
    const qualified = [...judged].sort((a, b) => (a.commitment < b.commitment ? -1 : 1));
    const expected = meant === null ? [] : [meant];
    const bidders = qualified.map(({ organisationId }) => organisationId);
    const organisations = [call.ownerId, ...bidders, ...expected];
    const names = await this.people.organisations(organisations);
    const people = await this.store.people(organisations);
    const recusals = await this.reviews.recusals(round);
    const { people: objectors, upheld } = await this.store.objections(call.id);
    const party = (organisationId: string) => ({
      organisationId,
      organisationName: names.get(organisationId)?.name ?? '',
      people: people.get(organisationId) ?? [],
    });
    const of: PoolCase = {
      day: legalDayOf(now),
      owner: party(call.ownerId),
      bids: [
        ...expected.map((id) => ({
          ...{ ...party(id), id, commitment: id, text: '', team: '', members: [], named: [] },
        })),
        ...qualified.map((bid) => {
          const contents = contentsOf(bid.form);
          return {
            ...party(bid.organisationId),
            ...{ id: bid.id, commitment: bid.commitment, team: contents === null ? '' : teamOf(contents) },
            text: contents === null ? '' : subjectOf(contents),
            members: contents?.members.map(({ name }) => name) ?? [],
            named: recusals.find((one) => one.organisationId === bid.organisationId)?.expertIds ?? [],
          };
        }),
      ],
      patents: await this.store.patents(experts.map(({ name }) => name)),
      handling: new Set(
        [
          ...call.plan.custodians.map(({ personId }) => personId),
          call.plan.responsibleId,
          call.plan.supervisorId,
        ].flatMap((id) => id ?? []),
      ),
      objectors: new Set(objectors),
      credit: await this.credit.standing(
        experts.map(({ personId }) => personId),
        creditSince(legalDayOf(now), await this.desk.rules(legalDayOf(now))),
      ),
      banned: new Set((await this.bans.people()).map(({ name, unit }) => personKey(name, unit))),
      ...{ divisionCode: call.divisionCode, apart: call.plan.panelTimes > 1 },
      ...{ techField: call.content.techField, cluster: call.content.cluster },
    };
    return { of, disputed: upheld, labelled: judged };
  }

  /** Experts whom a bidder of the call may name; nobody else needs them here. */
  async named(actor: Actor, callId: string, text: string) {
    const pattern = containing(text.trim());
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    if (call === undefined || pattern === '%%') return [];
    const bidders = await this.bids.openedBidders(call.id, call.round);
    return bidders.some((id) => mayBidFor(actor, id)) ? this.store.named(pattern) : [];
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor } from '@jihui/kernel';
import { isUuid } from '@jihui/platform';
import { CallGate } from '../calls/call-gate.js';
import type { Bid } from '../core/bids/bid.js';
import { mayBidFor } from '../core/bids/sight.js';
import type { Call } from '../core/calls/call.js';
import { callSightOf, isCityOfficer, isInside } from '../core/calls/perform.js';
import { answers } from '../core/indicators/indicators.js';
import type { BidCheck } from '../core/qualification/check.js';
import { contentsOf, promisedOf, type BidContents } from '../core/qualification/contents.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';
import { ReviewsStore } from '../store/reviews.store.js';

/** Reads of the 资格审查: the bureau and the supervisor read all, a bidder its own, everybody the verdicts once they are out. */
@Injectable()
export class QualificationQueries {
  constructor(
    private readonly store: ReviewsStore,
    private readonly bids: BidsStore,
    private readonly facts: FactsStore,
    private readonly gate: CallGate,
  ) {}

  async checks(actor: Actor, callId: string) {
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    if (call === undefined || callSightOf(actor, call) === 'NONE') return [];
    const round = { callId, round: call.round };
    const checks = await this.store.checks(round);
    if (checks.length === 0) return [];
    const bids = new Map((await this.bids.standing(round)).map((bid) => [bid.id, bid]));
    const leads = [...bids.values()].map(({ organisationId }) => organisationId);
    const names = await this.facts.organisations(leads);
    const people = await this.facts.personNames(
      checks.flatMap(({ members }) => members.flatMap(({ confirmedBy }) => confirmedBy ?? [])),
    );
    const inside = isInside(actor, call, leads);
    const bureau = inside && isCityOfficer(actor, call);
    return checks.flatMap((check) => {
      const bid = bids.get(check.bidId);
      const seen = bid && checkSeen(actor, call, bid, check, { inside, bureau });
      return seen === undefined || bid === undefined
        ? []
        : [
            {
              ...seen,
              organisationName: names.get(bid.organisationId)?.name ?? '',
              members: seen.members.map((member) => ({
                ...member,
                confirmedBy: people.get(member.confirmedBy ?? '') ?? null,
              })),
            },
          ];
    });
  }
}

/** Verdicts are out from the publication on; until then they are the bureau's. */
const isOut = ({ state }: Call): boolean => state !== 'BIDS_OPENED' && state !== 'BIDS_CLOSED';

function checkSeen(
  actor: Actor,
  call: Call,
  bid: Bid,
  check: BidCheck,
  { inside, bureau }: { readonly inside: boolean; readonly bureau: boolean },
) {
  const mine = mayBidFor(actor, bid.organisationId);
  const out = isOut(call);
  if (!inside && !out) return undefined;
  const reads = inside || mine;
  return {
    ...{ bidId: bid.id, version: check.version, organisationId: bid.organisationId, mine },
    findings: reads ? check.findings : [],
    answers: reads ? answersOf(call, bid) : [],
    members: reads ? check.members : [],
    verdict: inside || out ? check.verdict : null,
    reason: reads ? check.reason : '',
    decidedAt: check.decidedAt,
    mayDecide: bureau && call.state === 'BIDS_OPENED',
  };
}

/** Each indicator of the call beside what the bid promises for it. */
export const answersOf = (call: Pick<Call, 'content'>, { form }: Pick<Bid, 'form'>) =>
  answersIn(call, contentsOf(form));

/** The same of what was read of a form already. */
export const answersIn = ({ content }: Pick<Call, 'content'>, contents: BidContents | null) => {
  const given = contents?.answers ?? [];
  return content.indicators.map((indicator) => {
    const answer = given.find(({ indicator: code }) => code === indicator.code);
    const promise = answer === undefined ? null : promisedOf(indicator, answer.promised);
    return {
      indicator,
      promised: answer?.promised ?? '',
      basis: answer?.basis ?? '',
      meets: promise !== null && answers(indicator, promise),
    };
  });
};

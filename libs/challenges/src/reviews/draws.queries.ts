import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { isUuid } from '@jihui/platform';
import { CallGate } from '../calls/call-gate.js';
import type { JudgedBid } from '../core/bids/bid.js';
import type { Call } from '../core/calls/call.js';
import { belongsToOneOf, callSightOf, isSupervisor } from '../core/calls/perform.js';
import { panelNow, partiesWaiting, transcriptOf, type Draw, type DrawRow } from '../core/review/draw.js';
import { labelOf } from '../core/review/outcome.js';
import { closedTo } from '../core/review/pool.js';
import { BidsStore } from '../store/bids.store.js';
import { DrawsStore } from '../store/draws.store.js';
import { FactsStore } from '../store/facts.store.js';
import { SheetsStore } from '../store/sheets.store.js';
import { REVIEW_ROUTE } from './reviews.queries.js';

/** Drawn rows are opened once the review is concluded. */
const isReviewed = ({ state }: Call): boolean =>
  state === 'REVIEWED' || state === 'AWARD_NOTICED' || state === 'AWARDED' || state === 'FINISHED';

/** Reads of a draw: rows without names for everybody, who was kept out for the supervisor alone. */
@Injectable()
export class DrawsQueries {
  constructor(
    private readonly gate: CallGate,
    private readonly store: DrawsStore,
    private readonly bids: BidsStore,
    private readonly sheets: SheetsStore,
    private readonly facts: FactsStore,
  ) {}

  private async visible(actor: Actor, callId: string): Promise<Call | undefined> {
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    return call !== undefined && callSightOf(actor, call) !== 'NONE' ? call : undefined;
  }

  async draw(actor: Actor, callId: string) {
    const call = await this.visible(actor, callId);
    const draw = call && (await this.store.standing({ callId, round: call.round }));
    if (call === undefined || draw === undefined) return null;
    const me = actor.kind === 'person' ? actor.personId : '';
    const isParty = draw.parties.some(({ id }) => id === me);
    const names = await this.facts.personNames(draw.parties.map(({ id }) => id));
    const bidders = await this.bids.openedBidders(call.id, call.round);
    const reads = isSupervisor(actor, call) && !belongsToOneOf(actor, bidders);
    const excluded = reads ? await this.store.excluded(draw.id) : [];
    const judged = excluded.length === 0 ? [] : await this.bids.qualified([callId]);
    return {
      ...{ id: draw.id, callId, state: draw.state, threshold: draw.threshold, seed: draw.seed },
      ...{ criteriaHash: draw.criteriaHash, poolHash: draw.poolHash, changes: draw.changes.length },
      strata: draw.criteria.strata.map(({ code, seats }) => {
        const rows = draw.rows.filter(({ stratum }) => stratum === code);
        return { code, seats, pool: rows.length, eligible: rows.filter(({ eligible }) => eligible).length };
      }),
      parties: draw.parties.map(({ id }) => ({
        ...{ personId: id, name: names.get(id) ?? '', mine: id === me },
        committed: draw.parts.some(({ party }) => party === id),
        revealed: draw.reveals.some(({ party }) => party === id),
      })),
      custodians: isParty ? draw.parties : null,
      parts: isParty && draw.state === 'REVEALING' ? draw.parts : null,
      steps: isParty ? stepsOf(draw, me) : [],
      recordUrl: `${REVIEW_ROUTE}/draws/${callId}`,
      exclusions: excluded.map((one) => exclusionOf(one, judged)),
    };
  }

  /** The transcript once it is drawn; before that what is published so far, so that nobody can change it later. */
  async record(actor: Actor, callId: string): Promise<object | undefined> {
    const call = await this.visible(actor, callId);
    const draw = call && (await this.store.standing({ callId, round: call.round }));
    if (call === undefined || draw === undefined) return undefined;
    const drawn = [...panelNow(draw).panel.map(({ row }) => row), ...panelNow(draw).gone];
    const opened = isReviewed(call) ? await this.store.rows(draw.id, drawn) : [];
    const transcript = transcriptOf(
      draw,
      opened.map(({ row, person, reasons, salt, fits }) => ({
        ...{ row, person, reasons, salt },
        ...(draw.criteria.allotment === undefined ? {} : { fits }),
      })),
      isReviewed(call) ? await this.lots(callId) : [],
    );
    const { id, criteria, rows, criteriaHash, poolHash, parts } = draw;
    return (
      transcript ?? {
        format: 'jihui-draw-pool/1',
        draw: id,
        call: callId,
        criteria,
        rows,
        criteriaHash,
        poolHash,
        parts,
      }
    );
  }

  /** Tied bids that lots have put in order, by their commitments. */
  private async lots(callId: string): Promise<readonly (readonly string[])[]> {
    const lots = (await this.sheets.outcome({ callId }))?.result?.lots ?? [];
    if (lots.length === 0) return [];
    const bids = await this.bids.qualified([callId]);
    return lots.map((group) => group.flatMap((id) => bids.find((bid) => bid.id === id)?.commitment ?? []));
  }
}

/** Who is kept out of the draw, or from which bids alone; why stands with the evidence. */
function exclusionOf(
  { row, name, reasons, evidence }: DrawRow & { readonly name: string },
  judged: readonly JudgedBid[],
) {
  const closed = closedTo({ reasons, evidence });
  return {
    ...{ row, name, evidence },
    reasons: reasons.length > 0 ? reasons : [...new Set(evidence.map(({ kind }) => kind))].sort(),
    bids: judged.filter(({ id }) => closed.includes(id)).map(labelOf),
  };
}

/** What a party may do now: releasing a share helps where another has not revealed. */
function stepsOf(draw: Draw, me: string): readonly string[] {
  const waiting = partiesWaiting(draw);
  if (draw.state === 'COMMITTING') return waiting.includes(me) ? ['COMMIT'] : [];
  if (draw.state !== 'REVEALING') return [];
  const releasable = waiting.some(
    (party) => party !== me && !draw.shares.some((share) => share.party === party && share.custodian === me),
  );
  return [...(waiting.includes(me) ? ['REVEAL'] : []), ...(releasable ? ['RELEASE'] : [])];
}

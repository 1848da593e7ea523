import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { fingerprint, type OpeningRecord } from '@jihui/proofs';
import { isUuid } from '@jihui/platform';
import { CallGate } from '../calls/call-gate.js';
import type { Bid, OpenedFile } from '../core/bids/bid.js';
import { mayBidFor } from '../core/bids/sight.js';
import { spare } from '../core/bids/sealing.js';
import type { Call } from '../core/calls/call.js';
import { callSightOf, isCityOfficer } from '../core/calls/perform.js';
import { BidLogStore } from '../store/bid-log.store.js';
import { BidsStore } from '../store/bids.store.js';
import { CustodianKeysStore } from '../store/custodian-keys.store.js';
import { FactsStore } from '../store/facts.store.js';
import { BidLogKey } from './bid-log-key.js';
import { BidLogService } from './bid-log.service.js';
import { BidsService } from './bids.service.js';
import { CustodianKeysService } from './custodian-keys.service.js';
import { OpeningService } from './opening.service.js';

const ROUTE = '/files/challenges';

/** Reads of sealing and opening. What each reader may know is decided here and in the store's SQL. */
@Injectable()
export class BidsQueries {
  constructor(
    private readonly bids: BidsStore,
    private readonly logs: BidLogStore,
    private readonly keyStore: CustodianKeysStore,
    private readonly facts: FactsStore,
    private readonly keys: CustodianKeysService,
    private readonly log: BidLogService,
    private readonly service: BidsService,
    private readonly opening: OpeningService,
    private readonly key: BidLogKey,
    private readonly gate: CallGate,
  ) {}

  async sealing(actor: Actor, callId: string) {
    const call = await this.visible(actor, callId);
    if (call === undefined) return null;
    const log = await this.logs.get({ callId, round: call.round });
    const keys = await this.keys.proved(call);
    const names = await this.facts.personNames(call.plan.custodians.map(({ personId }) => personId));
    const lost = keys.filter(({ lostAt }) => lostAt !== null).length;
    const mayLose =
      isCityOfficer(actor, call) &&
      log?.openedAt == null &&
      spare(keys.length, call.plan.threshold, lost) >= 1;
    const custodians = call.plan.custodians.map(({ personId, office }) => {
      const found = keys.find((one) => one.personId === personId);
      return {
        ...{ personId, office, name: names.get(personId) ?? '', publicKey: found?.publicKey ?? null },
        fingerprint: found === undefined ? null : fingerprint(Buffer.from(found.publicKey, 'hex')),
        lost: found?.lostAt != null,
        mayDeclareLost: mayLose && found?.lostAt === null,
      };
    });
    const ready = call.plan.custodians.length > 0 && keys.length === call.plan.custodians.length;
    const { threshold } = call.plan;
    const said = {
      ...{ format: 'jihui-sealing/1', call: callId, code: call.code, title: call.content.title },
      ...{ round: call.round, threshold, logKey: this.key.publicKey, seedCommitment: log?.seedCommitment },
      custodians: keys.map(({ personId, publicKey }) => ({ id: personId, publicKey })),
    };
    return {
      ...{ callId, round: call.round, threshold, custodians, ready, logKey: this.key.publicKey },
      seedCommitment: log?.seedCommitment ?? null,
      headMinutes: log?.everyMinutes ?? null,
      instructions: ready && log !== undefined ? said : null,
    };
  }

  async ownBid(actor: Actor, callId: string, organisationId: string) {
    if (!isUuid(callId) || !mayBidFor(actor, organisationId)) return null;
    const bid = await this.service.own(actor, callId, organisationId);
    if (bid === undefined) return null;
    const { id, state, commitment, size, handedInAt } = bid;
    return { id, callId, organisationId, state, commitment, size, handedInAt, bid };
  }

  async upload(actor: Actor, id: string) {
    if (actor.kind !== 'person' || !isUuid(id)) return null;
    return (await this.bids.upload(id, actor.personId)) ?? null;
  }

  async custodianCases(actor: Actor) {
    if (actor.kind !== 'person') return [];
    const ids = await this.keyStore.callsOf(actor.personId);
    const calls = await this.gate.many(ids);
    const keys = await this.keyStore.of(ids);
    const shares = await this.opening.toRelease(actor.personId, ids);
    return calls.map((call) => {
      const key = keys.find(({ callId, personId }) => callId === call.id && personId === actor.personId);
      const named = call.plan.custodians.find(({ personId }) => personId === actor.personId);
      return {
        ...{ callId: call.id, code: call.code, title: call.content.title, state: call.state },
        ...{
          office: named?.office ?? 'BUREAU',
          closesAt: call.closesAt,
          publicKey: key?.publicKey ?? null,
        },
        ...{ proved: key?.provedAt != null, fixed: call.publishedAt !== null },
        shares: shares.get(call.id) ?? [],
      };
    });
  }

  async openingOf(actor: Actor, callId: string) {
    const call = await this.visible(actor, callId);
    if (call === undefined) return null;
    const id = { callId, round: call.round };
    const log = await this.logs.get(id);
    const openedAt = log?.openedAt ?? null;
    const begun = call.openingAt !== null;
    const inside = isCityOfficer(actor, call) || isCustodian(actor, call);
    const shares = begun && (inside || openedAt !== null) ? await this.bids.shares(id) : [];
    return {
      ...{ callId, round: call.round, begunAt: call.openingAt, openedAt },
      mayBegin:
        call.state === 'BIDS_CLOSED' && !begun && call.suspendedAt === null && isCityOfficer(actor, call),
      released: [...new Set(shares.map(({ personId }) => personId))].sort(),
      bids: openedAt === null ? null : await this.summaries(await this.bids.standing(id)),
      recordUrl: openedAt === null ? null : `${ROUTE}/openings/${callId}`,
    };
  }

  private async summaries(bids: readonly Bid[]) {
    const names = await this.facts.organisations(bids.map(({ organisationId }) => organisationId));
    return bids.map(({ id, organisationId, commitment, fault }) => ({
      ...{ bidId: id, organisationId, commitment, fault },
      organisationName: names.get(organisationId)?.name ?? '',
    }));
  }

  async openedBids(actor: Actor, callId: string) {
    const call = await this.visible(actor, callId);
    if (call === undefined) return [];
    const id = { callId, round: call.round };
    const bids = await this.bids.opened(actor, id, isCityOfficer(actor, call));
    const names = await this.facts.organisations(bids.map(({ organisationId }) => organisationId));
    return bids.map((bid) => ({
      ...{ id: bid.id, organisationId: bid.organisationId, commitment: bid.commitment },
      ...{ handedInAt: bid.handedInAt, fault: bid.fault, form: bid.form },
      organisationName: names.get(bid.organisationId)?.name ?? '',
      files: (bid.files ?? []).map(({ place, ...file }) => ({
        ...file,
        url: `${ROUTE}/opened/${bid.id}/${place}`,
      })),
      sealedUrl: `${ROUTE}/sealed/${bid.id}`,
    }));
  }

  /** A file of an opened bid, or its sealed bytes, for who may read it. */
  async readable(actor: Actor, bidId: string): Promise<Bid | undefined> {
    if (!isUuid(bidId)) return undefined;
    const bid = await this.bids.openedOne(bidId);
    const call = bid && (await this.gate.get(bid.callId))?.call;
    if (bid === undefined || call === undefined) return undefined;
    const readable = await this.bids.opened(actor, bid, isCityOfficer(actor, call));
    return readable.find(({ id }) => id === bidId);
  }

  async openedFile(actor: Actor, bidId: string, place: number): Promise<OpenedFile | undefined> {
    return (await this.readable(actor, bidId))?.files?.find((file) => file.place === place);
  }

  /** Everything that `jihui verify-bids` needs, for anybody who sees the call. */
  async record(actor: Actor, callId: string): Promise<OpeningRecord | undefined> {
    const call = await this.visible(actor, callId);
    const log = call && (await this.logs.published({ callId, round: call.round }));
    if (call === undefined || log === undefined) return undefined;
    const bids = await this.summaries(await this.bids.standing({ callId, round: call.round }));
    return {
      ...{ format: 'jihui-bid-opening/1', code: call.code, title: call.content.title },
      ...{ logKey: this.key.publicKey, log },
      bids: bids.map(({ organisationName, commitment, fault }) => ({ organisationName, commitment, fault })),
    };
  }

  async heads(actor: Actor, callId: string): Promise<object | undefined> {
    const call = await this.visible(actor, callId);
    if (call === undefined) return undefined;
    return { logKey: this.key.publicKey, heads: await this.log.heads({ callId, round: call.round }) };
  }

  /** A call that the actor may see. */
  private async visible(actor: Actor, callId: string): Promise<Call | undefined> {
    const call = isUuid(callId) ? (await this.gate.get(callId))?.call : undefined;
    if (call === undefined) return undefined;
    return callSightOf(actor, call) !== 'NONE' || isCustodian(actor, call) ? call : undefined;
  }
}

const isCustodian = (actor: Actor, { plan }: Call): boolean =>
  actor.kind === 'person' && plan.custodians.some(({ personId }) => personId === actor.personId);

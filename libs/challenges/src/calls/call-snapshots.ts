import { Injectable } from '@nestjs/common';
import type { CallSnapshot } from '@jihui/events';
import type { Call } from '../core/calls/call.js';
import { INTERNAL } from '../core/calls/lifecycle.js';
import { BidsStore } from '../store/bids.store.js';
import { FactsStore } from '../store/facts.store.js';

/** Builds what other domains are told of a call. */
@Injectable()
export class CallSnapshots {
  constructor(
    private readonly facts: FactsStore,
    private readonly bids: BidsStore,
  ) {}

  async of(call: Call, concernedIds: readonly string[]): Promise<CallSnapshot> {
    const owner = await this.facts.organisation(call.ownerId);
    const { content, plan } = call;
    return {
      id: call.id,
      version: call.version,
      code: call.code,
      title: content.title,
      state: call.state,
      mode: call.mode,
      ownerId: call.ownerId,
      ownerName: owner?.name ?? '',
      divisionCode: call.divisionCode,
      createdBy: call.createdBy,
      open: !INTERNAL.includes(call.state) && call.noticeFrom !== null,
      masked: content.secrecy === 'MASKED',
      noticeUntil: call.noticeUntil,
      stageUntil: call.stageUntil,
      bidderIds: call.validBids === null ? [] : await this.bids.openedBidders(call.id, call.round),
      opensAt: call.opensAt?.toISOString() ?? null,
      closesAt: call.closesAt?.toISOString() ?? null,
      suspended: call.suspendedAt !== null,
      custodianIds: plan.custodians.map(({ personId }) => personId),
      undertakerId: plan.undertakerId,
      note: call.note,
      concernedIds,
    };
  }
}

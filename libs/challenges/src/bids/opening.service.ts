import { Injectable } from '@nestjs/common';
import { Codes, DomainError, notFound, refuseIf, system, type Actor, type Violation } from '@jihui/kernel';
import { isTheShare, shareContext, type SealedShare } from '@jihui/proofs';
import { checkIds, type Tx } from '@jihui/platform';
import { CallDesk, type Changed } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import type { Bid } from '../core/bids/bid.js';
import { isSettled } from '../core/bids/heads.js';
import type { Call } from '../core/calls/call.js';
import { isCityOfficer } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { BidLogStore } from '../store/bid-log.store.js';
import { BidsStore, type BidShare } from '../store/bids.store.js';
import { BidLogService } from './bid-log.service.js';

export interface ReleaseInput {
  readonly clientMutationId: string;
  readonly callId: string;
  readonly shares: readonly { readonly bidId: string; readonly share?: string | null }[];
}

/** One custodian's part in one bid. */
export interface ShareToRelease {
  readonly bidId: string;
  readonly sealed: SealedShare;
  /** What the share is sealed for: call, round, bidderTag. */
  readonly subject: { readonly call: string; readonly round: number; readonly bidderTag: string };
  readonly released: boolean;
}

/** 开标: the bureau begins it after the deadline, custodians release their shares, and then all bids are opened. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly bids: BidsStore,
    private readonly logs: BidLogStore,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly log: BidLogService,
  ) {}

  /**
   * From here on the window cannot open again, and custodians see what there is to release. The head that holds everything
   * is published first, where no job has done so yet.
   */
  async begin(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly callId: string },
  ): Promise<Changed> {
    checkIds(input.callId);
    const closed = (await this.gate.get(input.callId))?.call;
    if (closed?.state === 'BIDS_CLOSED' && isCityOfficer(actor, closed))
      await this.log.publishDueOf(input.callId);
    return this.desk.run(actor, 'beginBidOpening', input, async (tx) => {
      const call = (await this.gate.lock(tx, input.callId))?.call;
      if (call === undefined || actor.kind === 'anonymous') throw notFound('该榜单');
      if (!isCityOfficer(actor, call))
        throw new DomainError(Codes.FORBIDDEN, '只有市科技主管部门的经办人可以开标，且不能是发榜单位人员');
      const log = await this.logs.lock({ callId: call.id, round: call.round });
      if (call.state === 'BIDS_CLOSED' && (log === undefined || !isSettled(log.lastDue, call.closesAt)))
        throw new DomainError(ChallengeCodes.HEAD_MISSING, '截止时刻的日志摘要尚未公布，请一分钟后再试');
      await this.gate.beginOpening(tx, call);
      await tx.addJob('challenges.watchBids', {});
      return { id: call.id };
    });
  }

  /** What a person is to release as custodian, by the call; nothing before an opening began and after it is done. */
  async toRelease(
    personId: string,
    callIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ShareToRelease[]>> {
    const found = new Map<string, ShareToRelease[]>();
    for (const { bidId, callId, head, released } of await this.bids.releasable(callIds, personId)) {
      const sealed = head.shares.find((share) => share.id === personId);
      if (sealed === undefined) continue;
      const { call, round, bidderTag } = head;
      const share = { bidId, sealed, subject: { call, round, bidderTag }, released };
      found.set(callId, [...(found.get(callId) ?? []), share]);
    }
    return found;
  }

  /**
   * A custodian's shares, of some bids or all.
   * @throws DomainError INVALID_INPUT that names each share that is not the one that was sealed
   */
  release(actor: Actor, input: ReleaseInput): Promise<Changed> {
    return this.desk.run(actor, 'releaseBidShares', input, async (tx) => {
      checkIds(input.callId, ...input.shares.map(({ bidId }) => bidId));
      const call = (await this.gate.lock(tx, input.callId))?.call;
      const personId = call && custodianIn(actor, call);
      if (call === undefined || personId === undefined) throw notFound('由您保管的榜单');
      const id = { callId: call.id, round: call.round };
      const log = await this.logs.lock(id);
      if (call.openingAt === null || log === undefined || log.openedAt !== null)
        throw new DomainError(ChallengeCodes.NOT_OPENING, '尚未开标或已经开标，现在不能提交份额');
      const standing = new Map((await this.bids.standing(id)).map((bid) => [bid.id, bid]));
      const faults = input.shares.flatMap(({ bidId, share }, place) => {
        const bid = standing.get(bidId);
        standing.delete(bidId); // A bid that is named twice has no second share.
        return shareFaults(bid, personId, share ?? null, place);
      });
      refuseIf(faults);
      const shares = input.shares.map(({ bidId, share }): BidShare => ({
        bidId,
        personId,
        share: share ?? null,
      }));
      await this.bids.addShares(shares, tx.now);
      await this.audit(tx, call, personId, shares);
      await tx.addJob('challenges.watchBids', {});
      return { id: call.id };
    });
  }

  /** The share itself is secret until the opening is done: the history says who released, and what opened nothing. */
  private audit(tx: Tx, call: Call, personId: string, shares: readonly BidShare[]): Promise<void> {
    const refused = shares.filter(({ share }) => share === null).map(({ bidId }) => bidId);
    return tx.audit({
      ...{ stream: `Call:${call.id}`, action: 'releaseBidShares' },
      after: { personId, refused },
    });
  }
}

const custodianIn = (actor: Actor, { plan }: Call): string | undefined =>
  actor.kind === 'person'
    ? plan.custodians.find(({ personId }) => personId === actor.personId)?.personId
    : undefined;

function shareFaults(
  bid: Bid | undefined,
  personId: string,
  share: string | null,
  place: number,
): readonly Violation[] {
  const sealed = bid?.head.shares.find(({ id }) => id === personId);
  const fault = (field: 'bidId' | 'share', message: string): readonly Violation[] => [
    { path: `shares.${place}.${field}`, code: ChallengeCodes.WRONG_SHARE, message },
  ];
  if (bid === undefined || sealed === undefined) return fault('bidId', '该揭榜方案没有由您保管的份额');
  if (share === null || isTheShare(sealed, { custodian: personId, share }, shareContext(bid.head))) return [];
  return fault('share', `第 ${place + 1} 份与投标时封装给您的份额不符，请用本榜单的密钥文件重新解开`);
}

export const openingActor = system('challenges.watchBids');

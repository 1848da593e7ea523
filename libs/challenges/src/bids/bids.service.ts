import { Injectable } from '@nestjs/common';
import { DomainError, notFound, refuseIf, say, type Actor } from '@jihui/kernel';
import { commitmentOf, Fault, signReceipt, type BidReceipt, type SealedHead } from '@jihui/proofs';
import { checkIds, uuidv7, type Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import type { Bid, BidUpload } from '../core/bids/bid.js';
import { sealingFaults } from '../core/bids/sealing.js';
import type { Call } from '../core/calls/call.js';
import { ChallengeCodes } from '../core/errors.js';
import { BidsStore } from '../store/bids.store.js';
import { BidLogKey } from './bid-log-key.js';
import { BidLogService } from './bid-log.service.js';
import { CustodianKeysService } from './custodian-keys.service.js';
import { machineHash } from './machine-hash.js';
import { SealedBytes } from './sealed-bytes.js';
import { closed, UploadsService } from './uploads.service.js';

export interface HandInInput {
  readonly clientMutationId: string;
  readonly uploadId: string;
}

export interface WithdrawInput {
  readonly clientMutationId: string;
  readonly callId: string;
  readonly organisationId: string;
}

/**
 * Handing in, replacing, withdrawing. Nothing here is audited, told as an event or logged before the opening: any of
 * these would tell how many bids there are. The bid's own changes, each with a signed receipt, are its history.
 */
@Injectable()
export class BidsService {
  constructor(
    private readonly store: BidsStore,
    private readonly uploads: UploadsService,
    private readonly log: BidLogService,
    private readonly keys: CustodianKeysService,
    private readonly bytes: SealedBytes,
    private readonly key: BidLogKey,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
  ) {}

  /** @returns the organisation's bid, replaced where it had one */
  async handIn(
    actor: Actor,
    input: HandInInput,
  ): Promise<{ id: string; callId: string; organisationId: string }> {
    const upload = await this.uploads.own(actor, input.uploadId);
    const head = await this.sealedHead(upload);
    let replaced: string | undefined;
    const answer = await this.desk.run(actor, 'handInBid', input, async (tx) => {
      const call = await this.openCall(tx, actor, upload.callId, upload.organisationId);
      // Read before the call was locked: what was whole then may have been replaced since.
      if (head === undefined || (await this.store.isReplaced(upload.id)))
        throw new DomainError(
          ChallengeCodes.BID_DAMAGED,
          '收到的内容与承诺值不符，或不是密封投标，请重新上传',
        );
      const { id: callId, round, plan } = call;
      const custodians = await this.keys.custodians(call);
      refuseIf(sealingFaults(head, { callId, round, threshold: plan.threshold, custodians }));
      const { organisationId } = upload;
      const { log, epoch } = await this.log.forChange(call);
      const before = await this.store.lockOwn({ callId, round }, organisationId);
      const told = { callId, organisationId };
      if (before?.state === 'STANDING' && before.uploadId === upload.id) return { id: before.id, ...told };
      const bid = {
        ...{ uploadId: upload.id, commitment: upload.commitment, size: upload.size, head },
        ...{ handedInBy: upload.personId, handedInAt: tx.now },
      };
      const id = before?.id ?? uuidv7();
      if (before === undefined) {
        const slot = this.log.slotOf(log, await this.store.count(log));
        await this.store.insert({ ...bid, id, ...told, round, slot, state: 'STANDING' });
      } else {
        // What was withdrawn may come again with the same bytes.
        if (before.uploadId !== upload.id) {
          replaced = before.uploadId;
          await this.store.uploadReplaced(replaced, tx.now);
        }
        await this.store.replace(id, bid);
      }
      await this.change(tx, call, { id, commitment: upload.commitment, epoch, kind: 'bid' });
      return { id, ...told };
    });
    if (replaced !== undefined) await this.bytes.remove(replaced);
    return answer;
  }

  withdraw(
    actor: Actor,
    input: WithdrawInput,
  ): Promise<{ id: string; callId: string; organisationId: string }> {
    const { callId, organisationId } = input;
    return this.desk.run(actor, 'withdrawBid', input, async (tx) => {
      checkIds(callId, organisationId);
      const call = await this.openCall(tx, actor, callId, organisationId);
      const { epoch } = await this.log.forChange(call);
      const bid = await this.store.lockOwn({ callId, round: call.round }, organisationId);
      if (bid?.state !== 'STANDING')
        throw new DomainError(ChallengeCodes.NO_BID, '本单位在该榜单没有已提交的揭榜方案');
      await this.store.withdraw(bid.id);
      await this.change(tx, call, { id: bid.id, commitment: bid.commitment, epoch, kind: 'withdrawn' });
      return { id: bid.id, callId, organisationId };
    });
  }

  /** The call, locked, in which this person may do something for the organisation now. */
  private async openCall(tx: Tx, actor: Actor, callId: string, organisationId: string): Promise<Call> {
    const found = await this.gate.lock(tx, callId);
    await this.uploads.mayBid(actor, found?.call, organisationId);
    if (found?.open !== true) throw closed();
    return found.call;
  }

  private async change(
    tx: Tx,
    { id: call, round }: Call,
    { id, kind, commitment, epoch }: Pick<Bid, 'id' | 'commitment'> & Pick<BidReceipt, 'kind' | 'epoch'>,
  ): Promise<void> {
    const receipt = signReceipt(
      {
        ...{ format: 'jihui-bid-receipt/1', call, round, kind, commitment, epoch },
        receivedAt: tx.now.toISOString(),
      },
      this.key.secretKey,
    );
    await this.store.addChange(id, { epoch, kind, commitment }, receipt);
  }

  /**
   * The head of what came; nothing where that is not what was announced, or was replaced since and is kept no more. A
   * command that comes again is answered as before, whatever became of its bytes.
   */
  private async sealedHead(upload: BidUpload): Promise<SealedHead | undefined> {
    if (upload.received < upload.size)
      throw new DomainError(
        ChallengeCodes.UPLOAD_INCOMPLETE,
        say`已收到 ${upload.received} / ${upload.size} 字节，请继续上传后再提交`,
      );
    try {
      const { commitment, head } = await commitmentOf(this.bytes.read(upload.id), machineHash);
      return commitment === upload.commitment ? head : undefined;
    } catch (fault) {
      if (fault instanceof Fault || (fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw fault;
    }
  }

  /** One's own bid with receipts, and the proof that it stands in the newest head; nothing where there is none. */
  async own(actor: Actor, callId: string, organisationId: string) {
    checkIds(callId, organisationId);
    const call = (await this.gate.get(callId))?.call;
    if (call === undefined) throw notFound('该榜单');
    return this.store.own(actor, { callId, round: call.round }, organisationId);
  }

  receipts(bid: Bid): Promise<readonly BidReceipt[]> {
    return this.store.receipts(bid.id);
  }

  async proof(bid: Bid): Promise<object | null> {
    const receipts = await this.store.receipts(bid.id);
    const epoch = receipts[receipts.length - 1]?.epoch ?? 0;
    return this.log.proof({ callId: bid.callId, round: bid.round }, bid.slot, epoch);
  }
}

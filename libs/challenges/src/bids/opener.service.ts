import { PassThrough } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  DEPTH,
  Fault,
  logFaults,
  openBid,
  type FileEntry,
  type LogOpening,
  type Manifest,
} from '@jihui/proofs';
import { Files, type Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import type { Bid, OpenedFile } from '../core/bids/bid.js';
import { isKeepable, mediaTypeOf } from '../core/bids/contents.js';
import { readiness } from '../core/bids/sealing.js';
import type { Call } from '../core/calls/call.js';
import { QualificationService } from '../qualification/qualification.service.js';
import { BidLogStore } from '../store/bid-log.store.js';
import { BidsStore, type BidShare } from '../store/bids.store.js';
import { BidLogKey } from './bid-log-key.js';
import { eachApart } from './each-apart.js';
import { CustodianKeysService } from './custodian-keys.service.js';
import { machineHash } from './machine-hash.js';
import { openingActor } from './opening.service.js';
import { SealedBytes } from './sealed-bytes.js';

/**
 * Opens the bids of a call together. Each is decrypted and set aside, which can break off and begin again at any moment;
 * nothing of any is shown until one transaction says that all are open.
 */
@Injectable()
export class BidOpener {
  constructor(
    private readonly bids: BidsStore,
    private readonly logs: BidLogStore,
    private readonly keys: CustodianKeysService,
    private readonly bytes: SealedBytes,
    private readonly files: Files,
    private readonly key: BidLogKey,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly qualification: QualificationService,
  ) {}

  /** Opens whatever call has the shares that it needs. */
  async openReady(now: Date): Promise<void> {
    await eachApart(await this.logs.opening(), async (callId) => {
      const call = (await this.gate.get(callId))?.call;
      if (call === undefined || !(await this.stageAll(call, now))) return;
      const opening = await this.explained(call);
      await this.desk.run(openingActor, 'openBids', {}, (tx) => this.open(tx, callId, opening));
    });
  }

  /** @returns whether every bid is decrypted, or known never to be */
  private async stageAll(call: Call, now: Date): Promise<boolean> {
    const id = { callId: call.id, round: call.round };
    const standing = await this.bids.standing(id);
    const shares = await this.bids.shares(id);
    const keys = await this.keys.proved(call);
    const lost = keys.filter(({ lostAt }) => lostAt !== null).map(({ personId }) => personId);
    const states = standing.map((bid) => {
      const own = shares.filter(({ bidId }) => bidId === bid.id);
      const released = own.filter(({ share }) => share !== null);
      const silent = lost.filter((personId) => !own.some((share) => share.personId === personId));
      const count = { released: released.length, refused: own.length - released.length + silent.length };
      return { bid, released, state: readiness(count, keys.length, bid.head.threshold) };
    });
    if (states.some(({ state }) => state === 'WAITING')) return false;
    for (const { bid, released, state } of states)
      // Given up before a share came late after all, which is taken until all are open.
      if (bid.stagedAt === null || (bid.fault === HOPELESS.fault && state === 'READY'))
        await this.bids.stage(bid.id, state === 'READY' ? await this.decrypt(bid, released) : HOPELESS, now);
    return true;
  }

  private async decrypt(
    bid: Bid,
    released: readonly BidShare[],
  ): Promise<{ form: unknown; files: readonly OpenedFile[] | null; fault: string | null }> {
    const taker = new FileTaker(this.files);
    const shares = released.map(({ personId, share }) => ({ custodian: personId, share: share ?? '' }));
    try {
      const { manifest, commitment } = await openBid(
        this.bytes.read(bid.uploadId),
        shares,
        bid.organisationId,
        taker,
        machineHash,
      );
      await taker.end();
      if (commitment !== bid.commitment) return { form: null, files: null, fault: 'SEAL.TAMPERED' };
      if (!isKeepable([manifest.form, ...manifest.files])) return UNREADABLE;
      const files = manifest.files.map((file, place) => ({ ...file, place, type: mediaTypeOf(file.type) }));
      return { form: manifest.form ?? {}, files, fault: null };
    } catch (fault) {
      await taker.abandon();
      if (!(fault instanceof Fault)) throw fault;
      return { form: null, files: null, fault: fault.code };
    }
  }

  /**
   * Everything that explains the log, recomputed against its own signed heads. Once the opening began nothing comes in,
   * so that this can be done before the transaction that shows it.
   */
  private async explained({ id: callId, round }: Call): Promise<LogOpening> {
    const log = await this.logs.get({ callId, round });
    if (log === undefined) throw new Error(`no bid log of ${callId}`);
    const standing = await this.bids.standing(log);
    const opening: LogOpening = {
      ...{ format: 'jihui-bid-log/1', call: callId, round, depth: DEPTH },
      seed: log.seed.toString('hex'),
      slots: [...(await this.logs.slots(log))].map(([slot, changes]) => ({ slot, changes })),
      heads: await this.logs.heads(log),
      opened: standing.map(({ commitment }) => commitment).sort(),
    };
    const faults = logFaults(opening, this.key.publicKey);
    // What was published must be what is stored; anything else is a defect or a manipulated database.
    if (faults.length > 0) throw new Error(`bid log of ${callId}: ${JSON.stringify(faults)}`);
    return opening;
  }

  private async open(tx: Tx, callId: string, opening: LogOpening): Promise<void> {
    const call = (await this.gate.lock(tx, callId))?.call;
    // Stopped or suspended since.
    if (call?.state !== 'BIDS_CLOSED' || call.openingAt === null || call.suspendedAt !== null) return;
    const log = await this.logs.lock({ callId, round: call.round });
    if (log === undefined || log.openedAt !== null) return;
    const standing = await this.bids.standing(log);
    await this.logs.open(log, tx.now, opening);
    await tx.auditAll(
      standing.map(({ id, organisationId, commitment, handedInAt, fault }) => ({
        ...{ stream: `Bid:${id}`, action: 'openBid' },
        after: { callId, organisationId, commitment, handedInAt: handedInAt.toISOString(), fault },
      })),
    );
    const valid = standing.filter(({ fault }) => fault === null);
    await this.qualification.record(tx, call);
    await this.gate.settleOpening(tx, call, valid.length);
  }
}

const UNREADABLE = { form: null, files: null, fault: 'SEAL.BADLY_SEALED' } as const;
const HOPELESS = { form: null, files: null, fault: 'SEAL.TOO_FEW_SHARES' } as const;

/** Sends the files of one bid to the store, one after the other as they come. */
class FileTaker {
  private current:
    { readonly file: FileEntry; readonly into: PassThrough; readonly put: Promise<unknown> } | undefined;

  constructor(private readonly files: Files) {}

  manifest(_: Manifest): void {}

  async bytes(file: FileEntry, at: number, chunk: Uint8Array): Promise<void> {
    if (at === 0) {
      await this.end();
      const into = new PassThrough();
      const put = this.files.put(into, { limit: file.size });
      // A refusal is met where the end is waited for.
      put.catch(() => undefined);
      this.current = { file, into, put };
    }
    const into = this.current?.into;
    if (into?.write(Buffer.from(chunk)) === false)
      await Promise.race([new Promise<void>((go) => into.once('drain', () => go())), this.current?.put]);
  }

  async end(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    current?.into.end();
    await current?.put;
  }

  async abandon(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    current?.into.destroy();
    await current?.put.catch(() => undefined);
  }
}

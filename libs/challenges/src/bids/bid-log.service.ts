import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, legalDayOf, system } from '@jihui/kernel';
import {
  DEPTH,
  hashOfHead,
  inclusionAt,
  rootAt,
  seedCommitment,
  signHead,
  slotOrder,
  treeAt,
  type Inclusion,
  type LogFacts,
  type LogHead,
} from '@jihui/proofs';
import { Parameters, type Tx } from '@jihui/platform';
import { CallDesk } from '../calls/call-desk.js';
import { CallGate } from '../calls/call-gate.js';
import type { BidLog } from '../core/bids/bid.js';
import { dueHead, isSettled, nextDueAfter } from '../core/bids/heads.js';
import type { Call } from '../core/calls/call.js';
import { CALL_PARAMETERS } from '../core/calls/parameters.js';
import { ChallengeCodes } from '../core/errors.js';
import { BidLogStore } from '../store/bid-log.store.js';
import { BidLogKey } from './bid-log-key.js';
import { eachApart } from './each-apart.js';

type LogId = Pick<BidLog, 'callId' | 'round'>;
const seedOf = ({ seed }: Pick<BidLog, 'seed'>): Uint8Array<ArrayBuffer> => new Uint8Array(seed);

/** The log in which bids stand: begun with the call's publication, its heads published by the clock alone. */
@Injectable()
export class BidLogService {
  constructor(
    private readonly store: BidLogStore,
    private readonly key: BidLogKey,
    private readonly gate: CallGate,
    private readonly desk: CallDesk,
    private readonly parameters: Parameters,
  ) {}

  /** Begins the log of the call's round, in the transaction that publishes the call. */
  async begin(tx: Tx, call: Call): Promise<void> {
    const { name } = CALL_PARAMETERS.headMinutes;
    const versions = await this.parameters.on([name], legalDayOf(tx.now));
    const seed = randomBytes(32);
    const { id: callId, round } = call;
    await this.store.begin({
      ...{
        callId,
        round,
        seed,
        everyMinutes: versions.get(name)?.value ?? CALL_PARAMETERS.headMinutes.value,
      },
      seedCommitment: seedCommitment(callId, round, new Uint8Array(seed)),
      nextDue: call.opensAt ?? tx.now,
    });
  }

  /**
   * The log, locked, for something that comes in now.
   * @returns the log with the number of the first head that will hold it
   * @throws DomainError CHALLENGES.BIDDING_CLOSED where the head that holds everything is out already
   */
  async forChange(call: Call): Promise<{ readonly log: BidLog; readonly epoch: number }> {
    const log = await this.store.lock({ callId: call.id, round: call.round });
    if (log === undefined || isSettled(log.lastDue, call.closesAt))
      throw new DomainError(ChallengeCodes.BIDDING_CLOSED, '现在不在揭榜期内');
    // The first head is published before anything came, whenever its time was.
    return { log, epoch: Math.max(1, log.epochs) };
  }

  /** The slot of the n-th bid, counted from 0: known to who has the seed. */
  slotOf(log: BidLog, n: number): number {
    const slot = slotOrder(seedOf(log), DEPTH)[n];
    if (slot === undefined) throw new Error('the log is full');
    return slot;
  }

  /** Publishes whatever heads are due. */
  async publishDue(): Promise<void> {
    await eachApart(await this.store.running(), (id) => this.publishDueOf(id));
  }

  /** Those of one call, a head a transaction: bidders wait for one at most. The clock alone says what is due. */
  async publishDueOf(callId: string): Promise<void> {
    const clock = system('challenges.watchBids');
    while (await this.desk.run(clock, 'publishBidHeads', {}, (tx) => this.publish(tx, callId)));
  }

  /** @returns whether a head was published: then another may be due */
  private async publish(tx: Tx, callId: string): Promise<boolean> {
    const found = await this.gate.lock(tx, callId);
    if (found === undefined || found.call.openingAt !== null) return false;
    const { round, closesAt, suspendedAt } = found.call;
    const log = await this.store.lock({ callId, round });
    if (log === undefined) return false;
    const clock = { nextDue: log.nextDue, lastDue: log.lastDue, closesAt, suspended: suspendedAt !== null };
    const due = dueHead(clock, tx.now);
    if (due === undefined) return false;
    await this.addHead(log, due);
    return true;
  }

  private async addHead(log: BidLog, due: Date): Promise<void> {
    const { callId, round, epochs: epoch } = log;
    const before = epoch === 0 ? undefined : await this.store.lastHead(log);
    const head = signHead(
      {
        ...{ format: 'jihui-bid-log-head/1', call: callId, round, epoch, depth: DEPTH },
        due: due.toISOString(),
        root: rootAt(await this.facts(log), seedOf(log), epoch),
        seedCommitment: log.seedCommitment,
        previous: before === undefined ? null : hashOfHead(before),
      },
      this.key.secretKey,
    );
    await this.store.addHead(log, head, due, nextDueAfter(log.nextDue, due, log.everyMinutes));
  }

  async facts({ callId, round }: LogId): Promise<LogFacts> {
    return { call: callId, round, depth: DEPTH, slots: await this.store.slots({ callId, round }) };
  }

  /** That a slot stands in the newest head, where that head is late enough to hold it. */
  async proof(
    id: LogId,
    slot: number,
    epoch: number,
  ): Promise<{ readonly head: LogHead; readonly inclusion: Inclusion } | null> {
    const log = await this.store.get(id);
    const head = await this.store.lastHead(id);
    if (log === undefined || head === undefined || head.epoch < epoch) return null;
    const facts = await this.facts(id);
    const tree = treeAt(facts, seedOf(log), head.epoch);
    return { head, inclusion: inclusionAt(facts, seedOf(log), tree, head.epoch, slot) };
  }

  heads(id: LogId): Promise<readonly LogHead[]> {
    return this.store.heads(id);
  }
}

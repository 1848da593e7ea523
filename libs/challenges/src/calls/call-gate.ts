import { Injectable } from '@nestjs/common';
import { DomainError, system } from '@jihui/kernel';
import { BusinessClock, type Tx } from '@jihui/platform';
import { biddingIsOpen, type Call } from '../core/calls/call.js';
import { callMachine } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { CallsStore } from '../store/calls.store.js';
import { CallDesk } from './call-desk.js';

/** What bids need to know of their call. */
export interface CallForBids {
  readonly call: Call;
  /** By the database's clock, at the transaction's beginning. */
  readonly open: boolean;
}

/** What the rest of this domain asks of a call and tells it: its state, its deadline, its custodians, its opening. */
@Injectable()
export class CallGate {
  constructor(
    private readonly store: CallsStore,
    private readonly desk: CallDesk,
    private readonly clock: BusinessClock,
  ) {}

  /** For reading: custodians and threshold stand in `call.plan`, what bids are judged by in `call.fixed`. */
  async get(id: string): Promise<CallForBids | undefined> {
    const call = await this.store.get(id);
    return call && { call, open: biddingIsOpen(call, await this.clock.now()) };
  }

  /** In this order, for those that are there. */
  async many(ids: readonly string[]): Promise<readonly Call[]> {
    const calls = await this.store.some(ids);
    return ids.flatMap((id) => calls.find((call) => call.id === id) ?? []);
  }

  /** Locked until the transaction ends, so that no deadline moves meanwhile. */
  async lock(tx: Tx, id: string): Promise<CallForBids | undefined> {
    const call = await this.store.lock(id);
    return call && { call, open: biddingIsOpen(call, tx.now) };
  }

  /** The opening begins: from here on the window never opens again. @throws DomainError CHALLENGES.NOT_YET before the deadline. */
  async beginOpening(tx: Tx, call: Call): Promise<Call> {
    if (call.state !== 'BIDS_CLOSED' || call.closesAt === null || call.closesAt > tx.now)
      throw new DomainError(ChallengeCodes.NOT_YET, '还没有到开标的时间');
    if (call.suspendedAt !== null)
      throw new DomainError(ChallengeCodes.SUSPENDED, '榜单已中止，恢复后才能继续');
    return call.openingAt === null
      ? this.desk.keep(tx, call, { openingAt: tx.now }, 'beginOpening', null)
      : call;
  }

  /**
   * All bids were opened and so many hold. Without one the call has failed (流标): at once, or when the bureau says so
   * where something still stands in the way, such as an objection.
   */
  async settleOpening(tx: Tx, call: Call, validBids: number): Promise<Call> {
    const reason = `有效揭榜方案 ${validBids} 个`;
    const clock = system('settleOpening');
    if (validBids > 0) {
      const opened = () => ({ change: { validBids }, reason });
      const closed = await this.desk.caseOf(call, tx.now);
      return this.desk.perform(tx, clock, closed, 'openBids', opened, 'settleOpening');
    }
    const settled = await this.desk.keep(tx, call, { validBids }, 'settleOpening', reason);
    const subject = await this.desk.caseOf(settled, tx.now);
    const fails = callMachine
      .availableActions(clock, subject, tx.now)
      .some(({ action, enabled }) => action === 'fail' && enabled);
    if (!fails) return settled;
    const note = '揭榜截止，没有有效的揭榜方案';
    return this.desk.perform(
      tx,
      clock,
      subject,
      'fail',
      () => ({ change: { note }, reason: note }),
      'failCall',
    );
  }
}

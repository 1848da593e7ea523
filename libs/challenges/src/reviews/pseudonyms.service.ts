import { Injectable } from '@nestjs/common';
import type { Tx } from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import { BidsStore } from '../store/bids.store.js';
import { FormerNamesStore } from '../store/former-names.store.js';

/** 方案代号: what judges are told instead of whose a bid is. */
@Injectable()
export class PseudonymsService {
  constructor(
    private readonly bids: BidsStore,
    private readonly names: FormerNamesStore,
  ) {}

  /**
   * The bids under review go on under other names: the minutes, or whoever left the panel, know whose the present ones
   * are. What was given to which bid stands with the former names; the audit says only that it was done.
   */
  async renew(tx: Tx, { id, round }: Pick<Call, 'id' | 'round'>, reason: string): Promise<void> {
    const bids = await this.bids.qualified([id]);
    await this.names.renew({ callId: id, round }, bids, reason, tx.now);
    await tx.audit({
      ...{ stream: `Call:${id}`, action: 'renewPseudonyms', after: { bids: bids.length } },
      reason,
    });
  }
}

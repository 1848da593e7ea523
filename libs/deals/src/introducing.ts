import { Injectable } from '@nestjs/common';
import { uuidv7, type Tx } from '@jihui/platform';
import type { Listing, Parties } from './core/opening.js';
import type { Represents } from './core/types.js';
import { BrokeragesStore } from './store/brokerages.store.js';
import { IntroductionsStore } from './store/introductions.store.js';

/** Makes whoever introduced the two a broker of the deal, with the proof of it. */
@Injectable()
export class Introducing {
  constructor(
    private readonly brokerages: BrokeragesStore,
    private readonly introductions: IntroductionsStore,
  ) {}

  async join(
    tx: Tx,
    dealId: string,
    broker: { readonly agencyId: string; readonly personId: string; readonly represents: Represents },
    about: { readonly parties: Parties; readonly result: Listing | null; readonly need: Listing | null },
  ): Promise<void> {
    const { agencyId, personId, represents } = broker;
    const { parties, result, need } = about;
    const both = represents === 'BOTH';
    await this.brokerages.insert(
      {
        id: uuidv7(),
        dealId,
        state: 'JOINED',
        organisationId: agencyId,
        personId,
        represents: both ? 'NONE' : represents,
        invitedBy: null,
        message: '',
        dualDisclosedAt: both ? tx.now : null,
      },
      tx.now,
    );
    await this.introductions.record(
      {
        kind: 'INTRODUCED',
        dealId,
        brokerId: agencyId,
        personId,
        sellerId: parties.sellerId,
        buyerId: need?.anonymous === true ? null : parties.buyerId,
        resultId: result?.id ?? null,
        needId: need?.id ?? null,
        at: tx.now.toISOString(),
      },
      parties.buyerId,
    );
  }
}

import { Injectable } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { seedRequestId, Work, type Seed } from '@jihui/platform';
import { InboxStore } from '../store/inbox.store.js';

/** How many of each person's notices are left unread: as many as one finds on the desk in the morning. */
const LEFT_UNREAD = 5;

/**
 * Whoever enters the demo city begins a day: what people were told while it was filled they have read, but for the newest.
 * Done once, so that nothing that came later is taken for read.
 */
@Injectable()
export class ReadPastSeed implements Seed {
  constructor(
    private readonly work: Work,
    private readonly inbox: InboxStore,
  ) {}

  async run(): Promise<void> {
    const command = { domain: 'notifications', name: 'readPast', actor: system('seed') } as const;
    const clientMutationId = seedRequestId('inbox', 'read');
    await this.work.run({ ...command, clientMutationId, input: {} }, async (tx) => {
      await this.inbox.readAllButNewest(LEFT_UNREAD, tx.now);
      return {};
    });
  }
}

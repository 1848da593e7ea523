import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, system } from '@jihui/kernel';
import { BusinessClock, DemoCity, seedRequestId, Work, type Seed } from '@jihui/platform';
import { BatchesService } from '../calls/batches.service.js';

/** A line of config/demo/call-batches.jsonl. */
interface DemoBatch {
  readonly title: string;
  readonly opensInDays: number;
  readonly days: number;
  readonly guide: string;
}

/** Collections of the demo city: one that is open, and one that is to come. */
@Injectable()
export class BatchesSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly batches: BatchesService,
  ) {}

  /** Once: what was entered before stands, whatever the day is. */
  async run(): Promise<void> {
    const command = { domain: 'challenges', name: 'enterBatches', actor: system('seed') } as const;
    const clientMutationId = seedRequestId('batches');
    await this.work.run({ ...command, clientMutationId, input: {} }, async () => {
      const officer = (await this.city.people()).as('officer');
      const today = legalDayOf(await this.clock.now());
      for await (const { opensInDays, days, ...batch } of this.city.lines<DemoBatch>('call-batches.jsonl')) {
        const opensOn = addDays(today, opensInDays);
        await this.batches.open(officer, {
          ...{ ...batch, opensOn, closesOn: addDays(opensOn, days - 1) },
          clientMutationId: seedRequestId('batch', batch.title),
        });
      }
      return {};
    });
  }
}

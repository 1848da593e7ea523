import { Injectable } from '@nestjs/common';
import { addMonths, legalDayOf, system } from '@jihui/kernel';
import { BusinessClock, DemoCity, seedRequestId, Work, type Seed } from '@jihui/platform';
import { BansService } from '../bans/bans.service.js';
import type { BanLevel } from '../core/bans/ban.js';

/** A line of config/demo/bans.jsonl. */
interface DemoBan {
  readonly personName: string;
  readonly personUnit: string;
  readonly level: BanLevel;
  readonly startedMonthsAgo: number;
  /** Null for good. */
  readonly months: number | null;
  readonly document: string;
  readonly reason: string;
}

/** Bans of the demo city: people who are on no account of it, so that nothing that is shown stands still. */
@Injectable()
export class BansSeed implements Seed {
  constructor(
    private readonly city: DemoCity,
    private readonly work: Work,
    private readonly clock: BusinessClock,
    private readonly bans: BansService,
  ) {}

  /** Once: what was entered before stands, whatever the day is. */
  async run(): Promise<void> {
    const command = { domain: 'challenges', name: 'enterBans', actor: system('seed') } as const;
    const clientMutationId = seedRequestId('bans');
    await this.work.run({ ...command, clientMutationId, input: {} }, async () => {
      const officer = (await this.city.people()).as('officer');
      const today = legalDayOf(await this.clock.now());
      for await (const { startedMonthsAgo, months, ...ban } of this.city.lines<DemoBan>('bans.jsonl')) {
        const fromDay = addMonths(today, -startedMonthsAgo);
        await this.bans.impose(officer, {
          ...{ ...ban, fromDay, untilDay: months === null ? null : addMonths(fromDay, months) },
          clientMutationId: seedRequestId('ban', ban.personName, ban.document),
        });
      }
      return {};
    });
  }
}

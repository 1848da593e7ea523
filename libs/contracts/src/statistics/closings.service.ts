import { Injectable } from '@nestjs/common';
import { canonical, DomainError, refuseIf, type Actor } from '@jihui/kernel';
import { BusinessClock, City, sha256, Work, type Connection, type PageArgs } from '@jihui/platform';
import { personOf } from '../contract-changes.js';
import { ContractCodes } from '../core/errors.js';
import { closingViolations, mayClose, nextMonth } from '../core/statistics/closing.js';
import { isMonth, monthOf } from '../core/statistics/months.js';
import { ClosingsStore, type Closing } from '../store/closings.store.js';
import { StatisticsQueries } from './statistics.queries.js';

/** 公布月度统计: a published month does not change any more. */
@Injectable()
export class ClosingsService {
  constructor(
    private readonly work: Work,
    private readonly closings: ClosingsStore,
    private readonly statistics: StatisticsQueries,
    private readonly city: City,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError FORBIDDEN; INVALID_INPUT with CONTRACT.MONTH_… */
  async close(
    actor: Actor,
    input: { readonly clientMutationId: string; readonly month: string },
  ): Promise<{ month: string }> {
    const may = mayClose(actor, this.city.code);
    if (!may.allowed) throw new DomainError(may.code, may.reason);
    const { clientMutationId, month } = input;
    const command = {
      domain: 'contracts',
      name: 'closeStatisticsMonth',
      actor,
      clientMutationId,
      input,
    } as const;
    return this.work.run(command, async (tx) => {
      if (!isMonth(month)) throw new DomainError(ContractCodes.BAD_PERIOD, '月份请写成2026-11这样的形式');
      await this.closings.lockMonths();
      const closedThrough = await this.closings.closedThrough();
      refuseIf(closingViolations(month, { currentMonth: monthOf(tx.now), closedThrough }));
      const { totals, breakdowns } = await this.statistics.figures(
        { kind: 'anonymous' },
        { fromMonth: month, toMonth: month },
      );
      const figures = canonical({ month, totals, breakdowns });
      await this.closings.add({
        month,
        closedAt: tx.now,
        closedBy: personOf(actor),
        count: totals.count,
        total: totals.total,
        technical: totals.technical,
        figures,
        figuresSha256: sha256(figures),
      });
      await tx.audit({ stream: `StatisticsMonth:${month}`, action: 'close', reason: `${totals.count}项` });
      return { month };
    });
  }

  /** What the actor could publish now; null for nothing. */
  async next(actor: Actor): Promise<string | null> {
    if (!mayClose(actor, this.city.code).allowed) return null;
    const currentMonth = monthOf(await this.clock.now());
    return nextMonth({ currentMonth, closedThrough: await this.closings.closedThrough() });
  }

  get(month: string): Promise<Closing | undefined> {
    return this.closings.get(month);
  }

  list(args: PageArgs): Promise<Connection<Closing>> {
    return this.closings.list(args);
  }
}

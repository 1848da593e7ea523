import { Injectable } from '@nestjs/common';
import { legalDayOf, type LegalDay } from '@jihui/kernel';
import { BusinessClock, HolidayCalendars, type Tx } from '@jihui/platform';
import { ContractFacts } from '../contract-facts.js';
import { reminderOn, reportDueOn } from '../core/annual-report/deadline.js';
import { AnnualReportsStore } from '../store/annual-reports.store.js';

/** 年度报告截止日: when it is, and who is reminded of it. */
@Injectable()
export class ReportDeadlines {
  constructor(
    private readonly store: AnnualReportsStore,
    private readonly facts: ContractFacts,
    private readonly calendars: HolidayCalendars,
    private readonly clock: BusinessClock,
  ) {}

  /** The last day for the report of that year, by the law in force today. */
  async dueOn(year: number): Promise<LegalDay> {
    const { values } = await this.facts.parameters(await this.clock.now());
    return reportDueOn(year, values.reportDueMonthDay, await this.calendars.calendar());
  }

  /** Tells units, once each, that last year's report is soon due or overdue; of the latter their bureau as well. */
  async remind(tx: Tx): Promise<void> {
    const { values } = await this.facts.parameters(tx.now);
    const today = legalDayOf(tx.now);
    const year = Number(today.slice(0, 4)) - 1;
    const dueOn = reportDueOn(year, values.reportDueMonthDay, await this.calendars.calendar());
    const reminder = reminderOn(today, dueOn, values.reportRemindDays);
    if (reminder === null) return;
    for (const { version, ...unit } of await this.store.markReminded(year, reminder, dueOn, tx.now))
      await tx.emit('contracts.annualReport', {
        aggregateId: unit.organisationId,
        version,
        action: reminder === 'NEAR' ? 'dueNear' : 'overdue',
        payload: { ...unit, year, dueOn },
      });
  }
}

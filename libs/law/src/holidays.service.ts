import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf, refuseIf, type Actor } from '@jihui/kernel';
import {
  Audit,
  HolidayBook,
  staleVersion,
  uuidv7,
  Work,
  type HolidayYear,
  type TimelineEntry,
} from '@jihui/platform';
import { cleanDays, YEARS, yearViolations } from './core/holidays.js';
import type { SaveHolidaysInput } from './law.types.gen.js';
import { keeper } from './parameters.service.js';

const streamOf = (year: number): string => `HolidayYear:${year}`;

/** 节假日: the State Council's yearly notice as it is entered. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly work: Work,
    private readonly book: HolidayBook,
    private readonly audit: Audit,
  ) {}

  /** The calendar is no secret. Null for a year that none is kept for. */
  async year(year: number): Promise<HolidayYear | null> {
    return year < YEARS.min || year > YEARS.max ? null : this.book.year(year);
  }

  async timeline(year: number): Promise<readonly TimelineEntry[]> {
    return (await this.audit.timelines('law', [streamOf(year)])).get(streamOf(year)) ?? [];
  }

  /**
   * Saves the whole year; days that have passed stay as they are.
   * @throws DomainError UNAUTHENTICATED, FORBIDDEN, STALE_VERSION, INVALID_INPUT with all violations.
   */
  async save(actor: Actor, input: SaveHolidaysInput): Promise<{ year: number }> {
    keeper(actor);
    const { year, clientMutationId } = input;
    const command = { domain: 'law', name: 'saveHolidays', actor, clientMutationId, input } as const;
    const days = cleanDays(input.days, input.source);
    return this.work.run(command, async (tx) => {
      const today = legalDayOf(tx.now);
      const safe = year < YEARS.min || year > YEARS.max ? YEARS.min : year;
      const before = await this.book.lock(safe);
      refuseIf(yearViolations(year, days, before.days, input.source, today));
      if (before.version !== input.expectedVersion) throw staleVersion();
      const coming = days.filter(({ day }) => day > today);
      await this.book.replaceAfter(year, today, coming);
      await tx.audit({
        stream: streamOf(year),
        action: 'save',
        before: before.days,
        after: days,
        reason: cleanText(input.source),
      });
      await tx.emit('law.holidays', {
        aggregateId: uuidv7(),
        version: before.version + 1,
        action: 'save',
        payload: { year },
      });
      return { year };
    });
  }
}

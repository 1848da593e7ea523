import { Injectable } from '@nestjs/common';
import { isWeekday, type HolidayCalendar, type LegalDay } from '@jihui/kernel';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

export interface Holiday {
  readonly day: LegalDay;
  /** Whether this day is worked: a weekend day made a working day (调休), or a weekday that rests. */
  readonly works: boolean;
  readonly name: string;
  readonly source: string;
}

const FIXED = '全国年节及纪念日放假办法（国务院令第795号）第二条';

/**
 * Days that the statute itself fixes by date; the yearly notice of the State Council (调休, and the
 * days by the lunar calendar) is entered by an administrator, since nobody can know it beforehand.
 */
export function declaredHolidays(): readonly Holiday[] {
  const years = Array.from({ length: 12 }, (_, index) => 2024 + index);
  const fixed: readonly (readonly [string, string])[] = [
    ['01-01', '元旦'],
    ['05-01', '劳动节'],
    ['05-02', '劳动节'],
    ['10-01', '国庆节'],
    ['10-02', '国庆节'],
    ['10-03', '国庆节'],
  ];
  return years.flatMap((year) =>
    fixed.map(([date, name]) => ({ day: `${year}-${date}`, works: false, name, source: FIXED })),
  );
}

/** The holiday calendar as a value that pure rules can count with. */
@Injectable()
export class HolidayCalendars {
  constructor(private readonly db: Db) {}

  async calendar(): Promise<HolidayCalendar> {
    const rows = await this.db.query<{ day: string; works: boolean }>(
      sql`select day::text as day, works from platform.holiday`,
    );
    const exceptions = new Map(rows.map((row) => [row.day, row.works]));
    return { isWorkingDay: (day) => exceptions.get(day) ?? isWeekday(day) };
  }
}

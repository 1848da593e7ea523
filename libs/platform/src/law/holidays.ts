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

/** A year of the calendar as an administrator edits it. */
export interface HolidayYear {
  readonly year: number;
  /** Goes up by one whenever the year is saved; 0 before. */
  readonly version: number;
  readonly days: readonly Holiday[];
}

/** The calendar's table for those who keep it; whoever counts by it reads {@link HolidayCalendars}. */
@Injectable()
export class HolidayBook {
  constructor(private readonly db: Db) {}

  async year(year: number): Promise<HolidayYear> {
    const version = await this.db.one<{ version: number }>(
      sql`select version from platform.holiday_year where year = ${year}`,
    );
    return { year, version: version?.version ?? 0, days: await this.daysOf(year) };
  }

  /** Locked until the transaction ends, so that two administrators do not save past each other. */
  async lock(year: number): Promise<HolidayYear> {
    const row = await this.db.one<{ version: number }>(sql`
      insert into platform.holiday_year as y (year, version) values (${year}, 0)
      on conflict (year) do update set version = y.version returning version`);
    return { year, version: row?.version ?? 0, days: await this.daysOf(year) };
  }

  /** Puts these in place of all days of the year after `since`. */
  async replaceAfter(year: number, since: LegalDay, days: readonly Holiday[]): Promise<void> {
    await this.db.query(sql`
      delete from platform.holiday where extract(year from day) = ${year} and day > ${since}::date`);
    await this.db.query(sql`
      insert into platform.holiday (day, works, name, source)
      select day, works, name, source
      from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as entered (day date, works boolean, name text, source text)`);
    await this.db.query(sql`update platform.holiday_year set version = version + 1 where year = ${year}`);
  }

  private daysOf(year: number): Promise<Holiday[]> {
    return this.db.query<Holiday>(sql`
      select day::text as day, works, name, source from platform.holiday
      where extract(year from day) = ${year} order by day`);
  }
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

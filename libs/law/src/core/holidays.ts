import { cleanText, isWeekday, say, Violations, type LegalDay, type Violation } from '@jihui/kernel';
import { LawCodes } from './errors.js';

/** An exception of the calendar. */
export interface DayForm {
  readonly day: LegalDay;
  /** A weekend day that is worked (调休); otherwise a day of rest. */
  readonly works: boolean;
  readonly name: string;
  readonly source: string;
}

/** Years for which a calendar is kept. */
export const YEARS = { min: 2000, max: 2100 } as const;
const MOST_DAYS = 120;

/** The days with their texts as they are stored; a day without a source of its own takes the notice's. */
export const cleanDays = (
  days: readonly {
    readonly day: LegalDay;
    readonly works: boolean;
    readonly name: string;
    readonly source?: string | null;
  }[],
  source: string,
): readonly DayForm[] =>
  days.map(({ day, works, name, source: own }) => ({
    day,
    works,
    name: cleanText(name),
    source: cleanText(own ?? '') || cleanText(source),
  }));

const sameDay = (a: DayForm, b: DayForm): boolean => a.works === b.works && a.name === b.name;

/** What is wrong with a year: texts, days of other years, doubles, and any change to a day that has passed. */
export function yearViolations(
  year: number,
  days: readonly DayForm[],
  before: readonly DayForm[],
  source: string,
  today: LegalDay,
): readonly Violation[] {
  const found = new Violations()
    .when(
      year < YEARS.min || year > YEARS.max,
      'year',
      LawCodes.OTHER_YEAR,
      say`年份应在 ${YEARS.min} 至 ${YEARS.max} 之间`,
    )
    .when(days.length > MOST_DAYS, 'days', 'TOO_MANY', say`一年最多录入 ${MOST_DAYS} 天`)
    .text('source', '依据文件', cleanText(source), { max: 300 });
  const old = new Map(before.map((day) => [day.day, day]));
  const seen = new Set<LegalDay>();
  days.forEach((entry, index) => {
    const path = `days.${index}`;
    const passed = entry.day <= today;
    const known = old.get(entry.day);
    found
      .when(
        !entry.day.startsWith(`${String(year).padStart(4, '0')}-`),
        `${path}.day`,
        LawCodes.OTHER_YEAR,
        say`请填写 ${year} 年的日期`,
      )
      .when(seen.has(entry.day), `${path}.day`, LawCodes.DAY_TWICE, '该日期已在列表中')
      .when(
        entry.works && isWeekday(entry.day),
        `${path}.works`,
        LawCodes.NO_EXCEPTION,
        '周一至周五本来就是工作日，无需录入',
      )
      .when(
        passed && (known === undefined || !sameDay(known, entry)),
        `${path}.day`,
        LawCodes.PASSED_DAY_CHANGED,
        '该日期已过，不能新增或修改',
      )
      .text(`${path}.name`, '名称', entry.name, { max: 30 })
      .text(`${path}.source`, '依据文件', entry.source, { max: 300 });
    seen.add(entry.day);
  });
  const leftOut = before.filter(({ day }) => day <= today && !seen.has(day));
  found.when(
    leftOut.length > 0,
    'days',
    LawCodes.PASSED_DAY_CHANGED,
    say`已过的日期不能删除：${leftOut.map(({ day }) => day).join('、')}`,
  );
  return found.found;
}

import type { Db } from '../db/db.js';
import { sql, type Sql } from '../db/sql.js';
import { registerParameters } from '../law/parameters.js';

/** What is kept for so many days and then taken away. */
export interface RetentionRule {
  /** `<domain>.<what>`, for the record of what was taken away. */
  readonly name: string;
  /** As an administrator reads it, in Chinese. */
  readonly title: string;
  /** The parameter that holds the days. */
  readonly parameter: string;
  /**
   * Takes away what is older, some thousands at most, in the transaction that is open.
   * @returns how many; fewer than {@link BATCH} where nothing is left
   */
  remove(before: Date): Promise<number>;
}

/** A domain's provider of rules over its own tables. */
export interface Retains {
  readonly rules: readonly RetentionRule[];
}

/** Most that a rule takes away in one transaction. */
export const BATCH = 5_000;

/** Carries out a `delete`. @returns how many rows went */
export async function removedBy(db: Db, statement: Sql): Promise<number> {
  const row = await db.one<{ n: number }>(sql`
    with gone as (${statement} returning 1) select count(*)::int as n from gone`);
  return row?.n ?? 0;
}

/**
 * The instant as long ago by the computer's clock as `before` is by business time, for rows that were dated by the first:
 * where business time was moved ahead, they have grown no older.
 */
export const byOwnClock = (before: Date): Sql =>
  sql`(clock_timestamp() - (platform.business_now() - ${before}::timestamptz))`;

export const RETENTION = {
  ANSWERS: 'platform.answers_kept_days',
  MARKS: 'platform.marks_kept_days',
  IMPORTS: 'platform.imports_kept_days',
} as const;

const DEFAULT = '平台默认值';

registerParameters([
  {
    name: RETENTION.ANSWERS,
    title: '操作应答的保存期（日）',
    min: 7,
    max: 3_650,
    value: 30,
    effectiveFrom: '2020-01-01',
    source: `${DEFAULT}：期内重发同一操作得到同一应答，过后无需保存`,
  },
  {
    name: RETENTION.MARKS,
    title: '后台任务完成标记的保存期（日）',
    min: 30,
    max: 3_650,
    value: 400,
    effectiveFrom: '2020-01-01',
    source: `${DEFAULT}：期内的事件可以重新投递而不重复生效`,
  },
  {
    name: RETENTION.IMPORTS,
    title: '导入记录与错误行的保存期（日）',
    min: 30,
    max: 3_650,
    value: 365,
    effectiveFrom: '2020-01-01',
    source: `${DEFAULT}：错误行含所上传文件的原文，达到核对目的后删除（《个人信息保护法》第十九条：保存期限应当为实现处理目的所必要的最短时间）`,
  },
]);

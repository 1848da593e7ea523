import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { legalDayOf } from '@jihui/kernel';
import { BusinessClock } from '../db/clock.js';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';
import { Parameters } from '../law/parameters.js';
import { Served } from '../served.js';
import { PlatformRetains } from './platform-rules.js';
import type { RetentionRule } from './rules.js';

/** A rule as it stands, and what it last did. */
export interface RetentionReport {
  readonly name: string;
  readonly title: string;
  readonly days: number;
  /** Where the days come from. */
  readonly source: string;
  readonly ranAt: Date | null;
  /** How many the last run took away, and all of them so far. */
  readonly removed: number;
  readonly removedInAll: number;
}

interface Run {
  readonly rule: string;
  readonly ranAt: Date;
  readonly removed: number;
  readonly removedInAll: number;
}

const DAY_MS = 86_400_000;

/** 保存期限: what the platform keeps for a time alone, and takes away after it. */
@Injectable()
export class Retention {
  constructor(
    private readonly db: Db,
    private readonly served: Served,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
    private readonly own: PlatformRetains,
    private readonly modules: ModuleRef,
  ) {}

  /** Those of the platform, then those of the domains that are served. */
  get rules(): readonly RetentionRule[] {
    const theirs = this.served.domains.flatMap(({ retains }) =>
      retains === undefined ? [] : this.modules.get(retains, { strict: false }).rules,
    );
    return [...this.own.rules, ...theirs];
  }

  /** Before what instant the rule takes away, as its parameter stands now. */
  async before({ parameter }: RetentionRule): Promise<Date> {
    const now = await this.clock.now();
    const { value } = await this.parameters.int(parameter, legalDayOf(now));
    return new Date(now.getTime() - value * DAY_MS);
  }

  /** Writes down what a run of the rule took away, in the transaction that is open. */
  async note(rule: RetentionRule, at: Date, removed: number, isFirst: boolean): Promise<void> {
    await this.db.query(sql`
      insert into platform.retention_run as r (rule, ran_at, removed, removed_in_all)
      values (${rule.name}, ${at}, ${removed}, ${removed})
      on conflict (rule) do update set ran_at = excluded.ran_at,
        removed = case when ${isFirst} then 0 else r.removed end + excluded.removed,
        removed_in_all = r.removed_in_all + excluded.removed`);
  }

  async report(): Promise<RetentionReport[]> {
    const { rules } = this;
    const runs = new Map((await this.runs()).map((run) => [run.rule, run]));
    const names = rules.map(({ parameter }) => parameter);
    const versions = await this.parameters.on(names, legalDayOf(await this.clock.now()));
    return rules.map(({ name, title, parameter }) => {
      const [version, run] = [versions.get(parameter), runs.get(name)];
      if (version === undefined) throw new Error(`no parameter ${parameter} holds`);
      return {
        ...{ name, title, days: version.value, source: version.source, ranAt: run?.ranAt ?? null },
        ...{ removed: run?.removed ?? 0, removedInAll: run?.removedInAll ?? 0 },
      };
    });
  }

  private runs(): Promise<Run[]> {
    return this.db.query<Run>(sql`
      select rule, ran_at as "ranAt", removed::float8 as removed, removed_in_all::float8 as "removedInAll"
      from platform.retention_run`);
  }
}

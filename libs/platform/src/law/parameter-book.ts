import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db } from '../db/db.js';
import { type Connection, type PageArgs } from '../db/page.js';
import { containing, or, raw, sql, type Sql } from '../db/sql.js';
import type { ParameterChoice, ParameterUnit } from './parameters.js';

/** A parameter as it stands in the table: what it is, and how often its versions were changed. */
export interface ParameterDefinition {
  readonly name: string;
  /** Goes up by one whenever a version is entered or withdrawn. */
  readonly version: number;
  readonly title: string;
  readonly unit: ParameterUnit;
  readonly minimum: number;
  readonly maximum: number;
  readonly choices: readonly ParameterChoice[];
}

/** One version, in force, past, to come or withdrawn. */
export interface ParameterEntry {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay | null;
  readonly source: string;
  readonly note: string;
  /** Person's id; null for what the release declares. */
  readonly enteredBy: string | null;
  readonly enteredAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: Date | null;
}

const DEFINITION = sql`d.name, d.version, d.title, d.unit, d.minimum::float8 as minimum,
  d.maximum::float8 as maximum, d.choices`;

/** The table of parameters for those who keep it; whoever decides by it reads {@link Parameters}. */
@Injectable()
export class ParameterBook {
  constructor(private readonly db: Db) {}

  /** By name. */
  list(
    filter: { readonly domain: string | null; readonly text: string | null },
    args: PageArgs,
  ): Promise<Connection<ParameterDefinition>> {
    const where: Sql[] = [];
    if (filter.domain !== null) where.push(sql`starts_with(d.name, ${`${filter.domain}.`})`);
    if (filter.text !== null) {
      const pattern = containing(filter.text);
      where.push(or([sql`d.title ilike ${pattern}`, sql`d.name ilike ${pattern}`]));
    }
    return this.db.page<ParameterDefinition, ParameterDefinition>(
      {
        select: DEFINITION,
        from: raw('platform.parameter_definition d'),
        where,
        order: [{ expression: raw('d.name collate "C"'), type: 'text', direction: 'asc' }],
        toNode: (row) => row,
      },
      args,
    );
  }

  async byNames(names: readonly string[]): Promise<Map<string, ParameterDefinition>> {
    const rows = await this.db.query<ParameterDefinition>(
      sql`select ${DEFINITION} from platform.parameter_definition d where ${sql.any(sql`d.name`, names)}`,
    );
    return new Map(rows.map((row) => [row.name, row]));
  }

  /** Locked until the transaction ends, so that two administrators do not enter past each other. */
  async lock(name: string): Promise<ParameterDefinition | undefined> {
    return this.db.one<ParameterDefinition>(
      sql`select ${DEFINITION} from platform.parameter_definition d where d.name = ${name} for update`,
    );
  }

  /** All versions of each, the latest first. */
  async entriesOf(names: readonly string[]): Promise<Map<string, ParameterEntry[]>> {
    const rows = await this.db.query<ParameterEntry>(sql`
      select id, name, value::float8 as value, effective_from::text as "effectiveFrom",
        effective_to::text as "effectiveTo", source, note, entered_by as "enteredBy", entered_at as "enteredAt",
        withdrawn_by as "withdrawnBy", withdrawn_at as "withdrawnAt"
      from platform.parameter where ${sql.any(sql`name`, names)}
      order by name, effective_from desc, entered_at desc nulls last`);
    const entries = new Map<string, ParameterEntry[]>(names.map((name) => [name, []]));
    for (const row of rows) entries.get(row.name)?.push(row);
    return entries;
  }

  async enter(entry: Omit<ParameterEntry, 'withdrawnBy' | 'withdrawnAt'>): Promise<void> {
    await this.db.query(sql`
      insert into platform.parameter (id, name, value, effective_from, effective_to, source, note, entered_by, entered_at)
      values (${entry.id}, ${entry.name}, ${entry.value}, ${entry.effectiveFrom}, ${entry.effectiveTo}, ${entry.source},
        ${entry.note}, ${entry.enteredBy}, ${entry.enteredAt})`);
    await this.raise(entry.name);
  }

  /** Only what was never in force: the table refuses anything else. */
  async withdraw(entry: ParameterEntry, by: string, at: Date): Promise<void> {
    await this.db.query(sql`
      update platform.parameter set withdrawn_by = ${by}, withdrawn_at = ${at} where id = ${entry.id}`);
    await this.raise(entry.name);
  }

  private async raise(name: string): Promise<void> {
    await this.db.query(
      sql`update platform.parameter_definition set version = version + 1 where name = ${name}`,
    );
  }
}

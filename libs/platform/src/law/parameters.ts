import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

/** A parameter of law as its domain declares it: a number of days, 分 or basis points. */
export interface ParameterDeclaration {
  /** `<domain>.<what>_<unit>`, e.g. `deals.disclosure_days`. */
  readonly name: string;
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  /** The document and article, or the reference's mark when it is our default. */
  readonly source: string;
}

const declared = new Map<string, ParameterDeclaration>();

/** Declares what `migrate` puts into the table where it is not there yet; the table then decides. */
export function registerParameters(parameters: readonly ParameterDeclaration[]): void {
  for (const parameter of parameters) declared.set(parameter.name, parameter);
}

export const declaredParameters = (): readonly ParameterDeclaration[] => [...declared.values()];

/** The version of a parameter that a decision stores beside its outcome. */
export interface ParameterVersion {
  readonly id: string;
  readonly value: number;
  readonly source: string;
}

/** Parameters of law, by the day on which they hold. */
@Injectable()
export class Parameters {
  constructor(private readonly db: Db) {}

  /** @throws Error when no version holds on that day: a deployment without the row must not guess. */
  async int(name: string, day: LegalDay): Promise<ParameterVersion> {
    const row = await this.db.one<{ id: string; value: string; source: string }>(sql`
      select id, value, source from platform.parameter
      where name = ${name} and effective_from <= ${day}::date
        and (effective_to is null or effective_to >= ${day}::date)
      order by effective_from desc limit 1`);
    if (row === undefined) throw new Error(`no parameter ${name} holds on ${day}`);
    return { id: row.id, value: Number(row.value), source: row.source };
  }

  /**
   * Values of several parameters, in one statement.
   * @throws Error naming those of which no version holds on that day.
   */
  async ints(names: readonly string[], day: LegalDay): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ name: string; value: string }>(sql`
      select distinct on (name) name, value from platform.parameter
      where ${sql.any(sql`name`, names)} and effective_from <= ${day}::date
        and (effective_to is null or effective_to >= ${day}::date)
      order by name, effective_from desc`);
    const values = new Map(rows.map((row) => [row.name, Number(row.value)]));
    const missing = names.filter((name) => !values.has(name));
    if (missing.length > 0) throw new Error(`no parameter ${missing.join(', ')} holds on ${day}`);
    return values;
  }
}

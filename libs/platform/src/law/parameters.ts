import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

/** One version of a parameter: a value from a day on, and the document that it comes from. */
export interface ParameterStart {
  readonly value: number;
  readonly effectiveFrom: LegalDay;
  /** Last day of a temporary version; after it the one before holds again. */
  readonly effectiveTo?: LegalDay;
  /** The document and article, or the reference's mark when it is our default. */
  readonly source: string;
}

/** A parameter of law as its domain declares it: a number of days, 分 or basis points, or a choice. */
export interface ParameterDeclaration extends ParameterStart {
  /** `<domain>.<what>_<unit>`, e.g. `deals.disclosure_days`. */
  readonly name: string;
  /** As an administrator reads it, in Chinese. */
  readonly title: string;
  /** Bounds of what may be entered; 0 to 10^15 when left out. */
  readonly min?: number;
  readonly max?: number;
  /** What each value stands for, where it is one of a few. */
  readonly choices?: readonly ParameterChoice[];
  /** Versions known to follow the first. */
  readonly later?: readonly ParameterStart[];
}

export interface ParameterChoice {
  readonly value: number;
  readonly label: string;
}

export const PARAMETER_UNITS = [
  'WORKING_DAYS',
  'DAYS',
  'MONTHS',
  'FEN',
  'BASIS_POINTS',
  'CHOICE',
  'NUMBER',
] as const;
export type ParameterUnit = (typeof PARAMETER_UNITS)[number];

/** The unit that a parameter's name says. */
export function unitOf({ name, choices }: Pick<ParameterDeclaration, 'name' | 'choices'>): ParameterUnit {
  if (choices !== undefined) return 'CHOICE';
  if (name.includes('_working_days')) return 'WORKING_DAYS';
  if (name.includes('_days')) return 'DAYS';
  if (name.endsWith('_months')) return 'MONTHS';
  if (name.endsWith('_fen')) return 'FEN';
  if (name.endsWith('_basis_points')) return 'BASIS_POINTS';
  return 'NUMBER';
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

/** A version with the days on which it holds, for whoever shows what a result rests on. */
export interface DatedParameterVersion extends ParameterVersion {
  readonly effectiveFrom: LegalDay;
  readonly effectiveTo: LegalDay | null;
}

/** Versions by name, all as they hold on one day. */
export type ParametersOfDay = ReadonlyMap<string, ParameterVersion>;

/** Parameters of law, by the day on which they hold. */
@Injectable()
export class Parameters {
  constructor(private readonly db: Db) {}

  /** @throws Error when no version holds on that day: a deployment without the row must not guess. */
  async int(name: string, day: LegalDay): Promise<ParameterVersion> {
    const version = (await this.on([name], day)).get(name);
    if (version === undefined) throw new Error(`no parameter ${name} holds on ${day}`);
    return version;
  }

  /** Values of several parameters, in one statement. @throws Error naming those of which no version holds. */
  async ints(names: readonly string[], day: LegalDay): Promise<ReadonlyMap<string, number>> {
    const versions = await this.on(names, day);
    return new Map([...versions].map(([name, { value }]) => [name, value]));
  }

  /** Versions of several parameters, in one statement. @throws Error naming those of which no version holds. */
  async on(names: readonly string[], day: LegalDay): Promise<ParametersOfDay> {
    return (await this.onDays(names, [day])).get(day) ?? new Map<string, ParameterVersion>();
  }

  /** Those of the parameters that hold on the day, with their days; a name without a version is left out. */
  async inForce(
    names: readonly string[],
    day: LegalDay,
  ): Promise<ReadonlyMap<string, DatedParameterVersion>> {
    const rows = await this.db.query<DatedParameterVersion & { readonly name: string }>(sql`
      select distinct on (p.name) p.name, p.id, p.value::float8 as value, p.source,
        p.effective_from::text as "effectiveFrom", p.effective_to::text as "effectiveTo"
      from platform.parameter p
      where ${sql.any(sql`p.name`, names)} and p.withdrawn_at is null and p.effective_from <= ${day}::date
        and (p.effective_to is null or p.effective_to >= ${day}::date)
      order by p.name, p.effective_from desc`);
    return new Map(rows.map(({ name, ...version }) => [name, version]));
  }

  /**
   * Versions of several parameters on each of several days, in one statement. A version with an end
   * is a temporary one: when it is over, the one before holds again.
   * @throws Error naming a parameter and a day on which no version of it holds.
   */
  async onDays(
    names: readonly string[],
    days: readonly LegalDay[],
  ): Promise<ReadonlyMap<LegalDay, ParametersOfDay>> {
    const found = await this.known(names, days);
    for (const [day, versions] of found) {
      const missing = names.filter((name) => !versions.has(name));
      if (missing.length > 0) throw new Error(`no parameter ${missing.join(', ')} holds on ${day}`);
    }
    return found;
  }

  /** The same, where a name without a version on a day is left out. */
  async known(
    names: readonly string[],
    days: readonly LegalDay[],
  ): Promise<ReadonlyMap<LegalDay, ParametersOfDay>> {
    const wanted = [...new Set(days)];
    const rows = await this.db.query<ParameterVersion & { readonly day: LegalDay; readonly name: string }>(
      sql`
      select distinct on (d.day, p.name) d.day::text as day, p.name, p.id, p.value::float8 as value, p.source
      from unnest(${wanted}::date[]) as d (day)
      join platform.parameter p on ${sql.any(sql`p.name`, names)} and p.withdrawn_at is null
        and p.effective_from <= d.day and (p.effective_to is null or p.effective_to >= d.day)
      order by d.day, p.name, p.effective_from desc`.prepared(),
    );
    const found = new Map(wanted.map((day) => [day, new Map<string, ParameterVersion>()]));
    for (const { day, name, ...version } of rows) found.get(day)?.set(name, version);
    return found;
  }
}

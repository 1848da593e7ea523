import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, Parameters, sql, type ParametersOfDay } from '@jihui/platform';
import type { FileKind } from '../core/contract.js';
import { CONTRACT_PARAMETERS, type ContractParameters } from '../core/parameters.js';

export interface ParametersInForce {
  readonly values: ContractParameters;
  /** Name → the version in force, as a verdict stores it. */
  readonly versions: Readonly<Record<string, { readonly id: string; readonly value: number }>>;
}

function inForce(found: ParametersOfDay): ParametersInForce {
  const values = Object.fromEntries(
    CONTRACT_PARAMETERS.map(({ key, name }) => [key, found.get(name)?.value]),
  ) as unknown as ContractParameters;
  const versions = Object.fromEntries([...found].map(([name, { id, value }]) => [name, { id, value }]));
  versionsOf.set(values, versions);
  return { values, versions };
}

/** Versions of the values that a case was judged by, while it is at hand. */
const versionsOf = new WeakMap<ContractParameters, ParametersInForce['versions']>();

/** What the rules look at besides the application, read for many applications at once. */
@Injectable()
export class FactsStore {
  constructor(
    private readonly db: Db,
    private readonly law: Parameters,
  ) {}

  /** What holds on each of the days. @throws Error naming a parameter that has no version on a day: nothing is guessed. */
  async parameters(days: readonly LegalDay[]): Promise<ReadonlyMap<LegalDay, ParametersInForce>> {
    const names = CONTRACT_PARAMETERS.map(({ name }) => name);
    const found = await this.law.onDays(names, days);
    return new Map([...found].map(([day, versions]) => [day, inForce(versions)]));
  }

  /** Reads that do not wait for each other, in one statement. */
  together<T>(ask: () => Promise<T>): Promise<T> {
    return this.db.together(ask);
  }

  /** The versions that these very values were read from. */
  versionsOf(values: ContractParameters): ParametersInForce['versions'] | undefined {
    return versionsOf.get(values);
  }

  /** Those of the contracts whose applicant never had one registered. */
  async firstTimers(contractIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(
      sql`
      select c.id from contracts.contract c where ${sql.any(sql`c.id`, contractIds)} and not exists (
        select 1 from contracts.contract r where r.applicant_organisation_id = c.applicant_organisation_id
          and r.registration_number is not null)`.prepared(),
    );
    return new Set(rows.map(({ id }) => id));
  }

  async fileKinds(contractIds: readonly string[]): Promise<Map<string, readonly FileKind[]>> {
    const rows = await this.db.query<{ contract_id: string; kinds: FileKind[] }>(
      sql`
      select contract_id, array_agg(distinct kind) as kinds from contracts.file
      where ${sql.any(sql`contract_id`, contractIds)} and removed_at is null group by contract_id`.prepared(),
    );
    return new Map(rows.map((row) => [row.contract_id, row.kinds]));
  }
}

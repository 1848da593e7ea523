import { Injectable } from '@nestjs/common';
import { Db, join, raw, sql, type Sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import type { ContractCase } from '../core/facts.js';
import { toRow, type ContractRow } from './contract.row.js';

/** A contract that is registered now; only its number is still to come. */
interface Registering {
  readonly subject: ContractCase;
  readonly next: Contract;
}

/** Where numbers are gapless: a registry's year. */
export interface Series {
  readonly year: number;
  /** Six digits. */
  readonly registry: string;
}

/** Columns that the statement itself sets, or that the database keeps. */
const SET_HERE: readonly string[] = ['registrationNumber', 'searchText', 'version', 'updatedAt'];

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** 登记编号: taken and written in one statement, since whoever registers at the same registry waits for it. */
@Injectable()
export class RegistrationStore {
  constructor(private readonly db: Db) {}

  /**
   * Numbers the contracts in their order, whose rows are locked, and writes what they have become.
   * @returns contract id → number.
   */
  async register(
    { year, registry }: Series,
    contracts: readonly Registering[],
  ): Promise<ReadonlyMap<string, string>> {
    const changed = changedColumns(contracts);
    const rows = contracts.map(({ next }) => rowOf(toRow(next), ['id', 'version', ...changed]));
    const numbered = await this.db.query<{ id: string; number: string }>(sql`
      with taken as materialized (
        select contracts.next_serials('REGISTRATION', ${year}, ${registry}, ${contracts.length}) as first),
      numbered as materialized (
        select id, ${`${year}${registry}`} || lpad((taken.first + ordinality - 1)::text, 6, '0') as number
        from taken, unnest(${contracts.map(({ next }) => next.id)}::uuid[]) with ordinality as n (id, ordinality))
      update contracts.contract c set registration_number = n.number, version = r.version,
        search_text = c.search_text || E'\n' || n.number, updated_at = platform.business_now(), ${assignments(changed)}
      from jsonb_populate_recordset(null::contracts.contract, ${JSON.stringify(rows)}::jsonb) as r
      join numbered n on n.id = r.id
      where c.id = r.id returning c.id, n.number`);
    return new Map(numbered.map(({ id, number }) => [id, number]));
  }
}

/** What registering changes of a row, over all of them. */
function changedColumns(contracts: readonly Registering[]): readonly (keyof ContractRow)[] {
  const changed = new Set<keyof ContractRow>();
  for (const { subject, next } of contracts) {
    const [old, now] = [toRow(subject.contract), toRow(next)];
    for (const column of Object.keys(now) as (keyof ContractRow)[])
      if (old[column] !== now[column] && JSON.stringify(old[column]) !== JSON.stringify(now[column]))
        changed.add(column);
  }
  return [...changed].filter((column) => !SET_HERE.includes(column)).sort();
}

const rowOf = (row: ContractRow, columns: readonly (keyof ContractRow)[]): object =>
  Object.fromEntries(columns.map((column) => [snake(column), row[column]]));

const assignments = (columns: readonly (keyof ContractRow)[]): Sql =>
  join(columns.map((column) => raw(`${snake(column)} = r.${snake(column)}`)));

import { Injectable } from '@nestjs/common';
import { Db, raw, sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import type { ContractCase } from '../core/facts.js';

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

/** What registering changes of a contract besides its number. */
const WRITTEN = [
  'state',
  'version',
  'secondReviewerId',
  'registeredAt',
  'registeredOn',
  'certificateVersion',
  'decidedOn',
] as const satisfies readonly (keyof Contract)[];

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const ASSIGNMENTS = raw(WRITTEN.map((key) => `${snake(key)} = r.${snake(key)}`).join(', '));

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
    const rows = contracts.map(rowOf);
    const numbered = await this.db.query<{ id: string; number: string }>(
      sql`
      with taken as materialized (
        select contracts.next_serials('REGISTRATION', ${year}, ${registry}, ${contracts.length}) as first),
      numbered as materialized (
        select id, ${`${year}${registry}`} || lpad((taken.first + ordinality - 1)::text, 6, '0') as number
        from taken, unnest(${contracts.map(({ next }) => next.id)}::uuid[]) with ordinality as n (id, ordinality))
      update contracts.contract c set registration_number = n.number,
        search_text = c.search_text || E'\n' || n.number, updated_at = platform.business_now(), ${ASSIGNMENTS}
      from jsonb_populate_recordset(null::contracts.contract, ${JSON.stringify(rows)}::jsonb) as r
      join numbered n on n.id = r.id
      where c.id = r.id returning c.id, n.number`.prepared(),
    );
    return new Map(numbered.map(({ id, number }) => [id, number]));
  }
}

/** @throws Error when registering changed more than is written here. */
function rowOf({ subject, next }: Registering): object {
  const before = subject.contract;
  for (const key of Object.keys(next) as (keyof Contract)[])
    if (next[key] !== before[key] && !(WRITTEN as readonly string[]).includes(key))
      throw new Error(`registering does not write ${key}`);
  return Object.fromEntries(['id' as const, ...WRITTEN].map((key) => [snake(key), next[key]]));
}

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

/** What registering changes of a contract besides its number, with the columns' types. */
const WRITTEN = {
  state: 'text',
  version: 'int',
  secondReviewerId: 'uuid',
  registeredAt: 'timestamptz',
  registeredOn: 'date',
  certificateVersion: 'int',
  decidedOn: 'date',
} as const satisfies { readonly [key in keyof Contract]?: string };

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const TYPED = raw(
  Object.entries(WRITTEN)
    .map(([key, type]) => `"${key}" ${type}`)
    .join(', '),
);
const ASSIGNMENTS = raw(
  Object.keys(WRITTEN)
    .map((key) => `${snake(key)} = r."${key}"`)
    .join(', '),
);

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
    const numbered = await this.db.query<{ id: string; number: string }>(
      sql`
      with taken as materialized (
        select contracts.next_serials('REGISTRATION', ${year}, ${registry}, ${contracts.length}) as first)
      update contracts.contract c
      set registration_number = ${`${year}${registry}`} || lpad((taken.first + r.ordinality - 1)::text, 6, '0'),
        updated_at = (select platform.business_now()), ${ASSIGNMENTS}
      from taken, rows from (jsonb_to_recordset(${JSON.stringify(contracts.map(rowOf))}::jsonb)
        as (id uuid, ${TYPED})) with ordinality as r
      where c.id = r.id returning c.id, c.registration_number as number`.prepared(),
    );
    return new Map(numbered.map(({ id, number }) => [id, number]));
  }
}

/** @throws Error when registering changed more than is written here. */
function rowOf({ subject, next }: Registering): object {
  const before: Contract = subject.contract;
  const row: Record<string, unknown> = { id: next.id };
  for (const [key, value] of Object.entries(next)) {
    if (key in WRITTEN) row[key] = value;
    else if (value !== before[key as keyof Contract]) throw new Error(`registering does not write ${key}`);
  }
  return row;
}

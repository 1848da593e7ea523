import { Injectable } from '@nestjs/common';
import { DomainError, say } from '@jihui/kernel';
import { Db, raw, sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import { ContractCodes } from '../core/errors.js';
import type { ContractCase } from '../core/facts.js';
import { MAX_SERIAL, registrationNumber } from '../core/numbers.js';

/** A contract as it was, and as its registration leaves it. */
interface Registered {
  readonly subject: ContractCase;
  readonly next: Contract;
}

/** Where numbers are gapless: a registry's year. */
export interface Series {
  readonly year: number;
  /** Six digits. */
  readonly registry: string;
}

/** What registering changes of a contract, with the columns' types. */
const WRITTEN = {
  registrationNumber: 'text',
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

/** The database's refusal of a serial of seven digits. */
const isSeriesFull = (error: unknown): boolean =>
  (error as { driverError?: { constraint?: string } }).driverError?.constraint === 'number_series_last_check';

/** 登记编号: whoever registers at the same registry waits from `take` to the commit. */
@Injectable()
export class RegistrationStore {
  constructor(private readonly db: Db) {}

  /** The next numbers of the series, which follow each other. @throws DomainError CONTRACT.SERIES_FULL. */
  async take({ year, registry }: Series, count: number): Promise<readonly string[]> {
    const taken = await this.next({ year, registry }, count);
    if (taken === undefined) throw new Error('next_serials answered nothing');
    return Array.from({ length: count }, (_, index) =>
      registrationNumber(year, registry, taken.first + index),
    );
  }

  private async next({ year, registry }: Series, count: number): Promise<{ first: number } | undefined> {
    try {
      return await this.db.one<{ first: number }>(
        sql`select contracts.next_serials('REGISTRATION', ${year}, ${registry}, ${count}) as first`.prepared(),
      );
    } catch (error) {
      if (!isSeriesFull(error)) throw error;
      throw new DomainError(
        ContractCodes.SERIES_FULL,
        say`该登记机构${year}年度剩余的登记编号不够（每年最多${MAX_SERIAL}个），请减少份数，或联系平台管理员核对登记机构代码`,
      );
    }
  }

  /** Writes what the contracts, whose rows are locked, have become. */
  async write(registered: readonly Registered[]): Promise<void> {
    await this.db.query(
      sql`
      update contracts.contract c
      set updated_at = (select platform.business_now()), ${ASSIGNMENTS}
      from jsonb_to_recordset(${JSON.stringify(registered.map(rowOf))}::jsonb) as r (id uuid, ${TYPED})
      where c.id = r.id`.prepared(),
    );
  }
}

/** @throws Error when registering changed more than is written here. */
function rowOf({ subject, next }: Registered): object {
  const before: Contract = subject.contract;
  const row: Record<string, unknown> = { id: next.id };
  for (const [key, value] of Object.entries(next)) {
    if (key in WRITTEN) row[key] = value;
    else if (value !== before[key as keyof Contract]) throw new Error(`registering does not write ${key}`);
  }
  return row;
}

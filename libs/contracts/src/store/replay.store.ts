import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { coveredBy, Db, sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import { ContractRow, toDomain } from './contract.row.js';
import { COLUMNS } from './contracts.store.js';
import type { Basis } from './parts.row.js';

/** A registered contract with what its registration rested on; null where that was not kept. */
export interface Registered {
  readonly contract: Contract;
  readonly basis: Basis | null;
}

/** Registered contracts for a replay, a batch at a time. */
@Injectable()
export class ReplayStore {
  constructor(private readonly db: Db) {}

  /** Whatever became of them later, in the order of their ids. */
  async registered(
    over: {
      readonly since: LegalDay | null;
      /** Registries that are gone over; null for all. */
      readonly divisions: readonly string[] | null;
      readonly after: string;
    },
    limit: number,
  ): Promise<readonly Registered[]> {
    const { since, divisions, after } = over;
    const within = divisions === null ? sql`true` : coveredBy(sql`c.registry_division`, divisions);
    const rows = await this.db.query<ContractRow & { readonly basis: Basis | null }>(sql`
      select ${COLUMNS}, r.basis from contracts.contract c
      left join lateral (
        select v.basis from contracts.review v
        where v.contract_id = c.id and v.stage = 'SECOND' and v.verdict = 'PASS' and v.basis ? 'facts'
        order by v.at desc limit 1) r on true
      where c.registration_number is not null and c.id > ${after} and ${within}
        and (${since}::date is null or c.registered_on >= ${since}::date)
      order by c.id limit ${limit}`);
    return rows.map(({ basis, ...row }) => ({ contract: toDomain(row), basis }));
  }
}

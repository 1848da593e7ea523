import { Injectable } from '@nestjs/common';
import type { PatentSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { RegisteredPatent } from '../core/facts.js';

/** 专利登记, as far as a contract's rights are held against it. */
@Injectable()
export class PatentsStore {
  constructor(private readonly db: Db) {}

  /** The newest snapshot stays; an older one changes nothing. */
  async put(patent: PatentSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into contracts.patent as old (id, version, number, state, open, owner_id, applicants, expires_on,
        exclusive_until, pledged)
      values (${patent.id}, ${version}, ${patent.number}, ${patent.state}, ${patent.open}, ${patent.ownerId},
        ${[...patent.applicants]}::text[], ${patent.expiresOn}, ${patent.exclusiveUntil ?? null}::date,
        ${patent.pledged ?? false})
      on conflict (id) do update set version = excluded.version, number = excluded.number, state = excluded.state,
        open = excluded.open, owner_id = excluded.owner_id, applicants = excluded.applicants,
        expires_on = excluded.expires_on, exclusive_until = excluded.exclusive_until, pledged = excluded.pledged
      where old.version < excluded.version`);
  }

  /**
   * What the register holds under these numbers. An entry that is its holder's secret is told to whoever holds it alone;
   * so is who has a licence or a pledge.
   * @param holders organisation ids of the applicants
   */
  async under(
    numbers: readonly string[],
    holders: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RegisteredPatent[]>> {
    const rows = await this.db.query<RegisteredPatent>(
      sql`
      select p.number, p.state, p.owner_id as "ownerId", p.open, p.applicants, p.expires_on::text as "expiresOn",
        p.exclusive_until::text as "exclusiveUntil", p.pledged
      from contracts.patent p where ${sql.any(sql`p.number`, numbers)} and p.state <> 'REMOVED'
        and (p.open or ${sql.any(sql`p.owner_id`, holders)}) order by p.id`.prepared(),
    );
    const found = new Map<string, RegisteredPatent[]>();
    for (const row of rows) found.set(row.number, [...(found.get(row.number) ?? []), row]);
    return found;
  }
}

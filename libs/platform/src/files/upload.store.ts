import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { sql } from '../db/sql.js';

/** What a person, or all of an organisation's people, have uploaded within a day. */
export interface Uploaded {
  readonly files: number;
  readonly bytes: number;
}

/** What was uploaded within the last 24 hours, by whom and for which organisations; older rows go with the next upload. */
@Injectable()
export class UploadStore {
  constructor(private readonly db: Db) {}

  /** Whoever counts for the same holders waits, so that uploads at once do not each find the last place free. */
  async lock(holders: readonly string[]): Promise<void> {
    await this.db.query(sql`
      select pg_advisory_xact_lock(hashtextextended('platform/upload/' || holder, 0))
      from (select unnest(${[...holders].sort()}::text[]) as holder) as held`);
  }

  async forgetOld(holders: readonly string[]): Promise<void> {
    await this.db.query(sql`
      delete from platform.upload where ${sql.any(sql`holder_id`, holders)}
        and at <= platform.business_now() - interval '24 hours'`);
  }

  async withinDay(holders: readonly string[]): Promise<ReadonlyMap<string, Uploaded>> {
    const rows = await this.db.query<Uploaded & { readonly holderId: string }>(sql`
      select holder_id as "holderId", count(*)::int as files, sum(bytes)::float8 as bytes from platform.upload
      where ${sql.any(sql`holder_id`, holders)} and at > platform.business_now() - interval '24 hours'
      group by holder_id`);
    return new Map(rows.map(({ holderId, ...uploaded }) => [holderId, uploaded]));
  }

  async add(id: string, holders: readonly string[], bytes: number): Promise<void> {
    await this.db.query(sql`
      insert into platform.upload (id, holder_id, bytes, at)
      select ${id}::uuid, unnest(${holders}::uuid[]), ${bytes}::bigint, platform.business_now()`);
  }

  async resize(id: string, holders: readonly string[], bytes: number): Promise<void> {
    await this.db.query(sql`
      update platform.upload set bytes = ${bytes} where id = ${id} and ${sql.any(sql`holder_id`, holders)}`);
  }

  async remove(id: string, holders: readonly string[]): Promise<void> {
    await this.db.query(sql`
      delete from platform.upload where id = ${id} and ${sql.any(sql`holder_id`, holders)}`);
  }
}

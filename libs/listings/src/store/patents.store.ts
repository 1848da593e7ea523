import { Injectable } from '@nestjs/common';
import type { PatentSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';

/** What saved searches need of patents: their titles, and since when everybody may know of them. */
@Injectable()
export class PatentsStore {
  constructor(private readonly db: Db) {}

  /** @param at when it was told: the first time as a public one counts */
  async project({ id, title, createdBy, open }: PatentSnapshot, version: number, at: string): Promise<void> {
    await this.db.query(sql`
      insert into listings.patent (id, version, title, created_by, open, opened_at)
      values (${id}, ${version}, ${title}, ${createdBy}, ${open}, ${open ? at : null}::timestamptz)
      on conflict (id) do update set version = excluded.version, title = excluded.title, open = excluded.open,
        opened_at = coalesce(listings.patent.opened_at, excluded.opened_at)
      where listings.patent.version < excluded.version`);
  }

  /** Of those that are public. */
  async titles(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; title: string }>(sql`
      select p.id, p.title from listings.patent p where ${sql.any(sql`p.id`, ids)} and p.open`);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that people keep, what they were told of, and until when newcomers were looked through. */
export class SavedSearches1764751000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table listings.saved_search (
        id uuid primary key,
        version int not null check (version > 0),
        person_id text not null,
        kind text not null check (kind in ('RESULT', 'NEED')),
        name text not null,
        text text not null,
        filters jsonb not null,
        alerts boolean not null,
        created_at timestamptz not null
      );
      create index saved_search_person on listings.saved_search (person_id, created_at desc, id desc);
      create index saved_search_alerts on listings.saved_search (id) where alerts;
      create table listings.saved_search_told (
        search_id uuid not null references listings.saved_search on delete cascade,
        listing_id uuid not null,
        primary key (search_id, listing_id)
      );
      create table listings.saved_search_look (
        single boolean primary key default true check (single),
        at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table listings.saved_search_look, listings.saved_search_told, listings.saved_search`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Patents are looked for again and again as well: which became public when, as discovery told. */
export class PatentSearches1770200000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table listings.patent (
        id uuid primary key,
        version int not null,
        title text not null,
        created_by text not null,
        open boolean not null,
        -- When it was first told as public; null while it never was.
        opened_at timestamptz(3)
      );
      create index patent_opened on listings.patent (opened_at) where open;
      alter table listings.saved_search drop constraint saved_search_kind_check;
      alter table listings.saved_search
        add constraint saved_search_kind_check check (kind in ('RESULT', 'NEED', 'PATENT'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from listings.saved_search where kind = 'PATENT';
      alter table listings.saved_search drop constraint saved_search_kind_check;
      alter table listings.saved_search add constraint saved_search_kind_check check (kind in ('RESULT', 'NEED'));
      drop table listings.patent;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words and numbers are looked for in the platform's search index; this table is for lists without any. */
export class SearchPort1764750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table listings.search drop numbers, drop numbers_signed, drop tsv, drop tsv_signed`);
  }

  /** The words do not come back by themselves: they are written with the next change of each listing. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table listings.search
        add numbers text not null default '', add numbers_signed text,
        add tsv tsvector not null default '', add tsv_signed tsvector;
      create index search_text on listings.search using gin (tsv);
      create index search_text_signed on listings.search using gin (tsv_signed);
      create index search_numbers on listings.search using gin (numbers gin_trgm_ops);
      create index search_numbers_signed on listings.search using gin (numbers_signed gin_trgm_ops)`);
  }
}

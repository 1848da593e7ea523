import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Patents are found by the search index: the words beside the bibliography are no longer kept. */
export class PatentsSearched1764910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table discovery.patent drop column words`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.patent add column words text not null default '';
      create index patent_words on discovery.patent using gin (words gin_trgm_ops);
    `);
  }
}

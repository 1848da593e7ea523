import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts are found by the search index: the words beside the profile are no longer kept. */
export class ExpertsSearched1764820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.expert drop column words_public, drop column words_signed, drop column words_all`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.expert add column words_public text not null default '',
        add column words_signed text not null default '', add column words_all text not null default '';
      create index expert_words on discovery.expert using gin (words_public gin_trgm_ops);
      create index expert_words_signed on discovery.expert using gin (words_signed gin_trgm_ops);
    `);
  }
}

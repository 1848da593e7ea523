import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brokers and agencies are found by the search index: the words beside the entries are no longer kept. */
export class IntermediariesSearched1765220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.broker drop column words;
      alter table discovery.agency drop column words;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table discovery.broker add column words text not null default '';
      alter table discovery.agency add column words text not null default '';
      create index broker_words on discovery.broker using gin (words gin_trgm_ops);
      create index agency_words on discovery.agency using gin (words gin_trgm_ops);
    `);
  }
}

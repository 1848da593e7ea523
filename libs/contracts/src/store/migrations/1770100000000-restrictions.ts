import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a contract's text holds that may restrict technology or competition; found when it is read again by night. */
export class Restrictions1770100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.text_reading add column restrictions jsonb not null default '[]';
      comment on column contracts.text_reading.restrictions is 'kind, clause, page and words of clauses that may restrict (民法典第850条)'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table contracts.text_reading drop column restrictions`);
  }
}

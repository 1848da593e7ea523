import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 保存期限: a row a rule, when it last ran and what it took away. */
export class RetentionRuns1770700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.retention_run (
        rule text primary key,
        ran_at timestamptz not null,
        removed bigint not null,
        removed_in_all bigint not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table platform.retention_run`);
  }
}

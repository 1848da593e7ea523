import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 检索索引核对: one row, what the last look at the search index found, and whether one is under way. */
export class IndexCheck1770300000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.index_check (
        id boolean primary key default true check (id),
        asked_at timestamptz,
        checked_at timestamptz,
        documents int not null default 0,
        drifts jsonb not null default '[]'
      );
      insert into platform.index_check default values`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table platform.index_check`);
  }
}

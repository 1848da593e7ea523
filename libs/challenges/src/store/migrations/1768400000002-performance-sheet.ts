import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 绩效 by criteria. */
export class PerformanceSheet1768400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table challenges.project add column performance_sheet jsonb not null default '[]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.project drop column performance_sheet');
  }
}

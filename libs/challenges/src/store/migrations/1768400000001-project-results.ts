import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 成果登记 of projects that were accepted. */
export class ProjectResults1768400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.project add column results jsonb not null default '[]';
      -- Concluded before this was kept: what was accepted and is not settled yet may enter its results.
      update challenges.project set acceptance = acceptance || '{"passed": true}'
      where state = 'ACCEPTED' and acceptance is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.project drop column results');
  }
}

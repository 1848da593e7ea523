import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 现场考察 of ranked bids, before the deliberation. */
export class SiteChecks1770000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table challenges.review add site_checks jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.review drop site_checks');
  }
}

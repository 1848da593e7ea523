import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session knows when its person last proved to be themselves; those that are open were not asked yet. */
export class RecentProof1770600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.session add column proven_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.session drop column proven_at');
  }
}

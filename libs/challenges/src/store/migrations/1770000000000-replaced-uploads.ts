import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sealed bid that another one replaced: its bytes are going, so it is handed in no more. */
export class ReplacedUploads1770000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.bid_upload add replaced_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.bid_upload drop replaced_at');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sheet begins with no recommendation: only one that is handed in must have one. */
export class NoRecommendation1768200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.sheet alter recommends drop not null,
        add constraint sheet_recommends check (handed_in_at is null or recommends is not null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update challenges.sheet set recommends = false where recommends is null;
      alter table challenges.sheet drop constraint sheet_recommends, alter recommends set not null;
    `);
  }
}

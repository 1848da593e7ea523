import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 书面评审、答辩: a sheet is of a stage, and a review knows who advanced to the second. */
export class TwoStages1768220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.sheet add stage int not null default 1 check (stage in (1, 2)),
        drop constraint sheet_pkey, add primary key (seat_id, bid_id, stage);
      alter table challenges.sheet alter stage drop default;
      alter table challenges.review add advanced jsonb;
      update challenges.call set plan = plan || '{"secondStage": null}' where not plan ? 'secondStage';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update challenges.call set plan = plan - 'secondStage';
      alter table challenges.review drop advanced;
      delete from challenges.sheet where stage = 2;
      alter table challenges.sheet drop constraint sheet_pkey, drop stage, add primary key (seat_id, bid_id);
    `);
  }
}

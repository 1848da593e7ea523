import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How versions did on held-out feedback, each time there was something new to compare by. */
export class Evaluations1770200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.evaluation (
        id uuid primary key,
        at timestamptz(3) not null,
        needs int not null check (needs > 0),
        pairs int not null check (pairs > 0),
        -- [{ number, state, ndcg10, auc }], words alone with a number that is null.
        versions jsonb not null
      );
      create index on matching.evaluation (at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matching.evaluation');
  }
}

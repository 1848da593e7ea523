import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 原方案代号: under which names a bid went before its review was reopened, or its panel voided. */
export class FormerNames1771100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.former_name (
        blind uuid primary key,
        bid_id uuid not null references challenges.bid (id),
        call_id uuid not null,
        round int not null,
        -- As in 方案 3: no number is given to another bid of the round again.
        number int not null,
        reason text not null,
        retired_at timestamptz not null,
        unique (call_id, round, number)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table challenges.former_name');
  }
}

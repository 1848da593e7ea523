import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 方案代号: how a bid is called before its judges, by chance, so that nothing published at the opening leads to its bidder. */
export class BlindBids1770000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table challenges.bid_check add blind uuid not null unique default gen_random_uuid()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.bid_check drop blind');
  }
}

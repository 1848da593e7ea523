import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 窗口代办的卖方 without an account: one entry a code, until its organisation comes to the platform. */
export class CounterSellers1764761000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unique index counter_seller on contracts.organisation (uscc) where kind = 'COUNTER';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.counter_seller');
  }
}

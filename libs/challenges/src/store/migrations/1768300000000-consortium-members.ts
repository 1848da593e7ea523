import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 联合体成员及其确认, as the check of an opened bid found them. */
export class ConsortiumMembers1768300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table challenges.bid_check add members jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.bid_check drop members');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries that are counted, of any domain. What was counted before this release is forgotten with its window. */
export class Throttle1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.throttle (
        bucket text primary key,
        tries int not null,
        resets_at timestamptz not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.throttle');
  }
}

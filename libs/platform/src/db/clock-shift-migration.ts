import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Business time of one transaction: what a demo city's past is written at. `jihui.shift` is set within a transaction and
 * ends with it, so nobody else's time moves.
 */
export class ClockShift1767700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function platform.business_now() returns timestamptz language sql stable as
        $$ select clock_timestamp() + coalesce((select "offset" from platform.clock_offset), interval '0')
          + coalesce(nullif(current_setting('jihui.shift', true), ''), '0')::interval $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function platform.business_now() returns timestamptz language sql stable as
        $$ select clock_timestamp() + coalesce((select "offset" from platform.clock_offset), interval '0') $$`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows visitors read tell of each statement that changes them, once its transaction is committed. */
export class TellOfChange1770900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function platform.tell_of_change() returns trigger language plpgsql as
        $$ begin perform pg_notify('jihui_change', tg_table_schema); return null; end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function platform.tell_of_change()`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What `KEPT` (../../kept.ts) is read from. */
const TABLES = ['result', 'need', 'search', 'organisation', 'deal'];

/** Answers to visitors are kept until one of these changes. */
export class ToldChanges1770900000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.query(`
        create trigger tells_of_change after insert or update or delete or truncate on listings.${table}
          for each statement execute function platform.tell_of_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop trigger tells_of_change on listings.${table}`);
  }
}

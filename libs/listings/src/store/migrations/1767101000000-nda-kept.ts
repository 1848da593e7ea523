import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was accepted, and that it was, is a proof: neither a text nor an acceptance can be changed or taken away. */
export class NdaKept1767101000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['nda_text', 'nda_acceptance'])
      await runner.query(`create trigger ${table}_append_only before update or delete on listings.${table}
        for each row execute function platform.refuse_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['nda_text', 'nda_acceptance'])
      await runner.query(`drop trigger ${table}_append_only on listings.${table}`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the last file said of a patent, by which an import knows whether people changed it since. */
export class PatentImports1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table discovery.patent add column import_hash text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table discovery.patent drop column import_hash');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Counts the changes of a projected listing, whatever they are of: two readers that bring one index up
 * to date at once then know which of them read the newer row.
 */
export class ListingRevision1763856300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matching.listing add column revision int not null default 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table matching.listing drop column revision');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Terms of listings that were renewed or that ran out: what the market's health counts of them. */
export class ListingTerms1767300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deals.listing_term (
        listing_id uuid not null,
        version int not null,
        kind text not null check (kind in ('RESULT', 'NEED')),
        act text not null check (act in ('RENEWED', 'EXPIRED')),
        at timestamptz not null,
        primary key (listing_id, version)
      );
      create index listing_term_at on deals.listing_term (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table deals.listing_term`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for the night to be matched, and pairs of needs and patents that were told. */
export class Night1766210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.waiting (
        kind text not null check (kind in ('RESULT', 'NEED', 'EXPERT', 'PATENT')),
        id uuid not null,
        -- What comes again while it is being matched waits on.
        since timestamptz(3) not null default clock_timestamp(),
        primary key (kind, id)
      );
      create table matching.patent_recommendation (
        id uuid primary key,
        need_id uuid not null,
        patent_id uuid not null,
        need_owner_id uuid not null,
        patent_owner_id uuid not null,
        score int not null check (score between 0 and 100),
        parts jsonb not null,
        shared_terms text[] not null,
        model_version text not null,
        created_at timestamptz not null,
        constraint patent_recommendation_once unique (need_id, patent_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matching.patent_recommendation; drop table matching.waiting');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of the vectors, and what came of pairs: deals, contracts, refusals. */
export class Models1764760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.model (
        id uuid primary key,
        version int not null,
        number int not null unique,
        state text not null check (state in ('CANDIDATE', 'ACTIVE', 'RETIRED')),
        sources jsonb not null,
        trained_at timestamptz not null,
        seconds double precision not null check (seconds >= 0),
        updated_at timestamptz not null
      );
      create unique index model_in_use on matching.model (state) where state = 'ACTIVE';

      create table matching.model_tower (
        model_id uuid not null references matching.model (id) on delete cascade,
        position smallint not null,
        parameters jsonb not null,
        units text not null,
        vectors bytea not null,
        primary key (model_id, position)
      );

      create table matching.outcome (
        -- The deal or the contract that says so.
        source_id uuid primary key,
        version int not null,
        need_id uuid not null,
        result_id uuid not null,
        kind text check (kind in ('ACCEPTED', 'SIGNED', 'CONTRACTED', 'REJECTED'))
      );
      create index on matching.outcome (need_id, result_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table matching.outcome, matching.model_tower, matching.model');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

export class Matching1763856300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'matching');
    // changed_xid lets every process follow the projection into its index: whatever committed since a
    // snapshot has a transaction id at or above that snapshot's xmin, in whichever order it committed.
    await runner.query(`
      create table matching.listing (
        id uuid primary key,
        kind text not null check (kind in ('RESULT', 'NEED')),
        version int not null,
        code text not null,
        title text not null,
        keywords text[] not null,
        body text not null,
        owner_id uuid not null,
        division_code text not null,
        anonymous boolean not null,
        state text not null,
        online boolean not null,
        owner_active boolean not null,
        facts jsonb not null,
        changed_xid xid8 not null default pg_current_xact_id(),
        updated_at timestamptz not null default platform.business_now()
      );
      create index on matching.listing (kind, changed_xid);
      create index on matching.listing (owner_id);

      create table matching.organisation (
        id uuid primary key,
        version int not null,
        name text not null,
        kind text not null,
        division_code text not null,
        status text not null
      );

      create table matching.feedback (
        id uuid primary key,
        version int not null,
        need_id uuid not null,
        result_id uuid not null,
        person_id uuid not null,
        verdict text not null check (verdict in ('USEFUL', 'NOT_USEFUL')),
        reason text not null check (char_length(reason) <= 500),
        score int not null check (score between 0 and 100),
        parts jsonb not null,
        model_version text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint feedback_once unique (need_id, result_id, person_id)
      );
      create index on matching.feedback (result_id);

      create table matching.manual_match (
        id uuid primary key,
        version int not null,
        state text not null check (state in ('ACTIVE', 'WITHDRAWN')),
        need_id uuid not null,
        result_id uuid not null,
        agency_id uuid not null,
        person_id uuid not null,
        reason text not null check (char_length(reason) between 5 and 500),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index manual_match_once on matching.manual_match (need_id, result_id) where state = 'ACTIVE';
      create index on matching.manual_match (result_id) where state = 'ACTIVE';

      create table matching.recommendation (
        id uuid primary key,
        need_id uuid not null,
        result_id uuid not null,
        need_owner_id uuid not null,
        result_owner_id uuid not null,
        score int not null check (score between 0 and 100),
        parts jsonb not null,
        shared_terms text[] not null,
        model_version text not null,
        created_at timestamptz not null,
        constraint recommendation_once unique (need_id, result_id)
      );
      create index on matching.recommendation (need_owner_id, created_at, id);
      create index on matching.recommendation (result_owner_id, created_at, id);

      create table matching.boilerplate (
        word text primary key,
        share double precision not null check (share > 0 and share <= 1)
      );
      create table matching.statistics (
        one boolean primary key default true check (one),
        requested_needs int not null default 0
      );
      insert into matching.statistics default values;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'matching');
  }
}

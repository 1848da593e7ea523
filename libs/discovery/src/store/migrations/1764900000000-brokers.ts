import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of brokers. */
export class Brokers1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.broker (
        id uuid primary key,
        version int not null check (version > 0),
        person_id uuid not null references discovery.person,
        organisation_id uuid not null references discovery.organisation,
        scope_code text not null,
        state text not null check (state in ('DRAFT', 'CONSENT', 'REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED',
          'EXITED')),
        state_reason text,
        state_note text not null,
        barred_until date,
        content jsonb not null,
        services text[] not null,
        tech_fields text[] not null,
        clusters text[] not null,
        words text not null,
        confirmed_by text,
        admitted_at timestamptz,
        state_since timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint broker_once unique (person_id)
      );
      create index broker_newest on discovery.broker (admitted_at desc, id desc) where state = 'ACTIVE';
      create index broker_waiting on discovery.broker (state_since, id) where state in ('CONSENT', 'REVIEW');
      create index broker_agency on discovery.broker (organisation_id);
      create index broker_words on discovery.broker using gin (words gin_trgm_ops);
      create index broker_changed on discovery.broker (updated_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discovery.broker');
  }
}

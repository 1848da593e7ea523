import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The expert bank, people and their memberships as identity told them, and who entered each result. */
export class Experts1764810000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Results that are known already learn who entered them when listings republishes.
    await runner.query(`
      alter table discovery.result add column created_by text not null default '';
      create index result_creator on discovery.result (created_by) where online;
      create index contract_result on discovery.contract (result_id) where standing;
      create table discovery.person (
        id uuid primary key,
        version int not null,
        name text not null,
        active boolean not null
      );
      create table discovery.employment (
        person_id uuid not null references discovery.person,
        organisation_id uuid not null,
        known_from date not null,
        ended_on date,
        primary key (person_id, organisation_id, known_from)
      );
      create unique index employment_once on discovery.employment (person_id, organisation_id) where ended_on is null;
      create index employment_organisation on discovery.employment (organisation_id);
    `);
    await runner.query(`
      create table discovery.expert (
        id uuid primary key,
        version int not null check (version > 0),
        person_id uuid not null references discovery.person,
        organisation_id uuid references discovery.organisation,
        scope_code text not null,
        state text not null check (state in ('DRAFT', 'UNIT_CONSENT', 'REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED',
          'EXITED')),
        state_reason text,
        state_note text not null,
        barred_until date,
        visibility text not null check (visibility in ('PUBLIC', 'SIGNED_IN', 'OFFICERS')),
        privacy jsonb not null,
        content jsonb not null,
        relations jsonb not null,
        relations_declared_at timestamptz,
        tech_fields text[] not null,
        clusters text[] not null,
        modes text[] not null,
        availability text not null,
        words_public text not null,
        words_signed text not null,
        words_all text not null,
        consented_by text,
        admitted_at timestamptz,
        state_since timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint expert_once unique (person_id)
      );
      create index expert_newest on discovery.expert (admitted_at desc, id desc) where state = 'ACTIVE';
      create index expert_waiting on discovery.expert (state_since, id) where state in ('UNIT_CONSENT', 'REVIEW');
      create index expert_unit on discovery.expert (organisation_id);
      create index expert_words on discovery.expert using gin (words_public gin_trgm_ops);
      create index expert_words_signed on discovery.expert using gin (words_signed gin_trgm_ops);
      create index expert_changed on discovery.expert (updated_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table discovery.expert, discovery.employment, discovery.person;
      drop index discovery.contract_result;
      alter table discovery.result drop column created_by;
    `);
  }
}

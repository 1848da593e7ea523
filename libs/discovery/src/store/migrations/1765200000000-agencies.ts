import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of agencies, and 骨干认定 of agencies and brokers. */
export class Agencies1765200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.agency (
        id uuid primary key,
        version int not null check (version > 0),
        organisation_id uuid not null references discovery.organisation,
        scope_code text not null,
        state text not null check (state in ('DRAFT', 'REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED', 'EXITED')),
        state_reason text,
        state_note text not null,
        barred_until date,
        content jsonb not null,
        services text[] not null,
        tech_fields text[] not null,
        clusters text[] not null,
        words text not null,
        designation jsonb,
        designated_until date,
        admitted_at timestamptz,
        state_since timestamptz not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint agency_once unique (organisation_id)
      );
      create index agency_newest on discovery.agency (admitted_at desc, id desc) where state = 'ACTIVE';
      create index agency_waiting on discovery.agency (state_since, id) where state = 'REVIEW';
      create index agency_words on discovery.agency using gin (words gin_trgm_ops);
      create index agency_changed on discovery.agency (updated_at);
      alter table discovery.broker add column designation jsonb, add column designated_until date;
      create index rating_of_agency on discovery.rating (organisation_id) where state = 'SHOWN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index discovery.rating_of_agency;
      alter table discovery.broker drop column designation, drop column designated_until;
      drop table discovery.agency`);
  }
}

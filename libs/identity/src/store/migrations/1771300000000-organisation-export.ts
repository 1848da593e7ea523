import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports of what an organisation owns, asked for by its administrators. */
export class OrganisationExport1771300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.organisation_export (
        id uuid primary key,
        version int not null,
        organisation_id uuid not null references identity.organisation,
        requested_by uuid not null references identity.person,
        state text not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED')),
        attempt int not null default 0,
        lists_done int not null default 0,
        lists_in_all int not null default 0,
        files_done int not null default 0,
        files_in_all int not null default 0,
        rows int not null default 0,
        bytes bigint,
        sha256 text,
        failure text check (failure in ('TOO_LARGE', 'INTERRUPTED', 'DEFECT')),
        created_at timestamptz not null,
        finished_at timestamptz,
        expires_at timestamptz,
        heard_at timestamptz not null default clock_timestamp(),
        check ((state = 'READY') = (sha256 is not null and bytes is not null and expires_at is not null)),
        check ((state = 'FAILED') = (failure is not null)),
        check ((state in ('READY', 'FAILED')) = (finished_at is not null))
      );
      create unique index organisation_export_under_way on identity.organisation_export (organisation_id)
        where state in ('WAITING', 'RUNNING');
      create index organisation_export_newest on identity.organisation_export (organisation_id, created_at desc);
      create index organisation_export_of_person on identity.organisation_export (requested_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.organisation_export');
  }
}

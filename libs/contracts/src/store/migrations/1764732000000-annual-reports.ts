import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 年度报告: what a unit adds by hand, and the figures as it handed them in. */
export class AnnualReports1764732000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.annual_report (
        organisation_id uuid not null,
        year int not null check (year between 2000 and 2200),
        version int not null,
        state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
        items jsonb not null,
        frozen jsonb,
        submitted_at timestamptz,
        submitted_by uuid,
        return_reason text,
        decided_at timestamptz,
        updated_at timestamptz not null,
        primary key (organisation_id, year),
        constraint submitted_whole check (state not in ('SUBMITTED', 'ACCEPTED')
          or (frozen is not null and submitted_at is not null and submitted_by is not null))
      );
      create index deal_of_seller on contracts.deal ((snapshot ->> 'sellerId'));
      create index organisation_reports on contracts.organisation (division_code, id)
        where state_established and kind in ('UNIVERSITY', 'INSTITUTE');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.annual_report;
      drop index contracts.deal_of_seller, contracts.organisation_reports;
    `);
  }
}

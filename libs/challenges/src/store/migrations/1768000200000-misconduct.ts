import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 举报: reports of misconduct, and the files that prove them. */
export class Misconduct1768000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.misconduct_report (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null,
        subject text not null,
        call_id uuid references challenges.call,
        project_id uuid references challenges.project,
        division_code text not null,
        signed boolean not null,
        person_id uuid,
        name text not null,
        contact text not null,
        named jsonb not null,
        concerns text[] not null,
        statement text not null,
        receipt_hash text not null unique,
        notes jsonb not null,
        accept_by date not null,
        conclude_by date,
        extended boolean not null,
        alarmed_on date,
        decision text not null,
        finding text not null,
        measures text not null,
        answer text not null,
        handled_by uuid,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- An anonymous report holds nothing of who made it.
        check (signed or (name = '' and contact = '' and person_id is null)),
        check (state <> 'INVESTIGATING' or conclude_by is not null),
        check (state not in ('NOT_ACCEPTED', 'SUBSTANTIATED', 'UNSUBSTANTIATED') or handled_by is not null)
      );
      create index on challenges.misconduct_report (call_id);
      create index on challenges.misconduct_report (created_at desc, id desc);
      create index on challenges.misconduct_report (coalesce(conclude_by, accept_by))
        where state in ('RECEIVED', 'ACCEPTED', 'INVESTIGATING');
      create table challenges.misconduct_file (
        id uuid primary key,
        report_id uuid references challenges.misconduct_report,
        sha256 text not null,
        size bigint not null,
        type text not null,
        name text not null,
        -- By business time; to the hour, so that it tells nobody's upload from a log of a proxy.
        received_at timestamptz not null
      );
      create index on challenges.misconduct_file (report_id);
      create index on challenges.misconduct_file (received_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table challenges.misconduct_file; drop table challenges.misconduct_report;');
  }
}

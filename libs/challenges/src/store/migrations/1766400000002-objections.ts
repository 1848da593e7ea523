import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 异议 against a call, and questions about it. */
export class Objections1766400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.objection (
        id uuid primary key,
        version int not null check (version > 0),
        call_id uuid not null references challenges.call,
        stage text not null,
        state text not null,
        person_id uuid not null,
        name text not null,
        contact text not null,
        statement text not null,
        evidence text not null,
        accept_by date not null,
        decide_by date,
        extended boolean not null,
        answer text not null,
        answered_by text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state not in ('REFUSED', 'UPHELD', 'DISMISSED') or answered_by is not null)
      );
      create index on challenges.objection (call_id);
      create index on challenges.objection (call_id) where state in ('RECEIVED', 'ACCEPTED');
      create table challenges.question (
        id uuid primary key,
        version int not null check (version > 0),
        call_id uuid not null references challenges.call,
        person_id uuid not null,
        organisation_id uuid not null,
        text text not null,
        answer text not null,
        answered_by text,
        answered_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((answer = '') = (answered_at is null))
      );
      create index on challenges.question (call_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table challenges.question; drop table challenges.objection;');
  }
}

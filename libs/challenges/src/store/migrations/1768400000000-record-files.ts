import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of calls and projects: sent first, then handed in with a record, in which they stand with their hash. */
export class RecordFiles1768400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.record_file (
        id uuid primary key,
        call_id uuid references challenges.call,
        project_id uuid references challenges.project,
        kind text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null check (size > 0),
        type text not null,
        name text not null,
        sent_by uuid not null,
        sent_at timestamptz not null,
        -- The instant at which it became part of a record; null for what was sent and not handed in.
        taken_at timestamptz,
        check (num_nonnulls(call_id, project_id) = 1)
      );
      create index on challenges.record_file (call_id) where call_id is not null;
      create index on challenges.record_file (project_id) where project_id is not null;
      create index on challenges.record_file (sent_at) where taken_at is null;
      create index bid_upload_begun on challenges.bid_upload (created_at);
      create index bid_of_upload on challenges.bid (upload_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table challenges.record_file;
      drop index challenges.bid_upload_begun;
      drop index challenges.bid_of_upload;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of imports by upload, for whichever domain takes the rows in. */
export class ImportRuns1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.import_run (
        id uuid primary key,
        version int not null,
        kind text not null,
        state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        dry_run boolean not null,
        sha256 text not null,
        file_name text not null,
        owner_id uuid not null,
        started_by text not null,
        actor jsonb not null,
        mapping text,
        processed int not null,
        total int,
        created int not null,
        updated int not null,
        unchanged int not null,
        failed int not null,
        message text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        finished_at timestamptz
      );
      create index on platform.import_run (started_by, created_at desc, id desc);
      create table platform.import_problem (
        run_id uuid not null references platform.import_run,
        seq int not null,
        row int not null,
        "column" text not null,
        value text not null,
        code text not null,
        message text not null,
        primary key (run_id, seq)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.import_problem; drop table platform.import_run');
  }
}

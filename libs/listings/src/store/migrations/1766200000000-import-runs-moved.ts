import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of imports are the platform's, since other domains take files in as well; those that were move there. */
export class ImportRunsMoved1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into platform.import_run (id, version, kind, state, dry_run, sha256, file_name, owner_id, started_by, actor,
        mapping, processed, total, created, updated, unchanged, failed, message, created_at, updated_at, finished_at)
      select r.id, r.version, r.kind, r.state, r.dry_run, f.sha256, r.file_name, r.owner_id, r.started_by, r.actor,
        r.mapping, r.processed, r.total, r.created, r.updated, r.unchanged, r.failed, r.message, r.created_at,
        r.updated_at, r.finished_at
      from listings.import_run r join listings.file f on f.id = r.file_id;
      insert into platform.import_problem (run_id, seq, row, "column", value, code, message)
      select run_id, seq, row, "column", value, code, message from listings.import_problem;
      drop table listings.import_problem;
      drop table listings.import_run`);
  }

  /** The files' rows are found again by their bytes. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table listings.import_run (
        id uuid primary key,
        version int not null,
        kind text not null check (kind in ('RESULT', 'NEED')),
        state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        dry_run boolean not null,
        file_id uuid not null references listings.file,
        file_name text not null,
        owner_id uuid not null references listings.organisation,
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
      create index on listings.import_run (started_by, created_at desc, id desc);
      create table listings.import_problem (
        run_id uuid not null references listings.import_run,
        seq int not null,
        row int not null,
        "column" text not null,
        value text not null,
        code text not null,
        message text not null,
        primary key (run_id, seq)
      );
      insert into listings.import_run (id, version, kind, state, dry_run, file_id, file_name, owner_id, started_by, actor,
        mapping, processed, total, created, updated, unchanged, failed, message, created_at, updated_at, finished_at)
      select r.id, r.version, r.kind, r.state, r.dry_run, f.id, r.file_name, r.owner_id, r.started_by, r.actor, r.mapping,
        r.processed, r.total, r.created, r.updated, r.unchanged, r.failed, r.message, r.created_at, r.updated_at,
        r.finished_at
      from platform.import_run r
      join lateral (select id from listings.file where sha256 = r.sha256 and uploaded_by = r.started_by
        order by created_at desc limit 1) f on true
      where r.kind in ('RESULT', 'NEED');
      insert into listings.import_problem (run_id, seq, row, "column", value, code, message)
      select p.run_id, p.seq, p.row, p."column", p.value, p.code, p.message from platform.import_problem p
      join listings.import_run r on r.id = p.run_id;
      delete from platform.import_problem where run_id in (select id from listings.import_run);
      delete from platform.import_run where id in (select id from listings.import_run)`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 规则回放: runs with their progress, and the contracts whose outcome would differ. */
export class ReplayRuns1764743000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.replay_run (
        id uuid primary key,
        rule_set text not null,
        since date,
        divisions text[] not null,
        state text not null check (state in ('WAITING', 'RUNNING', 'DONE')),
        cursor uuid,
        total int not null,
        looked int not null,
        different int not null,
        requested_by uuid not null,
        requested_at timestamptz not null,
        finished_at timestamptz,
        check ((state = 'DONE') = (finished_at is not null))
      );
      comment on column contracts.replay_run.cursor is 'the last contract that was looked at: a run goes on where it stood';
      create index on contracts.replay_run (requested_at desc, id desc);
      create table contracts.replay_finding (
        run_id uuid not null references contracts.replay_run,
        contract_id uuid not null references contracts.contract,
        decided_under text not null,
        rebuilt boolean not null,
        differences jsonb not null,
        primary key (run_id, contract_id)
      );
      create trigger replay_finding_is_append_only before update or delete or truncate on contracts.replay_finding
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contracts.replay_finding, contracts.replay_run;');
  }
}

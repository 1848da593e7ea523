import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 规则回放 that was given up, and since when a run has not moved. */
export class ReplayFailures1764762000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.replay_run
        drop constraint replay_run_state_check,
        drop constraint replay_run_check,
        add failure text check (failure in ('UNKNOWN_RULE_SET', 'NOT_JUDGED', 'STALLED')),
        add moved_at timestamptz,
        add constraint replay_run_state_check check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        add constraint replay_run_over check ((state in ('DONE', 'FAILED')) = (finished_at is not null)),
        add constraint replay_run_failed check ((state = 'FAILED') = (failure is not null));
      update contracts.replay_run set moved_at = coalesce(finished_at, requested_at);
      alter table contracts.replay_run alter moved_at set not null;
      create index replay_run_open on contracts.replay_run (moved_at) where state in ('WAITING', 'RUNNING');
      comment on column contracts.replay_run.moved_at is 'a run that is not over and did not move for an hour is given up';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from contracts.replay_run where state = 'FAILED';
      alter table contracts.replay_run drop constraint replay_run_over, drop constraint replay_run_failed,
        drop constraint replay_run_state_check, drop failure, drop moved_at,
        add constraint replay_run_state_check check (state in ('WAITING', 'RUNNING', 'DONE')),
        add constraint replay_run_check check ((state = 'DONE') = (finished_at is not null));
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What failed at night is tried again later and later, and given up in the end; patents for a need wait by themselves. */
export class WaitingAttempts1767303000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.waiting drop constraint waiting_kind_check;
      alter table matching.waiting
        add constraint waiting_kind_check
          check (kind in ('RESULT', 'NEED', 'NEED_PATENTS', 'EXPERT', 'PATENT')),
        add column attempts int not null default 0,
        add column error text,
        -- Null once it is given up, until it changes.
        add column retry_at timestamptz(3) default '-infinity';
      create index waiting_failed on matching.waiting (attempts desc, since desc) where attempts > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from matching.waiting where kind = 'NEED_PATENTS';
      alter table matching.waiting drop column attempts, drop column error, drop column retry_at,
        drop constraint waiting_kind_check,
        add constraint waiting_kind_check check (kind in ('RESULT', 'NEED', 'EXPERT', 'PATENT'))`);
  }
}

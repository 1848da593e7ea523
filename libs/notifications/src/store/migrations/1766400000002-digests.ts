import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE =
  "('RESULT_REVIEW', 'NEED_REVIEW', 'EXPIRY', 'MATCH', 'DEAL', 'CONTRACT', 'ORGANISATION', 'PATENT', 'EXPERT', 'INTERMEDIARY', 'CALL')";
const AFTER = BEFORE.replace(')', ", 'DIGEST')");

/** Digests: what waits for the morning, and the lines of one that was told. */
export class Digests1766400000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await allow(runner, AFTER);
    await runner.query(`
      alter table notifications.notification add column lines jsonb not null default '[]';
      create table notifications.digest_line (
        person_id uuid not null,
        kind text not null,
        subject_id uuid not null,
        title text not null,
        link text not null check (link like '/%'),
        count int not null,
        best int not null check (best between 0 and 100),
        audiences jsonb not null,
        created_at timestamptz not null,
        primary key (person_id, kind, subject_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table notifications.digest_line;
      delete from notifications.notification where topic = 'DIGEST';
      delete from notifications.preference where topic = 'DIGEST';
      alter table notifications.notification drop column lines`);
    await allow(runner, BEFORE);
  }
}

async function allow(runner: QueryRunner, topics: string): Promise<void> {
  for (const table of ['notification', 'preference'])
    await runner.query(`
      alter table notifications.${table} drop constraint ${table}_topic_check;
      alter table notifications.${table} add constraint ${table}_topic_check check (topic in ${topics});
    `);
}

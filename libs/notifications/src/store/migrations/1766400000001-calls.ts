import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE =
  "('RESULT_REVIEW', 'NEED_REVIEW', 'EXPIRY', 'MATCH', 'DEAL', 'CONTRACT', 'ORGANISATION', 'PATENT', 'EXPERT', 'INTERMEDIARY')";
const AFTER = BEFORE.replace(')', ", 'CALL')");

/** The topic of challenge calls. */
export class CallTopic1766400000001 implements MigrationInterface {
  up = (runner: QueryRunner): Promise<void> => allow(runner, AFTER);
  down = (runner: QueryRunner): Promise<void> => allow(runner, BEFORE);
}

async function allow(runner: QueryRunner, topics: string): Promise<void> {
  for (const table of ['notification', 'preference'])
    await runner.query(`
      alter table notifications.${table} drop constraint ${table}_topic_check;
      alter table notifications.${table} add constraint ${table}_topic_check check (topic in ${topics});
    `);
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a project owes after its acceptance: reports of benefit, and that something of it is late; the day of the acceptance is read from the history. */
export class Aftermath1770000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.project add benefits jsonb not null default '[]', add alarms jsonb not null default '[]';
      update challenges.project p set acceptance = p.acceptance || jsonb_build_object('concludedOn', (
          select (max(e.at) at time zone 'Asia/Shanghai')::date::text from challenges.audit_entry e
          where e.stream = 'Project:' || p.id and e.action = 'concludeAcceptance'))
      where p.acceptance is not null and exists (select from challenges.audit_entry e
        where e.stream = 'Project:' || p.id and e.action = 'concludeAcceptance');
      update challenges.project set acceptance = acceptance || '{"passed": true}'
      where state = 'ACCEPTED' and acceptance is not null and not acceptance ? 'passed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.project drop benefits, drop alarms;
      update challenges.project set acceptance = acceptance - 'concludedOn' where acceptance is not null;
    `);
  }
}

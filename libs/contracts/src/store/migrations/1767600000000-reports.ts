import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 报送类型: what went out of a contract, and how often a decision had changed it until then. */
export class Reports1767600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.exchange_row
        add report text check (report in ('NEW', 'CHANGE', 'CANCELLATION', 'REVOCATION')),
        add changes int check (changes >= 0);
      comment on column contracts.exchange_row.report is 'what the national system is told; null of what came back';
      comment on column contracts.exchange_row.changes is
        'decisions that had changed what is registered until it went out: more of them are to be told';
      alter table contracts.exchange_row disable trigger exchange_row_is_append_only;
      update contracts.exchange_row r set report = 'NEW', changes = (
        select count(*) from contracts.proceeding p
        where p.contract_id = r.contract_id and p.state = 'GRANTED' and p.updated_at <= b.created_at
          and (p.kind in ('CHANGE', 'SUPPLEMENT') or p.draft ->> 'proposal' is not null))
      from contracts.exchange_batch b where b.id = r.batch_id and b.direction = 'EXPORT';
      alter table contracts.exchange_row enable trigger exchange_row_is_append_only;
      alter table contracts.exchange_row add constraint sent_says_what check (outcome <> 'EXPORTED'
        or (report is not null and changes is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contracts.exchange_row drop column changes, drop column report');
  }
}

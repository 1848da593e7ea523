import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The signed lists of certificates that no longer stand, every one kept as it was published. */
export class StatusLists1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.status_list (
        sequence int primary key check (sequence > 0),
        day date not null,
        issued_at timestamptz not null,
        entries_sha256 text not null check (entries_sha256 ~ '^[0-9a-f]{64}$'),
        signed jsonb not null
      );
      create trigger status_list_is_append_only before update or delete or truncate on contracts.status_list
        for each statement execute function platform.refuse_change();
      create index ledger_ends on contracts.ledger (contract_id, seq desc)
        where kind in ('CANCELLATION', 'REVOCATION', 'REINSTATEMENT');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.ledger_ends; drop table contracts.status_list');
  }
}

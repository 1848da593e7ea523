import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rows behind a figure, the newest first, without sorting the period's rows for every page. */
export class LedgerNewest1764742000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index ledger_newest on contracts.ledger (occurred_on desc, seq desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.ledger_newest');
  }
}

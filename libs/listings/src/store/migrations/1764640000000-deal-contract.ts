import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose version `contract_version` is: a deal whose registration ended may have a second application. */
export class DealContract1764640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table listings.deal add column contract_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table listings.deal drop column contract_id');
  }
}

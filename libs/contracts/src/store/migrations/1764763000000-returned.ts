import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 退回补正: the desk counts what is open and what was returned; without an index for the latter it read every contract. */
export class Returned1764763000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index contract_returned on contracts.contract (registry_division) where state = 'RETURNED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contracts.contract_returned');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专家组: who looked at the contract as an expert, with undertaking and opinion. */
export class Experts1764751000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract add experts jsonb not null default '[]';
      comment on column contracts.contract.experts is '评审专家 of the present or last expert review';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contracts.contract drop experts');
  }
}

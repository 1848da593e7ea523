import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 审查意见模板 of the bureaus. */
export class OpinionTemplates1764740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.opinion_template (
        id uuid primary key,
        version int not null,
        office_id uuid not null references contracts.registry,
        purpose text not null check (purpose in ('ANY', 'PASS_FIRST', 'PASS_SECOND', 'RETURN', 'REFUSE')),
        name text not null,
        text text not null,
        active boolean not null
      );
      create index on contracts.opinion_template (office_id, name, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contracts.opinion_template');
  }
}

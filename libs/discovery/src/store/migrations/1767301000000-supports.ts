import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 扶持记录 of agencies (reference H17). */
export class AgencySupports1767301000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table discovery.agency add column supports jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table discovery.agency drop column supports');
  }
}

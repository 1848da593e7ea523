import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 失信禁入 is told to whom it is of: whom a person's name and unit mean, and whether its end was told. */
export class ToldBans1770050000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.ban add person_id uuid, add unit_id uuid, add ended_on date;
      -- What was over before anybody was told of ends stays untold.
      update challenges.ban set ended_on = until_day + 1
      where lifted_on is null and until_day < (platform.business_now() at time zone 'Asia/Shanghai')::date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.ban drop person_id, drop unit_id, drop ended_on');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 失信禁入 of organisations and people. */
export class Bans1770000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.ban (
        id uuid primary key,
        version int not null check (version > 0),
        organisation_id uuid,
        person_name text not null,
        person_unit text not null,
        division_code text not null,
        level text not null check (level in ('MINOR', 'SERIOUS', 'EXTREME')),
        from_day date not null,
        until_day date,
        document text not null,
        reason text not null,
        lifted_on date,
        lift_document text not null,
        lift_reason text not null,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((organisation_id is null) = (person_name <> '')),
        check (until_day > from_day),
        check (until_day is not null or level = 'EXTREME')
      );
      create index on challenges.ban (organisation_id) where organisation_id is not null;
      create index on challenges.ban (created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table challenges.ban');
  }
}

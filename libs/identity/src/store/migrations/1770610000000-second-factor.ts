import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, recovery codes, whoever has given the password and not the code, and sessions that wait for a factor. */
export class SecondFactor1770610000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.second_factor (
        person_id uuid primary key references identity.person,
        secret bytea not null,
        started_at timestamptz not null default clock_timestamp(),
        enabled_at timestamptz,
        last_step bigint,
        check ((enabled_at is null) = (last_step is null))
      );
      create table identity.recovery_code (
        person_id uuid not null references identity.person,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (person_id, code_hash)
      );
      create table identity.sign_in_step (
        id uuid primary key,
        person_id uuid not null references identity.person,
        word_hash bytea not null unique,
        proven boolean not null,
        tries int not null default 0,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index sign_in_step_of_person on identity.sign_in_step (person_id);
      alter table identity.session add column restricted boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.session drop column restricted;
      drop table identity.sign_in_step;
      drop table identity.recovery_code;
      drop table identity.second_factor;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of accounts to the people of an issuer (OpenID Connect), and who is on the way there and back. */
export class Oidc1770620000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.oidc_link (
        id uuid primary key,
        person_id uuid not null references identity.person,
        issuer text not null,
        subject_hash bytea not null constraint oidc_link_subject unique,
        linked_at timestamptz not null default clock_timestamp(),
        last_used_at timestamptz
      );
      create index oidc_link_of_person on identity.oidc_link (person_id);
      create table identity.oidc_step (
        id uuid primary key,
        person_id uuid references identity.person,
        issuer text not null,
        word_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index oidc_step_of_person on identity.oidc_step (person_id) where person_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.oidc_step; drop table identity.oidc_link');
  }
}

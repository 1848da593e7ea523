import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 项目: what awards become, with this domain's copy of registered contracts. */
export class Projects1767410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.contract (
        id uuid primary key,
        version int not null,
        registration_number text,
        standing boolean not null,
        seller_id uuid,
        buyer_ids uuid[] not null
      );
      create table challenges.project (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        state text not null,
        call_id uuid not null references challenges.call,
        round int not null,
        bid_id uuid not null references challenges.bid,
        mode text not null,
        title text not null,
        organisation_id uuid not null,
        owner_id uuid not null,
        division_code text not null,
        office text not null,
        responsible_id uuid,
        supervisor_id uuid,
        approved bigint not null check (approved >= 0),
        owner_due bigint not null check (owner_due >= 0),
        indicators jsonb not null,
        promises jsonb not null,
        task_book jsonb,
        contract jsonb,
        milestones jsonb not null,
        instalments jsonb not null,
        entries jsonb not null,
        owner_payments jsonb not null,
        request jsonb,
        changes jsonb not null,
        inspections jsonb not null,
        acceptance jsonb,
        exemption jsonb,
        performance int check (performance between 0 and 10000),
        note text not null,
        suspended_at timestamptz,
        sign_by date not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        -- An award becomes one project.
        unique (bid_id)
      );
      create index on challenges.project (call_id);
      create index on challenges.project (organisation_id);
      create index on challenges.project (owner_id);
      create index on challenges.project (created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table challenges.project; drop table challenges.contract;');
  }
}

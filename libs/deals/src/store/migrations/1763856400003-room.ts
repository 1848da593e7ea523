import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said and kept in a deal: files, messages, private notes, contacts. */
export class DealsRoom1763856400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deals.deal_file (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        organisation_id uuid not null,
        person_id uuid not null,
        name text not null check (char_length(name) between 1 and 200),
        type text not null,
        size bigint not null check (size > 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        shared boolean not null default false,
        created_at timestamptz not null
      );
      create index on deals.deal_file (deal_id, created_at desc);
      create table deals.deal_message (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        organisation_id uuid not null,
        person_id uuid not null,
        side text check (side in ('SELLER', 'BUYER')),
        body text not null check (char_length(body) between 1 and 5000),
        file_ids uuid[] not null,
        created_at timestamptz not null
      );
      create index on deals.deal_message (deal_id, created_at);
      create table deals.deal_note (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        organisation_id uuid not null,
        person_id uuid not null,
        body text not null check (char_length(body) between 1 and 5000),
        file_ids uuid[] not null,
        created_at timestamptz not null
      );
      create index on deals.deal_note (deal_id, organisation_id, created_at desc);
      create table deals.deal_contact (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        organisation_id uuid not null,
        person_id uuid not null,
        held_on date not null,
        mode text not null check (mode in ('PHONE', 'ONLINE', 'MEETING', 'VISIT', 'DUE_DILIGENCE', 'OTHER')),
        participants text not null,
        summary text not null,
        outcome text not null,
        file_ids uuid[] not null,
        created_at timestamptz not null
      );
      create index on deals.deal_contact (deal_id, created_at desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table deals.deal_contact; drop table deals.deal_note; drop table deals.deal_message;
      drop table deals.deal_file;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** The patent register, and what it knows of others: organisations and the rights that results name. */
export class Discovery1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'discovery');
    await runner.query(`
      create table discovery.organisation (
        id uuid primary key,
        version int not null,
        name text not null,
        kind text not null,
        uscc text not null,
        division_code text not null,
        active boolean not null
      );
      create index on discovery.organisation (uscc);
      create index on discovery.organisation (name);
    `);
    await runner.query(`
      create table discovery.result (
        id uuid primary key,
        version int not null,
        title text not null,
        owner_id uuid not null,
        online boolean not null,
        public boolean not null,
        patent_numbers text[] not null
      );
      create table discovery.contract (
        id uuid primary key,
        version int not null,
        state text not null,
        title text not null,
        standing boolean not null,
        seller_id uuid,
        buyer_ids uuid[] not null,
        broker_names text[] not null,
        result_id uuid,
        deal_id uuid,
        registration_number text,
        registered_on date,
        total_amount bigint not null,
        technical_amount bigint not null
      );
      create index contract_seller on discovery.contract (seller_id);
      create index result_numbers on discovery.result using gin (patent_numbers) where online;
    `);
    await runner.query(`
      create table discovery.patent (
        id uuid primary key,
        version int not null check (version > 0),
        owner_id uuid not null references discovery.organisation,
        created_by text not null,
        scope_code text not null,
        state text not null check (state in ('FILED', 'PUBLISHED', 'EXAMINATION', 'GRANTED', 'REJECTED', 'WITHDRAWN',
          'LAPSED', 'EXPIRED', 'ABANDONED', 'INVALIDATED', 'REMOVED')),
        number text not null,
        kind text not null check (kind in ('INVENTION_PATENT', 'UTILITY_MODEL', 'DESIGN_PATENT')),
        title text not null,
        applicants text[] not null,
        ipc text[] not null,
        ipc_section text,
        filed_on date not null,
        granted_on date,
        expires_on date not null,
        cluster text,
        tech_field text,
        division_code text not null,
        open boolean not null,
        opened_to_all_until date,
        paid_through int check (paid_through > 0),
        next_fee_due_on date,
        next_filing_due_on date,
        words text not null,
        warned text[] not null default '{}',
        content jsonb not null,
        records jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state <> 'GRANTED' or granted_on is not null)
      );
      create unique index patent_own_number on discovery.patent (owner_id, number) where state <> 'REMOVED';
      create unique index patent_open_number on discovery.patent (number) where open;
      create index patent_newest on discovery.patent (filed_on desc, id desc) where open;
      create index patent_owner on discovery.patent (owner_id, filed_on desc, id desc);
      create index patent_words on discovery.patent using gin (words gin_trgm_ops);
      create index patent_ipc on discovery.patent using gin (ipc);
      create index patent_fee on discovery.patent (next_fee_due_on, id) where state = 'GRANTED';
      create index patent_number on discovery.patent (number);
      create index patent_changed on discovery.patent (updated_at);
      create index patent_to_watch on discovery.patent (id) where state = 'GRANTED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'discovery');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** The deal with its people, stages and prices, and what other domains told. */
export class Deals1763856400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'deals');
    await runner.query(`
      create table deals.organisation (
        id uuid primary key,
        version int not null,
        name text not null,
        kind text not null,
        division_code text not null,
        state_established boolean not null,
        active boolean not null
      );
      create table deals.person (
        id uuid primary key,
        version int not null,
        name text not null,
        active boolean not null
      );
      create table deals.membership (
        person_id uuid not null references deals.person on delete cascade,
        organisation_id uuid not null,
        roles text[] not null,
        primary key (person_id, organisation_id)
      );
      create index on deals.membership (organisation_id);
      create table deals.listing (
        id uuid primary key,
        kind text not null check (kind in ('RESULT', 'NEED')),
        version int not null,
        title text not null,
        owner_id uuid not null,
        created_by text not null,
        online boolean not null,
        anonymous boolean not null
      );
      create table deals.contract (
        id uuid primary key,
        version int not null,
        deal_id uuid,
        state text not null,
        registration_number text,
        registered_on date,
        seller_id uuid,
        buyer_ids uuid[] not null,
        broker_names text[] not null,
        seller_name text not null,
        buyer_names text[] not null
      );
      create index on deals.contract (deal_id) where deal_id is not null;
    `);
    await runner.query(`
      create table deals.number_counter (
        kind text not null,
        year int not null,
        last int not null,
        primary key (kind, year)
      );
      create table deals.deal (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        title text not null check (char_length(title) between 1 and 200),
        state text not null check (state in ('LEAD', 'INTEREST', 'CONFIRMED', 'NEGOTIATING', 'PRICED', 'DISCLOSING',
          'READY_TO_SIGN', 'SIGNATURE_RECORDED', 'SIGNED', 'REGISTERED', 'CLOSED', 'ABANDONED')),
        cooperation_mode text not null,
        origin text not null check (origin in ('SELLER', 'BUYER', 'BROKER')),
        result_id uuid,
        result_title text,
        need_id uuid,
        need_title text,
        seller_id uuid not null,
        buyer_id uuid not null,
        buyer_anonymous boolean not null,
        introducer_id uuid,
        seller_confirmed_at timestamptz,
        buyer_confirmed_at timestamptz,
        seller_nda_at timestamptz,
        buyer_nda_at timestamptz,
        due_on date,
        body jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (seller_id <> buyer_id),
        check (result_id is not null or need_id is not null),
        check ((origin = 'BROKER') = (introducer_id is not null)),
        check ((result_id is null) = (result_title is null)),
        check ((need_id is null) = (need_title is null)),
        check (state in ('LEAD', 'INTEREST', 'ABANDONED')
          or (seller_confirmed_at is not null and buyer_confirmed_at is not null)),
        check (state not in ('PRICED', 'DISCLOSING', 'READY_TO_SIGN', 'SIGNATURE_RECORDED', 'SIGNED', 'REGISTERED')
          or body -> 'price' <> 'null'::jsonb),
        check (state not in ('SIGNATURE_RECORDED', 'SIGNED', 'REGISTERED') or body -> 'signature' <> 'null'::jsonb),
        check ((state = 'ABANDONED') = (body -> 'loss' <> 'null'::jsonb))
      );
      create unique index deal_open_once on deals.deal (seller_id, buyer_id,
        coalesce(result_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(need_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(introducer_id, '00000000-0000-0000-0000-000000000000'))
        where state not in ('SIGNED', 'REGISTERED', 'CLOSED', 'ABANDONED');
      create index on deals.deal (seller_id, updated_at desc);
      create index on deals.deal (buyer_id, updated_at desc);
      create index on deals.deal (updated_at desc, id desc);
      create index on deals.deal (result_id) where result_id is not null;
      create index on deals.deal (need_id) where need_id is not null;
      create table deals.deal_person (
        deal_id uuid not null references deals.deal,
        person_id uuid not null,
        side text not null check (side in ('SELLER', 'BUYER')),
        added_at timestamptz not null,
        primary key (deal_id, person_id, side)
      );
      create index on deals.deal_person (person_id);
      create table deals.deal_stage (
        deal_id uuid not null references deals.deal,
        seq int not null,
        state text not null,
        entered_at timestamptz not null,
        left_at timestamptz,
        owner text not null check (owner in ('SELLER', 'BUYER', 'BOTH', 'NOBODY')),
        due_on date,
        evidence text not null,
        primary key (deal_id, seq)
      );
      create table deals.price_proposal (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        state text not null check (state in ('OPEN', 'SUPERSEDED', 'ACCEPTED', 'VOID')),
        side text not null check (side in ('SELLER', 'BUYER')),
        person_id uuid not null,
        terms jsonb not null,
        created_at timestamptz not null
      );
      create index on deals.price_proposal (deal_id);
      create unique index on deals.price_proposal (deal_id) where state in ('OPEN', 'ACCEPTED');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'deals');
  }
}

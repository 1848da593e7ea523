import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Brokers: their part in a deal, proofs of introduction, commissions, bypass alerts. */
export class DealsBrokers1763856400002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deals.brokerage (
        id uuid primary key,
        version int not null check (version > 0),
        deal_id uuid not null references deals.deal,
        state text not null check (state in ('INVITED', 'JOINED', 'DECLINED', 'ENDED')),
        organisation_id uuid not null,
        person_id uuid,
        represents text not null check (represents in ('NONE', 'SELLER', 'BUYER', 'BOTH')),
        invited_by text check (invited_by in ('SELLER', 'BUYER')),
        message text not null,
        dual_disclosed_at timestamptz,
        seller_consented_at timestamptz,
        buyer_consented_at timestamptz,
        end_reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state <> 'JOINED' or person_id is not null),
        check (represents <> 'BOTH'
          or (dual_disclosed_at is not null and seller_consented_at is not null and buyer_consented_at is not null))
      );
      create unique index brokerage_once on deals.brokerage (deal_id, organisation_id)
        where state in ('INVITED', 'JOINED');
      create index on deals.brokerage (organisation_id) where state in ('INVITED', 'JOINED');
      create table deals.introduction (
        id uuid primary key,
        deal_id uuid not null references deals.deal,
        kind text not null check (kind in ('INTRODUCED', 'JOINED')),
        broker_id uuid not null,
        person_id uuid not null,
        seller_id uuid not null,
        buyer_id uuid not null,
        at timestamptz not null,
        canonical text not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
      );
      create index on deals.introduction (deal_id);
      create index on deals.introduction (broker_id, at desc);
      create index on deals.introduction (seller_id, buyer_id);
      create trigger introduction_is_append_only before update or delete or truncate on deals.introduction
        for each statement execute function platform.refuse_change();
      create table deals.bypass_alert (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null check (state in ('OPEN', 'CLOSED')),
        introduction_id uuid not null references deals.introduction,
        contract_id uuid not null,
        seller_name text not null,
        buyer_name text not null,
        registration_number text not null,
        registered_on date not null,
        window_months int not null,
        parameter_id text not null,
        conclusion text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (introduction_id, contract_id),
        check ((state = 'CLOSED') = (conclusion is not null))
      );
      create index on deals.bypass_alert (created_at desc, id desc);
    `);
    await runner.query(`
      create table deals.commission (
        id uuid primary key,
        version int not null check (version > 0),
        deal_id uuid not null references deals.deal,
        state text not null check (state in ('PROPOSED', 'AGREED', 'DUE', 'SETTLED', 'VOID', 'REVERSED')),
        terms jsonb not null,
        concluded jsonb,
        due_since date,
        settled_on date,
        end_reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state not in ('DUE', 'SETTLED') or (due_since is not null and concluded is not null)),
        check (state <> 'SETTLED' or settled_on is not null),
        check (state not in ('VOID', 'REVERSED') or end_reason is not null)
      );
      create index on deals.commission (deal_id);
      create table deals.commission_party (
        commission_id uuid not null references deals.commission,
        seq int not null,
        organisation_id uuid not null,
        role text not null check (role in ('SELLER', 'BUYER', 'BROKER')),
        agreed_at timestamptz,
        agreed_by uuid,
        primary key (commission_id, organisation_id)
      );
      create index on deals.commission_party (organisation_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table deals.commission_party; drop table deals.commission; drop table deals.bypass_alert;
      drop table deals.introduction; drop table deals.brokerage;`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Disclosures with their objections: the gate before a state-established seller's signature. */
export class DealsGate1763856400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deals.disclosure (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        deal_id uuid not null references deals.deal,
        proposal_id uuid not null references deals.price_proposal,
        state text not null check (state in ('RUNNING', 'OBJECTED', 'COMPLETED', 'ANNULLED')),
        seller_id uuid not null,
        seller_name text not null,
        result_name text not null,
        starts_on date not null,
        ends_on date not null check (ends_on > starts_on),
        required_days int not null check (ends_on - starts_on >= required_days),
        parameter_id text not null,
        body jsonb not null,
        completed_at timestamptz,
        annulled_reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'COMPLETED') = (completed_at is not null)),
        check ((state = 'ANNULLED') = (annulled_reason is not null))
      );
      create index on deals.disclosure (deal_id);
      create unique index on deals.disclosure (deal_id) where state in ('RUNNING', 'OBJECTED');
      create index on deals.disclosure (created_at desc, id desc);
      create index on deals.disclosure (ends_on) where state in ('RUNNING', 'OBJECTED');
      create table deals.objection (
        id uuid primary key,
        version int not null check (version > 0),
        disclosure_id uuid not null references deals.disclosure,
        state text not null check (state in ('OPEN', 'SUSTAINED', 'REJECTED')),
        person_id uuid not null,
        name text not null,
        contact text not null,
        reason text not null,
        decision text,
        decided_by text,
        decided_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'OPEN') = (decided_at is null))
      );
      create index on deals.objection (disclosure_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deals.objection; drop table deals.disclosure;');
  }
}

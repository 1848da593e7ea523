import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deals with their brokers, proofs of introduction and commissions, as deals told them: what performance is counted from. */
export class Deals1764930000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.deal (
        id uuid primary key,
        version int not null,
        state text not null,
        seller_id uuid not null,
        buyer_id uuid not null,
        buyer_hidden boolean not null,
        signed_on date
      );
      create table discovery.deal_broker (
        deal_id uuid not null references discovery.deal,
        organisation_id uuid not null,
        person_id uuid not null,
        primary key (deal_id, organisation_id)
      );
      create index deal_broker_person on discovery.deal_broker (person_id);
      create index deal_broker_organisation on discovery.deal_broker (organisation_id);
      create table discovery.introduction (
        id uuid primary key,
        deal_id uuid not null references discovery.deal,
        kind text not null,
        organisation_id uuid not null,
        person_id uuid not null,
        made_at timestamptz not null
      );
      create index introduction_person on discovery.introduction (person_id);
      create index introduction_organisation on discovery.introduction (organisation_id);
      create index introduction_deal on discovery.introduction (deal_id);
      create table discovery.commission (
        id uuid primary key,
        version int not null,
        deal_id uuid not null,
        state text not null,
        due_since date,
        parts jsonb not null
      );
      create index commission_deal on discovery.commission (deal_id);
      create index contract_deal on discovery.contract (deal_id) where standing;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index discovery.contract_deal;
      drop table discovery.commission, discovery.introduction, discovery.deal_broker, discovery.deal;
    `);
  }
}

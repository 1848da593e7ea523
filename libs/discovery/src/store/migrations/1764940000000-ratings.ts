import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ratings of brokers by the sides of concluded deals. */
export class Ratings1764940000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.rating (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null check (state in ('SHOWN', 'HIDDEN')),
        broker_id uuid not null references discovery.broker,
        person_id uuid not null,
        organisation_id uuid not null,
        scope_code text not null,
        deal_id uuid not null references discovery.deal,
        rater_id uuid not null references discovery.organisation,
        rated_by text not null,
        scores jsonb not null,
        text text not null,
        answer text not null,
        answered_at timestamptz,
        hidden_reason text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint rating_once unique (broker_id, deal_id, rater_id)
      );
      create index rating_of_broker on discovery.rating (broker_id, created_at desc, id desc);
      create index rating_of_deal on discovery.rating (deal_id);
      create index rating_changed on discovery.rating (updated_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discovery.rating');
  }
}

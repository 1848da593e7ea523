import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sealed bids: keys of custodians, the log and its heads, bids with their changes, shares. */
export class Bids1766450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.custodian_key (
        call_id uuid not null references challenges.call,
        person_id uuid not null,
        public_key text not null check (public_key ~ '^[0-9a-f]{64}$'),
        answer_hash text not null,
        proved_at timestamptz,
        lost_at timestamptz,
        lost_reason text,
        primary key (call_id, person_id),
        unique (call_id, public_key)
      );
      create index on challenges.custodian_key (person_id);
      create table challenges.bid_log (
        call_id uuid not null references challenges.call,
        round int not null,
        seed bytea not null check (length(seed) = 32),
        seed_commitment text not null,
        every_minutes int not null check (every_minutes > 0),
        epochs int not null default 0,
        next_due timestamptz not null,
        last_due timestamptz,
        opened_at timestamptz,
        opening jsonb,
        primary key (call_id, round),
        check ((opened_at is null) = (opening is null))
      );
      create table challenges.bid_head (
        call_id uuid not null,
        round int not null,
        epoch int not null,
        head jsonb not null,
        primary key (call_id, round, epoch),
        foreign key (call_id, round) references challenges.bid_log
      );
      create table challenges.bid_upload (
        id uuid primary key,
        call_id uuid not null,
        round int not null,
        organisation_id uuid not null,
        person_id uuid not null,
        size int not null check (size > 0),
        commitment text not null,
        received int not null default 0 check (received between 0 and size),
        created_at timestamptz not null
      );
      create table challenges.bid (
        id uuid primary key,
        call_id uuid not null,
        round int not null,
        organisation_id uuid not null,
        slot int not null,
        upload_id uuid not null references challenges.bid_upload,
        commitment text not null,
        size int not null,
        state text not null check (state in ('STANDING', 'WITHDRAWN')),
        head jsonb not null,
        handed_in_by uuid not null,
        handed_in_at timestamptz not null,
        form jsonb,
        files jsonb,
        fault text,
        staged_at timestamptz,
        foreign key (call_id, round) references challenges.bid_log,
        -- One bid of an organisation in a round, and one slot a bid: whatever happens twice happens once.
        unique (call_id, round, organisation_id),
        unique (call_id, round, slot)
      );
      create index on challenges.bid (organisation_id);
      create table challenges.bid_change (
        bid_id uuid not null references challenges.bid,
        place int not null,
        epoch int not null,
        kind text not null check (kind in ('bid', 'withdrawn')),
        commitment text not null,
        receipt jsonb not null,
        primary key (bid_id, place)
      );
      create table challenges.bid_share (
        bid_id uuid not null references challenges.bid,
        person_id uuid not null,
        -- Null where the custodian says that what was sealed opens nothing.
        share text,
        released_at timestamptz not null,
        primary key (bid_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'bid_share',
      'bid_change',
      'bid',
      'bid_upload',
      'bid_head',
      'bid_log',
      'custodian_key',
    ])
      await runner.query(`drop table challenges.${table}`);
  }
}

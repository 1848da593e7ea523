import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 评审期限、评审费、评审信用: until when sheets are due, what experts are owed, and what counts against them. */
export class Reviewers1771000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null before bids are given out, and for seats from before there was such a day.
      alter table challenges.seat add review_by date;
      create table challenges.fee_sheet (
        id uuid primary key,
        version int not null check (version > 0),
        call_id uuid not null references challenges.call,
        round int not null,
        due_on date not null,
        fees jsonb not null,
        unpaid int not null check (unpaid between 0 and jsonb_array_length(fees)),
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index on challenges.fee_sheet (call_id, round);
      create index on challenges.fee_sheet (due_on desc, id desc);
      create table challenges.credit_event (
        id uuid primary key,
        version int not null check (version > 0),
        person_id uuid not null,
        call_id uuid not null references challenges.call,
        round int not null,
        seat_id uuid not null references challenges.seat,
        kind text not null,
        note text not null,
        day date not null,
        lifted_on date,
        lift_reason text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index on challenges.credit_event (person_id, day);
      create index on challenges.credit_event (call_id, round);
      create index on challenges.credit_event (created_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table challenges.credit_event;
      drop table challenges.fee_sheet;
      alter table challenges.seat drop review_by;
    `);
  }
}

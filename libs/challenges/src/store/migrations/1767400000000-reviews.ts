import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 资格审查、专家抽取、评审: what happens between the opening of bids and the award. */
export class Reviews1767400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table challenges.call add stage_from date, add stage_until date,
        add check (stage_until > stage_from);
      create index on challenges.call (stage_until) where state = 'AWARD_NOTICED';
      create index on challenges.organisation (name);
      create table challenges.bid_check (
        bid_id uuid primary key references challenges.bid,
        call_id uuid not null references challenges.call,
        round int not null,
        version int not null default 1 check (version > 0),
        findings jsonb not null,
        verdict text check (verdict in ('QUALIFIED', 'DISQUALIFIED')),
        reason text not null default '',
        decided_by uuid,
        decided_at timestamptz,
        check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null))
      );
      create index on challenges.bid_check (call_id, round);
      create table challenges.recusal_request (
        call_id uuid not null references challenges.call,
        round int not null,
        organisation_id uuid not null,
        expert_ids uuid[] not null,
        reason text not null,
        person_id uuid not null,
        created_at timestamptz not null,
        primary key (call_id, round, organisation_id)
      );
      -- This domain's copies of the expert bank and of the patents' inventors.
      create table challenges.expert (
        id uuid primary key,
        version int not null,
        person_id uuid not null,
        active boolean not null,
        scope_code text not null,
        snapshot jsonb not null
      );
      create index on challenges.expert (person_id);
      create table challenges.patent (
        id uuid primary key,
        version int not null,
        inventors text[] not null,
        filed_on date not null
      );
      create index on challenges.patent using gin (inventors);
      create table challenges.draw (
        id uuid primary key,
        version int not null check (version > 0),
        call_id uuid not null references challenges.call,
        round int not null,
        state text not null check (state in ('COMMITTING', 'REVEALING', 'DRAWN', 'VOID')),
        parties jsonb not null,
        threshold int not null,
        criteria jsonb not null,
        criteria_hash text not null,
        rows jsonb not null,
        pool_hash text not null,
        parts jsonb not null,
        reveals jsonb not null,
        shares jsonb not null,
        seed text,
        result jsonb,
        changes jsonb not null,
        void_reason text not null,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'DRAWN') <= (result is not null))
      );
      create unique index draw_of_round on challenges.draw (call_id, round) where state <> 'VOID';
      -- Who stands behind the rows of a draw: read by the draw itself and by the supervisor alone.
      create table challenges.draw_row (
        draw_id uuid not null references challenges.draw,
        row int not null,
        person_id uuid not null,
        expert_id uuid not null,
        reasons text[] not null,
        evidence jsonb not null,
        salt text not null,
        primary key (draw_id, row)
      );
      create table challenges.seat (
        id uuid primary key,
        version int not null check (version > 0),
        call_id uuid not null references challenges.call,
        round int not null,
        draw_id uuid not null references challenges.draw,
        row int not null,
        stratum text not null,
        person_id uuid not null,
        state text not null check (state in ('INVITED', 'ACCEPTED', 'LEFT')),
        reason text not null,
        answer_by date not null,
        lead boolean not null,
        votes uuid[],
        signed_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (draw_id, row)
      );
      create index on challenges.seat (person_id);
      create index on challenges.seat (call_id, round);
      create table challenges.sheet (
        seat_id uuid not null references challenges.seat,
        bid_id uuid not null references challenges.bid,
        points jsonb not null,
        recommends boolean not null,
        comment text not null,
        saved_at timestamptz not null,
        handed_in_at timestamptz,
        primary key (seat_id, bid_id)
      );
      create table challenges.review (
        call_id uuid not null references challenges.call,
        round int not null,
        opinion text not null,
        result jsonb,
        minutes jsonb,
        minutes_sha256 text,
        concluded_at timestamptz,
        decision jsonb,
        primary key (call_id, round),
        check ((result is null) = (concluded_at is null) and (minutes is null) = (concluded_at is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      ...['review', 'sheet', 'seat', 'draw_row', 'draw', 'patent', 'expert', 'recusal_request', 'bid_check'],
    ])
      await runner.query(`drop table challenges.${table}`);
    await runner.query('alter table challenges.call drop stage_from, drop stage_until');
  }
}

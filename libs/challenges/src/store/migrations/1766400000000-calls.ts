import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** 榜单, with this domain's own copies of what others told. */
export class Calls1766400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'challenges');
    await runner.query(`
      create table challenges.organisation (
        id uuid primary key,
        version int not null,
        name text not null,
        kind text not null,
        division_code text not null,
        active boolean not null
      );
      create table challenges.person (
        id uuid primary key,
        version int not null,
        name text not null,
        active boolean not null
      );
      create table challenges.membership (
        person_id uuid not null references challenges.person,
        organisation_id uuid not null,
        kind text not null,
        division_code text not null,
        roles text[] not null,
        primary key (person_id, organisation_id)
      );
      create index on challenges.membership (organisation_id);
      create table challenges.need (
        id uuid primary key,
        version int not null,
        owner_id uuid not null,
        online boolean not null,
        snapshot jsonb not null
      );
      create table challenges.counter (
        year int primary key,
        last int not null
      );
      create table challenges.call (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        state text not null,
        mode text not null check (mode in ('JB', 'SM', 'ZY', 'DW', 'YY', 'SX', 'BM')),
        round int not null check (round > 0),
        owner_id uuid not null,
        division_code text not null,
        need_id uuid,
        content jsonb not null,
        title text generated always as (content ->> 'title') stored,
        type text generated always as (content ->> 'type') stored,
        cluster text generated always as (content ->> 'cluster') stored,
        tech_field text generated always as (content ->> 'techField') stored,
        secrecy text generated always as (content ->> 'secrecy') stored,
        funding jsonb not null,
        plan jsonb not null,
        argument jsonb,
        approvals jsonb not null,
        extensions jsonb not null,
        fixed jsonb,
        note text not null,
        notice_from date,
        notice_until date,
        published_at timestamptz,
        opens_at timestamptz,
        closes_at timestamptz,
        opening_at timestamptz,
        valid_bids int check (valid_bids >= 0),
        suspended_at timestamptz,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (notice_until > notice_from),
        check (closes_at > opens_at),
        check (opening_at is null or opening_at >= closes_at)
      );
      create index on challenges.call (owner_id);
      create index on challenges.call (state, division_code);
      create index on challenges.call (updated_at desc, id desc);
      create index on challenges.call (coalesce(published_at, created_at) desc, id desc)
        where notice_from is not null;
      create index on challenges.call (notice_until) where state = 'NOTICED';
      create index on challenges.call (closes_at) where state in ('PUBLISHED', 'BIDDING');
      -- One demand of a need at a time.
      create unique index call_of_need on challenges.call (need_id)
        where need_id is not null and state not in ('DECLINED', 'WITHDRAWN', 'TERMINATED', 'FAILED');
    `);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropDomainSchema(runner, 'challenges');
  }
}

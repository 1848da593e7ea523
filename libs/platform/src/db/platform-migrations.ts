import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The platform's own schema: business clock, parameters of law, holidays. */
export class Platform1763856000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists pg_trgm;
      create collation if not exists public.zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin');
      create table platform.clock_offset (
        single boolean primary key default true check (single),
        "offset" interval not null
      );
      create function platform.business_now() returns timestamptz language sql stable as
        $$ select clock_timestamp() + coalesce((select "offset" from platform.clock_offset), interval '0') $$;
      create function platform.refuse_change() returns trigger language plpgsql as
        $$ begin raise exception '% is append-only', tg_table_name using errcode = '42501'; end $$;
      create table platform.parameter (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        value bigint not null,
        effective_from date not null,
        effective_to date,
        source text not null,
        unique (name, effective_from),
        check (effective_to is null or effective_to >= effective_from)
      );
      create table platform.holiday (
        day date primary key,
        works boolean not null,
        name text not null,
        source text not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.holiday, platform.parameter;
      drop function platform.business_now(); drop function platform.refuse_change() cascade;
      drop table platform.clock_offset`);
  }
}

export const platformMigrations = [Platform1763856000000];

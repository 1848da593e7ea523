import type { MigrationInterface, QueryRunner } from 'typeorm';
import { TellOfChange1770900000000 } from './change-migration.js';
import { ClockShift1767700000000 } from './clock-shift-migration.js';
import { FirstSynonyms1771400000000 } from './first-synonyms-migration.js';
import { ImportRuns1766200000000 } from './import-runs-migration.js';
import { IndexCheck1770300000001 } from './index-check-migration.js';
import { OutboxTrace1770300000000 } from './outbox-trace-migration.js';
import { PlatformSearch1764700000000 } from './search-migration.js';
import { RetentionRuns1770700000000 } from './retention-migration.js';
import {
  SearchHeads1770800000000,
  SearchSurvey1765300000000,
  SearchSurveyFaces1767304000000,
} from './search-survey-migration.js';
import { Throttle1768000000000 } from './throttle-migration.js';
import { Uploads1767100000000 } from './uploads-migration.js';

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

/**
 * Parameters that an administrator edits: what each one is, who entered a version and why. A version
 * that was never in force can be withdrawn; the row stays.
 */
export class ParameterEditing1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.parameter_definition (
        name text primary key,
        title text not null,
        unit text not null,
        minimum bigint not null,
        maximum bigint not null check (maximum >= minimum),
        choices jsonb not null
      );
      alter table platform.parameter
        add note text not null default '',
        add entered_by text,
        add entered_at timestamptz,
        add withdrawn_by text,
        add withdrawn_at timestamptz,
        drop constraint parameter_name_effective_from_key;
      create unique index parameter_once_a_day on platform.parameter (name, effective_from) where withdrawn_at is null;
      comment on column platform.parameter.entered_by is 'null: declared by the release';
      create function platform.refuse_other_change() returns trigger language plpgsql as $$
        begin
          if tg_op <> 'UPDATE'
            or old.withdrawn_at is not null or old.effective_from <= (platform.business_now() at time zone 'Asia/Shanghai')::date
            or (new.id, new.name, new.value, new.effective_from, new.source, new.note, new.entered_by, new.entered_at)
              is distinct from (old.id, old.name, old.value, old.effective_from, old.source, old.note, old.entered_by, old.entered_at)
            or new.effective_to is distinct from old.effective_to
          then raise exception 'a version of a parameter is never changed' using errcode = '42501'; end if;
          return new;
        end $$;
      create trigger parameter_keeps_its_past before update or delete on platform.parameter
        for each row execute function platform.refuse_other_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger parameter_keeps_its_past on platform.parameter;
      drop function platform.refuse_other_change();
      delete from platform.parameter where withdrawn_at is not null;
      drop index platform.parameter_once_a_day;
      alter table platform.parameter drop note, drop entered_by, drop entered_at, drop withdrawn_by, drop withdrawn_at,
        add constraint parameter_name_effective_from_key unique (name, effective_from);
      drop table platform.parameter_definition`);
  }
}

/** Where audit streams end, in one call. */
export class PlatformAuditEnds1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Volatile, so that each statement sees what was committed while the one before it waited for the locks,
      -- which are taken in one order: two batches cannot wait for each other.
      create function platform.audit_ends(of_domain text, of_streams text[], of_person text, new_salt bytea)
      returns table (stream text, seq int, hash text, salt bytea) language plpgsql volatile as $$
      declare known bytea;
      begin
        perform pg_advisory_xact_lock(key) from (
          select distinct hashtextextended(of_domain || '/' || name, 0) as key
          from unnest(of_streams) as name order by key) as keys;
        execute format('select s.salt from %I.audit_salt s where s.person_id = $1', of_domain)
          into known using of_person;
        if known is null then
          execute format('insert into %I.audit_salt (person_id, salt) values ($1, $2) on conflict do nothing', of_domain)
            using of_person, new_salt;
          execute format('select s.salt from %I.audit_salt s where s.person_id = $1', of_domain)
            into known using of_person;
        end if;
        return query execute format('
          select name, coalesce(e.seq, 0), e.hash, $2 from unnest($1) as name
          left join lateral (select a.seq, a.hash from %I.audit_entry a
            where a.stream = name order by a.seq desc limit 1) e on true', of_domain)
          using of_streams, known;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.audit_ends(text, text[], text, bytea)');
  }
}

/** What two administrators must not change past each other carries a version. */
export class EditedLaw1764331000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.parameter_definition add version int not null default 1;
      create table platform.holiday_year (
        year int primary key,
        version int not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table platform.holiday_year;
      alter table platform.parameter_definition drop version`);
  }
}

/** Handlers of events that this database has met: a copy that a later release brings is told what was before it. */
export class KnownHandlers1764830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.known_handler (
        handler text primary key,
        since timestamptz not null default clock_timestamp()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table platform.known_handler`);
  }
}

export const platformMigrations = [
  Platform1763856000000,
  ParameterEditing1764320000000,
  PlatformAuditEnds1764330000000,
  EditedLaw1764331000000,
  PlatformSearch1764700000000,
  KnownHandlers1764830000000,
  SearchSurvey1765300000000,
  ImportRuns1766200000000,
  Uploads1767100000000,
  SearchSurveyFaces1767304000000,
  ClockShift1767700000000,
  Throttle1768000000000,
  OutboxTrace1770300000000,
  IndexCheck1770300000001,
  RetentionRuns1770700000000,
  SearchHeads1770800000000,
  TellOfChange1770900000000,
  FirstSynonyms1771400000000,
];

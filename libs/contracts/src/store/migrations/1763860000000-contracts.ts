import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** Applications with files, reviews, certificates, numbers and the ledger; what other domains told. */
export class Contracts1763860000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'contracts');
    await projections(runner);
    await contract(runner);
    await partsOfContract(runner);
    await numbersAndLedger(runner);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropDomainSchema(runner, 'contracts');
  }
}

const projections = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.organisation (
      id uuid primary key,
      version int not null,
      name text not null,
      kind text not null,
      uscc text not null,
      division_code text not null,
      party_nature text not null,
      state_established boolean not null,
      active boolean not null,
      legal_representative text not null,
      contact_name text not null,
      contact_phone text not null
    );
    create index on contracts.organisation (division_code) where kind in ('BUREAU_CITY', 'BUREAU_COUNTY');
    create table contracts.person (
      id uuid primary key,
      version int not null,
      name text not null
    );
    create table contracts.result (
      id uuid primary key,
      version int not null,
      owner_id uuid not null,
      summary text not null,
      tech_field text,
      trl int,
      ip_rights jsonb not null
    );
    create table contracts.deal (
      id uuid primary key,
      version int not null,
      snapshot jsonb not null
    );
  `);

const contract = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.contract (
      id uuid primary key,
      version int not null,
      state text not null check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'NOT_ACCEPTED',
        'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'REGISTERED', 'REJECTED', 'WITHDRAWN')),
      deal_id uuid,
      result_id uuid,
      need_id uuid,
      applicant_organisation_id uuid not null,
      applicant_person_id uuid not null,
      registry_organisation_id uuid,
      registry_division text check (registry_division ~ '^[0-9]{6}$'),
      registry_name text,
      related_ids uuid[] not null,
      confirmed_party_ids uuid[] not null,
      title text not null,
      subclass text,
      signed_on date,
      total bigint check (total >= 0),
      technical bigint check (technical >= 0),
      terms_key text,
      search_text text not null,
      form jsonb not null,
      submitted_at timestamptz,
      acceptance_number text unique,
      accepted_on date,
      due_on date,
      told_due_on date,
      rule_set text,
      first_reviewer_id uuid,
      second_reviewer_id uuid,
      rejection_proposed boolean not null,
      expert_favourable boolean,
      decision jsonb not null,
      registration_number text constraint registration_number_once unique check (registration_number ~ '^[0-9]{16}$'),
      registered_at timestamptz,
      registered_on date,
      national_reg_no text constraint national_reg_no_once unique,
      certificate_version int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      queue_on date generated always as
        (coalesce(due_on, (submitted_at at time zone 'Asia/Shanghai')::date, date '9999-12-31')) stored,
      constraint submitted_has_registry check (submitted_at is null or registry_division is not null),
      constraint state_says_submitted check (state in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
      constraint accepted_has_number check (state not in
        ('ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW', 'REGISTERED', 'REJECTED')
        or (acceptance_number is not null and due_on is not null and rule_set is not null)),
      constraint two_persons check (first_reviewer_id <> second_reviewer_id),
      constraint registered_whole check ((state = 'REGISTERED') =
        (registration_number is not null and registered_on is not null and certificate_version > 0)),
      constraint registered_by_two check (state <> 'REGISTERED'
        or (first_reviewer_id is not null and second_reviewer_id is not null and technical <= total))
    );
    create unique index one_live_application_a_deal on contracts.contract (deal_id)
      where deal_id is not null and state not in ('NOT_ACCEPTED', 'REJECTED', 'WITHDRAWN');
    create index contract_of_applicant on contracts.contract (applicant_organisation_id, id desc);
    create index contract_of_party on contracts.contract using gin (confirmed_party_ids);
    create index contract_of_registry on contracts.contract (registry_division, id desc);
    create index contract_queue on contracts.contract (queue_on, id)
      where state in ('SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'EXPERT_REVIEW');
    create index contract_terms on contracts.contract (terms_key) where submitted_at is not null;
    create index contract_words on contracts.contract using gin (search_text gin_trgm_ops);
    create index contract_changed on contracts.contract (updated_at, id);
  `);

const partsOfContract = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.file (
      id uuid primary key,
      contract_id uuid not null references contracts.contract,
      kind text not null,
      name text not null,
      type text not null,
      size bigint not null check (size > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      signed boolean not null,
      uploaded_by uuid not null,
      created_at timestamptz not null,
      removed_at timestamptz
    );
    comment on column contracts.file.signed is 'the very text that both sides confirmed on the deal';
    create index on contracts.file (contract_id, id) where removed_at is null;
    create index on contracts.file (sha256) where kind = 'CONTRACT_TEXT' and removed_at is null;
    create table contracts.review (
      id uuid primary key,
      contract_id uuid not null references contracts.contract,
      stage text not null check (stage in ('ACCEPTANCE', 'FIRST', 'SECOND', 'EXPERT')),
      verdict text not null,
      reviewer_id uuid not null,
      opinion text not null,
      grounds text[] not null,
      deficiencies jsonb not null,
      basis jsonb not null,
      at timestamptz not null
    );
    comment on column contracts.review.basis is 'rule set, parameter versions and findings that the verdict rested on';
    create index on contracts.review (contract_id, at);
    create trigger review_is_append_only before update or delete or truncate on contracts.review
      for each statement execute function platform.refuse_change();
    create table contracts.certificate (
      contract_id uuid not null references contracts.contract,
      version int not null check (version > 0),
      key_id text not null,
      token text not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      size bigint not null,
      issued_at timestamptz not null,
      primary key (contract_id, version)
    );
    create trigger certificate_is_append_only before update or delete or truncate on contracts.certificate
      for each statement execute function platform.refuse_change();
  `);

const numbersAndLedger = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.number_series (
      series text not null check (series in ('ACCEPTANCE', 'REGISTRATION')),
      year int not null,
      registry text not null,
      last int not null check (last between 1 and 999999),
      primary key (series, year, registry)
    );
    -- The lock makes callers queue without dead tuples of the row in their way; it and the row end with
    -- the transaction, so an aborted one gives its number back and no serial is ever left out.
    create function contracts.next_serial(of_series text, of_year int, of_registry text) returns int
    language plpgsql as $$
    declare serial int;
    begin
      perform pg_advisory_xact_lock(hashtextextended('contracts/' || of_series || of_year || of_registry, 0));
      insert into contracts.number_series as s (series, year, registry, last)
      values (of_series, of_year, of_registry, 1)
      on conflict (series, year, registry) do update set last = s.last + 1
      returning s.last into serial;
      return serial;
    end $$;
    create table contracts.ledger (
      id uuid primary key,
      contract_id uuid not null references contracts.contract,
      kind text not null check (kind in ('REGISTRATION')),
      occurred_on date not null,
      month text generated always as (
        lpad(extract(year from occurred_on)::int::text, 4, '0') || '-' ||
        lpad(extract(month from occurred_on)::int::text, 2, '0')) stored,
      registration_number text not null,
      title text not null,
      count int not null,
      total bigint not null,
      technical bigint not null,
      registry_division text not null,
      class text not null,
      subclass text not null,
      tech_field text not null,
      ip_kind text not null,
      plan_source text not null,
      industry text not null,
      goal text not null,
      seller_division text not null,
      seller_nature text not null,
      buyer_division text not null,
      buyer_nature text not null,
      foreign_mode text not null,
      tax_benefits text[] not null,
      brokered boolean not null
    );
    create unique index ledger_once on contracts.ledger (contract_id) where kind = 'REGISTRATION';
    create index on contracts.ledger (month, registry_division);
    create trigger ledger_is_append_only before update or delete or truncate on contracts.ledger
      for each statement execute function platform.refuse_change();
  `);

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** Results, needs, their files and NDA, the owners' projection and what they are found by. */
export class Listings1763856100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'listings');
    await runner.query(`
      create table listings.organisation (
        id uuid primary key,
        version int not null,
        name text not null,
        kind text not null,
        uscc text not null,
        division_code text not null,
        state_established boolean not null,
        active boolean not null
      );
      create index on listings.organisation (uscc);
      create sequence listings.result_code;
      create sequence listings.need_code;
    `);
    await runner.query(`
      create table listings.result (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        state text not null check (state in ('DRAFT', 'RETURNED', 'UNIT_REVIEW', 'BUREAU_REVIEW', 'ONLINE',
          'IN_NEGOTIATION', 'UNDER_DISCLOSURE', 'SIGNED', 'TRANSFORMED', 'OFFLINE', 'EXPIRED', 'TAKEN_DOWN', 'DISCARDED')),
        owner_id uuid not null references listings.organisation,
        created_by text not null,
        scope_code text not null,
        division_code text not null,
        title text not null,
        summary text not null,
        visibility text not null check (visibility in ('PUBLIC', 'SIGNED_IN', 'NDA')),
        cluster text,
        tech_field text,
        trl int check (trl between 1 and 13),
        keywords text[] not null,
        cooperation_modes text[] not null,
        price_mode text,
        state_reason text,
        submitted_at timestamptz,
        state_since timestamptz not null,
        published_at timestamptz,
        expires_on date,
        unit_approved_by text,
        unit_approved_at timestamptz,
        validity_parameter uuid,
        body jsonb not null,
        external_id text,
        import_hash text,
        reminded_days int,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state not in ('ONLINE', 'IN_NEGOTIATION', 'UNDER_DISCLOSURE')
          or (published_at is not null and expires_on is not null))
      );
      create unique index result_external on listings.result (owner_id, external_id) where external_id is not null;
      create index result_owner on listings.result (owner_id, updated_at desc, id desc);
      create index result_review on listings.result (state_since, id) where state in ('UNIT_REVIEW', 'BUREAU_REVIEW');
      create index result_expiry on listings.result (expires_on) where state = 'ONLINE';
      create index result_changed on listings.result (updated_at);

      create table listings.need (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        state text not null check (state in ('DRAFT', 'RETURNED', 'BUREAU_REVIEW', 'ONLINE', 'IN_NEGOTIATION',
          'SIGNED', 'SOLVED', 'CLOSED', 'EXPIRED', 'CONVERTED', 'TAKEN_DOWN', 'DISCARDED')),
        owner_id uuid not null references listings.organisation,
        created_by text not null,
        scope_code text not null,
        division_code text not null,
        title text not null,
        description text not null,
        visibility text not null check (visibility in ('PUBLIC', 'SIGNED_IN', 'NDA')),
        anonymous boolean not null,
        cluster text,
        tech_field text,
        need_type text,
        urgency text not null,
        wants_challenge boolean not null,
        quality int not null check (quality between 0 and 100),
        needed_by date,
        keywords text[] not null,
        cooperation_modes text[] not null,
        state_reason text,
        submitted_at timestamptz,
        state_since timestamptz not null,
        published_at timestamptz,
        expires_on date,
        validity_parameter uuid,
        body jsonb not null,
        external_id text,
        import_hash text,
        reminded_days int,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (state not in ('ONLINE', 'IN_NEGOTIATION') or (published_at is not null and expires_on is not null))
      );
      create unique index need_external on listings.need (owner_id, external_id) where external_id is not null;
      create index need_owner on listings.need (owner_id, updated_at desc, id desc);
      create index need_review on listings.need (state_since, id) where state = 'BUREAU_REVIEW';
      create index need_expiry on listings.need (expires_on) where state = 'ONLINE';
      create index need_changed on listings.need (updated_at);
    `);
    await runner.query(`
      create table listings.search (
        id uuid primary key,
        kind text not null check (kind in ('RESULT', 'NEED')),
        listed boolean not null,
        published_at timestamptz not null,
        owner_id uuid not null,
        owner_kind text not null,
        division_code text not null,
        cluster text,
        tech_field text,
        cooperation_modes text[] not null,
        trl int not null,
        trl_band text,
        price_mode text,
        need_type text,
        urgency text,
        wants_challenge boolean not null,
        quality int not null,
        needed_by date not null,
        numbers text not null,
        numbers_signed text,
        tsv tsvector not null,
        tsv_signed tsvector
      );
      create index search_newest on listings.search (kind, published_at desc, id desc) where listed;
      create index search_cluster on listings.search (kind, cluster, published_at desc, id desc) where listed;
      create index search_field on listings.search (kind, tech_field, published_at desc, id desc) where listed;
      create index search_division on listings.search (kind, division_code, published_at desc, id desc) where listed;
      create index search_trl on listings.search (kind, trl desc, published_at desc, id desc) where listed;
      create index search_quality on listings.search (kind, quality desc, published_at desc, id desc) where listed;
      create index search_deadline on listings.search (kind, needed_by, id) where listed;
      create index search_owner on listings.search (owner_id);
      create index search_facets on listings.search (kind) include (cluster, tech_field, trl_band, price_mode,
        division_code, owner_kind, need_type, urgency, wants_challenge, owner_id, cooperation_modes) where listed;
      create index search_text on listings.search using gin (tsv);
      create index search_text_signed on listings.search using gin (tsv_signed);
      create index search_numbers on listings.search using gin (numbers gin_trgm_ops);
      create index search_numbers_signed on listings.search using gin (numbers_signed gin_trgm_ops);
    `);
    await runner.query(`
      create table listings.file (
        id uuid primary key,
        sha256 text not null,
        name text not null,
        type text not null,
        size bigint not null,
        uploaded_by text not null,
        listing_id uuid,
        listing_kind text check (listing_kind in ('RESULT', 'NEED')),
        created_at timestamptz not null,
        check ((listing_id is null) = (listing_kind is null))
      );
      create index on listings.file (listing_id);
      create table listings.nda_text (
        version int primary key,
        title text not null,
        text text not null,
        sha256 text not null,
        effective_from timestamptz not null
      );
      create table listings.nda_acceptance (
        id uuid primary key,
        listing_id uuid not null,
        organisation_id uuid not null,
        person_id text not null,
        nda_version int not null references listings.nda_text,
        text_sha256 text not null,
        accepted_at timestamptz not null,
        unique (listing_id, organisation_id, nda_version)
      );
      create table listings.deal (
        id uuid primary key,
        version int not null,
        state text not null,
        cooperation_mode text not null,
        result_id uuid,
        need_id uuid,
        seller_id uuid,
        buyer_id uuid,
        contract_version int not null,
        registered boolean not null
      );
      create index on listings.deal (result_id);
      create index on listings.deal (need_id);
      create table listings.import_run (
        id uuid primary key,
        version int not null,
        kind text not null check (kind in ('RESULT', 'NEED')),
        state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
        dry_run boolean not null,
        file_id uuid not null references listings.file,
        file_name text not null,
        owner_id uuid not null references listings.organisation,
        started_by text not null,
        actor jsonb not null,
        mapping text,
        processed int not null,
        total int,
        created int not null,
        updated int not null,
        unchanged int not null,
        failed int not null,
        message text,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        finished_at timestamptz
      );
      create index on listings.import_run (started_by, created_at desc, id desc);
      create table listings.import_problem (
        run_id uuid not null references listings.import_run,
        seq int not null,
        row int not null,
        "column" text not null,
        value text not null,
        code text not null,
        message text not null,
        primary key (run_id, seq)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'listings');
  }
}

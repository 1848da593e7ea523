import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';
import { Inspector1768000100000 } from './1768000100000-inspector.js';
import { RecentProof1770600000000 } from './1770600000000-recent-proof.js';
import { SecondFactor1770610000000 } from './1770610000000-second-factor.js';
import { Oidc1770620000000 } from './1770620000000-oidc.js';
import { OrganisationExport1771300000000 } from './1771300000000-organisation-export.js';

/** Organisations, people and memberships; what one signs in with; letters of authorisation. */
export class Identity1763856100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await installDomainTables(runner, 'identity');
    await runner.query(`
      create table identity.organisation (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null check (state in ('PENDING', 'ACTIVE', 'REJECTED', 'SUSPENDED')),
        name text not null check (char_length(name) between 2 and 100),
        kind text not null check (kind in ('UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'BROKER_AGENCY', 'BUREAU_CITY',
          'BUREAU_COUNTY', 'FINANCIAL_INSTITUTION', 'OTHER')),
        uscc text not null check (uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        division_code text not null check (division_code ~ '^[0-9]{6}$'),
        scope_code text not null check (scope_code ~ '^[0-9]{6}$'),
        party_nature text not null,
        state_established boolean not null,
        external_id text,
        decision_reason text not null default '',
        body jsonb not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      -- A rejected one leaves the code free for its true holder.
      create unique index organisation_live_uscc on identity.organisation (uscc) where state <> 'REJECTED';
      create unique index organisation_external_id on identity.organisation (external_id) where external_id is not null;
      create index organisation_by_name on identity.organisation (name collate public.zh_pinyin, id);
      create index organisation_name_part on identity.organisation using gin (name gin_trgm_ops);
      create index organisation_waiting on identity.organisation (created_at, id) where state = 'PENDING';
      create index organisation_changed on identity.organisation (updated_at);

      create table identity.person (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null check (state in ('ACTIVE', 'SUSPENDED', 'ERASED')),
        email text not null,
        display_name text not null,
        phone text,
        last_sign_in_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index person_live_email on identity.person (email);
      create unique index person_live_phone on identity.person (phone) where phone is not null;
      create index person_changed on identity.person (updated_at);

      create table identity.membership (
        id uuid primary key,
        version int not null check (version > 0),
        organisation_id uuid not null references identity.organisation,
        person_id uuid references identity.person,
        email text not null,
        roles text[] not null check (cardinality(roles) > 0 and roles <@ array['MEMBER', 'RESEARCHER',
          'TRANSFER_OFFICER', 'BROKER', 'OFFICER', 'REGISTRAR', 'ORG_ADMIN', 'PLATFORM_ADMIN']),
        state text not null check (state in ('INVITED', 'REQUESTED', 'ACTIVE', 'SUSPENDED', 'ENDED')),
        note text not null,
        reason text not null,
        invited_until timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (person_id is not null or state in ('INVITED', 'ENDED')),
        check ((state = 'INVITED') <= (invited_until is not null))
      );
      create unique index membership_live_person on identity.membership (organisation_id, person_id)
        where state <> 'ENDED' and person_id is not null;
      create unique index membership_live_invitation on identity.membership (organisation_id, email)
        where state = 'INVITED';
      create index membership_of_person on identity.membership (person_id) where state <> 'ENDED';
      create index membership_invited on identity.membership (email) where state = 'INVITED';
      create index membership_by_time on identity.membership (organisation_id, created_at, id);

      create table identity.file (
        id uuid primary key,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null,
        size bigint not null check (size > 0),
        type text not null,
        uploaded_by uuid not null references identity.person,
        created_at timestamptz not null
      );
      create table identity.letter (
        id uuid primary key,
        version int not null check (version > 0),
        state text not null check (state in ('ISSUED', 'REVOKED')),
        organisation_id uuid not null references identity.organisation,
        person_id uuid not null references identity.person,
        matters text[] not null check (cardinality(matters) > 0),
        valid_from date not null,
        valid_to date not null check (valid_to >= valid_from),
        file_id uuid not null references identity.file,
        revoked_at timestamptz,
        revoke_reason text not null default '',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check ((state = 'REVOKED') = (revoked_at is not null))
      );
      create index letter_of_organisation on identity.letter (organisation_id, created_at, id);
      create index letter_of_person on identity.letter (person_id);
      create index letter_file on identity.letter (file_id);
    `);
    await runner.query(`
      create table identity.credential (
        person_id uuid primary key references identity.person,
        password_hash text not null,
        changed_at timestamptz not null default clock_timestamp()
      );
      create table identity.session (
        id uuid primary key,
        person_id uuid not null references identity.person,
        token_hash bytea not null unique,
        user_agent text not null,
        address text not null,
        created_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        ended_at timestamptz
      );
      create index session_of_person on identity.session (person_id) where ended_at is null;
      create table identity.access_token (
        id uuid primary key,
        person_id uuid not null references identity.person,
        name text not null,
        prefix text not null,
        token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(),
        last_used_at timestamptz,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create index access_token_of_person on identity.access_token (person_id, created_at);
      create table identity.link (
        id uuid primary key,
        purpose text not null check (purpose in ('REGISTER', 'RESET', 'INVITE')),
        email text not null,
        display_name text,
        password_hash text,
        membership_id uuid references identity.membership,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz,
        check ((purpose = 'REGISTER') = (password_hash is not null and display_name is not null)),
        check ((purpose = 'INVITE') = (membership_id is not null))
      );
      create index link_by_email on identity.link (email, purpose) where used_at is null;
      create table identity.phone_code (
        id uuid primary key,
        phone text not null,
        purpose text not null check (purpose in ('SIGN_IN', 'CONFIRM_PHONE')),
        person_id uuid references identity.person,
        tries int not null default 0,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz,
        check ((purpose = 'CONFIRM_PHONE') = (person_id is not null))
      );
      create index phone_code_newest on identity.phone_code (phone, purpose, created_at desc);
      create table identity.throttle (
        bucket text primary key,
        tries int not null,
        resets_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropDomainSchema(runner, 'identity');
  }
}

export const identityMigrations = [
  Identity1763856100000,
  Inspector1768000100000,
  RecentProof1770600000000,
  SecondFactor1770610000000,
  Oidc1770620000000,
  OrganisationExport1771300000000,
];

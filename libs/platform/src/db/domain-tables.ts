import type { QueryRunner } from 'typeorm';

/**
 * Creates a domain's schema with the tables every domain has: events and their outbox, jobs that
 * wait for the relay, handled marks, stored answers and the audit streams.
 */
export async function installDomainTables(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`
    create schema if not exists ${schema};
    create table ${schema}.event (
      seq bigint generated always as identity,
      id uuid primary key,
      type text not null,
      aggregate_id uuid not null,
      version int not null,
      action text not null,
      at timestamptz not null,
      actor_id text not null,
      payload jsonb not null
    );
    create table ${schema}.outbox (
      seq bigint generated always as identity primary key,
      event_id uuid references ${schema}.event,
      job_id uuid unique,
      job_type text,
      job_payload jsonb,
      run_at timestamptz,
      trace text,
      check ((event_id is null) <> (job_id is null))
    );
    create table ${schema}.handled (
      message_id uuid not null,
      handler text not null,
      at timestamptz not null default clock_timestamp(),
      primary key (message_id, handler)
    );
    create index on ${schema}.handled (at);
    create table ${schema}.answer (
      actor_id text not null,
      client_mutation_id uuid not null,
      command text not null,
      input_hash text not null,
      answer jsonb,
      at timestamptz not null default clock_timestamp(),
      primary key (actor_id, client_mutation_id)
    );
    create index on ${schema}.answer (at);
    create table ${schema}.audit_salt (
      person_id text primary key,
      salt bytea not null
    );
    create table ${schema}.audit_entry (
      stream text not null,
      seq int not null,
      at timestamptz not null,
      actor_id text not null,
      action text not null,
      reason text,
      detail jsonb not null,
      before_hash text,
      after_hash text,
      previous_hash text not null,
      hash text not null,
      primary key (stream, seq)
    );
    create trigger event_is_append_only before update or delete or truncate on ${schema}.event
      for each statement execute function platform.refuse_change();
    create trigger audit_is_append_only before update or delete or truncate on ${schema}.audit_entry
      for each statement execute function platform.refuse_change();
  `);
}

/** Drops the schema with everything in it: a first migration's way back. */
export async function dropDomainSchema(runner: QueryRunner, schema: string): Promise<void> {
  await runner.query(`drop schema if exists ${schema} cascade`);
}

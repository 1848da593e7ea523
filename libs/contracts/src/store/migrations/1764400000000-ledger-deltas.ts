import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The ledger takes changes, cancellations and revocations as signed rows; the month a row counts in is the
 * database's to say, since a month that was published is closed and what comes later falls into the next.
 */
export class LedgerDeltas1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await places(runner);
    await months(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ledger_placed_in_month on contracts.ledger;
      drop function contracts.place_in_month();
      drop table contracts.closed_month;
      alter table contracts.ledger drop constraint ledger_kind, drop constraint ledger_count,
        add constraint ledger_kind_check check (kind in ('REGISTRATION')),
        drop column seq, drop column seller_name, drop column seller_key, drop column buyer_name, drop column buyer_key,
        drop column signed_on, drop column signed_month, drop column large, drop column in_time,
        drop column month;
      alter table contracts.ledger add column month text generated always as (
        lpad(extract(year from occurred_on)::int::text, 4, '0') || '-' ||
        lpad(extract(month from occurred_on)::int::text, 2, '0')) stored;
      create index on contracts.ledger (month, registry_division);
    `);
  }
}

const places = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    alter table contracts.ledger
      drop constraint ledger_kind_check,
      add constraint ledger_kind check (kind in
        ('REGISTRATION', 'CHANGE', 'SUPPLEMENT', 'CANCELLATION', 'REVOCATION', 'REINSTATEMENT')),
      add constraint ledger_count check (count between -1 and 1),
      add column seq bigint generated always as identity,
      add column seller_name text not null default '',
      add column seller_key text not null default '',
      add column buyer_name text not null default '',
      add column buyer_key text not null default '',
      add column signed_on date,
      add column signed_month text generated always as (
        lpad(extract(year from signed_on)::int::text, 4, '0') || '-' ||
        lpad(extract(month from signed_on)::int::text, 2, '0')) stored,
      add column large boolean not null default false,
      add column in_time boolean,
      alter column tech_field drop not null, alter column ip_kind drop not null,
      alter column plan_source drop not null, alter column industry drop not null, alter column goal drop not null,
      alter column seller_division drop not null, alter column seller_nature drop not null,
      alter column buyer_division drop not null, alter column buyer_nature drop not null,
      alter column foreign_mode drop not null;
    comment on column contracts.ledger.tech_field is 'null: 未填报, here and in every other head';
    alter table contracts.ledger disable trigger ledger_is_append_only;
    update contracts.ledger l set
      seller_name = coalesce(c.form #>> '{sellers,0,name}', ''),
      seller_key = case when c.form #>> '{sellers,0,identifierKind}' = 'USCC'
        then coalesce(c.form #>> '{sellers,0,identifier}', '') else coalesce(c.form #>> '{sellers,0,name}', '') end,
      buyer_name = coalesce(c.form #>> '{buyers,0,name}', ''),
      buyer_key = case when c.form #>> '{buyers,0,identifierKind}' = 'USCC'
        then coalesce(c.form #>> '{buyers,0,identifier}', '') else coalesce(c.form #>> '{buyers,0,name}', '') end,
      signed_on = c.signed_on, large = l.total >= 1000000000, in_time = c.registered_on <= c.due_on
    from contracts.contract c where c.id = l.contract_id;
    alter table contracts.ledger enable trigger ledger_is_append_only;
    alter table contracts.ledger
      alter column seller_name drop default, alter column seller_key drop default,
      alter column buyer_name drop default, alter column buyer_key drop default, alter column large drop default;
    create index ledger_of_contract on contracts.ledger (contract_id, seq);
    create index ledger_signed on contracts.ledger (signed_month, registry_division);
  `);

const months = (runner: QueryRunner): Promise<unknown> =>
  runner.query(`
    create table contracts.closed_month (
      month text primary key check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      closed_at timestamptz not null,
      closed_by uuid not null,
      count int not null,
      total bigint not null,
      technical bigint not null,
      figures jsonb not null,
      figures_sha256 text not null check (figures_sha256 ~ '^[0-9a-f]{64}$')
    );
    comment on table contracts.closed_month is 'published months: no row of the ledger falls into one any more';
    create trigger closed_month_is_append_only before update or delete or truncate on contracts.closed_month
      for each statement execute function platform.refuse_change();
    alter table contracts.ledger alter column month drop expression;
    alter table contracts.ledger alter column month set not null;
    comment on column contracts.ledger.month is 'the month it counts in: that of occurred_on, or the first one still open';
    -- Whoever closes a month waits for the rows under way, and they for the closing.
    create function contracts.place_in_month() returns trigger language plpgsql as $$
    declare last_closed text;
    begin
      perform pg_advisory_xact_lock_shared(hashtextextended('contracts/months', 0));
      select max(m.month) into last_closed from contracts.closed_month m;
      new.month := greatest(
        to_char(new.occurred_on, 'YYYY-MM'),
        to_char(to_date(last_closed || '-01', 'YYYY-MM-DD') + interval '1 month', 'YYYY-MM'));
      return new;
    end $$;
    create trigger ledger_placed_in_month before insert on contracts.ledger
      for each row execute function contracts.place_in_month();
  `);

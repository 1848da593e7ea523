import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 与全国系统交换: batches that went out and came back, each row as it was. */
export class Exchange1764733000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.exchange_batch (
        id uuid primary key,
        number text not null unique,
        direction text not null check (direction in ('EXPORT', 'IMPORT')),
        state text not null check (state in ('RUNNING', 'COMPLETE', 'WITH_PROBLEMS')),
        divisions text[] not null,
        form text not null,
        form_version text not null,
        file_name text not null,
        rows int not null,
        done int not null,
        unchanged int not null,
        failed int not null,
        created_by text not null,
        created_at timestamptz not null
      );
      create index on contracts.exchange_batch (created_at desc, id desc);
      create table contracts.exchange_row (
        batch_id uuid not null references contracts.exchange_batch,
        position int not null,
        contract_id uuid references contracts.contract,
        registration_number text not null,
        contract_version int,
        outcome text not null check (outcome in ('EXPORTED', 'UPDATED', 'UNCHANGED', 'FAILED')),
        data jsonb not null,
        problems jsonb not null,
        primary key (batch_id, position)
      );
      create index exchange_row_of_contract on contracts.exchange_row (contract_id) where outcome = 'EXPORTED';
      create trigger exchange_row_is_append_only before update or delete or truncate on contracts.exchange_row
        for each statement execute function platform.refuse_change();
      alter table contracts.number_series drop constraint number_series_series_check,
        add constraint number_series_series_check check (series in ('ACCEPTANCE', 'REGISTRATION', 'EXCHANGE'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from contracts.number_series where series = 'EXCHANGE';
      alter table contracts.number_series drop constraint number_series_series_check,
        add constraint number_series_series_check check (series in ('ACCEPTANCE', 'REGISTRATION'));
      drop table contracts.exchange_row, contracts.exchange_batch;
    `);
  }
}

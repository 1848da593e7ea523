import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 征集批次: the days in which the city asks for demands, and the batch that each came in. */
export class Batches1770000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table challenges.batch (
        id uuid primary key,
        version int not null check (version > 0),
        code text not null unique,
        title text not null,
        opens_on date not null,
        closes_on date not null check (closes_on > opens_on),
        guide text not null,
        division_code text not null,
        created_by uuid not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index on challenges.batch (opens_on desc, id desc);
      alter table challenges.call add batch_id uuid references challenges.batch;
      create index on challenges.call (batch_id) where batch_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table challenges.call drop batch_id; drop table challenges.batch');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 上传额度: one row a file for its uploader and one for each organisation of theirs, kept for a day. */
export class Uploads1767100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table platform.upload (
        id uuid not null,
        holder_id uuid not null,
        bytes bigint not null check (bytes >= 0),
        at timestamptz not null,
        primary key (holder_id, id)
      );
      create index upload_at on platform.upload (holder_id, at) include (bytes)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table platform.upload`);
  }
}

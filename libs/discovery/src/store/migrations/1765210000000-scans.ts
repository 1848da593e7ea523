import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans of brokers' certificates: rows of files, whose bytes lie in the platform's store. */
export class Scans1765210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.file (
        id uuid primary key,
        sha256 text not null,
        name text not null,
        type text not null,
        size bigint not null,
        uploaded_by text not null,
        broker_id uuid references discovery.broker,
        created_at timestamptz not null
      );
      create index file_broker on discovery.file (broker_id) where broker_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discovery.file');
  }
}

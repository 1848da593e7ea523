import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DOMAIN_NAMES } from '@jihui/events';

/** What a row was written for (W3C traceparent). A domain that is installed later has the column from the start. */
export class OutboxTrace1770300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of DOMAIN_NAMES)
      await runner.query(`alter table if exists ${name}.outbox add column if not exists trace text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of DOMAIN_NAMES)
      await runner.query(`alter table if exists ${name}.outbox drop column if exists trace`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropDomainSchema, installDomainTables } from '@jihui/platform';

/** The history of what was entered; the tables themselves are the platform's. */
export class Law1764330100000 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return installDomainTables(runner, 'law');
  }

  down(runner: QueryRunner): Promise<void> {
    return dropDomainSchema(runner, 'law');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  ...['MEMBER', 'RESEARCHER', 'TRANSFER_OFFICER', 'BROKER', 'OFFICER', 'REGISTRAR'],
  ...['ORG_ADMIN', 'PLATFORM_ADMIN'],
];

const rolesAre = (roles: readonly string[]): string => `
  alter table identity.membership drop constraint membership_roles_check;
  alter table identity.membership add constraint membership_roles_check
    check (cardinality(roles) > 0 and roles <@ array[${roles.map((role) => `'${role}'`).join(', ')}])`;

/** 纪检监督员 is a role of bureaus; tries are counted by the platform. */
export class Inspector1768000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rolesAre([...BEFORE, 'INSPECTOR']));
    await runner.query('drop table identity.throttle');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create table identity.throttle (
      bucket text primary key, tries int not null, resets_at timestamptz not null)`);
    await runner.query(rolesAre(BEFORE));
  }
}

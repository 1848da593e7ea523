import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where experts of the bank are written to, as a copy with a handler of its own: a city from before it is told of
 * everybody once more, where a column beside the names stayed empty until somebody changed. And the panels of a year
 * are found by themselves, to count who sat how often.
 */
export class Addresses1765110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.person_address (
        person_id uuid primary key,
        version int not null,
        email text
      );
      comment on table contracts.person_address is 'where an expert who is picked from the bank is written to';
      insert into contracts.person_address (person_id, version, email)
        select id, version, email from contracts.person where email <> '';
      alter table contracts.person drop email;
      create index contract_panels on contracts.contract (updated_at) where experts <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index contracts.contract_panels;
      alter table contracts.person add email text not null default '';
      update contracts.person p set email = a.email from contracts.person_address a
        where a.person_id = p.id and a.email is not null;
      drop table contracts.person_address;
    `);
  }
}

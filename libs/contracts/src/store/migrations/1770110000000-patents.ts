import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 专利登记 as the city's register of patents tells of it: what an application says of a patent is held against it. */
export class RegisteredPatents1770110000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.patent (
        id uuid primary key,
        version int not null,
        number text not null,
        state text not null,
        open boolean not null,
        owner_id uuid not null,
        applicants text[] not null,
        expires_on date not null,
        exclusive_until date,
        pledged boolean not null
      );
      comment on table contracts.patent is 'the newest that the register of patents told of each';
      create index patent_of_number on contracts.patent (number)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table contracts.patent`);
  }
}

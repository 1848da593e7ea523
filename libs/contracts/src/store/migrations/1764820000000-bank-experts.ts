import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 科技专家库 as the bank tells of it: a panel is picked from it, and a seat that was is taken by that account alone. */
export class BankExperts1764820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.bank_expert (
        id uuid primary key,
        version int not null,
        person_id uuid not null,
        name text not null,
        unit text not null,
        title text not null,
        tech_fields text[] not null,
        keywords text[] not null,
        active boolean not null,
        ties jsonb not null
      );
      comment on table contracts.bank_expert is '科技专家库: the newest that the bank told of each';
      create index bank_expert_of_field on contracts.bank_expert using gin (tech_fields) where active;
      alter table contracts.person add email text not null default '';
      comment on column contracts.person.email is 'where an expert who is picked from the bank is written to';

      update contracts.contract c set experts = (
        select jsonb_agg(jsonb_build_object('expertId', null, 'accountId', null) || e.expert order by e.place)
        from jsonb_array_elements(c.experts) with ordinality as e (expert, place))
      where c.experts <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.person drop email;
      drop table contracts.bank_expert;
    `);
  }
}

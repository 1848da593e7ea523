import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 登记机构 as data, who their registrars are, and who stands in for whom. */
export class Registries1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.registry (
        id uuid primary key,
        version int not null,
        name text not null,
        division_code text not null unique check (division_code ~ '^[0-9]{6}$'),
        number_prefix text not null constraint number_prefix_once unique check (number_prefix ~ '^[0-9]{6}$'),
        cap bigint check (cap >= 0),
        delegated_from date,
        delegated_until date check (delegated_until >= delegated_from),
        basis text not null,
        active boolean not null
      );
      insert into contracts.registry (id, version, name, division_code, number_prefix, delegated_from, basis, active)
      select distinct on (division_code) id, 1, name, division_code, division_code,
        case when division_code not like '%00' then date '2020-01-01' end, '本平台默认值，可由主管部门调整', true
      from contracts.organisation where kind in ('BUREAU_CITY', 'BUREAU_COUNTY')
      order by division_code, active desc, id;
      -- The prefix that its numbers carry, as the registry had it when the application was filed.
      alter table contracts.contract add registry_prefix text check (registry_prefix ~ '^[0-9]{6}$');
      alter table contracts.person add registrar_of uuid[] not null default '{}';
      create index on contracts.person using gin (registrar_of);
      create table contracts.stand_in (
        id uuid primary key,
        organisation_id uuid not null references contracts.registry,
        absent_id uuid not null,
        deputy_id uuid not null check (deputy_id <> absent_id),
        from_day date not null,
        until_day date not null check (until_day >= from_day),
        reason text not null,
        named_by uuid not null,
        named_at timestamptz not null,
        ended_at timestamptz
      );
      create index on contracts.stand_in (absent_id) where ended_at is null;
      create index on contracts.stand_in (deputy_id) where ended_at is null;
      create index on contracts.stand_in (organisation_id, until_day) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.stand_in, contracts.registry;
      alter table contracts.person drop registrar_of;
      alter table contracts.contract drop registry_prefix`);
  }
}

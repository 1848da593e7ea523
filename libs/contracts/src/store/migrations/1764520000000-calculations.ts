import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved calculations, each with the rule version, parameters and inputs it rests on; none is changed. */
export class Calculations1764520000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.calculation (
        id uuid primary key,
        person_id uuid not null,
        contract_id uuid references contracts.contract,
        title text not null,
        calculator text not null,
        rule_version text not null,
        on_day date not null,
        valid_from date,
        valid_to date,
        body jsonb not null,
        created_at timestamptz not null
      );
      create index calculation_of_person on contracts.calculation (person_id, id desc);
      create trigger calculation_is_append_only before update or delete or truncate on contracts.calculation
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contracts.calculation');
  }
}

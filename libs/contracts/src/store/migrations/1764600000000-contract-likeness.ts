import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that are alike across registries: prints by which they are found, and how like they are. */
export class ContractLikeness1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.text_reading add column normal text not null default '';
      comment on column contracts.text_reading.normal is 'letters of the text alone: what other texts are compared with';
      create table contracts.text_print (
        print int not null,
        file_id uuid not null references contracts.file,
        primary key (print, file_id)
      );
      create index on contracts.text_print (file_id);
      create table contracts.text_likeness (
        file_id uuid not null references contracts.file,
        other_file_id uuid not null references contracts.file,
        basis_points int not null check (basis_points between 0 and 10000),
        primary key (file_id, other_file_id),
        constraint of_two_files check (file_id <> other_file_id)
      );
      create index on contracts.text_likeness (other_file_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.text_likeness, contracts.text_print;
      alter table contracts.text_reading drop column normal;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The texts of contracts: how each file was read, its pages and clauses, and what is proposed from them. */
export class ContractTexts1764410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contracts.text_reading (
        file_id uuid primary key references contracts.file,
        reader int not null,
        status text not null,
        format text check (format in ('PDF', 'DOCX')),
        page_count int not null,
        pages_known boolean not null,
        characters int not null,
        empty_pages int[] not null,
        notes text[] not null,
        suggestion jsonb,
        read_at timestamptz not null
      );
      comment on column contracts.text_reading.reader is 'version of the rules that read it; an older one is read again';
      create table contracts.text_page (
        file_id uuid not null references contracts.file,
        page int not null check (page > 0),
        text text not null,
        primary key (file_id, page)
      );
      create table contracts.text_clause (
        file_id uuid not null references contracts.file,
        position int not null,
        level int not null,
        label text not null,
        title text not null,
        page int not null,
        start_at int not null,
        end_page int not null,
        end_at int not null,
        primary key (file_id, position)
      );
      create table contracts.text_proposal (
        id uuid primary key,
        file_id uuid not null references contracts.file,
        position int not null,
        field text not null,
        value jsonb not null,
        clause text not null,
        quote text not null,
        note text,
        page int not null,
        start_at int not null,
        end_at int not null,
        status text not null check (status in ('OPEN', 'ACCEPTED', 'DISMISSED')),
        decided_by uuid,
        decided_at timestamptz,
        constraint decided_by_somebody check ((status = 'OPEN') = (decided_by is null))
      );
      create index on contracts.text_proposal (file_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table contracts.text_proposal, contracts.text_clause, contracts.text_page, contracts.text_reading`,
    );
  }
}

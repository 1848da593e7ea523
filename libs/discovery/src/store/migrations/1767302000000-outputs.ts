import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an expert did besides results, patents and contracts: research projects of the units, opinions that were signed. */
export class ExpertOutputs1767302000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table discovery.expert_review (
        id uuid primary key,
        version int not null,
        kind text not null check (kind in ('CONTRACT', 'CALL')),
        person_id uuid not null,
        organiser text not null,
        reviewed_on date not null
      );
      create index expert_review_person on discovery.expert_review (person_id);
      create table discovery.project (
        id uuid primary key,
        version int not null check (version > 0),
        owner_id uuid not null references discovery.organisation,
        scope_code text not null,
        state text not null check (state in ('LISTED', 'REMOVED')),
        number text not null,
        title text not null,
        level text not null check (level in ('NATIONAL', 'PROVINCIAL', 'CITY', 'COUNTY', 'ENTERPRISE', 'OTHER')),
        status text not null check (status in ('RUNNING', 'COMPLETED', 'TERMINATED')),
        open boolean not null,
        started_on date not null,
        -- Leader and members by name: those of them who are members of the unit have it among their outputs.
        people text[] not null,
        words text not null,
        content jsonb not null,
        created_by text not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        import_hash text
      );
      create unique index project_number on discovery.project (owner_id, number) where state <> 'REMOVED';
      create index project_newest on discovery.project (started_on desc, id desc) where state <> 'REMOVED';
      create index project_people on discovery.project using gin (people) where state <> 'REMOVED';
      create index project_words on discovery.project using gin (words gin_trgm_ops) where state <> 'REMOVED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table discovery.project; drop table discovery.expert_review');
  }
}

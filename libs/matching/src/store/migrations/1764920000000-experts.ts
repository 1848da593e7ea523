import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Experts of the bank, who are recommended for needs, and who entered each result: results and experts that are known
 * elsewhere already come when listings and discovery republish.
 */
export class Experts1764920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.listing add column created_by text not null default '';
      create index listing_creator on matching.listing (created_by) where kind = 'RESULT' and online;
      create table matching.expert (
        id uuid primary key,
        version int not null,
        person_id text not null,
        organisation_ids uuid[] not null,
        division_code text not null,
        title text not null,
        keywords text[] not null,
        introduction text not null,
        works_open boolean not null,
        tech_fields text[] not null,
        clusters text[] not null,
        modes text[] not null,
        availability text not null,
        listed boolean not null,
        revision int not null default 1,
        changed_xid xid8 not null default pg_current_xact_id()
      );
      create index expert_person on matching.expert (person_id);
      create index expert_changed on matching.expert (changed_xid);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table matching.expert;
      drop index matching.listing_creator;
      alter table matching.listing drop column created_by;
    `);
  }
}

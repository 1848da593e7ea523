import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Patents, which are matched with needs and are works of their inventors; an expert's name and employers tell whose. */
export class MatchedPatents1765400000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table matching.patent (
        id uuid primary key,
        version int not null,
        title text not null,
        keywords text[] not null,
        summary text not null,
        inventors text[] not null,
        owner_id uuid not null,
        owner_active boolean not null,
        division_code text not null,
        cluster text,
        tech_field text,
        state text not null,
        expires_on date not null,
        open boolean not null,
        open_licence_until date,
        exclusive_until date,
        pledged boolean not null,
        revision int not null default 1,
        changed_xid xid8 not null default pg_current_xact_id()
      );
      create index on matching.patent (owner_id);
      create index patent_changed on matching.patent (changed_xid);
      alter table matching.expert
        add column name text not null default '',
        add column employer_ids uuid[] not null default '{}';
      create index expert_name on matching.expert (name);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table matching.expert drop column name, drop column employer_ids;
      drop table matching.patent;
    `);
  }
}

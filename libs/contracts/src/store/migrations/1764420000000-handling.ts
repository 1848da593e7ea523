import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A clock that pauses, overdue marks, what binds a person to a party, and the applicants' ratings. */
export class ContractsHandling1764420000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table contracts.contract
        add clock_paused_on date,
        add clock_paused_days int not null default 0 check (clock_paused_days >= 0),
        add told_overdue_on date;
      alter table contracts.person add organisation_ids uuid[] not null default '{}';
      create table contracts.person_tie (
        id uuid primary key default gen_random_uuid(),
        person_id uuid not null,
        organisation_id uuid not null,
        kind text not null check (kind in ('FORMER', 'DECLARED')),
        since date not null,
        -- The last day on which it binds; null while it is not ended.
        until date,
        note text not null default ''
      );
      create unique index tie_once on contracts.person_tie (person_id, organisation_id, kind) where until is null;
      create index on contracts.person_tie (person_id, organisation_id);
      create table contracts.rating (
        contract_id uuid not null references contracts.contract,
        decision text not null check (decision in ('NOT_ACCEPTED', 'REJECTED', 'REGISTERED')),
        score int not null check (score between 1 and 5),
        comment text not null,
        registry_division text not null,
        rated_by uuid not null,
        at timestamptz not null,
        primary key (contract_id, decision)
      );
      create index on contracts.rating (registry_division, at);
      create trigger rating_is_append_only before update or delete or truncate on contracts.rating
        for each statement execute function platform.refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table contracts.rating, contracts.person_tie;
      alter table contracts.person drop organisation_ids;
      alter table contracts.contract drop clock_paused_on, drop clock_paused_days, drop told_overdue_on`);
  }
}

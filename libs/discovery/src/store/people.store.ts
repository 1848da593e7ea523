import { Injectable } from '@nestjs/common';
import type { PersonSnapshot } from '@jihui/events';
import type { LegalDay } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';

/** Where somebody works, as identity told it. */
export interface Employment {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly knownFrom: LegalDay;
  /** Last day on which it was known to hold; null while it holds. */
  readonly endedOn: LegalDay | null;
}

/** This domain's copy of people and of where they work, and worked. */
@Injectable()
export class PeopleStore {
  constructor(private readonly db: Db) {}

  /** @returns whether anything newer was learnt */
  async put(fact: PersonSnapshot, version: number, today: LegalDay): Promise<boolean> {
    const stored = await this.db.query(sql`
      insert into discovery.person (id, version, name, active)
      values (${fact.id}, ${version}, ${fact.displayName}, ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, active = excluded.active
      where discovery.person.version <= excluded.version returning 1`);
    if (stored.length === 0) return false;
    const works = fact.memberships.filter(({ active }) => active).map((one) => one.organisationId);
    await this.db.query(sql`
      update discovery.employment set ended_on = ${today}::date
      where person_id = ${fact.id} and ended_on is null and not ${sql.any(sql`organisation_id`, works)}`);
    await this.db.query(sql`
      insert into discovery.employment (person_id, organisation_id, known_from)
      select ${fact.id}::uuid, o.id, ${today}::date from unnest(${works}::uuid[]) as o (id)
      where not exists (select from discovery.employment e
        where e.person_id = ${fact.id} and e.organisation_id = o.id and e.ended_on is null)
      on conflict (person_id, organisation_id, known_from) do update set ended_on = null`);
    return true;
  }

  /** The name of somebody whose account stands. */
  async name(id: string): Promise<string | undefined> {
    const sought = sql`select name from discovery.person where id = ${id} and active`;
    return (await this.db.one<{ name: string }>(sought))?.name;
  }

  async worksAt(personId: string, organisationId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      select from discovery.employment
      where person_id = ${personId} and organisation_id = ${organisationId} and ended_on is null`);
    return rows.length > 0;
  }

  /** Whether the person is a member of any unit of the platform now. */
  async worksSomewhere(personId: string): Promise<boolean> {
    const rows = await this.db.query(sql`
      select from discovery.employment where person_id = ${personId} and ended_on is null limit 1`);
    return rows.length > 0;
  }

  /** What is known of where each person works and worked, newest first. */
  async employments(personIds: readonly string[]): Promise<Map<string, Employment[]>> {
    const rows = await this.db.query<Employment & { personId: string }>(sql`
      select e.person_id as "personId", e.organisation_id as "organisationId",
        coalesce(o.name, '') as "organisationName", e.known_from::text as "knownFrom", e.ended_on::text as "endedOn"
      from discovery.employment e left join discovery.organisation o on o.id = e.organisation_id
      where ${sql.any(sql`e.person_id`, personIds)} order by e.known_from desc, e.organisation_id`);
    const found = new Map<string, Employment[]>();
    for (const { personId, ...one } of rows) found.set(personId, [...(found.get(personId) ?? []), one]);
    return found;
  }
}

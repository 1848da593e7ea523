import { Injectable } from '@nestjs/common';
import type { NeedSnapshot, OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { containing, Db, sql } from '@jihui/platform';
import { BANNED_UNTIL } from './bans.store.js';
import type { Bidder } from '../core/bids/eligibility.js';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly divisionCode: string;
  readonly active: boolean;
  /** The last day of a ban that is in force, `infinity` for good; null where there is none. */
  readonly bannedUntil: string | null;
}

/** Somebody whom a bureau may name: with the organisation that makes it so. */
export interface StaffMember {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationName: string;
}

const ORGANISATION = sql`o.id, o.name, o.kind, o.division_code as "divisionCode", o.active,
  ${BANNED_UNTIL} as "bannedUntil"`;

/** This domain's own copies of what others told: upserted by version, never asked for. */
@Injectable()
export class FactsStore {
  constructor(private readonly db: Db) {}

  async putOrganisation(fact: OrganisationSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into challenges.organisation (id, version, name, kind, division_code, active)
      values (${fact.id}, ${version}, ${fact.name}, ${fact.kind}, ${fact.divisionCode}, ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
        division_code = excluded.division_code, active = excluded.active
      where challenges.organisation.version <= excluded.version`);
  }

  /** 市科技主管部门 of the city in which a division lies. */
  cityBureau(divisionCode: string): Promise<Organisation | undefined> {
    return this.db.one<Organisation>(sql`
      select ${ORGANISATION} from challenges.organisation o
      where o.kind = 'BUREAU_CITY' and o.active and left(o.division_code, 4) = ${divisionCode.slice(0, 4)}
      order by o.id limit 1`);
  }

  async putPerson(fact: PersonSnapshot, version: number): Promise<void> {
    const stored = await this.db.query(sql`
      insert into challenges.person (id, version, name, active)
      values (${fact.id}, ${version}, ${fact.displayName}, ${fact.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, name = excluded.name, active = excluded.active
      where challenges.person.version <= excluded.version returning 1`);
    if (stored.length === 0) return;
    const memberships = fact.memberships.filter(({ active }) => active);
    await this.db.query(sql`delete from challenges.membership where person_id = ${fact.id}`);
    await this.db.query(sql`
      insert into challenges.membership (person_id, organisation_id, kind, division_code, roles)
      select ${fact.id}, (m ->> 'organisationId')::uuid, m ->> 'kind', m ->> 'divisionCode',
        array(select jsonb_array_elements_text(m -> 'roles'))
      from jsonb_array_elements(${JSON.stringify(memberships)}::jsonb) m on conflict do nothing`);
  }

  /** Any number of needs in one statement. */
  async putNeeds(facts: readonly NeedSnapshot[]): Promise<void> {
    await this.db.query(sql`
      insert into challenges.need (id, version, owner_id, online, snapshot)
      select (n ->> 'id')::uuid, (n ->> 'version')::int, (n ->> 'ownerId')::uuid, (n ->> 'online')::boolean, n
      from jsonb_array_elements(${JSON.stringify(facts)}::jsonb) n
      on conflict (id) do update set version = excluded.version, owner_id = excluded.owner_id,
        online = excluded.online, snapshot = excluded.snapshot
      where challenges.need.version <= excluded.version`);
  }

  async need(id: string): Promise<NeedSnapshot | undefined> {
    return (
      await this.db.one<{ snapshot: NeedSnapshot }>(
        sql`select snapshot from challenges.need where id = ${id}`,
      )
    )?.snapshot;
  }

  async organisations(ids: readonly string[]): Promise<ReadonlyMap<string, Organisation>> {
    const rows = await this.db.query<Organisation>(
      sql`select ${ORGANISATION} from challenges.organisation o where ${sql.any(sql`o.id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async organisation(id: string): Promise<Organisation | undefined> {
    return (await this.organisations([id])).get(id);
  }

  /** Those of the divisions that have a bureau of their own on the platform. */
  async servedCounties(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ code: string }>(sql`
      select distinct o.division_code as code from challenges.organisation o
      where o.active and o.kind = 'BUREAU_COUNTY' and ${sql.any(sql`o.division_code`, codes)}`);
    return new Set(rows.map(({ code }) => code));
  }

  /** Names of people, for those that are known. */
  async personNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }>(
      sql`select id, name from challenges.person where ${sql.any(sql`id`, ids)}`,
    );
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Those of the people whose account stands and who belong to none of these organisations. */
  async standing(ids: readonly string[], without: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select p.id from challenges.person p where ${sql.any(sql`p.id`, ids)} and p.active
        and not exists (select from challenges.membership m
          where m.person_id = p.id and ${sql.any(sql`m.organisation_id`, without)})`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Names of the people who belong to both organisations. */
  async peopleOfBoth(one: string, other: string): Promise<readonly string[]> {
    const rows = await this.db.query<{ name: string }>(sql`
      select p.name from challenges.person p
      join challenges.membership a on a.person_id = p.id and a.organisation_id = ${one}
      join challenges.membership b on b.person_id = p.id and b.organisation_id = ${other}
      where p.active order by p.name, p.id limit 10`);
    return rows.map(({ name }) => name);
  }

  /** Organisations by id or by name, each with the names of people who belong to it and to that owner. */
  biddersBy(
    ownerId: string,
    ids: readonly string[],
    names: readonly string[],
  ): Promise<readonly (Bidder & { readonly name: string })[]> {
    return this.db.query(sql`
      select o.id, o.name, o.kind, o.active, ${BANNED_UNTIL} as "bannedUntil", coalesce((
        select array_agg(p.name order by p.name, p.id) from challenges.person p
        join challenges.membership a on a.person_id = p.id and a.organisation_id = o.id
        join challenges.membership b on b.person_id = p.id and b.organisation_id = ${ownerId}
        where p.active and o.id <> ${ownerId}), '{}') as "sharedPeople"
      from challenges.organisation o
      where ${sql.any(sql`o.id`, ids)} or ${sql.any(sql`o.name`, names)} order by o.id`);
  }

  /** People of bureaus, and of other institutions such as notaries, by a part of their name; the first fifty. */
  staff(text: string): Promise<readonly StaffMember[]> {
    const pattern = containing(text.trim());
    return this.db.query<StaffMember>(sql`
      select p.id as "personId", p.name, o.id as "organisationId", o.name as "organisationName"
      from challenges.membership m
      join challenges.person p on p.id = m.person_id and p.active
      join challenges.organisation o on o.id = m.organisation_id and o.active
      where o.kind in ('BUREAU_CITY', 'BUREAU_COUNTY', 'OTHER')
        and (${pattern === '%%'} or p.name ilike ${pattern} or o.name ilike ${pattern})
      order by o.name, p.name, p.id limit 50`);
  }

  /** Organisations by a part of their name, whom a call may be meant for; the first twenty. */
  undertakers(text: string): Promise<readonly Organisation[]> {
    const pattern = containing(text.trim());
    return this.db.query<Organisation>(sql`
      select ${ORGANISATION} from challenges.organisation o
      where o.active and o.kind in ('UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'OTHER') and o.name ilike ${pattern}
      order by o.name, o.id limit 20`);
  }
}

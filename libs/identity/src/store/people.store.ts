import { Injectable } from '@nestjs/common';
import type { PersonSnapshot } from '@jihui/events';
import type { Membership as ActorMembership, PersonActor } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, type Sql } from '@jihui/platform';
import type { Person } from '../core/person/person.js';
import { PersonRow } from './person.row.js';

/** The columns of `p` under the names of the row class. */
export const PERSON_COLUMNS: Sql =
  raw(`p.id, p.version, p.state, p.email, p.display_name as "displayName", p.phone,
  p.last_sign_in_at as "lastSignInAt", p.created_at as "createdAt", p.updated_at as "updatedAt"`);

/** The memberships by which the person `p` acts: active ones of active organisations, as the kernel's type. */
export const ACTING_MEMBERSHIPS: Sql = raw(`coalesce((
  select jsonb_agg(jsonb_build_object('organisationId', o.id, 'kind', o.kind, 'divisionCode', o.division_code,
    'roles', m.roles) order by m.created_at, m.id)
  from identity.membership m join identity.organisation o on o.id = m.organisation_id
  where m.person_id = p.id and m.state = 'ACTIVE' and o.state = 'ACTIVE'), '[]')`);

export const isEmailTaken = (error: unknown): boolean => isUniqueViolation(error, 'person_live_email');
export const isPhoneTaken = (error: unknown): boolean => isUniqueViolation(error, 'person_live_phone');

@Injectable()
export class PeopleStore {
  constructor(private readonly db: Db) {}

  async get(id: string): Promise<Person | undefined> {
    return this.db.get(PersonRow, id);
  }

  async lock(id: string): Promise<Person | undefined> {
    return this.db.lock(PersonRow, id);
  }

  async byEmail(email: string): Promise<Person | undefined> {
    return this.db.one<PersonRow>(
      sql`select ${PERSON_COLUMNS} from identity.person p where p.email = ${email}`,
    );
  }

  async byPhone(phone: string): Promise<Person | undefined> {
    return this.db.one<PersonRow>(
      sql`select ${PERSON_COLUMNS} from identity.person p where p.phone = ${phone}`,
    );
  }

  insert(person: Person): Promise<void> {
    return this.db.insert(PersonRow, { ...person });
  }

  /** @throws DomainError STALE_VERSION */
  async update(before: Person, patch: Partial<Omit<Person, 'id' | 'version'>>): Promise<Person> {
    await this.db.update(PersonRow, before, patch);
    const row = await this.db.get(PersonRow, before.id);
    if (row === undefined) throw new Error(`person ${before.id} vanished`);
    return row;
  }

  /** Raises the version, so that a change of memberships travels as a newer snapshot of the person. */
  async touch(id: string): Promise<void> {
    await this.db.query(sql`
      update identity.person set version = version + 1, updated_at = platform.business_now() where id = ${id}`);
  }

  async signedIn(id: string, at: Date): Promise<void> {
    await this.db.query(sql`update identity.person set last_sign_in_at = ${at} where id = ${id}`);
  }

  /** The person as an actor now; nothing for one who is suspended or erased. */
  async actorOf(id: string): Promise<PersonActor | undefined> {
    const row = await this.db.one<{ memberships: ActorMembership[] }>(sql`
      select ${ACTING_MEMBERSHIPS} as memberships from identity.person p where p.id = ${id} and p.state = 'ACTIVE'`);
    return row && { kind: 'person', personId: id, memberships: row.memberships };
  }

  /** What other domains may know of the people, with each one's version. */
  async snapshots(
    condition: Sql,
  ): Promise<{ readonly version: number; readonly snapshot: PersonSnapshot }[]> {
    const rows = await this.db.query<PersonSnapshot & { version: number }>(sql`
      select p.id, p.version, p.display_name as "displayName", p.email, p.state as status, coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', o.id, 'kind', o.kind, 'divisionCode', o.division_code,
          'roles', m.roles, 'active', m.state = 'ACTIVE') order by m.created_at, m.id)
        from identity.membership m join identity.organisation o on o.id = m.organisation_id
        where m.person_id = p.id and m.state in ('ACTIVE', 'SUSPENDED')), '[]') as memberships
      from identity.person p where ${condition}`);
    return rows.map(({ version, ...snapshot }) => ({ version, snapshot }));
  }

  /** Names of the organisations whose only administrator the person is. */
  async soleAdminOf(id: string): Promise<string[]> {
    const rows = await this.db.query<{ name: string }>(sql`
      select o.name from identity.membership m join identity.organisation o on o.id = m.organisation_id
      where m.person_id = ${id} and m.state = 'ACTIVE' and 'ORG_ADMIN' = any(m.roles) and not exists (
        select from identity.membership other join identity.person p on p.id = other.person_id
        where other.organisation_id = o.id and other.person_id <> ${id} and other.state = 'ACTIVE'
          and 'ORG_ADMIN' = any(other.roles) and p.state = 'ACTIVE')
      order by o.name`);
    return rows.map((row) => row.name);
  }
}

import { Injectable } from '@nestjs/common';
import type { OrganisationSnapshot, PersonSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { Audience } from '../core/audiences.js';
import type { Person } from '../core/facts.js';
import { DEFAULT_CHANNELS, type Channels, type Topic } from '../core/topics.js';

function organisationsIn(audience: Audience): readonly string[] {
  switch (audience.kind) {
    case 'members':
      return [audience.organisationId];
    case 'officers':
      return audience.without;
    case 'person':
      return [];
  }
}

/** Who is who, as identity told it, and where each wants to be told. */
@Injectable()
export class PeopleStore {
  constructor(private readonly db: Db) {}

  /** Writes what the event says of a person, unless something newer is there. */
  async projectPerson(person: PersonSnapshot, version: number): Promise<void> {
    const written = await this.db.query(sql`
      insert into notifications.person (id, version, email, active)
      values (${person.id}, ${version}, ${person.email}, ${person.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, email = excluded.email, active = excluded.active
      where notifications.person.version <= excluded.version
      returning 1`);
    if (written.length === 0) return;
    await this.db.query(sql`delete from notifications.membership where person_id = ${person.id}`);
    const memberships = person.memberships.map((membership) => ({
      organisation_id: membership.organisationId,
      bureau: membership.kind === 'BUREAU_CITY' || membership.kind === 'BUREAU_COUNTY',
      division_code: membership.divisionCode,
      roles: membership.roles,
      active: membership.active,
    }));
    await this.db.query(sql`
      insert into notifications.membership (person_id, organisation_id, bureau, division_code, roles, active)
      select ${person.id}::uuid, m.organisation_id, m.bureau, m.division_code,
        array(select jsonb_array_elements_text(m.roles)), m.active
      from jsonb_to_recordset(${JSON.stringify(memberships)}::jsonb)
        as m (organisation_id uuid, bureau boolean, division_code text, roles jsonb, active boolean)`);
  }

  async projectOrganisation(organisation: OrganisationSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into notifications.organisation (id, version, active)
      values (${organisation.id}, ${version}, ${organisation.status === 'ACTIVE'})
      on conflict (id) do update set version = excluded.version, active = excluded.active
      where notifications.organisation.version <= excluded.version`);
  }

  /**
   * Everybody who may be one of the audiences: members of their organisations, and the bureaus' people
   * where one of them is of officers. An organisation not heard of yet counts as active, as it does for
   * whoever signs in as its member.
   */
  async candidates(audiences: readonly Audience[]): Promise<Person[]> {
    const organisations = audiences.flatMap(organisationsIn);
    const persons = audiences.flatMap((audience) => (audience.kind === 'person' ? [audience.personId] : []));
    const bureaus = audiences.some((audience) => audience.kind === 'officers');
    const rows = await this.db.query<{
      id: string;
      email: string;
      active: boolean;
      memberships: Person['memberships'];
    }>(sql`
      select p.id, p.email, p.active, coalesce(jsonb_agg(jsonb_build_object(
        'organisationId', m.organisation_id, 'bureau', m.bureau, 'divisionCode', m.division_code, 'roles', m.roles,
        'active', m.active, 'organisationActive', coalesce(o.active, true)))
        filter (where m.person_id is not null), '[]') as memberships
      from notifications.person p
      left join notifications.membership m on m.person_id = p.id
      left join notifications.organisation o on o.id = m.organisation_id
      where p.active and (${sql.any(sql`p.id`, persons)} or p.id in (
        select person_id from notifications.membership
        where ${sql.any(sql`organisation_id`, organisations)} or (${bureaus} and bureau)))
      group by p.id order by p.id`);
    return rows;
  }

  /** Where each of the persons is told of the topic. */
  async channels(personIds: readonly string[], topic: Topic): Promise<(personId: string) => Channels> {
    const rows = await this.db.query<{ person_id: string } & Channels>(sql`
      select person_id, inbox, mail from notifications.preference
      where ${sql.any(sql`person_id`, personIds)} and topic = ${topic}`);
    const chosen = new Map(rows.map(({ person_id, inbox, mail }) => [person_id, { inbox, mail }]));
    return (personId) => chosen.get(personId) ?? DEFAULT_CHANNELS;
  }

  async preferences(personId: string): Promise<Map<Topic, Channels>> {
    const rows = await this.db.query<{ topic: Topic } & Channels>(sql`
      select topic, inbox, mail from notifications.preference where person_id = ${personId}`);
    return new Map(rows.map(({ topic, inbox, mail }) => [topic, { inbox, mail }]));
  }

  async savePreference(personId: string, topic: Topic, { inbox, mail }: Channels): Promise<void> {
    await this.db.query(sql`
      insert into notifications.preference (person_id, topic, inbox, mail) values (${personId}, ${topic}, ${inbox}, ${mail})
      on conflict (person_id, topic) do update set inbox = excluded.inbox, mail = excluded.mail`);
  }
}

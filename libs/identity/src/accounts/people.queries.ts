import { Injectable } from '@nestjs/common';
import { cleanText, isPlatformAdmin, type Actor, type PersonActor } from '@jihui/kernel';
import { containing, Db, isUuid, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Session } from '../core/person/access.js';
import type { Person } from '../core/person/person.js';
import { personOf } from '../auth/request.js';
import { CredentialsStore } from '../store/credentials.store.js';
import { FactorsStore } from '../store/factors.store.js';
import { PeopleStore, PERSON_COLUMNS } from '../store/people.store.js';

/** A person with the organisations whose administrators see the address. */
export interface PersonView extends Person {
  readonly organisationIds: readonly string[];
}

const COLUMNS: Sql = sql`${PERSON_COLUMNS}, array(
  select m.organisation_id::text from identity.membership m
  where m.person_id = p.id and m.state in ('ACTIVE', 'SUSPENDED')) as "organisationIds"`;

const LONGEST_SEARCH = 100;

@Injectable()
export class PeopleQueries {
  constructor(
    private readonly db: Db,
    private readonly people: PeopleStore,
    private readonly credentials: CredentialsStore,
    private readonly factors: FactorsStore,
  ) {}

  /** Anybody may learn the name that goes with an id; the fields guard the rest. */
  async byIds(ids: readonly string[]): Promise<Map<string, PersonView>> {
    const rows = await this.db.query<PersonView>(
      sql`select ${COLUMNS} from identity.person p where ${sql.any(sql`p.id`, ids.filter(isUuid))}`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** All accounts, the newest first, for platform administrators; nothing for others. */
  list(
    actor: Actor,
    text: string,
    statuses: readonly string[] | null,
    args: PageArgs,
  ): Promise<Connection<PersonView>> {
    const wanted = cleanText(text).slice(0, LONGEST_SEARCH);
    const pattern = containing(wanted);
    return this.db.page<PersonView, PersonView>(
      {
        select: COLUMNS,
        from: sql`identity.person p`,
        where: [
          actor.kind === 'system' || isPlatformAdmin(actor) ? raw('true') : raw('false'),
          ...(statuses === null ? [] : [sql.any(sql`p.state`, statuses)]),
          wanted === '' ? raw('true') : sql`(p.display_name ilike ${pattern} or p.email ilike ${pattern})`,
        ],
        order: [
          { expression: sql`p.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`p.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  sessions(actor: Actor): Promise<Session[]> {
    return this.credentials.sessionsOf(personOf(actor).personId);
  }

  /** Whose second factor is on. */
  async withFactor(ids: readonly string[]): Promise<Map<string, boolean>> {
    const on = await this.factors.on(ids);
    return new Map(ids.map((id) => [id, on.has(id)]));
  }

  actorOf(personId: string): Promise<PersonActor | undefined> {
    return this.people.actorOf(personId);
  }

  soleAdminOf(personId: string): Promise<string[]> {
    return this.people.soleAdminOf(personId);
  }
}

import { Injectable } from '@nestjs/common';
import type { ExpertSnapshot, PatentSnapshot } from '@jihui/events';
import { Db, sql } from '@jihui/platform';
import type { PoolExpert, PoolPatent, Somebody } from '../core/review/pool.js';

/** Who may be drawn, with the facts that recusal is computed from: this domain's copies of what discovery told. */
@Injectable()
export class PoolStore {
  constructor(private readonly db: Db) {}

  async putExpert(fact: ExpertSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into challenges.expert (id, version, person_id, active, scope_code, snapshot)
      values (${fact.id}, ${version}, ${fact.personId}, ${fact.state === 'ACTIVE'}, ${fact.scopeCode},
        ${JSON.stringify(fact)}::jsonb)
      on conflict (id) do update set version = excluded.version, person_id = excluded.person_id,
        active = excluded.active, scope_code = excluded.scope_code, snapshot = excluded.snapshot
      where challenges.expert.version <= excluded.version`);
  }

  async putPatent(fact: PatentSnapshot, version: number): Promise<void> {
    await this.db.query(sql`
      insert into challenges.patent (id, version, inventors, filed_on)
      values (${fact.id}, ${version}, ${[...fact.inventors]}::text[], ${fact.filedOn}::date)
      on conflict (id) do update set version = excluded.version, inventors = excluded.inventors,
        filed_on = excluded.filed_on
      where challenges.patent.version <= excluded.version`);
  }

  /**
   * Experts in the bank whose bureau is of that city, of one field or cluster where any is asked for; those of money and
   * of practice are asked for no field.
   */
  experts(
    city: string,
    field: { readonly techField: string | null; readonly cluster: string | null } | null,
    since: Date,
  ): Promise<readonly PoolExpert[]> {
    return this.db.query<PoolExpert>(sql`
      select e.id, e.person_id as "personId", coalesce(e.snapshot ->> 'name', '') as name,
        (e.snapshot ->> 'organisationId') as "organisationId", coalesce(e.snapshot ->> 'unitName', '') as "unitName",
        o.division_code as "divisionCode", o.kind as "unitKind",
        coalesce(e.snapshot -> 'disciplines', '[]') as disciplines,
        coalesce(e.snapshot -> 'techFields', '[]') as "techFields", coalesce(e.snapshot -> 'clusters', '[]') as clusters,
        coalesce(e.snapshot -> 'keywords', '[]') as keywords,
        coalesce(e.snapshot -> 'employments', '[]') as employments,
        coalesce(e.snapshot -> 'relations', '[]') as relations,
        (select count(*) from challenges.seat t where t.person_id = e.person_id and t.state = 'ACCEPTED'
          and t.created_at > ${since})::int as panels
      from challenges.expert e
      left join challenges.organisation o on o.id = (e.snapshot ->> 'organisationId')::uuid
      where e.active and left(e.scope_code, 4) = ${city.slice(0, 4)}
        and (${field === null}::boolean or o.kind = 'ENTERPRISE'
          or e.snapshot -> 'disciplines' ?| array['790', '630']
          or e.snapshot -> 'techFields' ? ${field?.techField ?? ''}::text
          or e.snapshot -> 'clusters' ? ${field?.cluster ?? ''}::text)
      order by e.id`);
  }

  /** Those of the ids that are in the bank. */
  async known(ids: readonly string[]): Promise<readonly string[]> {
    const rows = await this.db.query<{ id: string }>(
      sql`select e.id from challenges.expert e where ${sql.any(sql`e.id`, ids)} and e.active`,
    );
    return rows.map(({ id }) => id);
  }

  /** Experts of the bank by a part of their name or unit, for who may name them; the first twenty. */
  named(
    pattern: string,
  ): Promise<readonly { readonly id: string; readonly name: string; readonly unitName: string }[]> {
    return this.db.query(sql`
      select e.id, e.snapshot ->> 'name' as name, e.snapshot ->> 'unitName' as "unitName"
      from challenges.expert e
      where e.active and e.snapshot ->> 'visibility' <> 'OFFICERS'
        and (e.snapshot ->> 'name' ilike ${pattern} or e.snapshot ->> 'unitName' ilike ${pattern})
      order by e.snapshot ->> 'name', e.id limit 20`);
  }

  /** Patents on which one of these is named as inventor. */
  patents(names: readonly string[]): Promise<readonly PoolPatent[]> {
    return this.db.query<PoolPatent>(sql`
      select p.id, p.inventors, p.filed_on::text as "filedOn" from challenges.patent p
      where p.inventors && ${[...names]}::text[] order by p.id`);
  }

  /** People of each of the organisations. */
  async people(organisationIds: readonly string[]): Promise<ReadonlyMap<string, readonly Somebody[]>> {
    const rows = await this.db.query<{ organisationId: string; people: readonly Somebody[] }>(sql`
      select m.organisation_id as "organisationId",
        jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.id) as people
      from challenges.membership m join challenges.person p on p.id = m.person_id
      where ${sql.any(sql`m.organisation_id`, organisationIds)} group by m.organisation_id`);
    return new Map(rows.map(({ organisationId, people }) => [organisationId, people]));
  }

  /** Who objected in a call, and whether an objection was upheld: the call is then one in dispute. */
  async objections(
    callId: string,
  ): Promise<{ readonly people: readonly string[]; readonly upheld: boolean }> {
    const row = await this.db.one<{ people: readonly string[]; upheld: boolean }>(sql`
      select coalesce(array_agg(distinct o.person_id) filter (where o.person_id is not null), '{}') as people,
        coalesce(bool_or(o.state = 'UPHELD'), false) as upheld
      from challenges.objection o where o.call_id = ${callId}`);
    return row ?? { people: [], upheld: false };
  }
}

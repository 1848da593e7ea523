import {
  organisationsOf,
  organisationsWithRole,
  scopesOf,
  type Actor,
  type PersonActor,
  type Role,
} from '@jihui/kernel';
import { coveredBy, raw, sql, type Sql } from '@jihui/platform';
import { EDITABLE } from '../core/lifecycle.js';

const uuids = (values: readonly string[]): Sql => sql`${[...values]}::uuid[]`;

/** The registry's division lies in one of the actor's scopes. */
const inScope = (actor: Actor, ...roles: readonly Role[]): Sql =>
  coveredBy(sql`c.registry_division`, scopesOf(actor, ...roles));

/** The legal day that it is. */
export const TODAY = raw("(platform.business_now() at time zone 'Asia/Shanghai')::date");

/** The legal month of an instant. */
export const monthOf = (instant: string): Sql =>
  raw(`to_char(${instant} at time zone 'Asia/Shanghai', 'YYYY-MM')`);

/** The tie `t` of a person holds on that day. */
export const TIED_TODAY = sql`t.since <= ${TODAY} and (t.until is null or t.until >= ${TODAY})`;

/** A stake of an own or a former organisation, or of one to which a relation is declared, shuts the bureau's view. */
const withoutStake = (actor: PersonActor): Sql => sql`(not c.related_ids && ${uuids(organisationsOf(actor))}
  and not exists (select from contracts.person_tie t where t.person_id = ${actor.personId}
    and t.organisation_id = any(c.related_ids) and ${TIED_TODAY}))`;

/** `sightOf(actor, contract) !== 'NONE'` in SQL: the two are held together by a test. */
export function visibleTo(actor: Actor): Sql {
  if (actor.kind !== 'person') return sql`false`;
  const officer = uuids(organisationsWithRole(actor, 'TRANSFER_OFFICER'));
  const applicant = sql`(c.applicant_organisation_id = any(${officer})
    or (c.applicant_person_id = ${actor.personId} and c.applicant_organisation_id = any(${uuids(organisationsOf(actor))})))`;
  const party = sql`c.confirmed_party_ids && ${officer}`;
  const clerk = sql`(c.counter_clerk_id = ${actor.personId} and c.taken_over_at is null
    and ${sql.any(sql`c.state`, EDITABLE)} and ${inScope(actor, 'REGISTRAR')} and ${withoutStake(actor)})`;
  return sql`(${applicant} or ${clerk} or (c.submitted_at is not null and ${party}) or ${bureauSees(actor)})`;
}

/** What the actor reviews as a registrar; nothing for anybody else. */
export const inQueueOf = (actor: Actor): Sql =>
  actor.kind !== 'person'
    ? sql`false`
    : sql`(c.submitted_at is not null and ${inScope(actor, 'REGISTRAR')} and ${withoutStake(actor)})`;

/** Of a unit `u`, where no contract stands between: the bureau of its place, without those who belong or belonged to it. */
export const bureauOfUnitSees = (actor: Actor): Sql =>
  actor.kind !== 'person'
    ? sql`false`
    : sql`(${coveredBy(sql`u.division_code`, scopesOf(actor, 'REGISTRAR', 'OFFICER', 'ORG_ADMIN'))}
        and not u.id = any(${uuids(organisationsOf(actor))})
        and not exists (select from contracts.person_tie t where t.person_id = ${actor.personId}
          and t.organisation_id = u.id and ${TIED_TODAY}))`;

/** What the actor's bureaus handle, as whoever works there sees it; nothing for anybody else. */
export const bureauSees = (actor: Actor): Sql =>
  actor.kind !== 'person'
    ? sql`false`
    : sql`(c.submitted_at is not null and ${inScope(actor, 'REGISTRAR', 'OFFICER', 'ORG_ADMIN')} and ${withoutStake(actor)})`;

import {
  isPlatformAdmin,
  NO_PERSON,
  organisationsOf,
  organisationsWithRole,
  scopesOf,
  type Actor,
  type PersonActor,
  type Role,
} from '@jihui/kernel';
import { coveredBy, raw, sql, type Sql } from '@jihui/platform';

const everything = raw('true');
const nothing = raw('false');

const OFFICES: readonly Role[] = ['OFFICER', 'REGISTRAR'];

/** Whether the organisation `o` is one the actor looks after, as officer, registrar or platform administrator. */
export const supervised = (actor: Actor): Sql =>
  actor.kind === 'system' || isPlatformAdmin(actor)
    ? everything
    : coveredBy(sql`o.scope_code`, scopesOf(actor, ...OFFICES));

/** Whether the actor is an active member of the organisation `o`, whatever its state. */
export const ownOrganisation = (actor: Actor): Sql => {
  if (actor.kind !== 'person') return nothing;
  if (isNobody(actor)) return sql.any(sql`o.id`, organisationsOf(actor));
  return sql`exists (select from identity.membership own
    where own.organisation_id = o.id and own.person_id = ${actor.personId} and own.state = 'ACTIVE')`;
};

/** Whether the actor administers the organisation `o`, whatever its state. */
export const administered = (actor: Actor): Sql => {
  if (actor.kind !== 'person') return nothing;
  if (isNobody(actor)) return sql.any(sql`o.id`, organisationsWithRole(actor, 'ORG_ADMIN'));
  return sql`exists (select from identity.membership own
    where own.organisation_id = o.id and own.person_id = ${actor.personId} and own.state = 'ACTIVE'
      and 'ORG_ADMIN' = any(own.roles))`;
};

/** Who reads for an organisation as a whole, when it is exported, has no membership that is held here. */
const isNobody = ({ personId }: PersonActor): boolean => personId === NO_PERSON;

/** Organisations that lists show: the public those that are ACTIVE, members and officers theirs too. */
export const listed = (actor: Actor): Sql =>
  sql`(o.state = 'ACTIVE' or ${supervised(actor)} or ${ownOrganisation(actor)})`;

/** Organisations that a reference may name: a suspended one still stands in old deals and contracts. */
export const named = (actor: Actor): Sql =>
  sql`(o.state in ('ACTIVE', 'SUSPENDED') or ${supervised(actor)} or ${ownOrganisation(actor)})`;

/**
 * Organisations that are the actor's to review, as `isReviewer` decides: a county bureau is the
 * city's, a city bureau the platform administrators'.
 */
export function reviewedBy(actor: Actor): Sql {
  const scopes = scopesOf(actor, 'OFFICER');
  const cities = scopes.filter((scope) => scope.endsWith('00'));
  return sql`(case o.kind
    when 'BUREAU_CITY' then ${isPlatformAdmin(actor) ? everything : nothing}
    when 'BUREAU_COUNTY' then ${coveredBy(sql`o.scope_code`, cities)}
    else ${coveredBy(sql`o.scope_code`, scopes)} end)`;
}

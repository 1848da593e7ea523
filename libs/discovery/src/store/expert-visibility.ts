import { actorId, organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, or, raw, sql, type Sql } from '@jihui/platform';
import { PRIVATE_FIELDS } from '../core/experts/expert.js';

/** Circles of readers to which the actor belongs towards anybody. */
export const tiersOf = (actor: Actor): readonly string[] =>
  actor.kind === 'anonymous' ? ['PUBLIC'] : ['PUBLIC', 'SIGNED_IN'];

/** Experts (alias e) of whom the actor reads every field: oneself, those of the bureau's scope. */
export function readWhole(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return raw('false');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql`e.person_id::text = ${actorId(actor)}`,
    ...(scopes.length === 0 ? [] : [coveredBy(sql`e.scope_code`, scopes)]),
  ]);
}

/** Whose consent the actor gives, gave or refused for a unit. */
const askedOfUnit = (actor: Actor): Sql =>
  sql`(e.state in ('UNIT_CONSENT', 'REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED')
    and ${sql.any(sql`e.organisation_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})`;

/** What reached the bureau: neither a draft nor what the unit has not consented to. */
export const HANDED_IN =
  raw(`(e.state in ('REVIEW', 'ACTIVE', 'SUSPENDED') or (e.state in ('RETURNED', 'EXITED')
  and (e.consented_by is not null or (e.organisation_id is null and e.relations_declared_at is not null))))`);

/** Experts (alias e) of the bank of the actor's bureau; of nobody else. */
export function inBank(actor: Actor): Sql {
  const scopes = scopesOf(actor, 'OFFICER');
  return scopes.length === 0 ? raw('false') : sql`(${HANDED_IN} and ${coveredBy(sql`e.scope_code`, scopes)})`;
}

/** Experts (alias e) that wait for what the actor decides: a unit's consent or the bureau's review, never on oneself. */
export const waitsFor = (actor: Actor): Sql => sql`(e.person_id::text <> ${actorId(actor)} and (
  (e.state = 'UNIT_CONSENT' and ${sql.any(sql`e.organisation_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})
  or (e.state = 'REVIEW' and ${inBank(actor)})))`;

/**
 * Experts (alias e) that the actor may know of. Who is being written or waits is one's own, the unit's
 * that is asked and the bureau's; who is in the bank, whoever the expert lets know.
 */
export function visibleExperts(actor: Actor): Sql {
  const listed = sql`(e.state = 'ACTIVE' and ${sql.any(sql`e.visibility`, tiersOf(actor))})`;
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return listed;
  return or([listed, sql`e.person_id::text = ${actorId(actor)}`, askedOfUnit(actor), inBank(actor)]);
}

/** The profile without what the actor may not read: a hidden field never leaves the database. */
export const readableContent = (actor: Actor): Sql => sql`(
  select coalesce(jsonb_object_agg(f.key, f.value), '{}') from jsonb_each(e.content) as f
  where ${readWhole(actor)} or coalesce(e.privacy ->> f.key, 'PUBLIC') = any(${[...tiersOf(actor)]}))`;

/** Names of the fields that the actor may not read of each expert. */
export const hiddenOf = (actor: Actor): Sql => sql`array(
  select p.key from jsonb_each_text(e.privacy) as p
  where not (${readWhole(actor)}) and not (p.value = any(${[...tiersOf(actor)]}))
    and p.key = any(${[...PRIVATE_FIELDS]}) order by p.key)`;

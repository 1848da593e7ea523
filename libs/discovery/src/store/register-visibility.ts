import { actorId, organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, or, raw, sql, type Sql } from '@jihui/platform';

/** Brokers (alias b) whose whole entry the actor reads: one's own, those of the bureau's scope. */
export function readWholeBroker(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return raw('false');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql`b.person_id::text = ${actorId(actor)}`,
    ...(scopes.length === 0 ? [] : [coveredBy(sql`b.scope_code`, scopes)]),
  ]);
}

/** Whose work the actor confirms, confirmed or did not confirm for an agency. */
const askedOfAgency = (actor: Actor): Sql =>
  sql`(b.state in ('CONSENT', 'REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED')
    and ${sql.any(sql`b.organisation_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})`;

/** What reached the bureau: neither a draft nor what the agency has not confirmed. */
export const HANDED_IN = raw(`(b.state in ('REVIEW', 'ACTIVE', 'SUSPENDED')
  or (b.state in ('RETURNED', 'EXITED') and b.confirmed_by is not null))`);

/** Brokers (alias b) of the register of the actor's bureau; of nobody else. */
export function ofBureau(actor: Actor): Sql {
  const scopes = scopesOf(actor, 'OFFICER');
  return scopes.length === 0 ? raw('false') : sql`(${HANDED_IN} and ${coveredBy(sql`b.scope_code`, scopes)})`;
}

/** Brokers (alias b) that wait for what the actor decides, never on oneself. */
export const brokersWaitingFor = (actor: Actor): Sql => sql`(b.person_id::text <> ${actorId(actor)} and (
  (b.state = 'CONSENT' and ${sql.any(sql`b.organisation_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})
  or (b.state = 'REVIEW' and ${ofBureau(actor)})))`;

/** Brokers (alias b) that the actor may know of: who is registered, and what is one's own to write or decide. */
export function visibleBrokers(actor: Actor): Sql {
  const listed = raw(`b.state = 'ACTIVE'`);
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return listed;
  return or([listed, sql`b.person_id::text = ${actorId(actor)}`, askedOfAgency(actor), ofBureau(actor)]);
}

/** How a broker is reached is for whoever signed in: it never leaves the database otherwise. */
export const brokerContent = (actor: Actor): Sql =>
  raw(actor.kind === 'anonymous' ? `(b.content - 'phone' - 'email')` : 'b.content');

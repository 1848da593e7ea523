import { organisationsOf, scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, or, raw, sql, type Sql } from '@jihui/platform';

/** Agencies (alias a) whose whole entry the actor reads: one's own, those of the bureau's scope. */
export function readWholeAgencies(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return raw('false');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql.any(sql`a.organisation_id`, organisationsOf(actor)),
    ...(scopes.length === 0 ? [] : [coveredBy(sql`a.scope_code`, scopes)]),
  ]);
}

/** What reached the bureau: no draft, and nothing that was given up as a draft. */
export const AGENCY_HANDED_IN = raw(`(a.state in ('REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED')
  or (a.state = 'EXITED' and a.admitted_at is not null))`);

/** Agencies (alias a) of the register of the actor's bureau; of nobody else. */
export function agenciesOfBureau(actor: Actor): Sql {
  const scopes = scopesOf(actor, 'OFFICER');
  return scopes.length === 0
    ? raw('false')
    : sql`(${AGENCY_HANDED_IN} and ${coveredBy(sql`a.scope_code`, scopes)})`;
}

/** Agencies (alias a) that wait for what the actor decides, never one's own. */
export const agenciesWaitingFor = (
  actor: Actor,
): Sql => sql`(a.state = 'REVIEW' and ${agenciesOfBureau(actor)}
  and not ${sql.any(sql`a.organisation_id`, organisationsOf(actor))})`;

/** Agencies (alias a) that the actor may know of: who is registered, one's own, and the bureau's. */
export function visibleAgencies(actor: Actor): Sql {
  const listed = raw(`a.state = 'ACTIVE'`);
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return listed;
  return or([listed, sql.any(sql`a.organisation_id`, organisationsOf(actor)), agenciesOfBureau(actor)]);
}

/** How an agency is reached is for whoever signed in: it never leaves the database otherwise. */
export const agencyContent = (actor: Actor): Sql =>
  raw(actor.kind === 'anonymous' ? `(a.content - 'contact' - 'phone' - 'email')` : 'a.content');

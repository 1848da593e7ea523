import { organisationsOf, scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, or, raw, sql, type Sql } from '@jihui/platform';

/** Whether the actor reads everything of a row that an organisation holds (alias p): its members, the bureau, programs. */
export function inside(actor: Actor): Sql {
  if (actor.kind === 'system') return raw('true');
  if (actor.kind === 'anonymous') return raw('false');
  const scopes = scopesOf(actor, 'OFFICER');
  return or([
    sql.any(sql`p.owner_id`, organisationsOf(actor)),
    ...(scopes.length === 0 ? [] : [coveredBy(sql`p.scope_code`, scopes)]),
  ]);
}

/**
 * Patents (alias p) that the actor may know of: what is published, and one's own. An application
 * before its publication is kept secret (专利法第21条): the bureau does not see it either.
 */
export const visiblePatents = (actor: Actor): Sql =>
  actor.kind === 'system'
    ? raw('true')
    : or([raw('p.open'), sql.any(sql`p.owner_id`, organisationsOf(actor))]);

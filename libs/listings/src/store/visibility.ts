import { actorId, organisationsOf, organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';
import { and, containing, coveredBy, or, raw, sql, type Sql } from '@jihui/platform';
import { OPEN_NEED_STATES } from '../core/need.js';
import { OPEN_RESULT_STATES } from '../core/result.js';

/** Rows that hold the text in one of the columns; all of them where it is blank. */
export const named = (text: string, columns: readonly Sql[]): Sql[] => {
  const wanted = text.trim();
  if (wanted === '') return [];
  const pattern = containing(wanted);
  return [or(columns.map((column) => sql`${column} ilike ${pattern}`))];
};

/** States that are nobody's but the owner's. */
const PRIVATE = ['DRAFT', 'RETURNED', 'UNIT_REVIEW', 'DISCARDED'];
/** What a member without a part in it does not see of its own organisation. */
const UNFINISHED = ['DRAFT', 'RETURNED', 'DISCARDED'];
/** Off the market: still to be seen by who is in a deal about it. */
const SHELVED = ['OFFLINE', 'EXPIRED', 'CLOSED'];

function visible(actor: Actor, states: { open: readonly string[]; returned: Sql; dealColumn: Sql }): Sql {
  if (actor.kind === 'system') return raw('true');
  const open = sql`${sql.any(sql`l.state`, states.open)} and o.active`;
  if (actor.kind === 'anonymous') return open;
  const organisations = organisationsOf(actor);
  const ways = [open];
  if (organisations.length > 0)
    ways.push(
      sql`${sql.any(sql`l.owner_id`, organisations)} and (not ${sql.any(sql`l.state`, UNFINISHED)}
        or l.created_by = ${actorId(actor)}
        or ${sql.any(sql`l.owner_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})`,
      sql`${sql.any(sql`l.state`, SHELVED)} and exists (select from listings.deal d
        where ${states.dealColumn} = l.id and (${sql.any(sql`d.buyer_id`, organisations)} or ${sql.any(sql`d.seller_id`, organisations)}))`,
    );
  const scopes = scopesOf(actor, 'OFFICER');
  if (scopes.length > 0)
    ways.push(
      sql`${coveredBy(sql`l.scope_code`, scopes)} and (not ${sql.any(sql`l.state`, PRIVATE)} or ${states.returned})`,
    );
  return or(ways);
}

/** Results (alias l, owner o) that the actor may know of. */
export const visibleResults = (actor: Actor): Sql =>
  visible(actor, {
    open: OPEN_RESULT_STATES,
    // The bureau goes on seeing what it returned; what the unit returned never reached it.
    returned: sql`(l.state = 'RETURNED' and l.unit_approved_at is not null)`,
    dealColumn: sql`d.result_id`,
  });

/** Needs (alias l, owner o) that the actor may know of. */
export const visibleNeeds = (actor: Actor): Sql =>
  visible(actor, {
    open: OPEN_NEED_STATES,
    returned: sql`(l.state = 'RETURNED')`,
    dealColumn: sql`d.need_id`,
  });

/** The NDA's text that is to be accepted now: the highest version that is in effect. */
export const CURRENT_NDA = raw(`select t.version, t.title, t.text, t.sha256 from listings.nda_text t
  where t.effective_from <= platform.business_now() order by t.version desc limit 1`);

/** Whether one of the actor's organisations accepted the current NDA, word for word, for the listing; or an older one. */
export const ndaConsent = (actor: Actor): Sql => {
  const organisations = organisationsOf(actor);
  if (organisations.length === 0) return raw(`'NONE'`);
  return sql`case when l.visibility <> 'NDA' then 'NONE' else (
    select case bool_or(a.nda_version = t.version and a.text_sha256 = t.sha256)
      when true then 'CURRENT' when false then 'OUTDATED' else 'NONE' end
    from listings.nda_acceptance a, (${CURRENT_NDA}) t
    where a.listing_id = l.id and ${sql.any(sql`a.organisation_id`, organisations)}) end`;
};

/** What one looks for among the listings of one's own organisations. */
export interface OwnFilter {
  readonly organisationId: string | null;
  readonly states: readonly string[] | null;
  /** In title, code and keywords; blank for all. */
  readonly text: string;
}

/** Listings of the actor's own organisations, one of them or all, in some states or all. */
export function ownListings(actor: Actor, { organisationId, states, text }: OwnFilter): Sql {
  const organisations = organisationsOf(actor).filter(
    (id) => organisationId === null || id === organisationId,
  );
  const wanted = states === null ? sql`l.state <> 'DISCARDED'` : sql.any(sql`l.state`, states);
  const found = named(text, [sql`l.title`, sql`l.code`, sql`array_to_string(l.keywords, ' ')`]);
  return and([sql.any(sql`l.owner_id`, organisations), wanted, ...found]);
}

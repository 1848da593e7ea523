import { organisationsWithRole, scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, or, raw, sql, type Sql } from '@jihui/platform';

/** A deal with its children, in one statement however many deals there are: {@link DealView}. */
export const dealColumns = sql`
  d.id, d.version, d.code, d.title, d.state, d.cooperation_mode, d.origin, d.result_id, d.result_title, d.need_id,
  d.need_title, d.seller_id, d.buyer_id, d.buyer_anonymous, d.seller_confirmed_at, d.buyer_confirmed_at,
  d.seller_nda_at, d.buyer_nda_at, d.body, d.created_at, d.updated_at,
  seller.name as seller_name, seller.division_code as seller_division,
  seller.state_established as seller_state_established,
  buyer.name as buyer_name, buyer.division_code as buyer_division,
  buyer.state_established as buyer_state_established,
  (select coalesce(jsonb_agg(jsonb_build_object('id', p.person_id, 'side', p.side) order by p.added_at, p.person_id), '[]')
     from deals.deal_person p where p.deal_id = d.id) as people,
  (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'organisationId', b.organisation_id, 'state', b.state,
       'represents', b.represents, 'invitedBy', b.invited_by) order by b.created_at, b.id), '[]')
     from deals.brokerage b where b.deal_id = d.id) as brokers,
  (select jsonb_build_object('id', q.id, 'side', q.side, 'personId', q.person_id)
     from deals.price_proposal q where q.deal_id = d.id and q.state = 'OPEN') as proposal,
  (select jsonb_build_object('id', x.id, 'state', x.state, 'startsOn', x.starts_on, 'endsOn', x.ends_on,
       'proposalId', x.proposal_id, 'openObjections',
       (select count(*) from deals.objection o where o.disclosure_id = x.id and o.state = 'OPEN'))
     from deals.disclosure x where x.deal_id = d.id order by x.created_at desc, x.id desc limit 1) as disclosure`;

export const dealFrom = sql`deals.deal d
  join deals.organisation seller on seller.id = d.seller_id
  join deals.organisation buyer on buyer.id = d.buyer_id`;

/** Deals of which the actor is an officer of a bureau that covers either side. */
export const underBureau = (actor: Actor): Sql => {
  const scopes = scopesOf(actor, 'OFFICER');
  return or([coveredBy(sql`seller.division_code`, scopes), coveredBy(sql`buyer.division_code`, scopes)]);
};

/** Deals on that side of which the actor is, as officer of the side or as a researcher who takes part. */
export const onSide = (actor: Actor, side: 'SELLER' | 'BUYER'): Sql => {
  if (actor.kind !== 'person') return raw('false');
  const column = side === 'SELLER' ? sql`d.seller_id` : sql`d.buyer_id`;
  return or([
    sql.any(column, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    sql`${sql.any(column, organisationsWithRole(actor, 'RESEARCHER'))} and exists (
      select from deals.deal_person p
      where p.deal_id = d.id and p.person_id = ${actor.personId} and p.side = ${side})`,
  ]);
};

/** Deals in which an agency of the actor's has one of those states. */
export const brokered = (actor: Actor, states: readonly ('INVITED' | 'JOINED')[]): Sql => sql`exists (
  select from deals.brokerage b where b.deal_id = d.id and ${sql.any(sql`b.state`, states)}
    and ${sql.any(sql`b.organisation_id`, organisationsWithRole(actor, 'BROKER'))})`;

/** Deals in which the actor's organisations take part: a side, or a broker invited or joined. */
export const takesPart = (actor: Actor): Sql =>
  or([onSide(actor, 'SELLER'), onSide(actor, 'BUYER'), brokered(actor, ['INVITED', 'JOINED'])]);

/** Every deal that the actor may see: what `roleOf` of the core says, in SQL. */
export const visibleTo = (actor: Actor): Sql => or([takesPart(actor), underBureau(actor)]);

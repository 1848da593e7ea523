import { Injectable } from '@nestjs/common';
import type { ExpertSnapshot } from '@jihui/events';
import { organisationsWithRole, type PersonActor } from '@jihui/kernel';
import { Db, sql, type Sql } from '@jihui/platform';
import type { ExpertInvitation, InvitedExpert } from '../core/invitation.js';
import { ExpertInvitationRow } from './invitation.row.js';

/** Of one need, or of one expert, no more are read at once. */
const MOST = 100;

const view = (where: Sql): Sql => sql`
  select i.id, i.version, i.state, i.need_id as "needId", i.need_title as "needTitle",
    i.need_owner_id as "needOwnerId", i.anonymous, i.expert_id as "expertId", i.person_id as "personId",
    i.inviter_id as "inviterId", o.name as "inviterName", i.by_broker as "byBroker", i.invited_by as "invitedBy",
    i.message, i.answer, i.deal_id as "dealId", i.created_at as "createdAt", i.answered_at as "answeredAt"
  from deals.expert_invitation i join deals.organisation o on o.id = i.inviter_id
  where ${where}`;

/** Whether the actor looks after it for the need's owner or for the agency that invited: `maySeeInvitation` in SQL. */
const isLookedAfter = (actor: PersonActor): Sql => sql`(
  ${sql.any(sql`i.need_owner_id`, organisationsWithRole(actor, 'RESEARCHER', 'TRANSFER_OFFICER'))}
  or (i.by_broker and ${sql.any(sql`i.inviter_id`, organisationsWithRole(actor, 'BROKER'))}))`;

/** Experts as the bank tells of them, and invitations of them. */
@Injectable()
export class InvitationsStore {
  constructor(private readonly db: Db) {}

  /** Keeps what the event says, unless something newer is known. */
  async putExpert(expert: ExpertSnapshot): Promise<void> {
    const holding = expert.relations.filter(({ to }) => to === null);
    const recusedIds = holding.flatMap(({ organisationId }) => organisationId ?? []);
    const recusedNames = holding.flatMap(({ organisationId, organisationName }) =>
      organisationId === null && organisationName !== '' ? [organisationName] : [],
    );
    const employers = expert.employments.flatMap(({ organisationId, endedOn }) =>
      endedOn === null ? [organisationId] : [],
    );
    await this.db.query(sql`
      insert into deals.expert (id, version, person_id, listed, availability, unit_id, employer_ids, recused_ids,
        recused_names)
      values (${expert.id}, ${expert.version}, ${expert.personId},
        ${expert.state === 'ACTIVE' && expert.visibility !== 'OFFICERS'}, ${expert.availability},
        ${expert.organisationId}, ${employers}::uuid[], ${recusedIds}::uuid[], ${recusedNames}::text[])
      on conflict (id) do update set version = excluded.version, person_id = excluded.person_id,
        listed = excluded.listed, availability = excluded.availability, unit_id = excluded.unit_id,
        employer_ids = excluded.employer_ids, recused_ids = excluded.recused_ids,
        recused_names = excluded.recused_names
      where deals.expert.version <= excluded.version`);
  }

  expert(id: string): Promise<InvitedExpert | undefined> {
    return this.db.one<InvitedExpert>(sql`
      select e.id, e.person_id as "personId", e.listed and coalesce(p.active, false) as listed, e.availability,
        e.unit_id as "unitId",
        case when e.unit_id is null then e.employer_ids else e.employer_ids || e.unit_id end as "employerIds",
        e.recused_ids || array(select o.id from deals.organisation o where o.name = any(e.recused_names))
          as "recusedFrom"
      from deals.expert e left join deals.person p on p.id = e.person_id where e.id = ${id}`);
  }

  async insert(
    invitation: Omit<
      ExpertInvitation,
      'version' | 'state' | 'inviterName' | 'answer' | 'dealId' | 'answeredAt'
    >,
  ): Promise<void> {
    await this.db.insert(ExpertInvitationRow, {
      ...invitation,
      version: 1,
      state: 'SENT',
      answer: '',
      dealId: null,
      answeredAt: null,
      updatedAt: invitation.createdAt,
    });
  }

  async get(id: string): Promise<ExpertInvitation | undefined> {
    return (await this.db.query<ExpertInvitation>(view(sql`i.id = ${id}`)))[0];
  }

  /** The invitation, locked until the transaction ends. */
  async lock(id: string): Promise<ExpertInvitation | undefined> {
    const row = await this.db.lock(ExpertInvitationRow, id);
    return row === undefined ? undefined : this.get(row.id);
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(
    { id, version }: ExpertInvitation,
    patch: Partial<Pick<ExpertInvitation, 'state' | 'answer' | 'dealId' | 'answeredAt'>>,
  ): Promise<void> {
    await this.db.update(ExpertInvitationRow, { id, version }, patch);
  }

  /** Of each need, or of each expert, the newest hundred that the actor may know of. An expert's are the expert's alone. */
  of(actor: PersonActor, side: 'need' | 'expert', ids: readonly string[]): Promise<ExpertInvitation[]> {
    const own = sql`i.person_id = ${actor.personId}`;
    const where =
      side === 'need'
        ? sql`i.need_id = asked.id and (${own} or ${isLookedAfter(actor)})`
        : sql`i.expert_id = asked.id and ${own}`;
    return this.db.query<ExpertInvitation>(sql`
      select shown.* from unnest(${[...ids]}::uuid[]) as asked (id)
      cross join lateral (${view(where)}
        order by i.created_at desc, i.id desc limit ${MOST}) shown
      order by shown."createdAt" desc, shown.id desc`);
  }

  /** The talks of the two about the need that are not over; an introducer's own before others. */
  async talks(
    needId: string,
    sellerId: string,
    buyerId: string,
    introducerId: string | null,
  ): Promise<string | null> {
    const row = await this.db.one<{ id: string }>(sql`
      select id from deals.deal
      where need_id = ${needId} and seller_id = ${sellerId} and buyer_id = ${buyerId}
        and introducer_id is not distinct from ${introducerId}::uuid and result_id is null
        and state not in ('SIGNED', 'REGISTERED', 'CLOSED', 'ABANDONED') limit 1`);
    return row?.id ?? null;
  }
}

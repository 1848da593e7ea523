import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { checkIds, Db, isUuid, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Membership, MembershipState } from '../core/membership/membership.js';
import type { AdminPlace } from '../core/platform-admins.js';
import { Secrets } from '../auth/secrets.js';
import { MEMBERSHIP_COLUMNS, MembershipsStore } from '../store/memberships.store.js';
import { administered, ownOrganisation, supervised } from '../store/visibility.js';

/** A membership with what the asking actor is to it. */
export interface MembershipView extends Membership {
  /** Whether the actor administers the organisation or is of the bureau in charge. */
  readonly governed: boolean;
  readonly self: boolean;
}

export interface InvitationView {
  readonly membershipId: string;
  readonly version: number;
  readonly organisationName: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly invitedUntil: Date;
}

const FROM: Sql = raw('identity.membership m join identity.organisation o on o.id = m.organisation_id');

const isSelf = (actor: Actor): Sql =>
  actor.kind === 'person' ? sql`coalesce(m.person_id = ${actor.personId}, false)` : raw('false');
const isGoverned = (actor: Actor): Sql => sql`(${supervised(actor)} or ${administered(actor)})`;

const columns = (actor: Actor): Sql =>
  sql`${MEMBERSHIP_COLUMNS}, ${isGoverned(actor)} as governed, ${isSelf(actor)} as self`;

/** Oneself, the administrators and the bureau see all; other members see who is a member. */
const visible = (actor: Actor): Sql => sql`(${isSelf(actor)} or ${isGoverned(actor)}
  or (m.state in ('ACTIVE', 'SUSPENDED') and ${ownOrganisation(actor)}))`;

@Injectable()
export class MembershipsQueries {
  constructor(
    private readonly db: Db,
    private readonly memberships: MembershipsStore,
    private readonly secrets: Secrets,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, MembershipView>> {
    const rows = await this.db.query<MembershipView>(sql`
      select ${columns(actor)} from ${FROM} where ${sql.any(sql`m.id`, ids.filter(isUuid))} and ${visible(actor)}`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async ofOrganisation(
    actor: Actor,
    organisationId: string,
    states: readonly MembershipState[] | null,
    args: PageArgs,
  ): Promise<Connection<MembershipView>> {
    checkIds(organisationId);
    const wanted = states === null ? sql`m.state <> 'ENDED'` : sql.any(sql`m.state`, states);
    return this.db.page<MembershipView, MembershipView>(
      {
        select: columns(actor),
        from: FROM,
        where: [sql`m.organisation_id = ${organisationId}`, wanted, visible(actor)],
        order: [
          { expression: sql`m.created_at`, type: 'timestamptz', direction: 'asc' },
          { expression: sql`m.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  platformAdmins(): Promise<AdminPlace[]> {
    return this.memberships.platformAdmins();
  }

  /** One's own that have not ended, invitations included. */
  async mine(actor: Actor): Promise<MembershipView[]> {
    return this.db.query<MembershipView>(sql`
      select ${columns(actor)} from ${FROM} where ${isSelf(actor)} and m.state <> 'ENDED' order by m.created_at, m.id`);
  }

  /** What an invitation's link stands for while it may be accepted. */
  async invitation(token: string): Promise<InvitationView | undefined> {
    const linkId = this.secrets.linkOf(token);
    if (linkId === undefined) return undefined;
    return this.db.one<InvitationView>(sql`
      select m.id as "membershipId", m.version, o.name as "organisationName", m.email, m.roles,
        m.invited_until as "invitedUntil"
      from identity.link k join identity.membership m on m.id = k.membership_id
        join identity.organisation o on o.id = m.organisation_id
      where k.id = ${linkId} and k.purpose = 'INVITE' and m.state = 'INVITED' and o.state = 'ACTIVE'
        and m.invited_until > platform.business_now()`);
  }
}

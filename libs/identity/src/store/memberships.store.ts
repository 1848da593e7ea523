import { Injectable } from '@nestjs/common';
import { Db, isUniqueViolation, raw, sql, type Sql } from '@jihui/platform';
import type { Membership } from '../core/membership/membership.js';
import type { AdminPlace } from '../core/platform-admins.js';
import { MembershipRow } from './membership.row.js';

/** The columns of `m` under the names of the row class. */
export const MEMBERSHIP_COLUMNS: Sql = raw(`m.id, m.version, m.organisation_id as "organisationId",
  m.person_id as "personId", m.email, m.roles, m.state, m.note, m.reason, m.invited_until as "invitedUntil",
  m.created_at as "createdAt", m.updated_at as "updatedAt"`);

/** Whether the write met a live membership or an open invitation of the same person. */
export const isMembershipTaken = (error: unknown): boolean =>
  isUniqueViolation(error, 'membership_live_person') ||
  isUniqueViolation(error, 'membership_live_invitation');

@Injectable()
export class MembershipsStore {
  constructor(private readonly db: Db) {}

  async get(id: string): Promise<Membership | undefined> {
    return this.db.get(MembershipRow, id);
  }

  /** Its organisation is locked before, always: so no two wait for each other. */
  async lock(id: string): Promise<Membership | undefined> {
    return this.db.lock(MembershipRow, id);
  }

  /**
   * What may take away a platform administrator is done one after another, so that two who suspend each other are
   * seen so. Taken before any row is locked.
   */
  async lockPlatformAdmins(): Promise<void> {
    await this.db.query(sql`select pg_advisory_xact_lock(hashtextextended('identity/platform-admins', 0))`);
  }

  /** By which people administer the platform now. */
  platformAdmins(): Promise<AdminPlace[]> {
    return this.db.query<AdminPlace>(sql`
      select m.id as "membershipId", m.person_id as "personId", m.organisation_id as "organisationId"
      from identity.membership m join identity.person p on p.id = m.person_id
        join identity.organisation o on o.id = m.organisation_id
      where 'PLATFORM_ADMIN' = any(m.roles) and m.state = 'ACTIVE' and p.state = 'ACTIVE' and o.state = 'ACTIVE'`);
  }

  insert(membership: Membership): Promise<void> {
    return this.db.insert(MembershipRow, toRow(membership));
  }

  /** @throws DomainError STALE_VERSION */
  async update(before: Membership, after: Membership): Promise<Membership> {
    await this.db.update(MembershipRow, before, toRow(after));
    const row = await this.db.get(MembershipRow, before.id);
    if (row === undefined) throw new Error(`membership ${before.id} vanished`);
    return row;
  }

  /** The person's live membership of the organisation, or the open invitation to the address. */
  async liveOf(
    organisationId: string,
    personId: string | null,
    email: string,
  ): Promise<Membership | undefined> {
    return this.db.one<MembershipRow>(sql`
      select ${MEMBERSHIP_COLUMNS} from identity.membership m
      where m.organisation_id = ${organisationId} and m.state <> 'ENDED'
        and (m.person_id = ${personId} or (m.state = 'INVITED' and m.email = ${email})) limit 1`);
  }

  async activeOf(organisationId: string, personId: string): Promise<Membership | undefined> {
    return this.db.one<MembershipRow>(sql`
      select ${MEMBERSHIP_COLUMNS} from identity.membership m
      where m.organisation_id = ${organisationId} and m.person_id = ${personId} and m.state = 'ACTIVE'`);
  }

  async liveOfPerson(personId: string): Promise<Membership[]> {
    return this.db.query<MembershipRow>(sql`
      select ${MEMBERSHIP_COLUMNS} from identity.membership m
      where m.person_id = ${personId} and m.state <> 'ENDED' order by m.organisation_id`);
  }

  /** Gives a new account the invitations that wait for its address, unless it is a member there already. */
  async attachInvitations(personId: string, email: string): Promise<void> {
    await this.db.query(sql`
      update identity.membership m set person_id = ${personId}, version = m.version + 1
      where m.state = 'INVITED' and m.email = ${email} and m.person_id is null`);
  }

  /** What names an erased person in memberships that have ended. */
  async erasePerson(personId: string): Promise<void> {
    await this.db.query(sql`
      update identity.membership set email = '', note = '', reason = '' where person_id = ${personId} and state = 'ENDED'`);
  }
}

const toRow = (membership: Membership): MembershipRow => ({ ...membership, roles: [...membership.roles] });

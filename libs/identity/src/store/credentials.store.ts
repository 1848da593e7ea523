import { Injectable } from '@nestjs/common';
import type { Membership, PersonActor } from '@jihui/kernel';
import { Db, sql, type Credential } from '@jihui/platform';
import { hashOf } from '../auth/words.js';
import { Limits } from '../core/limits.js';
import type { AccessToken, Client, Session } from '../core/person/access.js';
import { ACTING_MEMBERSHIPS } from './people.store.js';

/** By what a request was recognised. */
export interface Recognised {
  readonly credential: Credential;
  readonly actor: PersonActor;
}

const days = (count: number): string => `${count} days`;

interface Found {
  id: string;
  personId: string;
  memberships: Membership[];
  stale: boolean;
  provenSeconds: number | null;
  restricted: boolean;
}

/** Passwords, sessions and access tokens: only hashes are stored. Times are real ones (see core/limits). */
@Injectable()
export class CredentialsStore {
  constructor(private readonly db: Db) {}

  async passwordHash(personId: string): Promise<string | undefined> {
    const row = await this.db.one<{ hash: string }>(sql`
      select password_hash as hash from identity.credential where person_id = ${personId}`);
    return row?.hash;
  }

  async setPassword(personId: string, hash: string): Promise<void> {
    await this.db.query(sql`
      insert into identity.credential (person_id, password_hash) values (${personId}, ${hash})
      on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = clock_timestamp()`);
  }

  async openSession(
    session: {
      readonly id: string;
      readonly personId: string;
      readonly token: string;
      /** Whether who opens it gave the password for it. */
      readonly proven: boolean;
      readonly restricted: boolean;
    },
    client: Client,
  ): Promise<void> {
    await this.db.query(sql`
      insert into identity.session
        (id, person_id, token_hash, user_agent, address, expires_at, restricted, proven_at)
      values (${session.id}, ${session.personId}, ${hashOf(session.token)}, ${client.userAgent}, ${client.address},
        clock_timestamp() + ${days(Limits.sessionAbsoluteDays)}::interval, ${session.restricted},
        case when ${session.proven}::boolean then clock_timestamp() end)`);
  }

  /** The person of the session has just proved to be themselves. */
  async prove(sessionId: string): Promise<void> {
    await this.db.query(
      sql`update identity.session set proven_at = clock_timestamp() where id = ${sessionId} and ended_at is null`,
    );
  }

  /** The second factor that was due is on: from here on the session is good for everything. */
  async lift(sessionId: string): Promise<void> {
    await this.db.query(sql`update identity.session set restricted = false where id = ${sessionId}`);
  }

  /** The live session of the token, with the person as an actor: one statement, and a second every few minutes. */
  async bySession(token: string): Promise<Recognised | undefined> {
    const found = await this.db.one<Found>(
      sql`
      select s.id, p.id as "personId", s.restricted,
        case when s.restricted then '[]' else ${ACTING_MEMBERSHIPS} end as memberships,
        floor(extract(epoch from clock_timestamp() - s.proven_at))::int as "provenSeconds",
        s.last_seen_at < clock_timestamp() - ${`${Limits.sessionTouchMinutes} minutes`}::interval as stale
      from identity.session s join identity.person p on p.id = s.person_id
      where s.token_hash = ${hashOf(token)} and s.ended_at is null and s.expires_at > clock_timestamp()
        and s.last_seen_at > clock_timestamp() - ${days(Limits.sessionIdleDays)}::interval and p.state = 'ACTIVE'`.prepared(),
    );
    if (found?.stale === true)
      await this.db.query(
        sql`update identity.session set last_seen_at = clock_timestamp() where id = ${found.id}`,
      );
    return found && recognised('session', found);
  }

  /** The same by an access token. */
  async byAccessToken(token: string): Promise<Recognised | undefined> {
    const found = await this.db.one<Found>(
      sql`
      select t.id, p.id as "personId", ${ACTING_MEMBERSHIPS} as memberships,
        null::int as "provenSeconds", false as restricted, coalesce(t.last_used_at
        < clock_timestamp() - ${`${Limits.sessionTouchMinutes} minutes`}::interval, true) as stale
      from identity.access_token t join identity.person p on p.id = t.person_id
      where t.token_hash = ${hashOf(token)} and t.revoked_at is null and t.expires_at > clock_timestamp()
        and p.state = 'ACTIVE'`.prepared(),
    );
    if (found?.stale === true)
      await this.db.query(
        sql`update identity.access_token set last_used_at = clock_timestamp() where id = ${found.id}`,
      );
    return found && recognised('token', found);
  }

  /** Live sessions, the most recently seen first. */
  async sessionsOf(personId: string): Promise<Session[]> {
    return this.db.query<Session>(sql`
      select id, user_agent as "userAgent", address, created_at as "createdAt", last_seen_at as "lastSeenAt",
        expires_at as "expiresAt"
      from identity.session where person_id = ${personId} and ended_at is null and expires_at > clock_timestamp()
        and last_seen_at > clock_timestamp() - ${days(Limits.sessionIdleDays)}::interval
      order by last_seen_at desc, id`);
  }

  /** @returns whether there was such a live session of the person. */
  async endSession(personId: string, sessionId: string): Promise<boolean> {
    const ended = await this.db.query(sql`
      with ended as (update identity.session set ended_at = clock_timestamp()
        where id = ${sessionId} and person_id = ${personId} and ended_at is null returning id)
      select id from ended`);
    return ended.length > 0;
  }

  /** Ends all live sessions but the one, if one is to stay, and what is half signed in or half linked. */
  async endSessions(personId: string, except: string | null): Promise<void> {
    await this.db.query(sql`delete from identity.sign_in_step where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.oidc_step where person_id = ${personId}`);
    await this.db.query(sql`
      update identity.session set ended_at = clock_timestamp()
      where person_id = ${personId} and ended_at is null and id is distinct from ${except}::uuid`);
  }

  async insertToken(token: {
    readonly id: string;
    readonly personId: string;
    readonly name: string;
    readonly secret: string;
    readonly prefix: string;
    readonly expiresInDays: number;
  }): Promise<void> {
    await this.db.query(sql`
      insert into identity.access_token (id, person_id, name, prefix, token_hash, expires_at)
      values (${token.id}, ${token.personId}, ${token.name}, ${token.prefix}, ${hashOf(token.secret)},
        clock_timestamp() + ${days(token.expiresInDays)}::interval)`);
  }

  async tokensOf(personId: string): Promise<AccessToken[]> {
    return this.db.query<AccessToken>(sql`
      select id, name, prefix, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt",
        revoked_at as "revokedAt"
      from identity.access_token where person_id = ${personId} order by created_at desc, id`);
  }

  /** @returns whether there was such a live token of the person. */
  async revokeToken(personId: string, tokenId: string): Promise<boolean> {
    const revoked = await this.db.query(sql`
      with revoked as (update identity.access_token set revoked_at = clock_timestamp()
        where id = ${tokenId} and person_id = ${personId} and revoked_at is null returning id)
      select id from revoked`);
    return revoked.length > 0;
  }

  /** Takes away what was made with the password and opens the account without it: live tokens, links to an issuer. */
  async revokeWaysIn(personId: string): Promise<void> {
    await this.db.query(sql`delete from identity.oidc_link where person_id = ${personId}`);
    await this.db.query(sql`
      update identity.access_token set revoked_at = clock_timestamp()
      where person_id = ${personId} and revoked_at is null`);
  }

  /** Everything by which the person signed in. */
  async erase(personId: string): Promise<void> {
    await this.db.query(sql`delete from identity.credential where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.second_factor where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.recovery_code where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.sign_in_step where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.oidc_link where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.oidc_step where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.session where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.access_token where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.audit_salt where person_id = ${personId}`);
  }
}

const recognised = (
  kind: Credential['kind'],
  { id, personId, memberships, provenSeconds, restricted }: Found,
): Recognised => ({
  credential: { kind, id, provenSeconds, restricted },
  actor: { kind: 'person', personId, memberships },
});

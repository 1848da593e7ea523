import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import { Limits } from '../core/limits.js';

export type LinkPurpose = 'REGISTER' | 'RESET' | 'INVITE';

export interface Link {
  readonly id: string;
  readonly purpose: LinkPurpose;
  readonly email: string;
  /** Of a registration; null otherwise. */
  readonly displayName: string | null;
  readonly passwordHash: string | null;
  /** Of an invitation; null otherwise. */
  readonly membershipId: string | null;
}

export type PhoneCodePurpose = 'SIGN_IN' | 'CONFIRM_PHONE';

export interface PhoneCode {
  readonly id: string;
  readonly phone: string;
  readonly purpose: PhoneCodePurpose;
  readonly personId: string | null;
}

const hours = (purpose: LinkPurpose): string => {
  switch (purpose) {
    case 'REGISTER':
      return `${Limits.confirmationLinkHours} hours`;
    case 'RESET':
      return `${Limits.resetLinkHours} hours`;
    case 'INVITE':
      return `${Limits.invitationDays} days`;
  }
};

/** Mailed links and phone codes. Neither token nor code is stored: `Secrets` computes them from the id. */
@Injectable()
export class LinksStore {
  constructor(private readonly db: Db) {}

  async insert(link: Link): Promise<void> {
    await this.db.query(sql`
      insert into identity.link (id, purpose, email, display_name, password_hash, membership_id, expires_at)
      values (${link.id}, ${link.purpose}, ${link.email}, ${link.displayName}, ${link.passwordHash},
        ${link.membershipId}, clock_timestamp() + ${hours(link.purpose)}::interval)`);
  }

  /** The link while it may still be used. */
  async open(id: string): Promise<Link | undefined> {
    return this.db.one<Link>(sql`
      select id, purpose, email, display_name as "displayName", password_hash as "passwordHash",
        membership_id as "membershipId"
      from identity.link where id = ${id} and used_at is null and expires_at > clock_timestamp()`);
  }

  /**
   * Uses the link up, and with it what else is open for the address: the account, or the new password, takes their
   * place. All of them are locked in one order, so that of two links followed at once one waits for the other.
   * @returns false when somebody else was first, or it has expired.
   */
  async use({ id, email, purpose }: Link): Promise<boolean> {
    const used = await this.db.query<{ id: string; lives: boolean }>(sql`
      with open as (
        select id, expires_at from identity.link
        where email = ${email} and purpose = ${purpose} and used_at is null
        order by id for update),
      used as (
        update identity.link set used_at = clock_timestamp() from open where link.id = open.id
        returning link.id, open.expires_at > clock_timestamp() as lives)
      select id, lives from used`);
    return used.some((link) => link.id === id && link.lives);
  }

  async insertCode(code: PhoneCode): Promise<void> {
    await this.db.query(sql`
      insert into identity.phone_code (id, phone, purpose, person_id, expires_at)
      values (${code.id}, ${code.phone}, ${code.purpose}, ${code.personId},
        clock_timestamp() + ${`${Limits.phoneCodeMinutes} minutes`}::interval)`);
  }

  async code(id: string): Promise<PhoneCode | undefined> {
    return this.db.one<PhoneCode>(sql`
      select id, phone, purpose, person_id as "personId" from identity.phone_code
      where id = ${id} and used_at is null and expires_at > clock_timestamp()`);
  }

  /** Counts one try against the newest code sent. @returns it, unless its tries are used up. */
  async tryCode(
    phone: string,
    purpose: PhoneCodePurpose,
    personId: string | null,
  ): Promise<PhoneCode | undefined> {
    return this.db.one<PhoneCode>(sql`
      with tried as (
        update identity.phone_code set tries = tries + 1
        where id = (select id from identity.phone_code
            where phone = ${phone} and purpose = ${purpose} and person_id is not distinct from ${personId}::uuid
            order by created_at desc limit 1)
          and used_at is null and expires_at > clock_timestamp() and tries < ${Limits.phoneCodeTries}
        returning id, phone, purpose, person_id as "personId")
      select * from tried`);
  }

  /** @returns false when it was used meanwhile. */
  async useCode(id: string): Promise<boolean> {
    const used = await this.db.query(sql`
      with used as (update identity.phone_code set used_at = clock_timestamp()
        where id = ${id} and used_at is null returning id)
      select id from used`);
    return used.length > 0;
  }

  async erase(personId: string, email: string, phone: string | null): Promise<void> {
    await this.db.query(sql`delete from identity.link where email = ${email}`);
    await this.db.query(sql`
      delete from identity.phone_code where person_id = ${personId} or phone = ${phone}`);
  }

  async sweep(): Promise<void> {
    await this.db.query(
      sql`delete from identity.link where expires_at < clock_timestamp() - interval '7 days'`,
    );
    await this.db.query(
      sql`delete from identity.phone_code where expires_at < clock_timestamp() - interval '1 day'`,
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Db, isUniqueViolation, sql } from '@jihui/platform';
import { hashOf } from '../auth/words.js';
import { Limits } from '../core/limits.js';
import type { OidcLink } from '../core/person/access.js';

/** Somebody whom the issuer was asked about, and who has not come back yet. */
export interface OidcStep {
  readonly id: string;
  /** Whose account is to be linked; null for signing in. */
  readonly personId: string | null;
  /** Address of the issuer that was asked. */
  readonly issuer: string;
}

export const isSubjectTaken = (error: unknown): boolean => isUniqueViolation(error, 'oidc_link_subject');

/** Links to an issuer's people, of whom a keyed hash alone is kept, and who is on the way there and back. */
@Injectable()
export class OidcStore {
  constructor(private readonly db: Db) {}

  async insertStep(step: OidcStep, word: string): Promise<void> {
    await this.db.query(sql`
      insert into identity.oidc_step (id, person_id, issuer, word_hash, expires_at)
      values (${step.id}, ${step.personId}, ${step.issuer}, ${hashOf(word)},
        clock_timestamp() + ${`${Limits.stepMinutes} minutes`}::interval)`);
  }

  /** Uses the step up: whatever comes of it, the issuer has to be asked anew. */
  async takeStep(word: string): Promise<OidcStep | undefined> {
    return this.db.one<OidcStep>(sql`
      update identity.oidc_step set used_at = clock_timestamp()
      where word_hash = ${hashOf(word)} and used_at is null and expires_at > clock_timestamp()
      returning id, person_id as "personId", issuer`);
  }

  async personOf(subjectHash: Buffer): Promise<string | undefined> {
    const row = await this.db.one<{ personId: string }>(sql`
      select person_id as "personId" from identity.oidc_link where subject_hash = ${subjectHash}`);
    return row?.personId;
  }

  /** @returns false where the person has it already. A constraint of the database keeps another's out. */
  async link(
    link: { readonly id: string; readonly personId: string; readonly issuer: string },
    subjectHash: Buffer,
  ): Promise<boolean> {
    if ((await this.personOf(subjectHash)) === link.personId) return false;
    await this.db.query(sql`
      insert into identity.oidc_link (id, person_id, issuer, subject_hash)
      values (${link.id}, ${link.personId}, ${link.issuer}, ${subjectHash})`);
    return true;
  }

  async used(subjectHash: Buffer): Promise<void> {
    await this.db.query(sql`
      update identity.oidc_link set last_used_at = clock_timestamp() where subject_hash = ${subjectHash}`);
  }

  async linksOf(personId: string): Promise<OidcLink[]> {
    return this.db.query<OidcLink>(sql`
      select id, issuer, linked_at as "linkedAt", last_used_at as "lastUsedAt"
      from identity.oidc_link where person_id = ${personId} order by linked_at, id`);
  }

  /** @returns whether there was such a link of the person. */
  async unlink(personId: string, id: string): Promise<boolean> {
    const gone = await this.db.query(
      sql`delete from identity.oidc_link where id = ${id} and person_id = ${personId} returning id`,
    );
    return gone.length > 0;
  }

  async sweep(): Promise<void> {
    await this.db.query(
      sql`delete from identity.oidc_step where expires_at < clock_timestamp() - interval '1 day'`,
    );
  }
}

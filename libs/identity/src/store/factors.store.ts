import { Injectable } from '@nestjs/common';
import { Db, isUuid, sql } from '@jihui/platform';
import { hashOf } from '../auth/words.js';
import { Limits } from '../core/limits.js';

export interface StoredFactor {
  /** Sealed with the key outside the database. */
  readonly secret: Buffer;
  /** Null while it is only begun. */
  readonly enabledAt: Date | null;
}

/** Whoever gave the password, or another first proof, and has the code still before them. */
export interface SignInStep {
  readonly id: string;
  readonly personId: string;
  /** Whether it was by the password. */
  readonly proven: boolean;
}

const minutes = (count: number): string => `${count} minutes`;

/** Second factors, their recovery codes, and who is on the way in between the two. Times are real ones (core/limits). */
@Injectable()
export class FactorsStore {
  constructor(private readonly db: Db) {}

  /** The factor that is on, or was begun not too long ago. */
  async of(personId: string): Promise<StoredFactor | undefined> {
    return this.db.one<StoredFactor>(sql`
      select secret, enabled_at as "enabledAt" from identity.second_factor
      where person_id = ${personId} and (enabled_at is not null
        or started_at > clock_timestamp() - ${minutes(Limits.enrolMinutes)}::interval)`);
  }

  /** Those of the people whose factor is on. */
  async on(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.db.query<{ id: string }>(sql`
      select person_id as id from identity.second_factor
      where enabled_at is not null and ${sql.any(sql`person_id`, ids.filter(isUuid))}`);
    return new Set(rows.map(({ id }) => id));
  }

  /** Begins, or begins anew. @returns false where one is on. */
  async begin(personId: string, secret: Buffer): Promise<boolean> {
    const begun = await this.db.query(sql`
      insert into identity.second_factor as f (person_id, secret) values (${personId}, ${secret})
      on conflict (person_id) do update set secret = excluded.secret, started_at = clock_timestamp()
        where f.enabled_at is null
      returning person_id`);
    return begun.length > 0;
  }

  /** @returns false where there is none that was begun, or another was begun meanwhile. */
  async enable(personId: string, secret: Buffer, step: number): Promise<boolean> {
    const enabled = await this.db.query(sql`
      update identity.second_factor set enabled_at = clock_timestamp(), last_step = ${step}
      where person_id = ${personId} and secret = ${secret} and enabled_at is null returning person_id`);
    return enabled.length > 0;
  }

  /** Uses the step's code up, and those before it. Two who do so at once wait for each other: @returns true for one. */
  async useStep(personId: string, step: number): Promise<boolean> {
    const used = await this.db.query(sql`
      update identity.second_factor set last_step = ${step}
      where person_id = ${personId} and enabled_at is not null and last_step < ${step} returning person_id`);
    return used.length > 0;
  }

  async replaceRecoveryCodes(personId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.db.query(sql`delete from identity.recovery_code where person_id = ${personId}`);
    await this.db.query(sql`
      insert into identity.recovery_code (person_id, code_hash)
      select ${personId}, hash from unnest(${hashes}::bytea[]) hash`);
  }

  /** @returns whether there was such a code that was not used. */
  async useRecoveryCode(personId: string, hash: Buffer): Promise<boolean> {
    const used = await this.db.query(sql`
      update identity.recovery_code set used_at = clock_timestamp()
      where person_id = ${personId} and code_hash = ${hash} and used_at is null returning person_id`);
    return used.length > 0;
  }

  async recoveryCodesLeft(personId: string): Promise<number> {
    const row = await this.db.one<{ left: number }>(sql`
      select count(*)::int as left from identity.recovery_code where person_id = ${personId} and used_at is null`);
    return row?.left ?? 0;
  }

  async remove(personId: string): Promise<void> {
    await this.db.query(sql`delete from identity.recovery_code where person_id = ${personId}`);
    await this.db.query(sql`delete from identity.second_factor where person_id = ${personId}`);
  }

  async insertStep(step: SignInStep, word: string): Promise<void> {
    await this.db.query(sql`
      insert into identity.sign_in_step (id, person_id, word_hash, proven, expires_at)
      values (${step.id}, ${step.personId}, ${hashOf(word)}, ${step.proven},
        clock_timestamp() + ${minutes(Limits.stepMinutes)}::interval)`);
  }

  /** Counts one try. @returns the step, unless it is over or its tries are used up. */
  async tryStep(word: string): Promise<SignInStep | undefined> {
    const [tried] = await this.db.query<SignInStep>(sql`
      update identity.sign_in_step set tries = tries + 1
      where word_hash = ${hashOf(word)} and used_at is null and expires_at > clock_timestamp()
        and tries < ${Limits.stepTries}
      returning id, person_id as "personId", proven`);
    return tried;
  }

  /** @returns false when it was used meanwhile. */
  async useStepIn(id: string): Promise<boolean> {
    const used = await this.db.query(sql`
      update identity.sign_in_step set used_at = clock_timestamp() where id = ${id} and used_at is null returning id`);
    return used.length > 0;
  }

  async sweep(): Promise<void> {
    await this.db.query(
      sql`delete from identity.sign_in_step where expires_at < clock_timestamp() - interval '1 day'`,
    );
    await this.db.query(sql`
      delete from identity.second_factor
      where enabled_at is null and started_at < clock_timestamp() - interval '1 day'`);
  }
}

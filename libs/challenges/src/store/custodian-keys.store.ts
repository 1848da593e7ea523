import { Injectable } from '@nestjs/common';
import { Db, isUniqueViolation, raw, sql } from '@jihui/platform';
import type { CustodianKey } from '../core/bids/bid.js';

const COLUMNS = raw(`k.call_id as "callId", k.person_id as "personId", k.public_key as "publicKey",
  k.answer_hash as "answerHash", k.proved_at as "provedAt", k.lost_at as "lostAt", k.lost_reason as "lostReason"`);

/** 保管人公钥: the only SQL on them. Private keys never come here. */
@Injectable()
export class CustodianKeysStore {
  constructor(private readonly db: Db) {}

  /** Of these calls, those that were proved and those that were not. */
  of(callIds: readonly string[]): Promise<readonly CustodianKey[]> {
    return this.db.query<CustodianKey>(sql`
      select ${COLUMNS} from challenges.custodian_key k where ${sql.any(sql`k.call_id`, callIds)}
      order by k.call_id, k.person_id`);
  }

  get(callId: string, personId: string): Promise<CustodianKey | undefined> {
    return this.db.one<CustodianKey>(sql`
      select ${COLUMNS} from challenges.custodian_key k
      where k.call_id = ${callId} and k.person_id = ${personId}`);
  }

  /** A new key takes the place of the custodian's former one. @returns false where another custodian has it */
  async propose(
    key: Pick<CustodianKey, 'callId' | 'personId' | 'publicKey' | 'answerHash'>,
  ): Promise<boolean> {
    const taken = await this.db.one(sql`
      select 1 as taken from challenges.custodian_key k
      where k.call_id = ${key.callId} and k.public_key = ${key.publicKey} and k.person_id <> ${key.personId}`);
    if (taken !== undefined) return false;
    return this.db
      .query(
        sql`
      insert into challenges.custodian_key (call_id, person_id, public_key, answer_hash)
      values (${key.callId}, ${key.personId}, ${key.publicKey}, ${key.answerHash})
      on conflict (call_id, person_id) do update set public_key = excluded.public_key,
        answer_hash = excluded.answer_hash, proved_at = null`,
      )
      .then(
        () => true,
        (error: unknown) => {
          if (isUniqueViolation(error)) return false;
          throw error;
        },
      );
  }

  async prove({ callId, personId }: Pick<CustodianKey, 'callId' | 'personId'>, at: Date): Promise<void> {
    await this.db.query(sql`
      update challenges.custodian_key set proved_at = ${at} where call_id = ${callId} and person_id = ${personId}`);
  }

  async lose(callId: string, personId: string, at: Date, reason: string): Promise<void> {
    await this.db.query(sql`
      update challenges.custodian_key set lost_at = ${at}, lost_reason = ${reason}
      where call_id = ${callId} and person_id = ${personId}`);
  }

  /** Calls, newest first, in whose plan the person is named as custodian; a person keeps few. */
  async callsOf(personId: string): Promise<readonly string[]> {
    const named = JSON.stringify([{ personId }]);
    const rows = await this.db.query<{ id: string }>(sql`
      select c.id from challenges.call c
      where c.plan -> 'custodians' @> ${named}::jsonb and c.state not in ('DRAFT', 'DECLINED', 'WITHDRAWN')
      order by c.updated_at desc, c.id limit 200`);
    return rows.map(({ id }) => id);
  }
}

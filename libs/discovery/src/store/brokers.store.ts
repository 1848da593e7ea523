import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, uuidv7 } from '@jihui/platform';
import type { Broker } from '../core/brokers/broker.js';
import { alreadyEntered } from '../refusals.js';
import { BrokerRow, toBroker, toBrokerRow } from './broker.row.js';
import type { RegisterStore } from './register-store.js';
import { visibleBrokers } from './register-visibility.js';

/** A broker (alias b) but for the content, of which a reader may have to do without parts. */
export const BROKER_COLUMNS = raw(`b.id, b.version, b.person_id as "personId",
  b.organisation_id as "organisationId", b.scope_code as "scopeCode", b.state, b.state_reason as "stateReason",
  b.state_note as "stateNote", b.barred_until::text as "barredUntil", b.confirmed_by as "confirmedBy",
  b.credentials, b.trainings, b.level, b.level_until::text as "levelUntil", b.designation,
  b.admitted_at as "admittedAt", b.state_since as "stateSince", b.created_at as "createdAt",
  b.updated_at as "updatedAt"`);

/** Brokers as the service changes them. */
@Injectable()
export class BrokersStore implements RegisterStore<Broker> {
  constructor(private readonly db: Db) {}

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError REGISTER.ALREADY_ENTERED */
  async insert(broker: Broker): Promise<void> {
    await this.db.insert(BrokerRow, toBrokerRow(broker)).catch((error: unknown) => {
      throw isUniqueViolation(error, 'broker_once') ? alreadyEntered('您') : (error as Error);
    });
  }

  async save(broker: Broker): Promise<void> {
    const { id, version, ...patch } = toBrokerRow(broker);
    await this.db.update(BrokerRow, { id, version }, patch);
  }

  async lockVisible(actor: Actor, id: string): Promise<Broker | undefined> {
    const seen = await this.db.query(
      sql`select 1 from discovery.broker b where b.id = ${id} and ${visibleBrokers(actor)}`,
    );
    return seen.length === 0 ? undefined : this.lock(id);
  }

  /** The entry as it is, locked, for programs. */
  async lock(id: string): Promise<Broker | undefined> {
    const row = await this.db.lock(BrokerRow, id);
    return row && toBroker(row);
  }

  /** The entry as it is, for programs. */
  async get(id: string): Promise<Broker | undefined> {
    const row = await this.db.get(BrokerRow, id);
    return row && toBroker(row);
  }

  /** The entry of a person. */
  async idOf(personId: string): Promise<string | undefined> {
    const sought = sql`select id from discovery.broker where person_id = ${personId}`;
    return (await this.db.one<{ id: string }>(sought))?.id;
  }

  /** Entries whose level's certificate was over before the day. */
  async lapsedBy(day: LegalDay): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select id from discovery.broker where level_until < ${day}::date and state in ('REVIEW', 'ACTIVE', 'SUSPENDED')
      order by id`);
    return rows.map(({ id }) => id);
  }

  /** Entries changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<Broker[]> {
    return this.db.query<Broker>(sql`
      select ${BROKER_COLUMNS}, b.content from discovery.broker b
      where b.updated_at >= ${since} and (${after}::uuid is null or b.id > ${after}::uuid)
      order by b.id limit ${limit}`);
  }
}

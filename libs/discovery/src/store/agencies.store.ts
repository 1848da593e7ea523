import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, uuidv7 } from '@jihui/platform';
import type { Agency } from '../core/agencies/agency.js';
import { alreadyEntered } from '../refusals.js';
import { AgencyRow, toAgency, toAgencyRow } from './agency.row.js';
import { visibleAgencies } from './agency-visibility.js';
import type { RegisterStore } from './register-store.js';

/** An agency (alias a) but for the content, of which a reader may have to do without parts. */
export const AGENCY_COLUMNS = raw(`a.id, a.version, a.organisation_id as "organisationId",
  a.scope_code as "scopeCode", a.state, a.state_reason as "stateReason", a.state_note as "stateNote",
  a.barred_until::text as "barredUntil", a.designation, a.supports, a.admitted_at as "admittedAt",
  a.state_since as "stateSince", a.created_at as "createdAt", a.updated_at as "updatedAt"`);

/** Agencies as the service changes them. */
@Injectable()
export class AgenciesStore implements RegisterStore<Agency> {
  constructor(private readonly db: Db) {}

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError REGISTER.ALREADY_ENTERED */
  async insert(agency: Agency): Promise<void> {
    await this.db.insert(AgencyRow, toAgencyRow(agency)).catch((error: unknown) => {
      throw isUniqueViolation(error, 'agency_once') ? alreadyEntered('本机构') : (error as Error);
    });
  }

  async save(agency: Agency): Promise<void> {
    const { id, version, ...patch } = toAgencyRow(agency);
    await this.db.update(AgencyRow, { id, version }, patch);
  }

  async lockVisible(actor: Actor, id: string): Promise<Agency | undefined> {
    const seen = await this.db.query(
      sql`select 1 from discovery.agency a where a.id = ${id} and ${visibleAgencies(actor)}`,
    );
    return seen.length === 0 ? undefined : this.lock(id);
  }

  /** The entry as it is, locked, for programs. */
  async lock(id: string): Promise<Agency | undefined> {
    const row = await this.db.lock(AgencyRow, id);
    return row && toAgency(row);
  }

  /** The entry as it is, for programs. */
  async get(id: string): Promise<Agency | undefined> {
    const row = await this.db.get(AgencyRow, id);
    return row && toAgency(row);
  }

  /** The entry of an organisation. */
  async idOf(organisationId: string): Promise<string | undefined> {
    const sought = sql`select id from discovery.agency where organisation_id = ${organisationId}`;
    return (await this.db.one<{ id: string }>(sought))?.id;
  }

  /** Entries changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<Agency[]> {
    return this.db.query<Agency>(sql`
      select ${AGENCY_COLUMNS}, a.content from discovery.agency a
      where a.updated_at >= ${since} and (${after}::uuid is null or a.id > ${after}::uuid)
      order by a.id limit ${limit}`);
  }
}

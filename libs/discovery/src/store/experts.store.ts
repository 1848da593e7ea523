import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, uuidv7 } from '@jihui/platform';
import type { Expert } from '../core/experts/expert.js';
import { alreadyAnExpert } from '../refusals.js';
import { ExpertRow, toExpert, toExpertRow } from './expert.row.js';
import { visibleExperts } from './expert-visibility.js';

/** An expert (alias e) but for the content, of which a reader may have to do without parts. */
export const EXPERT_COLUMNS = raw(`e.id, e.version, e.person_id as "personId",
  e.organisation_id as "organisationId", e.scope_code as "scopeCode", e.state, e.state_reason as "stateReason",
  e.state_note as "stateNote", e.barred_until::text as "barredUntil", e.visibility, e.privacy, e.relations,
  e.relations_declared_at as "relationsDeclaredAt", e.consented_by as "consentedBy", e.admitted_at as "admittedAt",
  e.state_since as "stateSince", e.created_at as "createdAt", e.updated_at as "updatedAt"`);

/** Experts as the service changes them. */
@Injectable()
export class ExpertsStore {
  constructor(private readonly db: Db) {}

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError EXPERT.ALREADY_KNOWN */
  async insert(expert: Expert): Promise<void> {
    await this.db.insert(ExpertRow, toExpertRow(expert)).catch((error: unknown) => {
      throw isUniqueViolation(error, 'expert_once') ? alreadyAnExpert() : (error as Error);
    });
  }

  /** @throws DomainError STALE_VERSION when it is no longer at that version. */
  async save(expert: Expert): Promise<void> {
    const { id, version, ...patch } = toExpertRow(expert);
    await this.db.update(ExpertRow, { id, version }, patch);
  }

  /** The expert, locked, if the actor may know of it. */
  async lockVisible(actor: Actor, id: string): Promise<Expert | undefined> {
    const seen = await this.db.query(
      sql`select 1 from discovery.expert e where e.id = ${id} and ${visibleExperts(actor)}`,
    );
    if (seen.length === 0) return undefined;
    const row = await this.db.lock(ExpertRow, id);
    return row && toExpert(row);
  }

  /** Experts changed since then, by id, after that one. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<Expert[]> {
    return this.db.query<Expert>(sql`
      select ${EXPERT_COLUMNS}, e.content from discovery.expert e
      where e.updated_at >= ${since} and (${after}::uuid is null or e.id > ${after}::uuid)
      order by e.id limit ${limit}`);
  }

  /** The expert as it is, locked, for programs. */
  async lock(id: string): Promise<Expert | undefined> {
    const row = await this.db.lock(ExpertRow, id);
    return row && toExpert(row);
  }

  /** The profile of a person. */
  async idOf(personId: string): Promise<string | undefined> {
    const sought = sql`select id from discovery.expert where person_id = ${personId}`;
    return (await this.db.one<{ id: string }>(sought))?.id;
  }
}

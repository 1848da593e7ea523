import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, isUniqueViolation, raw, sql, uuidv7 } from '@jihui/platform';
import { alreadyRegistered } from '../refusals.js';
import type { Patent } from '../core/patents/patent.js';
import { PatentRow, toDomain, toRow, type StoredPatent } from './patent.row.js';
import { visiblePatents } from './visibility.js';

/** A patent with what its holder was warned of. */
export interface Watched {
  readonly patent: Patent;
  readonly warned: readonly string[];
}

export const PATENT_COLUMNS = raw(`p.id, p.version, p.owner_id as "ownerId", p.created_by as "createdBy",
  p.scope_code as "scopeCode", p.state, p.paid_through as "paidThrough", p.content, p.records,
  p.created_at as "createdAt", p.updated_at as "updatedAt"`);

/** Patents as the service changes them. */
@Injectable()
export class PatentsStore {
  constructor(private readonly db: Db) {}

  newId(): string {
    return uuidv7();
  }

  /** @throws DomainError PATENT.ALREADY_REGISTERED */
  async insert(patent: Patent, today: LegalDay): Promise<void> {
    await this.db.insert(PatentRow, toRow(patent, today)).catch(orRegistered);
  }

  /** @throws DomainError STALE_VERSION, PATENT.ALREADY_REGISTERED */
  async save(patent: Patent, today: LegalDay): Promise<void> {
    const { id, version, ...patch } = toRow(patent, today);
    await this.db.update(PatentRow, { id, version }, patch).catch(orRegistered);
  }

  /** The patent, locked, if the actor may know of it. */
  async lockVisible(actor: Actor, id: string): Promise<Patent | undefined> {
    const seen = await this.db.query(
      sql`select 1 from discovery.patent p where p.id = ${id} and ${visiblePatents(actor)}`,
    );
    return seen.length === 0 ? undefined : this.lock(id);
  }

  async lock(id: string): Promise<Patent | undefined> {
    const row = await this.db.lock(PatentRow, id);
    return row && toDomain(row);
  }

  /** The patent as it is, for programs. */
  async get(id: string): Promise<Patent | undefined> {
    const row = await this.db.get(PatentRow, id);
    return row && toDomain(row);
  }

  /** Living patents with anything to be told by that day, a page in the order of ids. */
  async toWatch(
    by: { readonly fee: LegalDay; readonly filing: LegalDay; readonly expiry: LegalDay },
    after: string | null,
    limit: number,
  ): Promise<Watched[]> {
    const rows = await this.db.query<StoredPatent & { warned: string[] }>(sql`
      select ${PATENT_COLUMNS}, p.warned from discovery.patent p
      where p.state = 'GRANTED' and (${after}::uuid is null or p.id > ${after}::uuid)
        and (p.next_fee_due_on <= ${by.fee}::date or p.next_filing_due_on <= ${by.filing}::date
          or p.expires_on <= ${by.expiry}::date)
      order by p.id limit ${limit}`);
    return rows.map(({ warned, ...row }) => ({ patent: toDomain(row), warned }));
  }

  /** What the holder was told; no change of the patent itself. */
  async markWarned(id: string, warned: readonly string[], nextFeeDueOn: LegalDay | null): Promise<void> {
    await this.db.query(sql`
      update discovery.patent set warned = ${[...warned]}, next_fee_due_on = ${nextFeeDueOn}::date where id = ${id}`);
  }

  async changedSince(since: Date, after: string | null, limit: number): Promise<Patent[]> {
    const rows = await this.db.query<StoredPatent>(sql`
      select ${PATENT_COLUMNS} from discovery.patent p
      where p.updated_at >= ${since} and (${after}::uuid is null or p.id > ${after}::uuid)
      order by p.id limit ${limit}`);
    return rows.map(toDomain);
  }
}

function orRegistered(error: unknown): never {
  if (isUniqueViolation(error, 'patent_own_number') || isUniqueViolation(error, 'patent_open_number'))
    throw alreadyRegistered();
  throw error;
}

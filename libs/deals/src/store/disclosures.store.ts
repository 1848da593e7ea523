import { Injectable } from '@nestjs/common';
import { Db, sql } from '@jihui/platform';
import type { Disclosure, Objection, ObjectionState } from '../core/disclosure.js';
import { DisclosureRow, disclosureRow, ObjectionRow, toDisclosure, toObjection } from './disclosure.row.js';

/** Disclosures and objections. */
@Injectable()
export class DisclosuresStore {
  constructor(private readonly db: Db) {}

  async get(id: string): Promise<Disclosure | undefined> {
    const row = await this.db.get(DisclosureRow, id);
    return row === undefined ? undefined : toDisclosure(row);
  }

  async lock(id: string): Promise<Disclosure | undefined> {
    const row = await this.db.lock(DisclosureRow, id);
    return row === undefined ? undefined : toDisclosure(row);
  }

  async insert(disclosure: Disclosure, at: Date): Promise<void> {
    await this.db.insert(DisclosureRow, disclosureRow(disclosure, at));
  }

  async save(
    disclosure: Disclosure,
    patch: Partial<Pick<Disclosure, 'state' | 'completedAt' | 'annulledReason'>>,
  ): Promise<void> {
    await this.db.update(DisclosureRow, disclosure, patch);
  }

  async objection(id: string): Promise<Objection | undefined> {
    const row = await this.db.get(ObjectionRow, id);
    return row === undefined ? undefined : this.withSeller(row);
  }

  async lockObjection(id: string): Promise<Objection | undefined> {
    const row = await this.db.lock(ObjectionRow, id);
    return row === undefined ? undefined : this.withSeller(row);
  }

  private async withSeller(row: ObjectionRow): Promise<Objection | undefined> {
    const disclosure = await this.get(row.disclosureId);
    return disclosure === undefined ? undefined : toObjection(row, disclosure.sellerId);
  }

  async insertObjection(objection: Objection): Promise<void> {
    const {
      id,
      version,
      disclosureId,
      state,
      personId,
      name,
      contact,
      reason,
      decision,
      decidedAt,
      raisedAt,
    } = objection;
    await this.db.insert(ObjectionRow, {
      id,
      version,
      disclosureId,
      state,
      personId,
      name,
      contact,
      reason,
      decision,
      decidedAt,
      decidedBy: null,
      createdAt: raisedAt,
      updatedAt: raisedAt,
    });
  }

  async decideObjection(
    objection: Objection,
    decision: {
      readonly state: ObjectionState;
      readonly decision: string;
      readonly decidedBy: string;
      readonly decidedAt: Date;
    },
  ): Promise<void> {
    await this.db.update(ObjectionRow, objection, decision);
  }

  /** How many objections to the disclosure the person has raised, decided ones among them. */
  async objectionsBy(personId: string, disclosureId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(sql`
      select count(*)::int as count from deals.objection
      where disclosure_id = ${disclosureId} and person_id = ${personId}`);
    return row?.count ?? 0;
  }

  async openObjections(disclosureId: string): Promise<number> {
    const row = await this.db.one<{ count: string }>(sql`
      select count(*) as count from deals.objection where disclosure_id = ${disclosureId} and state = 'OPEN'`);
    return Number(row?.count ?? 0);
  }
}

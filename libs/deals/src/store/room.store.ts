import { Injectable } from '@nestjs/common';
import type { LegalDay } from '@jihui/kernel';
import { Db, sql } from '@jihui/platform';
import type { DealFile } from '../core/room.js';
import type { Side } from '../core/types.js';

export interface FileView {
  readonly id: string;
  readonly deal_id: string;
  readonly organisation_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly type: string;
  readonly size: string;
  readonly sha256: string;
  readonly shared: boolean;
  readonly created_at: Date;
}

export const toFile = (view: FileView): DealFile => ({
  id: view.id,
  dealId: view.deal_id,
  organisationId: view.organisation_id,
  personId: view.person_id,
  name: view.name,
  type: view.type,
  size: Number(view.size),
  sha256: view.sha256,
  shared: view.shared,
  createdAt: view.created_at,
});

/** Who wrote something in a deal, for whom, with what attached. */
interface Entry {
  readonly id: string;
  readonly dealId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly fileIds: readonly string[];
  readonly at: Date;
}

/** Files, messages, notes and contacts: all append-only. */
@Injectable()
export class RoomStore {
  constructor(private readonly db: Db) {}

  async files(ids: readonly string[]): Promise<DealFile[]> {
    const views = await this.db.query<FileView>(
      sql`select * from deals.deal_file where ${sql.any(sql`id`, ids)} order by created_at, id`,
    );
    return views.map(toFile);
  }

  async insertFile(file: Omit<DealFile, 'shared'>): Promise<void> {
    await this.db.query(sql`
      insert into deals.deal_file (id, deal_id, organisation_id, person_id, name, type, size, sha256, created_at)
      values (${file.id}, ${file.dealId}, ${file.organisationId}, ${file.personId}, ${file.name}, ${file.type},
        ${file.size}, ${file.sha256}, ${file.createdAt})`);
  }

  /** From now on both sides and the joined brokers see them. */
  async share(ids: readonly string[]): Promise<void> {
    await this.db.query(sql`update deals.deal_file set shared = true where ${sql.any(sql`id`, ids)}`);
  }

  async insertMessage(entry: Entry & { readonly side: Side | null; readonly body: string }): Promise<void> {
    await this.db.query(sql`
      insert into deals.deal_message (id, deal_id, organisation_id, person_id, side, body, file_ids, created_at)
      values (${entry.id}, ${entry.dealId}, ${entry.organisationId}, ${entry.personId}, ${entry.side}, ${entry.body},
        ${[...entry.fileIds]}, ${entry.at})`);
  }

  async insertNote(entry: Entry & { readonly body: string }): Promise<void> {
    await this.db.query(sql`
      insert into deals.deal_note (id, deal_id, organisation_id, person_id, body, file_ids, created_at)
      values (${entry.id}, ${entry.dealId}, ${entry.organisationId}, ${entry.personId}, ${entry.body},
        ${[...entry.fileIds]}, ${entry.at})`);
  }

  async insertContact(
    entry: Entry & {
      readonly heldOn: LegalDay;
      readonly mode: string;
      readonly participants: string;
      readonly summary: string;
      readonly outcome: string;
    },
  ): Promise<void> {
    await this.db.query(sql`
      insert into deals.deal_contact (id, deal_id, organisation_id, person_id, held_on, mode, participants, summary,
        outcome, file_ids, created_at)
      values (${entry.id}, ${entry.dealId}, ${entry.organisationId}, ${entry.personId}, ${entry.heldOn}, ${entry.mode},
        ${entry.participants}, ${entry.summary}, ${entry.outcome}, ${[...entry.fileIds]}, ${entry.at})`);
  }
}

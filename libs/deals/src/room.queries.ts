import { Injectable } from '@nestjs/common';
import { notFound, type Actor, type LegalDay } from '@jihui/kernel';
import { checkIds, Db, or, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { joinedAgencies, readsRoom, sidesOf } from './core/sight.js';
import { partyOf, type Deal, type Side } from './core/types.js';
import type { DealFile } from './core/room.js';
import { DealsStore } from './store/deals.store.js';
import { RoomStore, toFile, type FileView } from './store/room.store.js';

/** A message, note or contact, with whatever of these it has. */
export interface EntryNode {
  readonly id: string;
  readonly dealId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly side: Side | null;
  readonly body: string;
  readonly heldOn: LegalDay;
  readonly mode: string;
  readonly participants: string;
  readonly summary: string;
  readonly outcome: string;
  readonly fileIds: readonly string[];
  readonly at: Date;
}

const common = sql`e.id, e.deal_id as "dealId", e.organisation_id as "organisationId", e.person_id as "personId",
  e.file_ids as "fileIds", e.created_at as at`;

/** What is said and kept in a deal, for those who may read it. */
@Injectable()
export class RoomQueries {
  constructor(
    private readonly db: Db,
    private readonly deals: DealsStore,
    private readonly store: RoomStore,
  ) {}

  /** 留言, oldest first. @throws DomainError NOT_FOUND for whoever may not read them. */
  async messages(actor: Actor, dealId: string, args: PageArgs): Promise<Connection<EntryNode>> {
    await this.room(actor, dealId);
    return this.page(
      sql`${common}, e.side, e.body`,
      sql`deals.deal_message e`,
      sql`e.deal_id = ${dealId}`,
      'asc',
      args,
    );
  }

  /** 内部备注 of the actor's own organisations, newest first. */
  async notes(actor: Actor, dealId: string, args: PageArgs): Promise<Connection<EntryNode>> {
    const own = this.ownOf(actor, await this.room(actor, dealId));
    const where = sql`e.deal_id = ${dealId} and ${sql.any(sql`e.organisation_id`, own)}`;
    return this.page(sql`${common}, e.body`, sql`deals.deal_note e`, where, 'desc', args);
  }

  /** 对接记录, newest first. */
  async contacts(actor: Actor, dealId: string, args: PageArgs): Promise<Connection<EntryNode>> {
    await this.room(actor, dealId);
    const columns = sql`${common}, e.held_on::text as "heldOn", e.mode, e.participants, e.summary, e.outcome`;
    return this.page(columns, sql`deals.deal_contact e`, sql`e.deal_id = ${dealId}`, 'desc', args);
  }

  /** 文件 that are shared, and those of the actor's own organisations, newest first. */
  async files(actor: Actor, dealId: string, args: PageArgs): Promise<Connection<DealFile>> {
    const own = this.ownOf(actor, await this.room(actor, dealId));
    return this.db.page<FileView, DealFile>(
      {
        select: sql`e.*`,
        from: sql`deals.deal_file e`,
        where: [sql`e.deal_id = ${dealId}`, or([sql`e.shared`, sql.any(sql`e.organisation_id`, own)])],
        order: order('desc'),
        toNode: toFile,
      },
      args,
    );
  }

  async filesByIds(ids: readonly string[]): Promise<ReadonlyMap<string, DealFile>> {
    return new Map((await this.store.files(ids)).map((file) => [file.id, file]));
  }

  async entry(kind: 'message' | 'note' | 'contact', id: string): Promise<EntryNode | undefined> {
    switch (kind) {
      case 'message':
        return this.db.one<EntryNode>(
          sql`select ${common}, e.side, e.body from deals.deal_message e where e.id = ${id}`,
        );
      case 'note':
        return this.db.one<EntryNode>(
          sql`select ${common}, e.body from deals.deal_note e where e.id = ${id}`,
        );
      case 'contact':
        return this.db.one<EntryNode>(sql`
          select ${common}, e.held_on::text as "heldOn", e.mode, e.participants, e.summary, e.outcome
          from deals.deal_contact e where e.id = ${id}`);
    }
  }

  private async room(actor: Actor, dealId: string): Promise<Deal> {
    checkIds(dealId);
    const deal = await this.deals.get(dealId);
    if (deal === undefined || !readsRoom(actor, deal)) throw notFound('该对接');
    return deal;
  }

  private ownOf(actor: Actor, deal: Deal): readonly string[] {
    const sides = sidesOf(actor, deal).map((side) => partyOf(deal, side).organisationId);
    return [...sides, ...joinedAgencies(actor, deal)];
  }

  private page(
    select: Sql,
    from: Sql,
    where: Sql,
    direction: 'asc' | 'desc',
    args: PageArgs,
  ): Promise<Connection<EntryNode>> {
    return this.db.page<EntryNode, EntryNode>(
      { select, from, where: [where], order: order(direction), toNode: (row) => row },
      args,
    );
  }
}

const order = (direction: 'asc' | 'desc') =>
  [
    { expression: sql`e.created_at`, type: 'timestamptz' as const, direction },
    { expression: sql`e.id`, type: 'uuid' as const, direction },
  ] as const;

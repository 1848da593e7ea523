import { Injectable } from '@nestjs/common';
import { type Actor } from '@jihui/kernel';
import {
  coveredBy,
  Db,
  raw,
  sql,
  type Connection,
  type OrderColumn,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { ReadNeed } from '../need.view.js';
import type { ReadResult } from '../result.view.js';
import { BODY, NEED_AMOUNTS, NEED_ROW, OWNER_CARD, RESULT_AMOUNTS, RESULT_ROW } from './columns.js';
import type { ListingKind } from './files.store.js';
import {
  named,
  ndaConsent,
  ownListings,
  visibleNeeds,
  visibleResults,
  type OwnFilter,
} from './visibility.js';

/** What a read of listings needs to know of the one who reads. */
export interface Reader {
  readonly actor: Actor;
  /** Whether the whole form is read, or the card alone. */
  readonly whole: boolean;
}

/** A listing that waits for a review. */
export interface Waiting {
  readonly id: string;
  readonly kind: ListingKind;
  readonly stage: 'UNIT_REVIEW' | 'BUREAU_REVIEW';
  readonly code: string;
  readonly title: string;
  readonly ownerName: string;
  readonly divisionCode: string;
  readonly waitingSince: Date;
}

/** How a list of online listings is ordered; the last column is unique. */
export type SearchOrder = readonly OrderColumn[];

const id: OrderColumn = { expression: sql`s.id`, type: 'uuid', direction: 'desc' };
export const NEWEST: SearchOrder = [
  { expression: sql`s.published_at`, type: 'timestamptz', direction: 'desc' },
  id,
];
export const MATURITY: SearchOrder = [{ expression: sql`s.trl`, type: 'int', direction: 'desc' }, ...NEWEST];
export const QUALITY: SearchOrder = [
  { expression: sql`s.quality`, type: 'int', direction: 'desc' },
  ...NEWEST,
];
export const DEADLINE: SearchOrder = [
  { expression: sql`s.needed_by`, type: 'date', direction: 'asc' },
  { expression: sql`s.id`, type: 'uuid', direction: 'asc' },
];

/** How one's own listings are ordered. Who has no term yet comes last. */
const OWN_ORDERS = {
  CHANGED: [
    { expression: sql`l.updated_at`, type: 'timestamptz', direction: 'desc' },
    { expression: sql`l.id`, type: 'uuid', direction: 'desc' },
  ],
  EXPIRES: [
    { expression: sql`coalesce(l.expires_on, '9999-12-31'::date)`, type: 'date', direction: 'asc' },
    { expression: sql`l.id`, type: 'uuid', direction: 'asc' },
  ],
  OLDEST: [
    { expression: sql`l.created_at`, type: 'timestamptz', direction: 'asc' },
    { expression: sql`l.id`, type: 'uuid', direction: 'asc' },
  ],
} as const satisfies Readonly<Record<string, SearchOrder>>;
export type OwnOrder = keyof typeof OWN_ORDERS;

/** What narrows a review queue. */
export interface WaitingFilter {
  readonly kind: ListingKind | null;
  readonly stage: string | null;
  /** Divisions in which the listings lie; empty for all. */
  readonly divisions: readonly string[];
  /** In title, code and the owner's name; blank for all. */
  readonly text: string;
}

const tableOf = (kind: ListingKind): Sql => raw(kind === 'RESULT' ? 'listings.result' : 'listings.need');
const cardOf = (kind: ListingKind): Sql =>
  kind === 'RESULT' ? sql`${RESULT_ROW}, ${RESULT_AMOUNTS}` : sql`${NEED_ROW}, ${NEED_AMOUNTS}`;
const visible = (kind: ListingKind, actor: Actor): Sql =>
  kind === 'RESULT' ? visibleResults(actor) : visibleNeeds(actor);

/** Reads of listings, each with its visibility in SQL. */
@Injectable()
export class ReadsStore {
  constructor(private readonly db: Db) {}

  results(reader: Reader, ids: readonly string[]): Promise<ReadResult[]> {
    return this.byIds<ReadResult>('RESULT', reader, ids);
  }

  needs(reader: Reader, ids: readonly string[]): Promise<ReadNeed[]> {
    return this.byIds<ReadNeed>('NEED', reader, ids);
  }

  /** A page of online listings under conditions on the search table, in an order on it. */
  online<R, N>(
    kind: ListingKind,
    reader: Reader,
    list: {
      readonly where: readonly Sql[];
      readonly order: SearchOrder;
      readonly toNode: (row: R) => N;
      readonly isPrepared: boolean;
    },
    page: PageArgs,
  ): Promise<Connection<N>> {
    return this.db.page<R, N>(
      {
        ...list,
        select: this.columns(kind, reader),
        from: sql`listings.search s join ${tableOf(kind)} l on l.id = s.id join listings.organisation o on o.id = l.owner_id`,
      },
      page,
    );
  }

  /** A page of the actor's own organisations' listings. */
  mine<R, N>(
    kind: ListingKind,
    reader: Reader,
    list: OwnFilter & { readonly order: OwnOrder; readonly toNode: (row: R) => N },
    page: PageArgs,
  ): Promise<Connection<N>> {
    return this.db.page<R, N>(
      {
        select: this.columns(kind, reader),
        from: sql`${tableOf(kind)} l join listings.organisation o on o.id = l.owner_id`,
        where: [ownListings(reader.actor, list), visible(kind, reader.actor)],
        order: OWN_ORDERS[list.order],
        toNode: list.toNode,
      },
      page,
    );
  }

  /** A page of what waits for a review by the unit's office or by the bureau, the longest first. */
  waiting<N>(
    desk: { readonly units: readonly string[]; readonly scopes: readonly string[] },
    only: WaitingFilter,
    toNode: (row: Waiting) => N,
    page: PageArgs,
  ): Promise<Connection<N>> {
    const mine = sql`(l.state = 'UNIT_REVIEW' and ${sql.any(sql`l.owner_id`, desk.units)})
      or (l.state = 'BUREAU_REVIEW' and ${coveredBy(sql`l.scope_code`, desk.scopes)})`;
    const part = (kind: ListingKind): Sql => sql`
      select l.id, ${kind}::text as kind, l.state as stage, l.code, l.title, l.owner_id, l.division_code, l.state_since
      from ${tableOf(kind)} l where l.state in ('UNIT_REVIEW', 'BUREAU_REVIEW') and (${mine})`;
    const kinds: readonly ListingKind[] = only.kind === null ? ['RESULT', 'NEED'] : [only.kind];
    return this.db.page<Waiting, N>(
      {
        select: sql`w.id, w.kind, w.stage, w.code, w.title, o.name as "ownerName", w.division_code as "divisionCode",
          w.state_since as "waitingSince"`,
        from: sql`(${kinds.map(part).reduce((all, next) => sql`${all} union all ${next}`)}) w
          join listings.organisation o on o.id = w.owner_id`,
        where: [
          ...(only.stage === null ? [] : [sql`w.stage = ${only.stage}`]),
          ...(only.divisions.length === 0 ? [] : [coveredBy(sql`w.division_code`, only.divisions)]),
          ...named(only.text, [sql`w.title`, sql`w.code`, sql`o.name`]),
        ],
        order: [
          { expression: sql`w.state_since`, type: 'timestamptz', direction: 'asc' },
          { expression: sql`w.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode,
      },
      page,
    );
  }

  private byIds<R>(kind: ListingKind, reader: Reader, ids: readonly string[]): Promise<R[]> {
    return this.db.query<R>(
      sql`
      select ${this.columns(kind, reader)} from ${tableOf(kind)} l join listings.organisation o on o.id = l.owner_id
      where ${sql.any(sql`l.id`, ids)} and (${visible(kind, reader.actor)})`.prepared(),
    );
  }

  private columns(kind: ListingKind, { actor, whole }: Reader): Sql {
    const body = whole ? sql`, ${BODY}` : raw('');
    return sql`${cardOf(kind)}, ${OWNER_CARD}, ${ndaConsent(actor)} as nda${body}`;
  }
}

import type { Actor } from '@jihui/kernel';
import {
  and,
  askedOf,
  countFacets,
  facetsView,
  isUuid,
  raw,
  sql,
  type Connection,
  type Db,
  type FacetLabels,
  type FacetRow,
  type ListFacet,
  type OrderColumn,
  type PageArgs,
  type Sql,
} from '@jihui/platform';

/** What is asked of a register's list: its facets, and conditions besides. */
export interface RegisterSearch {
  readonly facets: readonly ListFacet[];
  readonly others: readonly Sql[];
}

/** How a register is read: every part is a constant of the code or a condition for the actor. */
export interface RegisterOf<Row, Read, Order extends string> {
  readonly table: string;
  readonly alias: string;
  /** The table under its alias with what is joined to it. */
  readonly from: Sql;
  readonly columns: (actor: Actor) => Sql;
  /** Entries that the actor may know of; of the table alone, so that lists and counts use it alike. */
  readonly visible: (actor: Actor) => Sql;
  /** What a list leaves out besides. */
  readonly listed?: Sql;
  readonly orders: Readonly<Record<Order, readonly OrderColumn[]>>;
  readonly toRead: (row: Row) => Read;
}

export interface RegisterList<N> extends Connection<N> {
  readonly facets: () => Promise<ReturnType<typeof facetsView>>;
}

/** Reads of a register, each with its visibility in SQL: patents, experts, brokers, agencies. */
export class RegisterReads<Row extends object, Read, Order extends string> {
  constructor(
    protected readonly db: Db,
    protected readonly register: RegisterOf<Row, Read, Order>,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Read[]> {
    const { alias, columns, from, visible, toRead } = this.register;
    const rows = await this.db.query<Row>(sql`
      select ${columns(actor)} from ${from}
      where ${sql.any(raw(`${alias}.id`), ids.filter(isUuid))} and ${visible(actor)}`);
    return rows.map(toRead);
  }

  /** Those of a list, whatever else is asked of them. */
  async listed(actor: Actor, ids: readonly string[], others: readonly Sql[]): Promise<Read[]> {
    const { alias, columns, from, toRead } = this.register;
    const rows = await this.db.query<Row>(sql`
      select ${columns(actor)} from ${from}
      where ${and([sql.any(raw(`${alias}.id`), ids), ...this.base(actor, { others })])}`);
    return rows.map(toRead);
  }

  /** A page of the list, with its facets, which are counted when they are asked for. */
  async list<N>(
    actor: Actor,
    search: RegisterSearch,
    list: { readonly order: Order; readonly toNode: (read: Read) => N; readonly labels: FacetLabels },
    page: PageArgs,
  ): Promise<RegisterList<N>> {
    const { columns, from, orders, toRead } = this.register;
    const found = await this.db.page<Row, N>(
      {
        select: columns(actor),
        from,
        where: [...this.base(actor, search), ...askedOf(search.facets)],
        order: orders[list.order],
        toNode: (row) => list.toNode(toRead(row)),
      },
      page,
    );
    return { ...found, facets: async () => facetsView(await this.facets(actor, search), list.labels) };
  }

  protected base(actor: Actor, { others }: Pick<RegisterSearch, 'others'>): Sql[] {
    const { visible, listed } = this.register;
    return [visible(actor), ...(listed === undefined ? [] : [listed]), ...others];
  }

  /** All facets in one statement: each counted under every filter but its own. */
  private facets(actor: Actor, search: RegisterSearch): Promise<FacetRow[]> {
    const { table, alias } = this.register;
    return this.db.query<FacetRow>(countFacets({ table, alias }, this.base(actor, search), search.facets));
  }
}

/** Rows whose list holds any of these; null where nothing is asked. */
export const overlapping = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql`${column} && ${[...values]}::text[]`;

/** Nothing is found by what is no id. */
export const named = (column: Sql, id: string | null | undefined): Sql[] =>
  id == null ? [] : [isUuid(id) ? sql`${column} = ${id}` : raw('false')];

/** Today: the day on which a designation must hold. */
export const TODAY = raw("(select (platform.business_now() at time zone 'Asia/Shanghai')::date)");

/** What was typed as the words that must all be there. */
export const typedWords = (text: string | null | undefined): string[] =>
  (text ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);

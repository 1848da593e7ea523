import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  City,
  coveredBy,
  facetsView,
  isUuid,
  Recent,
  sql,
  unsearched,
  WordSearch,
  type Connection,
  type Facet,
  type FacetLabels,
  type FacetRow,
  type ListFacet,
  type PageArgs,
  type SearchConnection,
  type Sorting,
  type Sql,
} from '@jihui/platform';
import type { OwnListingSort } from './listings.types.gen.js';
import { isPlain, ListingSearchStore } from './store/listing-search.store.js';
import { NEWEST, ReadsStore, type Reader, type SearchOrder } from './store/reads.store.js';

/** What one asks of one's own listings. */
export interface OwnAsked<S> {
  readonly states?: readonly S[] | null;
  readonly organisationId?: string | null;
  readonly text?: string | null;
  readonly sort?: OwnListingSort | null;
  readonly whole: boolean;
}

/** How a list is ordered, and how what is found by words is: by relevance where nothing is said. */
export interface ListOrder {
  readonly list: SearchOrder;
  readonly words: Sorting | null;
}
/** The orders of results and of needs. */
export const COMMON_ORDERS = {
  RELEVANCE: { list: NEWEST, words: null },
  NEWEST: { list: NEWEST, words: { by: 'newest', direction: 'desc' } },
} as const satisfies Readonly<Record<string, ListOrder>>;

type Asked<F, T> = { filter?: F | null; text?: string | null; sort?: T | null; whole: boolean };

/**
 * Reads of results or of needs, with visibility in SQL: R is the row, V the view, F what narrows a list, T what
 * sorts it, S are the states. Injectable, so that its heirs inherit the constructor.
 */
@Injectable()
export abstract class ListingQueries<
  R extends { id: string },
  V extends { readonly id: string },
  F,
  T extends string,
  S extends string,
> {
  protected abstract readonly kind: 'RESULT' | 'NEED';
  /** The type of its documents in the search index. */
  protected abstract readonly type: 'result' | 'need';
  protected abstract readonly orders: { readonly [sort in T | 'RELEVANCE']: ListOrder };
  protected abstract readonly wordFacets: readonly Facet[];
  protected abstract rows(reader: Reader, ids: readonly string[]): Promise<R[]>;
  protected abstract view(row: R, actor: Actor): V;
  /** The filter as the search index takes it. */
  protected abstract wordFilters(filter: Partial<F>): Readonly<Record<string, readonly string[]>>;
  /** Conditions of a list without words that are no facet. */
  protected abstract others(filter: Partial<F>): Sql[];
  protected abstract facets(filter: Partial<F>): ListFacet[];
  protected abstract labels(): FacetLabels;

  private readonly counts = new Recent<number>();
  private readonly facetCounts = new Recent<FacetRow[]>();

  constructor(
    protected readonly reads: ReadsStore,
    private readonly search: ListingSearchStore,
    private readonly words: WordSearch,
    protected readonly city: City,
  ) {}

  /** Those of the listings that the actor may know of, with their forms. */
  async byIds(actor: Actor, ids: readonly string[], whole = true): Promise<Map<string, V>> {
    const rows = await this.rows({ actor, whole }, ids.filter(isUuid));
    return new Map(rows.map((row) => [row.id, this.view(row, actor)]));
  }

  async list(actor: Actor, asked: Asked<F, T>, page: PageArgs): Promise<SearchConnection<V>> {
    const filter: Partial<F> = asked.filter ?? {};
    const text = asked.text?.trim() ?? '';
    const reader = { actor, whole: asked.whole };
    const toNode = (row: R): V => this.view(row, actor);
    const order = this.orders[asked.sort ?? 'RELEVANCE'];
    const view = (rows: readonly FacetRow[]) => facetsView(rows, this.labels());
    if (text !== '')
      return this.words.list(
        actor,
        {
          type: this.type,
          text,
          filters: this.wordFilters(filter),
          sort: order.words,
          facets: this.wordFacets,
          read: async (ids) => (await this.rows(reader, ids)).map(toNode),
          view,
        },
        page,
      );
    const online = { kind: this.kind, facets: this.facets(filter), others: this.others(filter) };
    const where = this.search.conditions(online);
    const list = await this.reads.online(
      this.kind,
      reader,
      { where, order: order.list, toNode, isPrepared: isPlain(online) },
      page,
    );
    const key = JSON.stringify(filter);
    const shared = actor.kind === 'anonymous';
    const count = (): Promise<number> => this.search.count(online);
    const facets = (): Promise<FacetRow[]> => this.search.facets(online);
    return unsearched(
      { ...list, totalCount: () => (shared ? this.counts.get(key, count) : count()) },
      async () => view(await (shared ? this.facetCounts.get(key, facets) : facets())),
    );
  }

  mine(actor: Actor, asked: OwnAsked<S>, page: PageArgs): Promise<Connection<V>> {
    const toNode = (row: R): V => this.view(row, actor);
    const { states = null, organisationId = null, sort, text } = asked;
    const list = { states, organisationId, text: text ?? '', order: sort ?? 'CHANGED', toNode };
    return this.reads.mine(this.kind, { actor, whole: asked.whole }, list, page);
  }
}

export const overlaps = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql`${column} && ${[...values]}::text[]`;
export const within = (codes: readonly string[] | null | undefined): Sql | null =>
  codes == null || codes.length === 0 ? null : coveredBy(sql`s.division_code`, codes);

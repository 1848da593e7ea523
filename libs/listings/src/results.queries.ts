import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { City, coveredBy, isUuid, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { COOPERATION_MODES, PRICE_MODES, TRL_BANDS } from './core/vocabulary.js';
import { facetsView, ownerKinds, techFields, type FacetLabels } from './facets.js';
import type { OwnListingSort, ResultFilter, ResultSort, ResultState } from './listings.types.gen.js';
import { Recent } from './recent.js';
import { resultView, type ReadResult, type ResultView } from './result.view.js';
import { ListingSearchStore, type Facet, type FacetRow, type Search } from './store/listing-search.store.js';
import { MATURITY, NEWEST, ReadsStore } from './store/reads.store.js';

/** A list with what is counted only when asked. */
export interface SearchConnection<N> extends Connection<N> {
  readonly facets: () => Promise<object>;
  readonly loose: boolean;
}

/** What one asks of one's own listings. */
export interface OwnAsked<S> {
  readonly states?: readonly S[] | null;
  readonly organisationId?: string | null;
  readonly text?: string | null;
  readonly sort?: OwnListingSort | null;
  readonly whole: boolean;
}

/** Reads of results, with visibility in SQL. */
@Injectable()
export class ResultsQueries {
  private readonly counts = new Recent<number>();
  private readonly facetCounts = new Recent<FacetRow[]>();

  constructor(
    private readonly reads: ReadsStore,
    private readonly search: ListingSearchStore,
    private readonly city: City,
  ) {}

  /** Those of the results that the actor may know of, with their forms. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, ResultView>> {
    const rows = await this.reads.results({ actor, whole: true }, ids.filter(isUuid));
    return new Map(rows.map((row) => [row.id, resultView(row, actor, this.city)]));
  }

  async list(
    actor: Actor,
    asked: { filter?: ResultFilter | null; text?: string | null; sort?: ResultSort | null; whole: boolean },
    page: PageArgs,
  ): Promise<SearchConnection<ResultView>> {
    const filter = asked.filter ?? {};
    const text = asked.text?.trim() ?? '';
    const plain = { kind: 'RESULT' as const, facets: this.facets(filter), others: this.others(filter) };
    const match = text === '' ? null : await this.search.match(text, actor, plain);
    const search: Search = { ...plain, text: match };
    const where = this.search.conditions(search);
    const reader = { actor, whole: asked.whole };
    const toNode = (row: ReadResult): ResultView => resultView(row, actor, this.city);
    const sort = asked.sort ?? 'RELEVANCE';
    const list =
      match !== null && sort === 'RELEVANCE'
        ? await this.reads.ranked('RESULT', reader, { where, match, toNode }, page)
        : await this.reads.online(
            'RESULT',
            reader,
            { where, order: sort === 'MATURITY' ? MATURITY : NEWEST, toNode },
            page,
          );
    const key = JSON.stringify([filter, text]);
    const shared = actor.kind === 'anonymous';
    const count = (): Promise<number> => this.search.count(search);
    const facets = (): Promise<FacetRow[]> => this.search.facets(search);
    return {
      ...list,
      loose: match?.loose ?? false,
      totalCount: () => (shared ? this.counts.get(key, count) : count()),
      facets: async () =>
        facetsView(await (shared ? this.facetCounts.get(key, facets) : facets()), this.labels()),
    };
  }

  mine(actor: Actor, asked: OwnAsked<ResultState>, page: PageArgs): Promise<Connection<ResultView>> {
    const toNode = (row: ReadResult): ResultView => resultView(row, actor, this.city);
    const { states = null, organisationId = null, sort, text } = asked;
    const list = { states, organisationId, text: text ?? '', order: sort ?? 'CHANGED', toNode };
    return this.reads.mine('RESULT', { actor, whole: asked.whole }, list, page);
  }

  private others({ ownerId }: ResultFilter): Sql[] {
    if (ownerId == null) return [];
    return [isUuid(ownerId) ? sql`s.owner_id = ${ownerId}` : sql`false`];
  }

  private facets(filter: ResultFilter): Facet[] {
    return [
      { name: 'clusters', column: 'cluster', condition: anyOf(sql`s.cluster`, filter.clusters) },
      { name: 'techFields', column: 'tech_field', condition: anyOf(sql`s.tech_field`, filter.techFields) },
      { name: 'trlBands', column: 'trl_band', condition: anyOf(sql`s.trl_band`, filter.trlBands) },
      {
        name: 'cooperationModes',
        column: 'cooperation_modes',
        array: true,
        condition: overlaps(sql`s.cooperation_modes`, filter.cooperationModes),
      },
      { name: 'priceModes', column: 'price_mode', condition: anyOf(sql`s.price_mode`, filter.priceModes) },
      { name: 'divisions', column: 'division_code', condition: within(filter.divisions) },
      { name: 'ownerKinds', column: 'owner_kind', condition: anyOf(sql`s.owner_kind`, filter.ownerKinds) },
    ];
  }

  private labels(): FacetLabels {
    return {
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
      techFields,
      trlBands: TRL_BANDS,
      cooperationModes: COOPERATION_MODES,
      priceModes: PRICE_MODES,
      divisions: Object.fromEntries(this.city.divisions.map(({ code, name }) => [code, name])),
      ownerKinds,
    };
  }
}

/** Null where nothing is asked: an empty list of choices is no choice. */
export const anyOf = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql.any(column, values);
export const overlaps = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql`${column} && ${[...values]}::text[]`;
export const within = (codes: readonly string[] | null | undefined): Sql | null =>
  codes == null || codes.length === 0 ? null : coveredBy(sql`s.division_code`, codes);

import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  anyOf,
  facetsView,
  City,
  coveredBy,
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
import { COOPERATION_MODES, PRICE_MODES, TRL_BANDS } from './core/vocabulary.js';
import { ownerKinds, techFields } from './facets.js';
import type { OwnListingSort, ResultFilter, ResultSort, ResultState } from './listings.types.gen.js';
import { resultView, type ReadResult, type ResultView } from './result.view.js';
import { isPlain, ListingSearchStore } from './store/listing-search.store.js';
import { MATURITY, NEWEST, ReadsStore } from './store/reads.store.js';

/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in ResultSort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  MATURITY: { by: 'maturity', direction: 'desc' },
};
const FACETS: readonly Facet[] = [
  { name: 'clusters' },
  { name: 'techFields' },
  { name: 'trlBands' },
  { name: 'cooperationModes', many: true },
  { name: 'priceModes' },
  { name: 'divisions', filteredBy: 'areas' },
  { name: 'ownerKinds' },
];

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
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  /** Those of the results that the actor may know of, with their forms. */
  async byIds(actor: Actor, ids: readonly string[], whole = true): Promise<Map<string, ResultView>> {
    const rows = await this.reads.results({ actor, whole }, ids.filter(isUuid));
    return new Map(rows.map((row) => [row.id, resultView(row, actor, this.city)]));
  }

  async list(
    actor: Actor,
    asked: { filter?: ResultFilter | null; text?: string | null; sort?: ResultSort | null; whole: boolean },
    page: PageArgs,
  ): Promise<SearchConnection<ResultView>> {
    const filter = asked.filter ?? {};
    const text = asked.text?.trim() ?? '';
    const reader = { actor, whole: asked.whole };
    const toNode = (row: ReadResult): ResultView => resultView(row, actor, this.city);
    const sort = asked.sort ?? 'RELEVANCE';
    if (text !== '')
      return this.words.list(
        actor,
        {
          type: 'result',
          text,
          filters: this.wordFilters(filter),
          sort: SORTS[sort],
          facets: FACETS,
          read: async (ids) => (await this.reads.results(reader, ids)).map(toNode),
          view: (rows) => facetsView(rows, this.labels()),
        },
        page,
      );
    const online = { kind: 'RESULT' as const, facets: this.facets(filter), others: this.others(filter) };
    const where = this.search.conditions(online);
    const order = sort === 'MATURITY' ? MATURITY : NEWEST;
    const list = await this.reads.online(
      'RESULT',
      reader,
      { where, order, toNode, isPrepared: isPlain(online) },
      page,
    );
    const key = JSON.stringify(filter);
    const shared = actor.kind === 'anonymous';
    const count = (): Promise<number> => this.search.count(online);
    const facets = (): Promise<FacetRow[]> => this.search.facets(online);
    return unsearched(
      { ...list, totalCount: () => (shared ? this.counts.get(key, count) : count()) },
      async () => facetsView(await (shared ? this.facetCounts.get(key, facets) : facets()), this.labels()),
    );
  }

  mine(actor: Actor, asked: OwnAsked<ResultState>, page: PageArgs): Promise<Connection<ResultView>> {
    const toNode = (row: ReadResult): ResultView => resultView(row, actor, this.city);
    const { states = null, organisationId = null, sort, text } = asked;
    const list = { states, organisationId, text: text ?? '', order: sort ?? 'CHANGED', toNode };
    return this.reads.mine('RESULT', { actor, whole: asked.whole }, list, page);
  }

  private wordFilters(filter: ResultFilter): Readonly<Record<string, readonly string[]>> {
    return {
      clusters: filter.clusters ?? [],
      techFields: filter.techFields ?? [],
      trlBands: filter.trlBands ?? [],
      cooperationModes: filter.cooperationModes ?? [],
      priceModes: filter.priceModes ?? [],
      areas: filter.divisions ?? [],
      ownerKinds: filter.ownerKinds ?? [],
      owner: filter.ownerId == null ? [] : [filter.ownerId],
    };
  }

  private others({ ownerId }: ResultFilter): Sql[] {
    if (ownerId == null) return [];
    return [isUuid(ownerId) ? sql`s.owner_id = ${ownerId}` : sql`false`];
  }

  private facets(filter: ResultFilter): ListFacet[] {
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

export const overlaps = (column: Sql, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql`${column} && ${[...values]}::text[]`;
export const within = (codes: readonly string[] | null | undefined): Sql | null =>
  codes == null || codes.length === 0 ? null : coveredBy(sql`s.division_code`, codes);

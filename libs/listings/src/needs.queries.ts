import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  anyOf,
  facetsView,
  City,
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
import { COOPERATION_MODES, NEED_TYPES, URGENCIES } from './core/vocabulary.js';
import { techFields } from './facets.js';
import type { NeedFilter, NeedSort, NeedState } from './listings.types.gen.js';
import { needView, type NeedView, type ReadNeed } from './need.view.js';
import { overlaps, within, type OwnAsked } from './results.queries.js';
import { isPlain, ListingSearchStore } from './store/listing-search.store.js';
import { DEADLINE, NEWEST, QUALITY, ReadsStore, type SearchOrder } from './store/reads.store.js';

const ORDERS: { readonly [sort in NeedSort]: SearchOrder } = {
  RELEVANCE: NEWEST,
  NEWEST,
  QUALITY,
  DEADLINE,
};
/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in NeedSort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  QUALITY: { by: 'quality', direction: 'desc' },
  DEADLINE: { by: 'neededBy', direction: 'asc' },
};
const FACETS: readonly Facet[] = [
  { name: 'clusters' },
  { name: 'techFields' },
  { name: 'needTypes' },
  { name: 'cooperationModes', many: true },
  { name: 'divisions', filteredBy: 'areas' },
  { name: 'urgencies' },
];

/** Reads of needs, with visibility in SQL. */
@Injectable()
export class NeedsQueries {
  private readonly counts = new Recent<number>();
  private readonly facetCounts = new Recent<FacetRow[]>();

  constructor(
    private readonly reads: ReadsStore,
    private readonly search: ListingSearchStore,
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  /** Those of the needs that the actor may know of, with their forms. */
  async byIds(actor: Actor, ids: readonly string[], whole = true): Promise<Map<string, NeedView>> {
    const rows = await this.reads.needs({ actor, whole }, ids.filter(isUuid));
    return new Map(rows.map((row) => [row.id, needView(row, actor, this.city)]));
  }

  async list(
    actor: Actor,
    asked: { filter?: NeedFilter | null; text?: string | null; sort?: NeedSort | null; whole: boolean },
    page: PageArgs,
  ): Promise<SearchConnection<NeedView>> {
    const filter = asked.filter ?? {};
    const text = asked.text?.trim() ?? '';
    const reader = { actor, whole: asked.whole };
    const toNode = (row: ReadNeed): NeedView => needView(row, actor, this.city);
    const sort = asked.sort ?? 'RELEVANCE';
    if (text !== '')
      return this.words.list(
        actor,
        {
          type: 'need',
          text,
          filters: this.wordFilters(filter),
          sort: SORTS[sort],
          facets: FACETS,
          read: async (ids) => (await this.reads.needs(reader, ids)).map(toNode),
          view: (rows) => facetsView(rows, this.labels()),
        },
        page,
      );
    const online = { kind: 'NEED' as const, facets: this.facets(filter), others: this.others(filter) };
    const where = this.search.conditions(online);
    const list = await this.reads.online(
      'NEED',
      reader,
      { where, order: ORDERS[sort], toNode, isPrepared: isPlain(online) },
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

  mine(actor: Actor, asked: OwnAsked<NeedState>, page: PageArgs): Promise<Connection<NeedView>> {
    const toNode = (row: ReadNeed): NeedView => needView(row, actor, this.city);
    const { states = null, organisationId = null, sort, text } = asked;
    const list = { states, organisationId, text: text ?? '', order: sort ?? 'CHANGED', toNode };
    return this.reads.mine('NEED', { actor, whole: asked.whole }, list, page);
  }

  private wordFilters(filter: NeedFilter): Readonly<Record<string, readonly string[]>> {
    return {
      clusters: filter.clusters ?? [],
      techFields: filter.techFields ?? [],
      needTypes: filter.needTypes ?? [],
      cooperationModes: filter.cooperationModes ?? [],
      areas: filter.divisions ?? [],
      urgencies: filter.urgencies ?? [],
      wantsChallenge: filter.wantsChallenge == null ? [] : [String(filter.wantsChallenge)],
    };
  }

  private others({ wantsChallenge }: NeedFilter): Sql[] {
    return wantsChallenge == null ? [] : [sql`s.wants_challenge = ${wantsChallenge}`];
  }

  private facets(filter: NeedFilter): ListFacet[] {
    return [
      { name: 'clusters', column: 'cluster', condition: anyOf(sql`s.cluster`, filter.clusters) },
      { name: 'techFields', column: 'tech_field', condition: anyOf(sql`s.tech_field`, filter.techFields) },
      { name: 'needTypes', column: 'need_type', condition: anyOf(sql`s.need_type`, filter.needTypes) },
      {
        name: 'cooperationModes',
        column: 'cooperation_modes',
        array: true,
        condition: overlaps(sql`s.cooperation_modes`, filter.cooperationModes),
      },
      { name: 'divisions', column: 'division_code', condition: within(filter.divisions) },
      { name: 'urgencies', column: 'urgency', condition: anyOf(sql`s.urgency`, filter.urgencies) },
    ];
  }

  private labels(): FacetLabels {
    return {
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
      techFields,
      needTypes: NEED_TYPES,
      cooperationModes: COOPERATION_MODES,
      divisions: Object.fromEntries(this.city.divisions.map(({ code, name }) => [code, name])),
      urgencies: URGENCIES,
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  anyOf,
  isUuid,
  placeNames,
  sql,
  type Facet,
  type FacetLabels,
  type ListFacet,
  type Sql,
} from '@jihui/platform';
import { COOPERATION_MODES, PRICE_MODES, TRL_BANDS } from './core/vocabulary.js';
import { ownerKinds, techFields } from './facets.js';
import { COMMON_ORDERS, ListingQueries, overlaps, within, type ListOrder } from './listing.queries.js';
import type { ResultFilter, ResultSort, ResultState } from './listings.types.gen.js';
import { resultView, type ReadResult, type ResultView } from './result.view.js';
import { MATURITY, type Reader } from './store/reads.store.js';

const ORDERS: { readonly [sort in ResultSort]: ListOrder } = {
  ...COMMON_ORDERS,
  MATURITY: { list: MATURITY, words: { by: 'maturity', direction: 'desc' } },
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

/** Reads of results, with visibility in SQL. */
@Injectable()
export class ResultsQueries extends ListingQueries<
  ReadResult,
  ResultView,
  ResultFilter,
  ResultSort,
  ResultState
> {
  protected readonly kind = 'RESULT';
  protected readonly type = 'result';
  protected readonly orders = ORDERS;
  protected readonly wordFacets = FACETS;

  protected rows(reader: Reader, ids: readonly string[]): Promise<ReadResult[]> {
    return this.reads.results(reader, ids);
  }

  protected view(row: ReadResult, actor: Actor): ResultView {
    return resultView(row, actor, this.city);
  }

  protected wordFilters(filter: ResultFilter): Readonly<Record<string, readonly string[]>> {
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

  protected others({ ownerId }: ResultFilter): Sql[] {
    if (ownerId == null) return [];
    return [isUuid(ownerId) ? sql`s.owner_id = ${ownerId}` : sql`false`];
  }

  protected facets(filter: ResultFilter): ListFacet[] {
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

  protected labels(): FacetLabels {
    return {
      ...placeNames(this.city),
      techFields,
      trlBands: TRL_BANDS,
      cooperationModes: COOPERATION_MODES,
      priceModes: PRICE_MODES,
      ownerKinds,
    };
  }
}

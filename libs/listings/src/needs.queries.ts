import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import {
  anyOf,
  placeNames,
  sql,
  type Facet,
  type FacetLabels,
  type ListFacet,
  type Sql,
} from '@jihui/platform';
import { COOPERATION_MODES, NEED_TYPES, URGENCIES } from './core/vocabulary.js';
import { techFields } from './facets.js';
import { COMMON_ORDERS, ListingQueries, overlaps, within, type ListOrder } from './listing.queries.js';
import type { NeedFilter, NeedSort, NeedState } from './listings.types.gen.js';
import { needView, type NeedView, type ReadNeed } from './need.view.js';
import { DEADLINE, QUALITY, type Reader } from './store/reads.store.js';

const ORDERS: { readonly [sort in NeedSort]: ListOrder } = {
  ...COMMON_ORDERS,
  QUALITY: { list: QUALITY, words: { by: 'quality', direction: 'desc' } },
  DEADLINE: { list: DEADLINE, words: { by: 'neededBy', direction: 'asc' } },
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
export class NeedsQueries extends ListingQueries<ReadNeed, NeedView, NeedFilter, NeedSort, NeedState> {
  protected readonly kind = 'NEED';
  protected readonly type = 'need';
  protected readonly orders = ORDERS;
  protected readonly wordFacets = FACETS;

  protected rows(reader: Reader, ids: readonly string[]): Promise<ReadNeed[]> {
    return this.reads.needs(reader, ids);
  }

  protected view(row: ReadNeed, actor: Actor): NeedView {
    return needView(row, actor, this.city);
  }

  protected wordFilters(filter: NeedFilter): Readonly<Record<string, readonly string[]>> {
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

  protected others({ wantsChallenge }: NeedFilter): Sql[] {
    return wantsChallenge == null ? [] : [sql`s.wants_challenge = ${wantsChallenge}`];
  }

  protected facets(filter: NeedFilter): ListFacet[] {
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

  protected labels(): FacetLabels {
    return {
      ...placeNames(this.city),
      techFields,
      needTypes: NEED_TYPES,
      cooperationModes: COOPERATION_MODES,
      urgencies: URGENCIES,
    };
  }
}

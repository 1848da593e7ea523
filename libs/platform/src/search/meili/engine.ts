import type { FacetRow } from '../../db/facets.js';
import type { EngineQuery, Facet, Found, Named, SearchEngine, Sorting } from '../engine.js';
import { MAX_RANK, ownFilter } from '../engine.js';
import type { MeiliClient } from './client.js';
import { filters, words } from './filter.js';

interface Answer {
  readonly hits: readonly { readonly type: string; readonly id: string; readonly _rankingScore?: number }[];
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Search in Meilisearch. What is found is decided by filters over our own lexemes; its ranking rules order it. */
export class MeiliEngine implements SearchEngine {
  readonly name = 'meilisearch';

  constructor(
    private readonly client: MeiliClient,
    private readonly index: string,
  ) {}

  /** It counts and finds by itself quickly enough. */
  survey(): Promise<null> {
    return Promise.resolve(null);
  }

  async find(
    query: EngineQuery,
    { sort, offset, limit }: { sort: Sorting | null; offset: number; limit: number },
  ): Promise<Found[]> {
    const reach = Math.min(limit, MAX_RANK - offset);
    if (reach <= 0) return [];
    const { hits } = await this.search(query, {
      offset,
      limit: reach,
      sort: [...(sort === null ? [] : [`sorts.${sort.by}:${sort.direction}`])],
      showRankingScore: true,
    });
    return hits.map(({ type, id, _rankingScore }) => ({
      type,
      id,
      score: Math.round((_rankingScore ?? 0) * 1_000_000),
    }));
  }

  async some(query: EngineQuery, limit: number): Promise<Named[]> {
    return (await this.search(query, { limit })).hits.map(({ type, id }) => ({ type, id }));
  }

  /** The engine's own totals are estimates; counts by a value that each document has once are exact. */
  async count(query: EngineQuery): Promise<number> {
    return [...(await this.countByType(query)).values()].reduce((sum, count) => sum + count, 0);
  }

  async countByType(query: EngineQuery): Promise<ReadonlyMap<string, number>> {
    const { facetDistribution } = await this.search(query, { limit: 0, facets: ['type'] });
    return new Map(Object.entries(facetDistribution?.['type'] ?? {}));
  }

  /** One request, with a query for each facet that is filtered and one for all others. */
  async facets(query: EngineQuery, facets: readonly Facet[]): Promise<FacetRow[]> {
    if (facets.length === 0) return [];
    const isFiltered = (facet: Facet): boolean => (query.filters[ownFilter(facet) ?? ''] ?? []).length > 0;
    const alone = facets.filter(isFiltered);
    const together = facets.filter((facet) => !isFiltered(facet));
    const asks = [
      ...(together.length === 0 ? [] : [{ facets: together, without: undefined }]),
      ...alone.map((facet) => ({ facets: [facet], without: ownFilter(facet) ?? undefined })),
    ];
    const { results } = await this.client.ask<{ results: readonly Answer[] }>('/multi-search', {
      queries: asks.map((ask) => ({
        indexUid: this.index,
        q: words(query.term),
        matchingStrategy: 'last',
        filter: filters(query, ask.without),
        facets: ask.facets.map(({ name }) => `vals.${name}`),
        limit: 0,
      })),
    });
    return asks.flatMap((ask, index) =>
      ask.facets.flatMap(({ name }) =>
        Object.entries(results[index]?.facetDistribution?.[`vals.${name}`] ?? {}).map(([value, count]) => ({
          facet: name,
          value,
          count,
        })),
      ),
    );
  }

  private search(query: EngineQuery, options: object): Promise<Answer> {
    return this.client.ask<Answer>(`/indexes/${this.index}/search`, {
      q: words(query.term),
      matchingStrategy: 'last',
      filter: filters(query),
      attributesToRetrieve: ['type', 'id'],
      ...options,
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import type { FacetRow } from '../db/facets.js';
import type { PageArgs } from '../db/page.js';
import { Recent } from '../recent.js';
import type { Facet, Sorting } from './engine.js';
import type { Highlight } from './highlight.js';
import type { SearchRequest } from './request.js';
import { Search } from './search.js';
import type { SearchConnection } from './search-connection.js';
import { viewerOf, type Viewer } from './viewer.js';

/** What a list with words is asked. */
export interface WordQuery<N> {
  /** The type of document. */
  readonly type: string;
  readonly text: string;
  readonly filters: NonNullable<SearchRequest['filters']>;
  /** Among these alone, where what is asked is no value of the documents; null for all. */
  readonly ids?: readonly string[] | null;
  /** Tokens that the actor holds besides those that the session tells. */
  readonly tokens?: readonly string[];
  readonly sort: Sorting | null;
  readonly facets: readonly Facet[];
  /** The things of these ids that the actor may see, in any order. */
  readonly read: (ids: readonly string[]) => Promise<readonly (N & { readonly id: string })[]>;
  readonly view: (rows: readonly FacetRow[]) => object;
}

/** Lists by words: found in the search index, read and checked once more by whoever owns the things. */
@Injectable()
export class WordSearch {
  private readonly counts = new Recent<number>();
  private readonly facetCounts = new Recent<readonly FacetRow[]>();

  constructor(private readonly search: Search) {}

  /** How many are found, and counts of them: for charts. */
  async chart(
    actor: Actor,
    { type, text, filters, ids = null }: Pick<WordQuery<never>, 'type' | 'text' | 'filters' | 'ids'>,
    facets: readonly Facet[],
  ): Promise<{ readonly total: number; readonly rows: readonly FacetRow[] }> {
    const answer = await this.search.ask({
      types: [type],
      text,
      filters,
      ids,
      facets,
      viewer: viewerOf(actor),
    });
    const [total, rows] = await Promise.all([answer.count(), answer.facets()]);
    return { total, rows };
  }

  async list<N>(actor: Actor, query: WordQuery<N>, args: PageArgs): Promise<SearchConnection<N>> {
    const { type, text, filters, sort, ids = null, tokens = [] } = query;
    const answer = await this.search.ask({
      types: [type],
      text,
      filters,
      ids,
      sort,
      facets: query.facets,
      viewer: withTokens(viewerOf(actor), tokens),
    });
    const { hits, pageInfo } = await answer.page(args);
    const rows = new Map((await query.read(hits.map(({ id }) => id))).map((row) => [row.id, row]));
    let marked: Promise<ReadonlyMap<string, readonly Highlight[]>> | undefined;
    const edges = hits.flatMap(({ id, cursor }) => {
      const node = rows.get(id);
      const highlights = async () => (await (marked ??= answer.highlights(hits))).get(id) ?? [];
      return node === undefined ? [] : [{ node, cursor, highlights }];
    });
    const shared = actor.kind === 'anonymous';
    // By relevance more may be found than otherwise.
    const key = JSON.stringify([type, filters, ids, text, sort === null]);
    const facets = (): Promise<readonly FacetRow[]> => answer.facets();
    return {
      edges,
      pageInfo,
      loose: answer.loose,
      widened: answer.widened,
      suggestion: () => answer.suggestion(),
      totalCount: () => (shared ? this.counts.get(key, () => answer.count()) : answer.count()),
      facets: async () => query.view(await (shared ? this.facetCounts.get(key, facets) : facets())),
    };
  }
}

const withTokens = (viewer: Viewer, tokens: readonly string[]): Viewer =>
  viewer === null ? null : [...viewer, ...tokens];

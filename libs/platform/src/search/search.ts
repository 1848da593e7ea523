import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { and, sql } from '../db/sql.js';
import type { PageArgs } from '../db/page.js';
import type { FacetRow } from '../db/facets.js';
import { MAX_RANK, type EngineQuery, type Found, type Named, type Survey } from './engine.js';
import { Engines, type Asking } from './engines.js';
import { highlightsOf, type Highlight } from './highlight.js';
import { hanPieces, LexiconStore } from './lexicon.store.js';
import { offsetCursor, windowOf } from './paging.js';
import { soundOf } from './pinyin.js';
import { conditions, visibleTo } from './postgres.engine.js';
import { compile, numbersIn, partsOf, type Compiled, type Lexicon, type Part, type Term } from './query.js';
import { RERANKED, Reranker } from './reranker.js';
import { nothingIn, Scope } from './scope.js';
import type { SearchRequest } from './request.js';
import type { Viewer } from './viewer.js';
import { isHan } from './words.js';

export interface SearchHit extends Found {
  readonly cursor: string;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** What was found; pages, counts and marks are read when asked for. */
export interface SearchAnswer {
  /** True when nothing holds all the words and what holds some is given. */
  readonly loose: boolean;
  /** True when little holds all the words and what holds a good part of them is given as well. */
  readonly widened: boolean;
  page(args: PageArgs): Promise<SearchPage>;
  count(): Promise<number>;
  countByType(): Promise<ReadonlyMap<string, number>>;
  /** Of the facets of the request. */
  facets(): Promise<readonly FacetRow[]>;
  /** What was looked for, marked in the texts of these hits, by id. */
  highlights(hits: readonly Found[]): Promise<ReadonlyMap<string, readonly Highlight[]>>;
  /** The query as it may have been meant, which finds something; null where there is none. */
  suggestion(): Promise<string | null>;
}

/**
 * The one way to look for things. The viewer's tokens are part of the engine's own query, and what another engine than
 * the database answers is read there again under the same tokens: an index lags, and a thing may have been hidden since.
 */
@Injectable()
export class Search {
  constructor(
    private readonly db: Db,
    private readonly engines: Engines,
    private readonly lexicon: LexiconStore,
    private readonly scope: Scope,
    private readonly reranker: Reranker,
  ) {}

  /** Decides whether everything that was typed is found together, and answers for that query. */
  async ask(request: SearchRequest): Promise<SearchAnswer> {
    const parts = partsOf(request.text ?? '');
    const lexicon = await this.lexicon.of(parts);
    const compiled = compile(parts, lexicon);
    const nothing = request.text !== null && compiled.strict === null;
    const base = queryOf(request, compiled.strict);
    const { query, loose, widened, holdsAll, all, survey } = nothing
      ? nothingIn(base)
      : await this.scope.of(base, request, parts, compiled);
    const engines = this.engines.for(request);
    const found = { request, engines, parts, lexicon, query, nothing, all, survey };
    return {
      loose,
      widened,
      page: (args) => this.page(found, args),
      count: () => this.count(found),
      countByType: () => this.countByType(found),
      facets: () => this.facets(found),
      highlights: (hits) => this.highlights(hits, request.viewer, compiled),
      suggestion: () =>
        holdsAll && lexicon.corrections.size === 0 ? Promise.resolve(null) : this.suggestion(found, holdsAll),
    };
  }

  private async count({ engines, query, all, survey }: Asked): Promise<number> {
    if (all !== null) return all.length;
    if (survey === null) return engines.ask((engine) => engine.count(query));
    return [...survey.types.values()].reduce((sum, count) => sum + count, 0);
  }

  private async countByType({
    engines,
    query,
    nothing,
    survey,
  }: Asked): Promise<ReadonlyMap<string, number>> {
    if (nothing) return new Map();
    return survey?.types ?? engines.ask((engine) => engine.countByType(query));
  }

  private async facets({ request, engines, query, nothing, survey }: Asked): Promise<readonly FacetRow[]> {
    if (nothing) return [];
    return survey?.facets ?? engines.ask((engine) => engine.facets(query, request.facets ?? []));
  }

  private async page(asked: Asked, args: PageArgs): Promise<SearchPage> {
    const { request, engines, query, nothing } = asked;
    const { sort = null } = request;
    const found = (offset: number, limit: number): Promise<Found[]> =>
      nothing || limit <= 0
        ? Promise.resolve([])
        : engines.ask((engine) => engine.find(query, { sort, offset, limit }));
    const find = sort === null && request.text !== null ? this.ranked(asked, found) : found;
    const { rows, start, hasNextPage } = await windowOf(find, args, MAX_RANK);
    const kept = new Set((await this.confirmed(engines, rows, query)).map(keyOf));
    const hits = rows
      .map((row, index) => ({ ...row, cursor: offsetCursor(start + index) }))
      .filter((row) => kept.has(keyOf(row)));
    const [first] = hits;
    return {
      hits,
      pageInfo: {
        hasNextPage,
        hasPreviousPage: start > 0,
        startCursor: first?.cursor ?? null,
        // What was hidden meanwhile is passed over, and not asked for again.
        endCursor: rows.length === 0 ? null : offsetCursor(start + rows.length - 1),
      },
    };
  }

  /** By relevance: the engine's best are put in order again as a whole, so that pages fit together. */
  private ranked(asked: Asked, found: Find): Find {
    const { query, parts } = asked;
    const typed = parts.flatMap(({ text, excluded }) => (excluded ? [] : [text])).join(' ');
    let best: Promise<Found[]> | undefined;
    return async (offset, limit) => {
      const end = offset + limit;
      best ??= this.bestOf(asked, found).then((rows) => this.reranker.rerank(rows, typed, query));
      const front = offset < RERANKED ? (await best).slice(offset, end) : [];
      const behind = Math.max(offset, RERANKED);
      return end > RERANKED ? [...front, ...(await found(behind, end - behind))] : front;
    };
  }

  /** The engine ranks where it finds more than is put in order as a whole, and where a number may be found. */
  private async bestOf({ engines, query, all, survey }: Asked, found: Find): Promise<readonly Found[]> {
    if (survey !== null && survey.few === null) return survey.best;
    if (query.term !== null && numbersIn(query.term).length > 0) return found(0, RERANKED);
    const rows = all ?? (await engines.ask((engine) => engine.some(query, RERANKED + 1)));
    if (rows.length > RERANKED) return found(0, RERANKED);
    return rows.map((row) => ({ ...row, score: 0 })).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Those that the query finds at this moment: the database itself has just been asked; another engine lags. */
  private async confirmed(
    engines: Asking,
    rows: readonly Found[],
    query: EngineQuery,
  ): Promise<readonly Found[]> {
    if (rows.length === 0 || engines.isDatabase) return rows;
    const ids = rows.map(({ id }) => id);
    return this.db.query<Found>(sql`
      select distinct s.type, s.id from platform.search_document s where ${and(conditions({ ...query, ids }))}`);
  }

  private async highlights(
    hits: readonly Found[],
    viewer: Viewer,
    { marks }: Compiled,
  ): Promise<ReadonlyMap<string, readonly Highlight[]>> {
    if (hits.length === 0 || marks.length === 0) return new Map();
    const ids = hits.map(({ id }) => id);
    const shown = and([sql.any(sql`s.id`, ids), sql`s.listed`, visibleTo(viewer)]);
    const rows = await this.db.query<{ id: string; fields: { name: string; text: string }[] }>(
      sql`select t.id, t.fields from platform.search_document s
      join platform.search_text t on t.type = s.type and t.id = s.id and t.face = s.face where ${shown}`.prepared(),
    );
    return new Map(rows.map(({ id, fields }) => [id, highlightsOf(fields, marks)]));
  }

  /**
   * Tells nothing that the viewer may not find: the corrected query is asked in their name first. What was asked as a
   * phrase that stands nowhere may have been meant as its words.
   */
  private async suggestion(
    { request, engines, parts, lexicon }: Asked,
    holdsAll: boolean,
  ): Promise<string | null> {
    const meant = holdsAll ? parts : parts.map((part) => (part.excluded ? part : { ...part, quoted: false }));
    const corrected = await Promise.all(meant.map((part) => this.corrected(part, lexicon)));
    const text = corrected.map(typed).join(' ');
    if (text === parts.map(typed).join(' ')) return null;
    const { strict } = compile(partsOf(text), { ...lexicon, corrections: new Map() });
    if (strict === null) return null;
    const found = await engines.ask((engine) => engine.some(queryOf(request, strict), 1));
    return found.length > 0 ? text : null;
  }

  private async corrected(part: Part, { corrections }: Lexicon): Promise<Part> {
    if (part.quoted || part.excluded) return part;
    let { text } = part;
    for (const [wrong, [meant]] of corrections) if (meant !== undefined) text = text.replaceAll(wrong, meant);
    const pieces = hanPieces(text);
    if (pieces.length === 0) return { ...part, text };
    const known = await this.lexicon.known(pieces, pieces.map(soundOf));
    const words = new Set(known.map(({ word }) => word));
    const heard = pieces
      .filter((piece) => !words.has(piece))
      .flatMap((piece) => {
        const [meant] = known
          .filter(
            ({ word, sound }) => isHan(word) && word.length === piece.length && sound === soundOf(piece),
          )
          .sort((a, b) => b.documents - a.documents);
        return meant === undefined ? [] : [[piece, meant.word] as const];
      });
    for (const [piece, meant] of heard) text = text.replace(piece, meant);
    return { ...part, text };
  }
}

type Find = (offset: number, limit: number) => Promise<Found[]>;

interface Asked {
  readonly request: SearchRequest;
  readonly engines: Asking;
  readonly parts: readonly Part[];
  readonly lexicon: Lexicon;
  readonly query: EngineQuery;
  /** Whether there is nothing to look for, which finds nothing. */
  readonly nothing: boolean;
  /** All that is found, where that has been read. */
  readonly all: readonly Named[] | null;
  /** What has been read besides. */
  readonly survey: Survey | null;
}

const keyOf = ({ type, id }: Pick<Found, 'type' | 'id'>): string => `${type} ${id}`;
const typed = ({ text, quoted, excluded }: Part): string =>
  `${excluded ? '-' : ''}${quoted ? `"${text}"` : text}`;

const queryOf = (request: SearchRequest, term: Term | null): EngineQuery => ({
  types: request.types,
  viewer: request.viewer,
  term,
  filters: request.filters ?? {},
  ids: request.ids ?? null,
});

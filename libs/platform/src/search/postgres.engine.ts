import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import type { FacetRow } from '../db/facets.js';
import { and, containing, join, or, raw, sql, type Sql } from '../db/sql.js';
import {
  MAX_RANK,
  ownFilter,
  type EngineQuery,
  type Facet,
  type Found,
  type Named,
  type SearchEngine,
  type Sorting,
  type Survey,
} from './engine.js';
import { lexemesIn, numbersIn, type Term } from './query.js';
import { quoteLexeme } from './tsvector.js';
import { bigrams, segment } from './words.js';
import type { Viewer } from './viewer.js';

/** So many of those that match are ranked at most: as far as cursors reach. */
const MOST_RANKED = MAX_RANK;

/** Search in PostgreSQL: the default, and the answer while another engine is away. */
@Injectable()
export class PostgresEngine implements SearchEngine {
  readonly name = 'postgres';

  constructor(private readonly db: Db) {}

  /** `platform.search_survey` says how; what it cannot do is asked step by step. */
  async survey(
    { types, viewer, term, filters, ids }: EngineQuery,
    {
      facets,
      few,
      isRanked,
    }: { readonly facets: readonly Facet[]; readonly few: number; readonly isRanked: boolean },
  ): Promise<Survey | null> {
    const asked = term === null || ids !== null ? undefined : tsqueryOf(term);
    if (term === null || asked === undefined) return null;
    const filtered = Object.fromEntries(Object.entries(filters).filter(([, values]) => values.length > 0));
    const counted = facets.map((facet) => ({ name: facet.name, own: ownFilter(facet) }));
    const row = await this.db.one<{ survey: Surveyed }>(
      sql`select platform.search_survey(${asked}::tsquery, ${[...types]}::text[],
        ${viewer === null ? null : [...viewer]}::text[], ${JSON.stringify(filtered)}::jsonb,
        ${JSON.stringify(counted)}::jsonb, ${rankingOf(term)}::tsquery, ${few}, ${isRanked ? MOST_RANKED : 0},
        ${few}) as survey`.prepared(),
    );
    if (row === undefined) throw new Error('a function answers one row');
    return { ...row.survey, types: new Map(Object.entries(row.survey.types)) };
  }

  async find(
    query: EngineQuery,
    { sort, offset, limit }: { sort: Sorting | null; offset: number; limit: number },
  ): Promise<Found[]> {
    const reach = Math.min(limit, MAX_RANK - offset);
    if (reach <= 0) return [];
    const page = sql`limit ${raw(String(reach))} offset ${raw(String(offset))}`;
    const matching = sql`select s.type, s.id, s.tsv, s.numbers from platform.search_document s
      where ${and(conditions(query))}`;
    if (sort !== null)
      return this.ask<Found>(
        query,
        sql`select s.type, s.id, 0 as score from platform.search_document s where ${and(conditions(query))}
          order by ${orderBy(sort)}, s.id desc ${page}`,
      );
    // To rank a document its text is read: of very many the newest are enough to choose the best among.
    const isBounded = query.term !== null && numbersIn(query.term).length === 0;
    const newest = isBounded ? sql`order by s.id desc limit ${raw(String(MOST_RANKED))}` : raw('');
    return this.ask<Found>(
      query,
      sql`select s.type, s.id, ${scoreOf(query.term)} as score from (${matching} ${newest}) s
        order by score desc, s.id desc ${page}`,
    );
  }

  async some(query: EngineQuery, limit: number): Promise<Named[]> {
    return this.db.query<Named>(sql`
      select s.type, s.id from platform.search_document s where ${and(conditions(query))}
      limit ${raw(String(limit))}`);
  }

  async count(query: EngineQuery): Promise<number> {
    const [row] = await this.ask<{ count: string }>(
      query,
      sql`select count(*) as count from platform.search_document s where ${and(conditions(query))}`,
    );
    return Number(row?.count ?? 0);
  }

  async countByType(query: EngineQuery): Promise<ReadonlyMap<string, number>> {
    const rows = await this.ask<{ type: string; count: number }>(
      query,
      sql`select s.type, count(*)::int as count from platform.search_document s where ${and(conditions(query))}
        group by s.type`,
    );
    return new Map(rows.map(({ type, count }) => [type, count]));
  }

  /** All in one statement: what matches is read once, with a flag a filter. */
  async facets(query: EngineQuery, facets: readonly Facet[]): Promise<FacetRow[]> {
    if (facets.length === 0) return [];
    const filters = Object.entries(query.filters).filter(([, values]) => values.length > 0);
    const flags = filters.map(([name, values], index) => sql`${holds(name, values)} as ${raw(`f${index}`)}`);
    const counts = facets.map((facet) => {
      const { name, many } = facet;
      const others = filters.flatMap(([filter], index) =>
        filter === ownFilter(facet) ? [] : [raw(`f${index}`)],
      );
      const from = many ? sql`hits, jsonb_array_elements_text(vals -> ${name}::text) as value` : raw('hits');
      const value = many ? raw('value') : sql`vals ->> ${name}::text`;
      return sql`select ${name}::text as facet, ${value} as value, count(*)::int as count from ${from}
        where ${and(others)} and ${value} is not null group by 2`;
    });
    return this.ask<FacetRow>(
      query,
      sql`
      with hits as materialized (
        select ${join([raw('s.vals'), ...flags])} from platform.search_document s
        where ${and(conditions({ ...query, filters: {} }))})
      ${join(counts, raw(' union all '))}`,
    );
  }

  /**
   * The planner does not know that a document's words lie apart from its row: where many match it would read the words
   * of all documents one after the other, six times as long as the index takes.
   */
  private ask<R>({ isBroad = false }: EngineQuery, statement: Sql): Promise<R[]> {
    if (!isBroad || this.db.inTransaction) return this.db.query<R>(statement);
    return this.db.transaction(async () => {
      await this.db.query(raw('set local enable_seqscan = off'));
      return this.db.query<R>(statement);
    });
  }
}

/** A survey as the database tells it. */
interface Surveyed extends Omit<Survey, 'types'> {
  readonly types: Readonly<Record<string, number>>;
}

/** A face is found by whoever holds one of its tokens, unless a richer one is theirs. */
export const visibleTo = (viewer: Viewer): Sql =>
  viewer === null
    ? raw(`s.face = 0`)
    : sql`s.visible_to && ${[...viewer]}::text[] and not s.hidden_from && ${[...viewer]}::text[]`;

const holds = (name: string, values: readonly string[]): Sql =>
  sql`s.vals -> ${name}::text ?| ${[...values]}::text[]`;

/** What a document must be like to be found. */
export function conditions({ types, viewer, term, filters, ids }: EngineQuery): Sql[] {
  return [
    sql.any(sql`s.type`, types),
    raw('s.listed'),
    visibleTo(viewer),
    ...Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => holds(name, values)),
    ...(ids === null ? [] : [sql.any(sql`s.id`, ids)]),
    ...(term === null ? [] : [conditionOf(term)]),
  ];
}

const orderBy = ({ by, direction }: Sorting): Sql =>
  sql`(s.sorts ->> ${by}::text)::bigint ${raw(direction)} nulls last`;

/** The tree as one tsquery; undefined where part of it is not about lexemes. */
export function tsqueryOf(term: Term): string | undefined {
  switch (term.is) {
    case 'word':
      return `${quoteLexeme(term.lexeme)}${term.prefix ? ':*' : ''}`;
    case 'not': {
      const inner = tsqueryOf(term.of);
      return inner === undefined ? undefined : `!(${inner})`;
    }
    case 'all':
    case 'any': {
      const pieces = term.of.map(tsqueryOf);
      const whole = pieces.filter((piece) => piece !== undefined);
      if (whole.length < pieces.length || whole.length === 0) return undefined;
      return `(${whole.join(term.is === 'all' ? ' & ' : ' | ')})`;
    }
    default:
      return undefined;
  }
}

function conditionOf(term: Term): Sql {
  const query = tsqueryOf(term);
  if (query !== undefined) return sql`s.tsv @@ ${query}::tsquery`;
  switch (term.is) {
    case 'number':
      return sql`s.numbers like ${containing(term.number)}`;
    case 'phrase':
      return phrase(term.text);
    case 'not':
      return sql`not (${conditionOf(term.of)})`;
    case 'any':
      return or(term.of.map(conditionOf));
    case 'all':
      return and(term.of.map(conditionOf));
    case 'word':
      throw new Error('a word is always a tsquery');
  }
}

/** The words of a phrase, or its pairs, tell where it may stand; the text tells whether it does. */
function phrase(text: string): Sql {
  const ways = [
    segment(text),
    [...bigrams(text), ...segment(text).filter((one) => !/\p{Script=Han}/u.test(one))],
  ]
    .filter((lexemes) => lexemes.length > 0)
    .map((lexemes) => `(${[...new Set(lexemes)].map(quoteLexeme).join(' & ')})`);
  const likely = ways.length === 0 ? raw('true') : sql`s.tsv @@ ${ways.join(' | ')}::tsquery`;
  return sql`${likely} and exists (select from platform.search_text t
    where t.type = s.type and t.id = s.id and t.face = s.face and t.plain like ${containing(text)})`;
}

/** Any of the words by which documents are ranked; empty for none. */
function rankingOf(term: Term): string {
  const lexemes = lexemesIn(term).map(({ lexeme, prefix }) => `${quoteLexeme(lexeme)}${prefix ? ':*' : ''}`);
  return [...new Set(lexemes)].join(' | ');
}

/** Weights of D, C, B and A; length is made up for, so that short titles do not lose. A number found is worth most. */
function scoreOf(term: Term | null): Sql {
  if (term === null) return raw('0');
  const words = rankingOf(term);
  const ranks = [
    ...(words === ''
      ? []
      : [sql`(ts_rank('{0.1, 0.2, 0.4, 1.0}', s.tsv, ${words}::tsquery, 1) * 1000000)::int`]),
    ...numbersIn(term).map(
      (number) => sql`case when s.numbers like ${containing(number)} then 1000000 else 0 end`,
    ),
  ];
  return ranks.length === 0 ? raw('0') : join(ranks, raw(' + '));
}

import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import type { FacetRow } from '../db/facets.js';
import { and, containing, join, or, raw, sql, type Sql } from '../db/sql.js';
import {
  MAX_RANK,
  type EngineQuery,
  type Facet,
  type Found,
  type SearchEngine,
  type Sorting,
} from './engine.js';
import { lexemesIn, numbersIn, type Term } from './query.js';
import { quoteLexeme } from './tsvector.js';
import { bigrams, segment } from './words.js';
import type { Viewer } from './viewer.js';

/** Search in PostgreSQL: the default, and the answer while another engine is away. */
@Injectable()
export class PostgresEngine implements SearchEngine {
  readonly name = 'postgres';

  constructor(private readonly db: Db) {}

  async find(
    query: EngineQuery,
    { sort, offset, limit }: { sort: Sorting | null; offset: number; limit: number },
  ): Promise<Found[]> {
    const reach = Math.min(limit, MAX_RANK - offset);
    if (reach <= 0) return [];
    const by = sort === null ? raw('score desc') : orderBy(sort);
    return this.db.query<Found>(sql`
      select s.type, s.id, ${scoreOf(query.term)} as score from platform.search_document s where ${and(conditions(query))}
      order by ${by}, s.id desc limit ${raw(String(reach))} offset ${raw(String(offset))}`);
  }

  async exists(query: EngineQuery): Promise<boolean> {
    const found = await this.db.query(sql`
      select 1 from platform.search_document s where ${and(conditions(query))} limit 1`);
    return found.length > 0;
  }

  async count(query: EngineQuery): Promise<number> {
    const row = await this.db.one<{ count: string }>(sql`
      select count(*) as count from platform.search_document s where ${and(conditions(query))}`);
    return Number(row?.count ?? 0);
  }

  async countByType(query: EngineQuery): Promise<ReadonlyMap<string, number>> {
    const rows = await this.db.query<{ type: string; count: number }>(sql`
      select s.type, count(*)::int as count from platform.search_document s where ${and(conditions(query))}
      group by s.type`);
    return new Map(rows.map(({ type, count }) => [type, count]));
  }

  /** All in one statement: what matches is read once, with a flag a filter. */
  async facets(query: EngineQuery, facets: readonly Facet[]): Promise<FacetRow[]> {
    if (facets.length === 0) return [];
    const filters = Object.entries(query.filters).filter(([, values]) => values.length > 0);
    const flags = filters.map(([name, values], index) => sql`${holds(name, values)} as ${raw(`f${index}`)}`);
    const counts = facets.map(({ name, many, filteredBy }) => {
      const others = filters.flatMap(([filter], index) =>
        filter === (filteredBy ?? name) ? [] : [raw(`f${index}`)],
      );
      const from = many ? sql`hits, jsonb_array_elements_text(vals -> ${name}::text) as value` : raw('hits');
      const value = many ? raw('value') : sql`vals ->> ${name}::text`;
      return sql`select ${name}::text as facet, ${value} as value, count(*)::int as count from ${from}
        where ${and(others)} and ${value} is not null group by 2`;
    });
    return this.db.query<FacetRow>(sql`
      with hits as materialized (
        select ${join([raw('s.vals'), ...flags])} from platform.search_document s
        where ${and(conditions({ ...query, filters: {} }))})
      ${join(counts, raw(' union all '))}`);
  }
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
function tsqueryOf(term: Term): string | undefined {
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

/** Weights of D, C, B and A; length is made up for, so that short titles do not lose. A number found is worth most. */
function scoreOf(term: Term | null): Sql {
  if (term === null) return raw('0');
  const lexemes = lexemesIn(term).map(({ lexeme, prefix }) => `${quoteLexeme(lexeme)}${prefix ? ':*' : ''}`);
  const ranks = [
    ...(lexemes.length === 0
      ? []
      : [
          sql`(ts_rank('{0.1, 0.2, 0.4, 1.0}', s.tsv, ${[...new Set(lexemes)].join(' | ')}::tsquery, 1) * 1000000)::int`,
        ]),
    ...numbersIn(term).map(
      (number) => sql`case when s.numbers like ${containing(number)} then 1000000 else 0 end`,
    ),
  ];
  return ranks.length === 0 ? raw('0') : join(ranks, raw(' + '));
}

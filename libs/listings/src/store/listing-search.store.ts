import { Injectable } from '@nestjs/common';
import { toHalfWidth, type Actor } from '@jihui/kernel';
import { and, Db, join, or, raw, sql, tsqueryFrom, type Sql } from '@jihui/platform';
import type { ListingKind } from './files.store.js';

/** One facet of a list: its column, and what the filter asks of it. */
export interface Facet {
  readonly name: string;
  /** Column of listings.search, a constant of the code. */
  readonly column: string;
  readonly array?: boolean;
  /** Null where the filter asks nothing of it. */
  readonly condition: Sql | null;
}

export interface Search {
  readonly kind: ListingKind;
  readonly facets: readonly Facet[];
  /** Conditions that are no facet. */
  readonly others: readonly Sql[];
  readonly text: TextMatch | null;
}

/** How a search text is matched. */
export interface TextMatch {
  readonly condition: Sql;
  /** A whole number: larger is better. */
  readonly rank: Sql;
  readonly loose: boolean;
}
export interface FacetRow {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

/** Weights of D, C, B and A; length is made up for, so that short titles do not lose. */
const rankOf = (vector: Sql, query: string): Sql =>
  sql`(ts_rank('{0.1, 0.2, 0.4, 1.0}', ${vector}, ${query}::tsquery, 1) * 1000000)::int`;

/** A code or patent number, or a piece of one, as it is stored; undefined for words. */
function numberIn(text: string): string | undefined {
  const number = toHalfWidth(text).toUpperCase().replace(/^ZL/, '').replaceAll('.', '');
  return /^(?:CG|XQ|[A-Z]{0,3})\d[\dA-Z]{3,}$/.test(number) ? number : undefined;
}

/** Reads the narrow search table: conditions, counts and facets of a list. */
@Injectable()
export class ListingSearchStore {
  constructor(private readonly db: Db) {}

  conditions(search: Search): Sql[] {
    const asked = search.facets.flatMap(({ condition }) => (condition === null ? [] : [condition]));
    return [...this.base(search), ...asked];
  }

  /**
   * Matches all the words, or by number; when nothing under the filters does, any of the words.
   * Null for a text that holds nothing to look for: it finds nothing.
   */
  async match(text: string, actor: Actor, search: Omit<Search, 'text'>): Promise<TextMatch> {
    const signedIn = actor.kind !== 'anonymous';
    const number = numberIn(text);
    const strict = matchBy(tsqueryFrom(text), number, signedIn, false);
    const found = await this.db.query(sql`
      select 1 from listings.search s where ${and(this.conditions({ ...search, text: strict }))} limit 1`);
    const query = found.length > 0 ? null : tsqueryFrom(text, 'loose');
    return query === null ? strict : matchBy(query, undefined, signedIn, true);
  }

  async count(search: Search): Promise<number> {
    const row = await this.db.one<{ count: string }>(
      sql`select count(*) as count from listings.search s where ${and(this.conditions(search))}`,
    );
    return Number(row?.count ?? 0);
  }

  /** All facets in one statement: each counted under every filter but its own. */
  async facets(search: Search): Promise<FacetRow[]> {
    const columns = [...new Set(search.facets.map(({ column }) => column))].map((column) =>
      raw(`s.${column}`),
    );
    const flags = search.facets.map(
      ({ condition }, index) => sql`${condition ?? raw('true')} as ${raw(`f${index}`)}`,
    );
    const counts = search.facets.map(({ name, column, array }, index) => {
      const others = search.facets.flatMap((_, other) => (other === index ? [] : [raw(`f${other}`)]));
      const source = array === true ? raw(`hits, unnest(${column}) as value`) : raw('hits');
      const value = raw(array === true ? 'value' : column);
      return sql`select ${name}::text as facet, ${value} as value, count(*)::int as count from ${source}
        where ${and(others)} and ${value} is not null group by ${value}`;
    });
    return this.db.query<FacetRow>(sql`
      with hits as materialized (
        select ${join([...columns, ...flags])} from listings.search s where ${and(this.base(search))})
      ${join(counts, raw(' union all '))}`);
  }

  /** How many are online by kind and cluster; null for those in no cluster. */
  clusters(): Promise<{ kind: ListingKind; cluster: string | null; count: number }[]> {
    return this.db.query(sql`
      select kind, cluster, count(*)::int as count from listings.search where listed group by kind, cluster`);
  }

  private base({ kind, others, text }: Search): Sql[] {
    return [sql`s.kind = ${kind}`, raw('s.listed'), ...others, ...(text === null ? [] : [text.condition])];
  }
}

function matchBy(
  query: string | null,
  number: string | undefined,
  signedIn: boolean,
  loose: boolean,
): TextMatch {
  const ways: Sql[] = [];
  const ranks: Sql[] = [raw('0')];
  if (query !== null) {
    ways.push(sql`s.tsv @@ ${query}::tsquery`);
    if (signedIn) ways.push(sql`s.tsv_signed @@ ${query}::tsquery`);
    ranks.push(rankOf(signedIn ? raw('coalesce(s.tsv_signed, s.tsv)') : raw('s.tsv'), query));
  }
  if (number !== undefined) {
    const like = `%${number}%`;
    const found = or([
      sql`s.numbers like ${like}`,
      ...(signedIn ? [sql`s.numbers_signed like ${like}`] : []),
    ]);
    ways.push(found);
    ranks.push(sql`case when ${found} then 1000000 else 0 end`);
  }
  return { condition: or(ways), rank: join(ranks, raw(' + ')), loose };
}

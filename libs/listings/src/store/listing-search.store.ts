import { Injectable } from '@nestjs/common';
import { and, Db, join, raw, sql, type FacetRow, type Sql } from '@jihui/platform';
import type { ListingKind } from './files.store.js';

/** One facet of a list: its column, and what the filter asks of it. */
export interface ListFacet {
  readonly name: string;
  /** Column of listings.search, a constant of the code. */
  readonly column: string;
  readonly array?: boolean;
  /** Null where the filter asks nothing of it. */
  readonly condition: Sql | null;
}

/** A list without words: those are looked for in the search index. */
export interface ListConditions {
  readonly kind: ListingKind;
  readonly facets: readonly ListFacet[];
  /** Conditions that are no facet. */
  readonly others: readonly Sql[];
}

/** Reads the narrow table of what is online: conditions, counts and facets of a list. */
@Injectable()
export class ListingSearchStore {
  constructor(private readonly db: Db) {}

  conditions(list: ListConditions): Sql[] {
    const asked = list.facets.flatMap(({ condition }) => (condition === null ? [] : [condition]));
    return [...this.base(list), ...asked];
  }

  async count(list: ListConditions): Promise<number> {
    const row = await this.db.one<{ count: string }>(
      sql`select count(*) as count from listings.search s where ${and(this.conditions(list))}`,
    );
    return Number(row?.count ?? 0);
  }

  /** All facets in one statement: each counted under every filter but its own. */
  async facets(list: ListConditions): Promise<FacetRow[]> {
    const columns = [...new Set(list.facets.map(({ column }) => column))].map((column) => raw(`s.${column}`));
    const flags = list.facets.map(
      ({ condition }, index) => sql`${condition ?? raw('true')} as ${raw(`f${index}`)}`,
    );
    const counts = list.facets.map(({ name, column, array }, index) => {
      const others = list.facets.flatMap((_, other) => (other === index ? [] : [raw(`f${other}`)]));
      const source = array === true ? raw(`hits, unnest(${column}) as value`) : raw('hits');
      const value = raw(array === true ? 'value' : column);
      return sql`select ${name}::text as facet, ${value} as value, count(*)::int as count from ${source}
        where ${and(others)} and ${value} is not null group by ${value}`;
    });
    return this.db.query<FacetRow>(sql`
      with hits as materialized (
        select ${join([...columns, ...flags])} from listings.search s where ${and(this.base(list))})
      ${join(counts, raw(' union all '))}`);
  }

  /** How many are online by kind and cluster; null for those in no cluster. */
  clusters(): Promise<{ kind: ListingKind; cluster: string | null; count: number }[]> {
    return this.db.query(sql`
      select kind, cluster, count(*)::int as count from listings.search where listed group by kind, cluster`);
  }

  private base({ kind, others }: ListConditions): Sql[] {
    return [sql`s.kind = ${kind}`, raw('s.listed'), ...others];
  }
}

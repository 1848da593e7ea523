import { Injectable } from '@nestjs/common';
import {
  and,
  askedOf,
  countFacets,
  Db,
  raw,
  sql,
  type FacetRow,
  type ListFacet,
  type Sql,
} from '@jihui/platform';
import type { ListingKind } from './files.store.js';

/** A list without words: those are looked for in the search index. */
export interface ListConditions {
  readonly kind: ListingKind;
  readonly facets: readonly ListFacet[];
  /** Conditions that are no facet. */
  readonly others: readonly Sql[];
}

/** Whether nothing narrows the list: what a front page asks for. */
export const isPlain = ({ facets, others }: ListConditions): boolean =>
  others.length === 0 && askedOf(facets).length === 0;

/** Reads the narrow table of what is online: conditions, counts and facets of a list. */
@Injectable()
export class ListingSearchStore {
  constructor(private readonly db: Db) {}

  conditions(list: ListConditions): Sql[] {
    return [...this.base(list), ...askedOf(list.facets)];
  }

  async count(list: ListConditions): Promise<number> {
    const statement = sql`select count(*) as count from listings.search s where ${and(this.conditions(list))}`;
    const row = await this.db.one<{ count: string }>(isPlain(list) ? statement.prepared() : statement);
    return Number(row?.count ?? 0);
  }

  /** All facets in one statement: each counted under every filter but its own. */
  facets(list: ListConditions): Promise<FacetRow[]> {
    return this.db.query<FacetRow>(
      countFacets({ table: 'listings.search', alias: 's' }, this.base(list), list.facets),
    );
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

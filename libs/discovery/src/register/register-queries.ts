import { scopesOf, type Actor } from '@jihui/kernel';
import {
  anyOf,
  facetsView,
  raw,
  sql,
  unsearched,
  type Facet,
  type FacetLabels,
  type ListFacet,
  type PageArgs,
  type SearchConnection,
  type Sorting,
  type Sql,
  type WordSearch,
} from '@jihui/platform';
import type { RegisterState } from '../core/register/register.js';
import {
  named,
  overlapping,
  TODAY,
  type RegisterReads,
  type RegisterSearch,
} from '../store/register-reads.js';

/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  WAITING: { by: 'waiting', direction: 'asc' },
} as const satisfies Readonly<Record<string, Sorting | null>>;
export type RegisterSort = keyof typeof SORTS;

/** What is asked of a list of the register besides its facets. */
export interface RegisterFilter {
  readonly text?: string | null;
  readonly states?: readonly RegisterState[] | null;
  readonly organisationId?: string | null;
  readonly designated?: boolean | null;
  readonly whole?: boolean | null;
}

/** One facet of a list: the filter of the same name, the column that is counted, and what its codes are called. */
export interface RegisterFacet<F> {
  readonly name: string & keyof F;
  readonly column: string;
  /** Whether an entry holds several. */
  readonly many?: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** How one kind of entry is read. */
export interface RegisterQueriesOf<Read, View, F> {
  /** In the search index. */
  readonly type: string;
  /** Of its table in the reads. */
  readonly alias: string;
  readonly facets: readonly RegisterFacet<F>[];
  /** Entries of the register of the actor's bureau. */
  readonly ofBureau: (actor: Actor) => Sql;
  /** Entries that wait for what the actor decides. */
  readonly waitingFor: (actor: Actor) => Sql;
  readonly view: (row: Read, actor: Actor) => View;
}

/** Reads of one kind of entry, whose designation may be asked for. */
export type DesignatedReads<Read> = RegisterReads<never, Read, RegisterSort> & {
  designated(actor: Actor): Promise<string[]>;
};

/** Lists of the register of intermediaries, of brokers and of agencies alike. */
export abstract class RegisterQueries<Read, View extends { readonly id: string }, F extends RegisterFilter> {
  protected constructor(
    private readonly entries: DesignatedReads<Read>,
    private readonly words: WordSearch,
    private readonly of: RegisterQueriesOf<Read, View, F>,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, View>> {
    const views = (await this.entries.byIds(actor, ids)).map((row) => this.of.view(row, actor));
    return new Map(views.map((view) => [view.id, view]));
  }

  list(
    actor: Actor,
    asked: { readonly filter?: F | null; readonly sort?: RegisterSort | null },
    page: PageArgs,
  ): Promise<SearchConnection<View>> {
    const filter = asked.filter ?? ({} as F);
    const sort = asked.sort ?? 'RELEVANCE';
    const text = filter.text?.trim() ?? '';
    if (text !== '') return this.searched(actor, text, filter, sort, page);
    return this.listOf(
      actor,
      { facets: this.facetsOf(filter), others: this.othersOf(actor, filter) },
      sort,
      page,
    );
  }

  toDecide(actor: Actor, page: PageArgs): Promise<SearchConnection<View>> {
    const search = { facets: this.facetsOf({} as F), others: [this.of.waitingFor(actor)] };
    return this.listOf(actor, search, 'WAITING', page);
  }

  /** The register by words: what everybody may read, and of the bureau's what was handed in. */
  private async searched(
    actor: Actor,
    text: string,
    filter: F,
    sort: RegisterSort,
    page: PageArgs,
  ): Promise<SearchConnection<View>> {
    const { type, facets, view } = this.of;
    const whole = filter.whole === true;
    const scopes = scopesOf(actor, 'OFFICER');
    return this.words.list(
      actor,
      {
        type,
        text,
        filters: {
          ...(whole ? { scopes } : { standing: ['true'] }),
          agency: filter.organisationId == null ? [] : [filter.organisationId],
          ...Object.fromEntries(facets.map(({ name }) => [name, chosenIn(filter, name)])),
        },
        ids: whole && scopes.length === 0 ? [] : await this.designatedOnly(actor, filter),
        sort: SORTS[sort],
        facets: facets.map(({ name, many = false }): Facet => (many ? { name, many } : { name })),
        read: async (ids) => {
          const rows = await this.entries.listed(actor, ids, this.othersOf(actor, filter));
          return rows.map((row) => view(row, actor));
        },
        view: (rows) => facetsView(rows, this.labels()),
      },
      page,
    );
  }

  /** Whether a designation holds changes by the day: those few are looked up. */
  private designatedOnly(actor: Actor, { designated }: F): Promise<string[] | null> {
    return designated === true ? this.entries.designated(actor) : Promise.resolve(null);
  }

  private async listOf(
    actor: Actor,
    search: RegisterSearch,
    order: RegisterSort,
    page: PageArgs,
  ): Promise<SearchConnection<View>> {
    const toNode = (row: Read): View => this.of.view(row, actor);
    const list = await this.entries.list(actor, search, { order, toNode, labels: this.labels() }, page);
    return unsearched(list, list.facets);
  }

  private labels(): FacetLabels {
    return Object.fromEntries(this.of.facets.map(({ name, labels }) => [name, labels]));
  }

  private facetsOf(filter: F): ListFacet[] {
    return this.of.facets.map(({ name, column, many = false }) => {
      const place = raw(`${this.of.alias}.${column}`);
      const chosen = chosenIn(filter, name);
      return {
        ...{ name, column, array: many },
        condition: many ? overlapping(place, chosen) : anyOf(place, chosen),
      };
    });
  }

  private othersOf(actor: Actor, { organisationId, designated, whole }: F): Sql[] {
    const { alias, ofBureau } = this.of;
    return [
      whole === true ? ofBureau(actor) : raw(`${alias}.state = 'ACTIVE'`),
      ...(designated === true ? [sql`${raw(`${alias}.designated_until`)} >= ${TODAY}`] : []),
      ...named(raw(`${alias}.organisation_id`), organisationId),
    ];
  }
}

/** What is chosen of a facet; every facet's filter is a list of codes. */
const chosenIn = <F>(filter: F, name: keyof F): readonly string[] =>
  (filter[name] ?? []) as unknown as readonly string[];

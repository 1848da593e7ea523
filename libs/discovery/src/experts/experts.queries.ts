import { Injectable } from '@nestjs/common';
import { scopesOf, TECH_FIELDS, type Actor } from '@jihui/kernel';
import {
  anyOf,
  City,
  facetsView,
  raw,
  sql,
  unsearched,
  WordSearch,
  type Facet,
  type FacetLabels,
  type ListFacet,
  type PageArgs,
  type SearchConnection,
  type Sorting,
  type Sql,
} from '@jihui/platform';
import { AVAILABILITIES, FLEXIBLE_MODES } from '../core/experts/expert.js';
import type { ExpertFilter, ExpertSort } from '../discovery.types.gen.js';
import { ExpertOutputsStore, type Outputs } from '../store/expert-outputs.store.js';
import { ExpertReadsStore, type ReadExpert } from '../store/expert-reads.store.js';
import { inBank, waitsFor } from '../store/expert-visibility.js';
import { PeopleStore } from '../store/people.store.js';
import { named, overlapping, type RegisterSearch } from '../store/register-reads.js';
import { EXPERT_TYPE } from './expert-document.js';
import { expertView, type ExpertView } from './expert.view.js';
import { EXPERT_STATE_NAMES } from './vocabulary.js';

export type ExpertList = SearchConnection<ExpertView>;

/** How who is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in ExpertSort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  WAITING: { by: 'waiting', direction: 'asc' },
};
const FACETS: readonly Facet[] = [
  { name: 'techFields', many: true },
  { name: 'clusters', many: true },
  { name: 'modes', many: true },
  { name: 'availabilities' },
  { name: 'states' },
];

/** Reads of the expert bank. */
@Injectable()
export class ExpertsQueries {
  constructor(
    private readonly reads: ExpertReadsStore,
    private readonly outputs: ExpertOutputsStore,
    private readonly people: PeopleStore,
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, ExpertView>> {
    const rows = await this.reads.byIds(actor, ids);
    return new Map(rows.map((row) => [row.expert.id, this.view(row, actor)]));
  }

  async own(actor: Actor): Promise<ExpertView | null> {
    const row = await this.reads.own(actor);
    return row === undefined ? null : this.view(row, actor);
  }

  list(
    actor: Actor,
    asked: { filter?: ExpertFilter | null; sort?: ExpertSort | null },
    page: PageArgs,
  ): Promise<ExpertList> {
    const filter = asked.filter ?? {};
    const sort = asked.sort ?? 'RELEVANCE';
    const text = filter.text?.trim() ?? '';
    if (text !== '') return this.searched(actor, text, filter, sort, page);
    const search = { facets: this.facets(filter), others: this.others(actor, filter) };
    return this.listOf(actor, search, sort, page);
  }

  toDecide(actor: Actor, page: PageArgs): Promise<ExpertList> {
    return this.listOf(actor, { facets: this.facets({}), others: [waitsFor(actor)] }, 'WAITING', page);
  }

  outputsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, Outputs>> {
    return this.outputs.of(actor, ids);
  }

  async employmentsOf(personIds: readonly string[]) {
    return this.people.employments(personIds);
  }

  /** The bank by words: of each profile those that the actor may read. */
  private searched(
    actor: Actor,
    text: string,
    filter: ExpertFilter,
    sort: ExpertSort,
    page: PageArgs,
  ): Promise<ExpertList> {
    const scopes = scopesOf(actor, 'OFFICER');
    return this.words.list(
      actor,
      {
        type: EXPERT_TYPE,
        text,
        filters: {
          ...(filter.bank === true ? { scopes } : { standing: ['true'] }),
          unit: filter.organisationId == null ? [] : [filter.organisationId],
          techFields: filter.techFields ?? [],
          clusters: filter.clusters ?? [],
          modes: filter.modes ?? [],
          availabilities: filter.availabilities ?? [],
          states: filter.states ?? [],
        },
        ids: filter.bank === true && scopes.length === 0 ? [] : null,
        sort: SORTS[sort],
        facets: FACETS,
        read: async (ids) => {
          const rows = await this.reads.listed(actor, ids, this.others(actor, filter));
          return rows.map((row) => this.view(row, actor));
        },
        view: (rows) => facetsView(rows, this.labels()),
      },
      page,
    );
  }

  private async listOf(
    actor: Actor,
    search: RegisterSearch,
    order: ExpertSort,
    page: PageArgs,
  ): Promise<ExpertList> {
    const toNode = (row: ReadExpert): ExpertView => this.view(row, actor);
    const list = await this.reads.list(actor, search, { order, toNode, labels: this.labels() }, page);
    return unsearched(list, list.facets);
  }

  private view(row: ReadExpert, actor: Actor): ExpertView {
    return expertView(row, actor, this.city);
  }

  private labels(): FacetLabels {
    return {
      techFields: TECH_FIELDS,
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
      modes: FLEXIBLE_MODES,
      availabilities: AVAILABILITIES,
      states: EXPERT_STATE_NAMES,
    };
  }

  private facets({ techFields, clusters, modes, availabilities, states }: ExpertFilter): ListFacet[] {
    return [
      {
        name: 'techFields',
        column: 'tech_fields',
        array: true,
        condition: overlapping(sql`e.tech_fields`, techFields),
      },
      {
        name: 'clusters',
        column: 'clusters',
        array: true,
        condition: overlapping(sql`e.clusters`, clusters),
      },
      { name: 'modes', column: 'modes', array: true, condition: overlapping(sql`e.modes`, modes) },
      {
        name: 'availabilities',
        column: 'availability',
        condition: anyOf(sql`e.availability`, availabilities),
      },
      { name: 'states', column: 'state', condition: anyOf(sql`e.state`, states) },
    ];
  }

  /** What is asked besides words and facets. */
  private others(actor: Actor, { organisationId, bank }: ExpertFilter): Sql[] {
    return [
      bank === true ? inBank(actor) : raw(`e.state = 'ACTIVE'`),
      ...named(sql`e.organisation_id`, organisationId),
    ];
  }
}

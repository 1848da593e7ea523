import { Injectable } from '@nestjs/common';
import { scopesOf, TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
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
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { AgencyFilter, AgencySort } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { AgencyReadsStore, type ReadAgency, type Staff } from '../store/agency-reads.store.js';
import { agenciesOfBureau, agenciesWaitingFor } from '../store/agency-visibility.js';
import { named, overlapping, TODAY, type RegisterSearch } from '../store/register-reads.js';
import { AGENCY_TYPE } from './agency-document.js';
import { agencyView, type AgencyView } from './agency.view.js';

export type AgencyList = SearchConnection<AgencyView>;

/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in AgencySort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  WAITING: { by: 'waiting', direction: 'asc' },
};
const FACETS: readonly Facet[] = [
  { name: 'services', many: true },
  { name: 'techFields', many: true },
  { name: 'clusters', many: true },
  { name: 'states' },
];

/** Reads of the register of agencies. */
@Injectable()
export class AgenciesQueries {
  constructor(
    private readonly reads: AgencyReadsStore,
    private readonly designations: Designations,
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, AgencyView>> {
    const rows = await this.reads.byIds(actor, ids);
    return new Map(rows.map((row) => [row.agency.id, this.view(row, actor)]));
  }

  async own(actor: Actor): Promise<AgencyView[]> {
    return (await this.reads.own(actor)).map((row) => this.view(row, actor));
  }

  list(
    actor: Actor,
    asked: { filter?: AgencyFilter | null; sort?: AgencySort | null },
    page: PageArgs,
  ): Promise<AgencyList> {
    const filter = asked.filter ?? {};
    const sort = asked.sort ?? 'RELEVANCE';
    const text = filter.text?.trim() ?? '';
    if (text !== '') return this.searched(actor, text, filter, sort, page);
    const search = { facets: facetsOf(filter), others: othersOf(actor, filter) };
    return this.listOf(actor, search, sort, page);
  }

  toDecide(actor: Actor, page: PageArgs): Promise<AgencyList> {
    const search = { facets: facetsOf({}), others: [agenciesWaitingFor(actor)] };
    return this.listOf(actor, search, 'WAITING', page);
  }

  staff(organisationIds: readonly string[], today: LegalDay): Promise<Map<string, Staff>> {
    return this.reads.staff(organisationIds, today);
  }

  /** What 骨干认定 asks for, of those of whom the actor reads the whole. */
  async criteria(actor: Actor, ids: readonly string[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const rows = (await this.reads.byIds(actor, ids)).filter(({ whole }) => whole);
    return this.designations.ofAgencies(
      rows.map(({ agency }) => agency),
      today,
    );
  }

  /** The register by words: what everybody may read, and of the bureau's what was handed in. */
  private async searched(
    actor: Actor,
    text: string,
    filter: AgencyFilter,
    sort: AgencySort,
    page: PageArgs,
  ): Promise<AgencyList> {
    const whole = filter.whole === true;
    const scopes = scopesOf(actor, 'OFFICER');
    return this.words.list(
      actor,
      {
        type: AGENCY_TYPE,
        text,
        filters: {
          ...(whole ? { scopes } : { standing: ['true'] }),
          agency: filter.organisationId == null ? [] : [filter.organisationId],
          services: filter.services ?? [],
          techFields: filter.techFields ?? [],
          clusters: filter.clusters ?? [],
          states: filter.states ?? [],
        },
        // Whether a designation holds changes by the day: those few are looked up.
        ids:
          whole && scopes.length === 0
            ? []
            : filter.designated === true
              ? await this.reads.designated(actor)
              : null,
        sort: SORTS[sort],
        facets: FACETS,
        read: async (ids) => {
          const rows = await this.reads.listed(actor, ids, othersOf(actor, filter));
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
    order: AgencySort,
    page: PageArgs,
  ): Promise<AgencyList> {
    const toNode = (row: ReadAgency): AgencyView => this.view(row, actor);
    const list = await this.reads.list(actor, search, { order, toNode, labels: this.labels() }, page);
    return unsearched(list, list.facets);
  }

  private labels(): FacetLabels {
    return {
      services: SERVICES,
      techFields: TECH_FIELDS,
      clusters: clustersOf(this.city),
      states: REGISTER_STATE_NAMES,
    };
  }

  private view(row: ReadAgency, actor: Actor): AgencyView {
    return agencyView(row, actor, this.city);
  }
}

const facetsOf = ({ services, techFields, clusters, states }: AgencyFilter): ListFacet[] => [
  { name: 'services', column: 'services', array: true, condition: overlapping(sql`a.services`, services) },
  {
    name: 'techFields',
    column: 'tech_fields',
    array: true,
    condition: overlapping(sql`a.tech_fields`, techFields),
  },
  { name: 'clusters', column: 'clusters', array: true, condition: overlapping(sql`a.clusters`, clusters) },
  { name: 'states', column: 'state', condition: anyOf(sql`a.state`, states) },
];

function othersOf(actor: Actor, { organisationId, designated, whole }: AgencyFilter): Sql[] {
  const conditions: Sql[] = [whole === true ? agenciesOfBureau(actor) : raw(`a.state = 'ACTIVE'`)];
  if (designated === true) conditions.push(sql`a.designated_until >= ${TODAY}`);
  return [...conditions, ...named(sql`a.organisation_id`, organisationId)];
}

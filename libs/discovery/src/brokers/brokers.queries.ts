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
import { LEVELS } from '../core/brokers/records.js';
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { BrokerFilter, BrokerSort } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { BrokerReadsStore, type ReadBroker } from '../store/broker-reads.store.js';
import { named, overlapping, TODAY, type RegisterSearch } from '../store/register-reads.js';
import { brokersWaitingFor, ofBureau } from '../store/register-visibility.js';
import { BROKER_TYPE } from './broker-document.js';
import { brokerView, type BrokerView } from './broker.view.js';

export type BrokerList = SearchConnection<BrokerView>;

/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in BrokerSort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  WAITING: { by: 'waiting', direction: 'asc' },
};
const FACETS: readonly Facet[] = [
  { name: 'services', many: true },
  { name: 'levels' },
  { name: 'techFields', many: true },
  { name: 'clusters', many: true },
  { name: 'states' },
];

/** Reads of the register of brokers. */
@Injectable()
export class BrokersQueries {
  constructor(
    private readonly reads: BrokerReadsStore,
    private readonly designations: Designations,
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, BrokerView>> {
    const rows = await this.reads.byIds(actor, ids);
    return new Map(rows.map((row) => [row.broker.id, this.view(row, actor)]));
  }

  async own(actor: Actor): Promise<BrokerView | null> {
    const row = await this.reads.own(actor);
    return row === undefined ? null : this.view(row, actor);
  }

  list(
    actor: Actor,
    asked: { filter?: BrokerFilter | null; sort?: BrokerSort | null },
    page: PageArgs,
  ): Promise<BrokerList> {
    const filter = asked.filter ?? {};
    const sort = asked.sort ?? 'RELEVANCE';
    const text = filter.text?.trim() ?? '';
    if (text !== '') return this.searched(actor, text, filter, sort, page);
    const search = { facets: facetsOf(filter), others: othersOf(actor, filter) };
    return this.listOf(actor, search, sort, page);
  }

  toDecide(actor: Actor, page: PageArgs): Promise<BrokerList> {
    const search = { facets: facetsOf({}), others: [brokersWaitingFor(actor)] };
    return this.listOf(actor, search, 'WAITING', page);
  }

  /** What 骨干认定 asks for, of those of whom the actor reads the whole. */
  async criteria(actor: Actor, ids: readonly string[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const rows = (await this.reads.byIds(actor, ids)).filter(({ whole }) => whole);
    return this.designations.ofBrokers(
      rows.map(({ broker }) => broker),
      today,
    );
  }

  /** The register by words: what everybody may read, and of the bureau's what was handed in. */
  private async searched(
    actor: Actor,
    text: string,
    filter: BrokerFilter,
    sort: BrokerSort,
    page: PageArgs,
  ): Promise<BrokerList> {
    const whole = filter.whole === true;
    const scopes = scopesOf(actor, 'OFFICER');
    return this.words.list(
      actor,
      {
        type: BROKER_TYPE,
        text,
        filters: {
          ...(whole ? { scopes } : { standing: ['true'] }),
          agency: filter.organisationId == null ? [] : [filter.organisationId],
          services: filter.services ?? [],
          levels: filter.levels ?? [],
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
    order: BrokerSort,
    page: PageArgs,
  ): Promise<BrokerList> {
    const toNode = (row: ReadBroker): BrokerView => this.view(row, actor);
    const list = await this.reads.list(actor, search, { order, toNode, labels: this.labels() }, page);
    return unsearched(list, list.facets);
  }

  private labels(): FacetLabels {
    return {
      services: SERVICES,
      levels: LEVELS,
      techFields: TECH_FIELDS,
      clusters: clustersOf(this.city),
      states: REGISTER_STATE_NAMES,
    };
  }

  private view(row: ReadBroker, actor: Actor): BrokerView {
    return brokerView(row, actor, this.city);
  }
}

const facetsOf = ({ services, levels, techFields, clusters, states }: BrokerFilter): ListFacet[] => [
  { name: 'services', column: 'services', array: true, condition: overlapping(sql`b.services`, services) },
  { name: 'levels', column: 'level', condition: anyOf(sql`b.level`, levels) },
  {
    name: 'techFields',
    column: 'tech_fields',
    array: true,
    condition: overlapping(sql`b.tech_fields`, techFields),
  },
  { name: 'clusters', column: 'clusters', array: true, condition: overlapping(sql`b.clusters`, clusters) },
  { name: 'states', column: 'state', condition: anyOf(sql`b.state`, states) },
];

function othersOf(actor: Actor, { organisationId, designated, whole }: BrokerFilter): Sql[] {
  const conditions: Sql[] = [whole === true ? ofBureau(actor) : raw(`b.state = 'ACTIVE'`)];
  if (designated === true) conditions.push(sql`b.designated_until >= ${TODAY}`);
  return [...conditions, ...named(sql`b.organisation_id`, organisationId)];
}

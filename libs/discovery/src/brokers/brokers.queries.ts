import { Injectable } from '@nestjs/common';
import { TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import { anyOf, City, containing, raw, sql, type ListFacet, type PageArgs, type Sql } from '@jihui/platform';
import { LEVELS } from '../core/brokers/records.js';
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { BrokerFilter, BrokerSort } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { BrokerReadsStore, type ReadBroker } from '../store/broker-reads.store.js';
import {
  named,
  overlapping,
  TODAY,
  typedWords,
  type RegisterList,
  type RegisterSearch,
} from '../store/register-reads.js';
import { brokersWaitingFor, ofBureau } from '../store/register-visibility.js';
import { brokerView, type BrokerView } from './broker.view.js';

/** Reads of the register of brokers. */
@Injectable()
export class BrokersQueries {
  constructor(
    private readonly reads: BrokerReadsStore,
    private readonly designations: Designations,
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
  ): Promise<RegisterList<BrokerView>> {
    const filter = asked.filter ?? {};
    const search = { facets: facetsOf(filter), others: othersOf(actor, filter) };
    return this.listOf(actor, search, asked.sort ?? 'NEWEST', page);
  }

  toDecide(actor: Actor, page: PageArgs): Promise<RegisterList<BrokerView>> {
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

  private listOf(
    actor: Actor,
    search: RegisterSearch,
    order: BrokerSort,
    page: PageArgs,
  ): Promise<RegisterList<BrokerView>> {
    const labels = {
      services: SERVICES,
      levels: LEVELS,
      techFields: TECH_FIELDS,
      clusters: clustersOf(this.city),
      states: REGISTER_STATE_NAMES,
    };
    return this.reads.list(actor, search, { order, labels, toNode: (row) => this.view(row, actor) }, page);
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

function othersOf(actor: Actor, { text, organisationId, designated, whole }: BrokerFilter): Sql[] {
  const conditions: Sql[] = [whole === true ? ofBureau(actor) : raw(`b.state = 'ACTIVE'`)];
  // Each word must be there, in one of the names or in what everybody may read.
  for (const word of typedWords(text))
    conditions.push(sql`(b.words like ${containing(word)}
      or exists (select from discovery.person n where n.id = b.person_id and lower(n.name) like ${containing(word)})
      or exists (select from discovery.organisation u where u.id = b.organisation_id and lower(u.name) like ${containing(word)}))`);
  if (designated === true) conditions.push(sql`b.designated_until >= ${TODAY}`);
  return [...conditions, ...named(sql`b.organisation_id`, organisationId)];
}

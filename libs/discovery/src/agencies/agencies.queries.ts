import { Injectable } from '@nestjs/common';
import { TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import { anyOf, City, containing, raw, sql, type ListFacet, type PageArgs, type Sql } from '@jihui/platform';
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { AgencyFilter, AgencySort } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { AgencyReadsStore, type ReadAgency, type Staff } from '../store/agency-reads.store.js';
import { agenciesOfBureau, agenciesWaitingFor } from '../store/agency-visibility.js';
import {
  named,
  overlapping,
  TODAY,
  typedWords,
  type RegisterList,
  type RegisterSearch,
} from '../store/register-reads.js';
import { agencyView, type AgencyView } from './agency.view.js';

/** Reads of the register of agencies. */
@Injectable()
export class AgenciesQueries {
  constructor(
    private readonly reads: AgencyReadsStore,
    private readonly designations: Designations,
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
  ): Promise<RegisterList<AgencyView>> {
    const filter = asked.filter ?? {};
    const search = { facets: facetsOf(filter), others: othersOf(actor, filter) };
    return this.listOf(actor, search, asked.sort ?? 'NEWEST', page);
  }

  toDecide(actor: Actor, page: PageArgs): Promise<RegisterList<AgencyView>> {
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

  private listOf(
    actor: Actor,
    search: RegisterSearch,
    order: AgencySort,
    page: PageArgs,
  ): Promise<RegisterList<AgencyView>> {
    const labels = {
      services: SERVICES,
      techFields: TECH_FIELDS,
      clusters: clustersOf(this.city),
      states: REGISTER_STATE_NAMES,
    };
    return this.reads.list(actor, search, { order, labels, toNode: (row) => this.view(row, actor) }, page);
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

function othersOf(actor: Actor, { text, organisationId, designated, whole }: AgencyFilter): Sql[] {
  const conditions: Sql[] = [whole === true ? agenciesOfBureau(actor) : raw(`a.state = 'ACTIVE'`)];
  // Each word must be there, in the name or in what everybody may read.
  for (const word of typedWords(text))
    conditions.push(sql`(a.words like ${containing(word)}
      or exists (select from discovery.organisation u where u.id = a.organisation_id and lower(u.name) like ${containing(word)}))`);
  if (designated === true) conditions.push(sql`a.designated_until >= ${TODAY}`);
  return [...conditions, ...named(sql`a.organisation_id`, organisationId)];
}

import { Injectable } from '@nestjs/common';
import { TECH_FIELDS, type Actor } from '@jihui/kernel';
import {
  anyOf,
  City,
  containing,
  facetsView,
  isUuid,
  raw,
  sql,
  type Connection,
  type ListFacet,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import { AVAILABILITIES, FLEXIBLE_MODES } from '../core/experts/expert.js';
import type { ExpertFilter, ExpertSort } from '../discovery.types.gen.js';
import { ExpertOutputsStore, type Outputs } from '../store/expert-outputs.store.js';
import { ExpertReadsStore, type ExpertSearch, type ReadExpert } from '../store/expert-reads.store.js';
import { findableWords, inBank, waitsFor } from '../store/expert-visibility.js';
import { PeopleStore } from '../store/people.store.js';
import { expertView, type ExpertView } from './expert.view.js';
import { EXPERT_STATE_NAMES } from './vocabulary.js';

export interface ExpertList extends Connection<ExpertView> {
  readonly facets: () => Promise<ReturnType<typeof facetsView>>;
}

/** Reads of the expert bank. */
@Injectable()
export class ExpertsQueries {
  constructor(
    private readonly reads: ExpertReadsStore,
    private readonly outputs: ExpertOutputsStore,
    private readonly people: PeopleStore,
    private readonly city: City,
  ) {}

  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, ExpertView>> {
    const rows = await this.reads.byIds(actor, ids.filter(isUuid));
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
    const search = { facets: this.facets(filter), others: this.others(actor, filter) };
    return this.listOf(actor, search, asked.sort ?? 'NEWEST', page);
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

  private async listOf(
    actor: Actor,
    search: ExpertSearch,
    order: ExpertSort,
    page: PageArgs,
  ): Promise<ExpertList> {
    const list = await this.reads.page(
      actor,
      search,
      { order, toNode: (row) => this.view(row, actor) },
      page,
    );
    return { ...list, facets: () => this.facetsOf(actor, search) };
  }

  private view(row: ReadExpert, actor: Actor): ExpertView {
    return expertView(row, actor, this.city);
  }

  private async facetsOf(actor: Actor, search: ExpertSearch) {
    return facetsView(await this.reads.facets(actor, search), {
      techFields: TECH_FIELDS,
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
      modes: FLEXIBLE_MODES,
      availabilities: AVAILABILITIES,
      states: EXPERT_STATE_NAMES,
    });
  }

  private facets({ techFields, clusters, modes, availabilities, states }: ExpertFilter): ListFacet[] {
    return [
      {
        name: 'techFields',
        column: 'tech_fields',
        array: true,
        condition: overlapping('tech_fields', techFields),
      },
      { name: 'clusters', column: 'clusters', array: true, condition: overlapping('clusters', clusters) },
      { name: 'modes', column: 'modes', array: true, condition: overlapping('modes', modes) },
      {
        name: 'availabilities',
        column: 'availability',
        condition: anyOf(sql`e.availability`, availabilities),
      },
      { name: 'states', column: 'state', condition: anyOf(sql`e.state`, states) },
    ];
  }

  private others(actor: Actor, { text, organisationId, bank }: ExpertFilter): Sql[] {
    const conditions: Sql[] = [bank === true ? inBank(actor) : raw(`e.state = 'ACTIVE'`)];
    // Each word must be there, in the name or in what the actor may read.
    for (const word of (text ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8))
      conditions.push(sql`(${findableWords(actor)} like ${containing(word)}
        or exists (select from discovery.person n where n.id = e.person_id and lower(n.name) like ${containing(word)})
        or exists (select from discovery.organisation u where u.id = e.organisation_id and lower(u.name) like ${containing(word)}))`);
    if (organisationId != null)
      conditions.push(isUuid(organisationId) ? sql`e.organisation_id = ${organisationId}` : raw('false'));
    return conditions;
  }
}

const overlapping = (column: string, values: readonly string[] | null | undefined): Sql | null =>
  values == null || values.length === 0 ? null : sql`${raw(`e.${column}`)} && ${[...values]}::text[]`;

import { Injectable } from '@nestjs/common';
import { addDays, organisationsOf, TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import {
  City,
  anyOf,
  connectionOf,
  coveredBy,
  facetsView,
  isUuid,
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
import type { PatentFilter, PatentSort } from '../discovery.types.gen.js';
import { LicensableContractsStore, type LicensableContract } from '../store/licensable-contracts.store.js';
import { PatentReadsStore, feeDueBy, type ReadPatent } from '../store/patent-reads.store.js';
import { named } from '../store/register-reads.js';
import { inside } from '../store/visibility.js';
import { patentView, type PatentView } from './patent.view.js';
import { ipcFacet, ipcIn, landscapeOf, landscapeRows } from './landscape.js';
import { LANDSCAPE_FACETS, PATENT_TYPE } from './patent-document.js';
import { IPC_SECTIONS, KIND_NAMES, STATE_NAMES } from './vocabulary.js';

export type PatentList = SearchConnection<PatentView>;

/** How what is found by words is ordered: by relevance where nothing is said. */
const SORTS: { readonly [sort in PatentSort]: Sorting | null } = {
  RELEVANCE: null,
  NEWEST: { by: 'newest', direction: 'desc' },
  EXPIRY: { by: 'expiry', direction: 'asc' },
  FEE_DUE: { by: 'feeDue', direction: 'asc' },
};
const FACETS: readonly Facet[] = [
  { name: 'kinds' },
  { name: 'states' },
  { name: 'ipcSections' },
  { name: 'techFields' },
  { name: 'clusters' },
];

/** Reads of the patent register. */
@Injectable()
export class PatentsQueries {
  constructor(
    private readonly reads: PatentReadsStore,
    private readonly words: WordSearch,
    private readonly city: City,
    private readonly contracts: LicensableContractsStore,
  ) {}

  async byIds(actor: Actor, today: LegalDay, ids: readonly string[]): Promise<Map<string, PatentView>> {
    const rows = await this.reads.byIds(actor, ids);
    return new Map(rows.map((row) => [row.patent.id, this.view(row, actor, today)]));
  }

  async list(
    actor: Actor,
    today: LegalDay,
    asked: { filter?: PatentFilter | null; sort?: PatentSort | null },
    page: PageArgs,
  ): Promise<PatentList> {
    const filter = asked.filter ?? {};
    const sort = asked.sort ?? 'RELEVANCE';
    if (textOf(filter) !== '') return this.searched(actor, today, filter, sort, page);
    const search = { facets: this.facets(filter), others: this.others(actor, today, filter) };
    const toNode = (row: ReadPatent): PatentView => this.view(row, actor, today);
    const list = await this.reads.list(actor, search, { order: sort, toNode, labels: this.labels() }, page);
    return unsearched(list, list.facets);
  }

  /** 专利态势. */
  async landscape(actor: Actor, today: LegalDay, filter: PatentFilter) {
    if (textOf(filter) === '') {
      const search = { facets: this.facets(filter), others: this.others(actor, today, filter) };
      return landscapeOf(await this.reads.landscape(actor, search, ipcIn(filter)));
    }
    const { year, applicant, ipc } = LANDSCAPE_FACETS;
    const found = await this.words.chart(actor, await this.wordQuery(actor, today, filter), [
      year,
      applicant,
      ipc[ipcFacet(ipcIn(filter))],
    ]);
    return landscapeOf(landscapeRows(found, ipcIn(filter)));
  }

  async ofResults(actor: Actor, today: LegalDay, ids: readonly string[]): Promise<Map<string, PatentView[]>> {
    const rows = await this.reads.ofResults(actor, ids.filter(isUuid));
    return new Map([...rows].map(([id, found]) => [id, found.map((row) => this.view(row, actor, today))]));
  }

  usesOf(actor: Actor, numbers: readonly string[]): Promise<Map<string, { id: string; title: string }[]>> {
    return this.reads.usesOf(actor, numbers);
  }

  /** What a licence of the patent may name. */
  async licensableContracts(actor: Actor, patentId: string, text: string | null | undefined, page: PageArgs) {
    if (!isUuid(patentId)) return connectionOf<LicensableContract>([], page);
    return this.contracts.page(actor, patentId, text, page);
  }

  private view({ patent, holderName }: ReadPatent, actor: Actor, today: LegalDay): PatentView {
    return patentView(patent, holderName, actor, today, this.city);
  }

  /** The register by words. */
  private async searched(
    actor: Actor,
    today: LegalDay,
    filter: PatentFilter,
    sort: PatentSort,
    page: PageArgs,
  ): Promise<PatentList> {
    return this.words.list(
      actor,
      {
        ...(await this.wordQuery(actor, today, filter)),
        sort: SORTS[sort],
        facets: FACETS,
        read: async (ids) => {
          const rows = await this.reads.listed(actor, ids, this.others(actor, today, filter));
          return rows.map((row) => this.view(row, actor, today));
        },
        view: (rows) => facetsView(rows, this.labels()),
      },
      page,
    );
  }

  /** Words and filters as the search index takes them; what changes by the day is looked up among the patents. */
  private async wordQuery(actor: Actor, today: LegalDay, filter: PatentFilter) {
    const { divisions, holderId, mine, ipc, applicant, filedYear, openToAll, feeDueWithin } = filter;
    const own = mine === true ? organisationsOf(actor) : [];
    const holders = holderId == null ? own : [holderId];
    const daily = { openToAll, feeDueWithin };
    const isDaily = openToAll === true || feeDueWithin != null;
    const isNobodys = mine === true && (own.length === 0 || (holderId != null && !own.includes(holderId)));
    return {
      type: PATENT_TYPE,
      text: textOf(filter),
      filters: {
        kinds: filter.kinds ?? [],
        states: filter.states ?? [],
        ipcSections: filter.ipcSections ?? [],
        techFields: filter.techFields ?? [],
        clusters: filter.clusters ?? [],
        areas: divisions ?? [],
        holder: holders,
        applicants: applicant == null || applicant.trim() === '' ? [] : [applicant.trim()],
        years: filedYear == null ? [] : [String(filedYear)],
        ipc: ipc == null || ipc.trim() === '' ? [] : [ipcIn(filter)],
      },
      ids: isNobodys ? [] : isDaily ? await this.reads.ids(actor, this.others(actor, today, daily)) : null,
    };
  }

  private labels(): FacetLabels {
    return {
      kinds: KIND_NAMES,
      states: STATE_NAMES,
      ipcSections: IPC_SECTIONS,
      techFields: TECH_FIELDS,
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
    };
  }

  private facets(filter: PatentFilter): ListFacet[] {
    return [
      { name: 'kinds', column: 'kind', condition: anyOf(sql`p.kind`, filter.kinds) },
      { name: 'states', column: 'state', condition: anyOf(sql`p.state`, filter.states) },
      {
        name: 'ipcSections',
        column: 'ipc_section',
        condition: anyOf(sql`p.ipc_section`, filter.ipcSections),
      },
      { name: 'techFields', column: 'tech_field', condition: anyOf(sql`p.tech_field`, filter.techFields) },
      { name: 'clusters', column: 'cluster', condition: anyOf(sql`p.cluster`, filter.clusters) },
    ];
  }

  /** What is asked besides words and facets. */
  private others(actor: Actor, today: LegalDay, filter: PatentFilter): Sql[] {
    const { divisions, holderId, mine, openToAll, feeDueWithin, ipc, applicant, filedYear } = filter;
    const conditions: Sql[] = [];
    if (ipc != null && ipc.trim() !== '')
      conditions.push(
        sql`exists (select from unnest(p.ipc) as code where starts_with(code, ${ipcIn(filter)}))`,
      );
    if (applicant != null && applicant.trim() !== '')
      conditions.push(sql`${applicant.trim()} = any(p.applicants)`);
    if (filedYear != null) conditions.push(sql`extract(year from p.filed_on) = ${filedYear}::int`);
    if (divisions != null && divisions.length > 0)
      conditions.push(coveredBy(sql`p.division_code`, divisions));
    conditions.push(...named(sql`p.owner_id`, holderId));
    if (mine === true) conditions.push(sql.any(sql`p.owner_id`, organisationsOf(actor)));
    if (openToAll === true)
      conditions.push(sql`p.state = 'GRANTED' and p.opened_to_all_until >= ${today}::date`);
    if (feeDueWithin != null)
      conditions.push(feeDueBy(addDays(today, Math.min(Math.max(feeDueWithin, 0), 400))), inside(actor));
    return conditions;
  }
}

const textOf = ({ text }: PatentFilter): string => text?.trim() ?? '';

import { Injectable } from '@nestjs/common';
import { addDays, organisationsOf, TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import {
  City,
  anyOf,
  containing,
  coveredBy,
  isUuid,
  sql,
  type ListFacet,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { PatentFilter, PatentSort } from '../discovery.types.gen.js';
import { PatentReadsStore, feeDueBy, type ReadPatent } from '../store/patent-reads.store.js';
import { named, typedWords, type RegisterList } from '../store/register-reads.js';
import { inside } from '../store/visibility.js';
import { patentView, type PatentView } from './patent.view.js';
import { landscapeOf } from './landscape.js';
import { IPC_SECTIONS, KIND_NAMES, STATE_NAMES } from './vocabulary.js';

export type PatentList = RegisterList<PatentView>;

/** Reads of the patent register. */
@Injectable()
export class PatentsQueries {
  constructor(
    private readonly reads: PatentReadsStore,
    private readonly city: City,
  ) {}

  async byIds(actor: Actor, today: LegalDay, ids: readonly string[]): Promise<Map<string, PatentView>> {
    const rows = await this.reads.byIds(actor, ids);
    return new Map(rows.map((row) => [row.patent.id, this.view(row, actor, today)]));
  }

  list(
    actor: Actor,
    today: LegalDay,
    asked: { filter?: PatentFilter | null; sort?: PatentSort | null },
    page: PageArgs,
  ): Promise<PatentList> {
    const filter = asked.filter ?? {};
    const search = { facets: this.facets(filter), others: this.others(actor, today, filter) };
    const labels = {
      kinds: KIND_NAMES,
      states: STATE_NAMES,
      ipcSections: IPC_SECTIONS,
      techFields: TECH_FIELDS,
      clusters: Object.fromEntries(this.city.clusters.map(({ code, name }) => [code, name])),
    };
    const toNode = (row: ReadPatent): PatentView => this.view(row, actor, today);
    return this.reads.list(actor, search, { order: asked.sort ?? 'NEWEST', toNode, labels }, page);
  }

  /** 专利态势. */
  async landscape(actor: Actor, today: LegalDay, filter: PatentFilter) {
    const search = { facets: this.facets(filter), others: this.others(actor, today, filter) };
    return landscapeOf(await this.reads.landscape(actor, search, filter.ipc ?? ''));
  }

  async ofResults(actor: Actor, today: LegalDay, ids: readonly string[]): Promise<Map<string, PatentView[]>> {
    const rows = await this.reads.ofResults(actor, ids.filter(isUuid));
    return new Map([...rows].map(([id, found]) => [id, found.map((row) => this.view(row, actor, today))]));
  }

  usesOf(actor: Actor, numbers: readonly string[]): Promise<Map<string, { id: string; title: string }[]>> {
    return this.reads.usesOf(actor, numbers);
  }

  private view({ patent, holderName }: ReadPatent, actor: Actor, today: LegalDay): PatentView {
    return patentView(patent, holderName, actor, today, this.city);
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

  private others(actor: Actor, today: LegalDay, filter: PatentFilter): Sql[] {
    const { divisions, holderId, mine, openToAll, feeDueWithin, ipc, applicant, filedYear } = filter;
    const conditions: Sql[] = [];
    // Each word must be there; a number is found with or without ZL and its point.
    for (const word of typedWords(filter.text))
      conditions.push(sql`p.words like ${containing(numberIn(word))}`);
    if (ipc != null && ipc.trim() !== '')
      conditions.push(
        sql`exists (select from unnest(p.ipc) as code where starts_with(code, ${ipc.trim().toUpperCase()}))`,
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

/** ZL2020 1 0123456.7 is stored as its digits alone. */
const numberIn = (word: string): string =>
  /^(zl)?[\dx.]{9,}$/.test(word) ? word.replace(/^zl/, '').replaceAll('.', '') : word;

import { Injectable } from '@nestjs/common';
import { cleanText, isUscc, normaliseUscc, type Actor } from '@jihui/kernel';
import {
  and,
  City,
  containing,
  coveredBy,
  Db,
  isUuid,
  ofOrganisation,
  or,
  sql,
  unsearched,
  WordSearch,
  type PageArgs,
  type SearchConnection,
  type Sql,
} from '@jihui/platform';
import type { Organisation } from '../core/organisation/organisation.js';
import { provinceName } from '../core/organisation/provinces.js';
import type { OrganisationFilter } from '../identity.types.gen.js';
import { toOrganisation, type OrganisationRow } from '../store/organisation.row.js';
import { ORGANISATION_TYPE } from './organisation-document.js';
import { ORGANISATION_COLUMNS, OrganisationsStore } from '../store/organisations.store.js';
import { listed, named, ownOrganisation, reviewedBy, supervised } from '../store/visibility.js';

/** An organisation with what the asking actor is to it, so that its fields decide without a query. */
export interface OrganisationView extends Organisation {
  /** Whether the actor is an active member, whatever the organisation's state. */
  readonly own: boolean;
  /** Whether the actor is of the bureau in charge, or administers the platform. */
  readonly supervised: boolean;
}

type ViewRow = OrganisationRow & { own: boolean; supervised: boolean };

const toView = ({ own, supervised: overseen, ...row }: ViewRow): OrganisationView => ({
  ...toOrganisation(row),
  own,
  supervised: overseen,
});

const columns = (actor: Actor): Sql =>
  sql`${ORGANISATION_COLUMNS}, ${ownOrganisation(actor)} as own, ${supervised(actor)} as supervised`;

const FROM: Sql = sql`identity.organisation o`;
const LONGEST_SEARCH = 100;
const NO_FACETS = (): Promise<object> => Promise.resolve({});
const textOf = (filter: OrganisationFilter | null): string =>
  cleanText(filter?.text ?? '').slice(0, LONGEST_SEARCH);

@Injectable()
export class OrganisationsQueries {
  constructor(
    private readonly db: Db,
    private readonly store: OrganisationsStore,
    private readonly words: WordSearch,
    private readonly city: City,
  ) {}

  /** For references and single reads: a suspended organisation is still named. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, OrganisationView>> {
    const rows = await this.db.query<ViewRow>(sql`
      select ${columns(actor)} from ${FROM} where ${sql.any(sql`o.id`, ids.filter(isUuid))} and ${named(actor)}`);
    return new Map(rows.map((row) => [row.id, toView(row)]));
  }

  async list(
    actor: Actor,
    filter: OrganisationFilter | null,
    args: PageArgs,
  ): Promise<SearchConnection<OrganisationView>> {
    if (textOf(filter) !== '') return this.searched(actor, filter ?? {}, args);
    const list = await this.db.page<ViewRow, OrganisationView>(
      {
        select: columns(actor),
        from: FROM,
        where: [listed(actor), ...conditionsOf(filter ?? {})],
        order: [
          { expression: sql`o.name collate public.zh_pinyin`, type: 'text', direction: 'asc' },
          { expression: sql`o.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: toView,
      },
      args,
    );
    return unsearched(list, NO_FACETS);
  }

  /** By words: the best first. */
  private async searched(
    actor: Actor,
    filter: OrganisationFilter,
    args: PageArgs,
  ): Promise<SearchConnection<OrganisationView>> {
    // A session tells of active organisations alone; one's own are found in every state.
    const own = actor.kind === 'person' ? await this.store.idsOf(actor.personId) : [];
    return this.words.list(
      actor,
      {
        type: ORGANISATION_TYPE,
        text: textOf(filter),
        filters: {
          kinds: filter.kinds ?? [],
          statuses: filter.statuses ?? [],
          areas: filter.divisionCode == null ? [] : [filter.divisionCode],
        },
        tokens: own.map(ofOrganisation),
        sort: null,
        facets: [],
        read: async (ids) => {
          const rows = await this.db.query<ViewRow>(sql`
            select ${columns(actor)} from ${FROM}
            where ${and([sql.any(sql`o.id`, ids), listed(actor), ...conditionsOf(filter)])}`);
          return rows.map(toView);
        },
        view: () => ({}),
      },
      args,
    );
  }

  async pending(
    actor: Actor,
    filter: OrganisationFilter | null,
    args: PageArgs,
  ): Promise<SearchConnection<OrganisationView>> {
    const list = await this.db.page<ViewRow, OrganisationView>(
      {
        select: columns(actor),
        from: FROM,
        where: [
          sql`o.state = 'PENDING'`,
          reviewedBy(actor),
          ...conditionsOf(filter ?? {}),
          ...(textOf(filter) === '' ? [] : [matching(textOf(filter))]),
        ],
        order: [
          { expression: sql`o.created_at`, type: 'timestamptz', direction: 'asc' },
          { expression: sql`o.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: toView,
      },
      args,
    );
    return unsearched(list, NO_FACETS);
  }

  adminIds(organisationIds: readonly string[]): Promise<Map<string, readonly string[]>> {
    return this.store.adminIds(organisationIds);
  }

  /** The division's name; the province's for one outside the city, of which we hold no table. */
  divisionName(code: string): string {
    return this.city.divisionName(code) ?? provinceName(code);
  }
}

/** What is asked besides words. */
function conditionsOf(filter: OrganisationFilter): Sql[] {
  const conditions: Sql[] = [];
  if (filter.kinds != null) conditions.push(sql.any(sql`o.kind`, filter.kinds));
  if (filter.statuses != null) conditions.push(sql.any(sql`o.state`, filter.statuses));
  if (filter.divisionCode != null) conditions.push(coveredBy(sql`o.division_code`, [filter.divisionCode]));
  return conditions;
}

/** Part of the name, its wildcards taken literally, or the whole 统一社会信用代码. */
function matching(text: string): Sql {
  const pattern = containing(text);
  const code = normaliseUscc(text);
  return or([sql`o.name ilike ${pattern}`, ...(isUscc(code) ? [sql`o.uscc = ${code}`] : [])]);
}

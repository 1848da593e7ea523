import { Injectable } from '@nestjs/common';
import { covers, scopesOf, type Actor } from '@jihui/kernel';
import { containing, Db, isUuid, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { readsObjection, type Disclosure, type Objection } from './core/disclosure.js';
import type { DisclosureFilter } from './deals.types.gen.js';
import { toDisclosure, toObjection, type DisclosureRow, type ObjectionRow } from './store/disclosure.row.js';

/** Columns under the names of the row class. */
const columns = raw(`x.id, x.version, x.code, x.deal_id as "dealId", x.proposal_id as "proposalId", x.state,
  x.seller_id as "sellerId", x.seller_name as "sellerName", x.result_name as "resultName",
  x.starts_on::text as "startsOn", x.ends_on::text as "endsOn", x.required_days as "requiredDays",
  x.parameter_id as "parameterId", x.body, x.completed_at as "completedAt", x.annulled_reason as "annulledReason"`);

/** Objections of one disclosure, with the divisions whose bureaus may read them. */
export interface ObjectionList {
  readonly objections: readonly Objection[];
  readonly divisions: readonly string[];
}

/** Disclosures are public; who objected is not. */
@Injectable()
export class DisclosuresQueries {
  constructor(private readonly db: Db) {}

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, Disclosure>> {
    const rows = await this.db.query<DisclosureRow>(
      sql`select ${columns} from deals.disclosure x where ${sql.any(sql`x.id`, ids.filter(isUuid))}`,
    );
    return new Map(rows.map((row) => [row.id, toDisclosure(row)]));
  }

  disclosures(filter: DisclosureFilter, args: PageArgs): Promise<Connection<Disclosure>> {
    return this.db.page<DisclosureRow, Disclosure>(
      {
        select: columns,
        from: sql`deals.disclosure x`,
        where: conditions(filter),
        order: [
          { expression: sql`x.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`x.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: toDisclosure,
      },
      args,
    );
  }

  async objections(disclosureIds: readonly string[]): Promise<ReadonlyMap<string, ObjectionList>> {
    const rows = await this.db.query<
      ObjectionRow & { disclosureId: string; sellerId: string; seller: string; buyer: string }
    >(sql`
      select x.id as "disclosureId", x.seller_id as "sellerId", s.division_code as seller, b.division_code as buyer,
        o.id, o.version, o.state, o.person_id as "personId", o.name, o.contact, o.reason, o.decision,
        o.decided_at as "decidedAt", o.created_at as "createdAt"
      from deals.disclosure x join deals.deal d on d.id = x.deal_id
      join deals.organisation s on s.id = d.seller_id join deals.organisation b on b.id = d.buyer_id
      left join deals.objection o on o.disclosure_id = x.id
      where ${sql.any(sql`x.id`, disclosureIds)} order by o.created_at, o.id`);
    const lists = new Map<string, { objections: Objection[]; divisions: string[] }>();
    for (const row of rows) {
      const list = lists.get(row.disclosureId) ?? { objections: [], divisions: [row.seller, row.buyer] };
      if (row.id !== null) list.objections.push(toObjection(row, row.sellerId));
      lists.set(row.disclosureId, list);
    }
    return lists;
  }

  /** Those objections whose contents the actor may read. */
  readable(actor: Actor, { objections, divisions }: ObjectionList): readonly Objection[] {
    const byBureau = scopesOf(actor, 'OFFICER').some((scope) =>
      divisions.some((code) => covers(scope, code)),
    );
    return objections.filter((objection) => readsObjection(actor, objection, byBureau));
  }
}

function conditions({ states, organisationId, text }: DisclosureFilter): Sql[] {
  const pattern = containing((text ?? '').trim());
  return [
    ...(states == null ? [] : [sql.any(sql`x.state`, states)]),
    ...(organisationId == null
      ? []
      : [isUuid(organisationId) ? sql`x.seller_id = ${organisationId}` : raw('false')]),
    ...(pattern === '%%' ? [] : [sql`(x.result_name ilike ${pattern} or x.seller_name ilike ${pattern})`]),
  ];
}

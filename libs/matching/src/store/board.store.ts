import { Injectable } from '@nestjs/common';
import { scopesOf, type Actor } from '@jihui/kernel';
import { coveredBy, Db, raw, sql, type Sql } from '@jihui/platform';
import { agencyOf } from '../core/manual.js';

export interface UnmatchedNeed {
  readonly needId: string;
  readonly experts: number;
  readonly lack: 'NO_SUPPLY' | 'GONE' | 'NO_FIT';
}

export interface UnmatchedNeeds {
  readonly totalCount: number;
  readonly needs: readonly UnmatchedNeed[];
}

/** What is shown of them: the oldest. */
const LISTED = 50;

export interface FieldSupply {
  readonly techField: string | null;
  readonly needs: number;
  readonly results: number;
  readonly unmatched: number;
}

/** A result that can be found, under that alias. */
const STANDING = sql`r.kind = 'RESULT' and r.online and r.owner_active`;

/**
 * Needs (alias l) to which nothing stands: no recommendation whose result can be found and which the owner's people did not
 * refuse, no broker's own match, no talks that go on or led to something.
 */
const UNMATCHED = sql`l.kind = 'NEED' and l.online and l.owner_active
  and not exists (select from matching.recommendation m join matching.listing r on r.id = m.result_id
    where m.need_id = l.id and ${STANDING}
      and not exists (select from matching.feedback f where f.need_id = l.id and f.result_id = r.id
        and l.owner_id = any(f.spoke_for) and f.verdict = 'NOT_USEFUL'))
  and not exists (select from matching.manual_match m where m.need_id = l.id and m.state = 'ACTIVE')
  and not exists (select from matching.outcome o where o.need_id = l.id and o.kind <> 'REJECTED')`;

/** Needs (alias l) that the actor works for: every online one for a broker, those of the area for an officer. */
function workedFor(actor: Actor): Sql {
  if (agencyOf(actor) !== undefined) return raw('true');
  const scopes = scopesOf(actor, 'OFFICER');
  return scopes.length === 0 ? raw('false') : coveredBy(sql`l.division_code`, scopes);
}

/** What brokers look at: demand without an answer, and where supply is weak. */
@Injectable()
export class BoardStore {
  constructor(private readonly db: Db) {}

  async unmatched(actor: Actor, techFields: readonly string[]): Promise<UnmatchedNeeds> {
    const field = sql`l.facts ->> 'techField'`;
    const rows = await this.db.query<UnmatchedNeed & { readonly total: number }>(sql`
      select l.id as "needId",
        (select count(*)::int from matching.expert_recommendation e where e.need_id = l.id) as experts,
        case when not exists (select from matching.listing r where ${STANDING}
              and r.facts ->> 'techField' is not distinct from ${field}) then 'NO_SUPPLY'
          when exists (select from matching.recommendation m where m.need_id = l.id) then 'GONE'
          else 'NO_FIT' end as lack,
        count(*) over ()::int as total
      from matching.listing l
      where ${UNMATCHED} and ${workedFor(actor)} and (${techFields.length === 0} or ${sql.any(field, techFields)})
      order by l.id limit ${LISTED}`);
    return {
      totalCount: rows[0]?.total ?? 0,
      needs: rows.map(({ needId, experts, lack }) => ({ needId, experts, lack })),
    };
  }

  /** One statement however many fields there are. Results of everywhere count: a need may be met from anywhere. */
  supply(actor: Actor): Promise<FieldSupply[]> {
    return this.db.query<FieldSupply>(sql`
      with demand as (
        select l.facts ->> 'techField' as field, count(*)::int as needs,
          count(*) filter (where ${UNMATCHED})::int as unmatched
        from matching.listing l where l.kind = 'NEED' and l.online and l.owner_active and ${workedFor(actor)} group by 1),
      supply as (
        select r.facts ->> 'techField' as field, count(*)::int as results from matching.listing r where ${STANDING} group by 1)
      select demand.field as "techField", needs, coalesce(results, 0) as results, unmatched
      from demand left join supply on supply.field is not distinct from demand.field
      order by unmatched desc, needs desc, demand.field`);
  }
}

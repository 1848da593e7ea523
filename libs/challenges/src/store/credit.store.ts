import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { containing, Db, or, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import { banOffice } from '../core/bans/ban.js';
import type { CreditEvent, CreditKind } from '../core/review/credit.js';
import { CreditEventRow } from './reviewer.row.js';

const COLUMNS =
  raw(`v.id, v.version, v.person_id as "personId", v.call_id as "callId", v.round, v.seat_id as "seatId",
  v.kind, v.note, v.day::text as day, v.lifted_on::text as "liftedOn", v.lift_reason as "liftReason",
  v.created_at as "createdAt", v.updated_at as "updatedAt"`);

export interface CreditFilter {
  readonly kind?: CreditKind | null;
  /** Those that stand, or those that were lifted. */
  readonly standing?: boolean | null;
  /** Part of an expert's name or unit, or of the call's code or title. */
  readonly text?: string | null;
}

/**
 * Call `c` for the officers of its city who have no part in its owner and no opened bid: `isInside` of the core without
 * the supervisor, who has the panel's own page.
 */
export function ofOffice(actor: Actor): Sql {
  const office = banOffice(actor);
  if (office === undefined || actor.kind !== 'person') return sql`false`;
  const own = actor.memberships.map(({ organisationId }) => organisationId);
  return sql`(left(c.division_code, 4) = ${office.slice(0, 4)} and not ${sql.any(sql`c.owner_id`, own)}
    and not exists (select from challenges.bid b where b.call_id = c.id and b.state = 'STANDING'
      and ${sql.any(sql`b.organisation_id`, own)}))`;
}

/** Who sits in a panel is sealed until its review begins; an expert reads their own. */
const visibleTo = (actor: Actor): Sql =>
  or([
    sql`(${ofOffice(actor)} and (v.round < c.round or c.state <> 'QUALIFIED'))`,
    ...(actor.kind === 'person' ? [sql`v.person_id = ${actor.personId}`] : []),
  ]);

/** 评审信用: the only SQL on it, besides what the pool of a draw asks. */
@Injectable()
export class CreditStore {
  constructor(private readonly db: Db) {}

  insert(event: CreditEvent): Promise<void> {
    return this.db.insert(CreditEventRow, { ...event });
  }

  save(before: Pick<CreditEvent, 'id' | 'version'>, change: Partial<CreditEvent>): Promise<void> {
    return this.db.update(CreditEventRow, { id: before.id, version: before.version }, change);
  }

  one(actor: Actor, id: string): Promise<CreditEvent | undefined> {
    return this.db.one<CreditEvent>(sql`
      select ${COLUMNS} from challenges.credit_event v join challenges.call c on c.id = v.call_id
      where v.id = ${id} and ${visibleTo(actor)}`);
  }

  /** Whether the seat has one of that kind, lifted or not; its call is locked. */
  async has(seatId: string, kind: CreditKind): Promise<boolean> {
    const row = await this.db.one(
      sql`select 1 as found from challenges.credit_event v where v.seat_id = ${seatId} and v.kind = ${kind}`,
    );
    return row !== undefined;
  }

  /** What was computed from sheets that are looked at anew. */
  async removeDeviations(callId: string, round: number): Promise<void> {
    await this.db.query(sql`
      delete from challenges.credit_event
      where call_id = ${callId} and round = ${round} and kind = 'DEVIATION' and lifted_on is null`);
  }

  /** Kinds of the events of each that stand and are not older than that day. */
  async standing(
    personIds: readonly string[],
    since: LegalDay,
  ): Promise<ReadonlyMap<string, readonly CreditKind[]>> {
    const rows = await this.db.query<{ personId: string; kinds: readonly CreditKind[] }>(sql`
      select v.person_id as "personId", array_agg(v.kind) as kinds from challenges.credit_event v
      where ${sql.any(sql`v.person_id`, personIds)} and v.lifted_on is null and v.day >= ${since}::date
      group by v.person_id`);
    return new Map(rows.map(({ personId, kinds }) => [personId, kinds]));
  }

  /** Newest first. */
  list(actor: Actor, filter: CreditFilter, args: PageArgs): Promise<Connection<CreditEvent>> {
    const pattern = containing((filter.text ?? '').trim());
    return this.db.page<CreditEvent, CreditEvent>(
      {
        select: COLUMNS,
        from: raw(`challenges.credit_event v join challenges.call c on c.id = v.call_id`),
        where: [
          visibleTo(actor),
          ...(filter.kind == null ? [] : [sql`v.kind = ${filter.kind}`]),
          ...(filter.standing == null
            ? []
            : [filter.standing ? sql`v.lifted_on is null` : sql`v.lifted_on is not null`]),
          ...(pattern === '%%'
            ? []
            : [
                sql`(c.code ilike ${pattern} or c.content ->> 'title' ilike ${pattern}
                  or exists (select from challenges.expert e where e.person_id = v.person_id
                    and (e.snapshot ->> 'name' ilike ${pattern} or e.snapshot ->> 'unitName' ilike ${pattern})))`,
              ]),
        ],
        order: [
          { expression: sql`v.created_at`, type: 'timestamptz', direction: 'desc' },
          { expression: sql`v.id`, type: 'uuid', direction: 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}

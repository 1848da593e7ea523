import { Injectable } from '@nestjs/common';
import { organisationsOf, organisationsWithRole, type Actor, type LegalDay } from '@jihui/kernel';
import {
  containing,
  coveredBy,
  Db,
  or,
  raw,
  sql,
  type Connection,
  type PageArgs,
  type Sql,
} from '@jihui/platform';
import type { Call } from '../core/calls/call.js';
import { INTERNAL, OWN, type CallState } from '../core/calls/lifecycle.js';
import type { CallMode, CallType } from '../core/calls/modes.js';
import { CallRow } from './call.row.js';

const COLUMNS = raw(
  `c.id, c.version, c.code, c.state, c.mode, c.round, c.owner_id as "ownerId", c.division_code as "divisionCode",
  c.need_id as "needId", c.batch_id as "batchId", c.content, c.funding, c.plan, c.argument, c.approvals, c.extensions, c.fixed, c.note,
  c.notice_from::text as "noticeFrom", c.notice_until::text as "noticeUntil", c.published_at as "publishedAt",
  c.opens_at as "opensAt", c.closes_at as "closesAt", c.opening_at as "openingAt", c.valid_bids as "validBids",
  c.stage_from::text as "stageFrom", c.stage_until::text as "stageUntil", c.suspended_at as "suspendedAt",
  c.created_by as "createdBy", c.created_at as "createdAt", c.updated_at as "updatedAt"`,
);

export interface CallFilter {
  readonly states?: readonly CallState[] | null;
  readonly modes?: readonly CallMode[] | null;
  readonly type?: CallType | null;
  readonly cluster?: string | null;
  readonly techField?: string | null;
  readonly division?: string | null;
  /** 征集批次. */
  readonly batchId?: string | null;
  /** Bids may come in now, or from a day that is fixed. */
  readonly open?: boolean | null;
  /** In the order in which they are to be handled; what waits for the actor's own office. */
  readonly waiting?: boolean | null;
  /** Of the actor's own organisations. */
  readonly mine?: boolean | null;
  /** Part of the title or the number. */
  readonly text?: string | null;
}

/** Bureaus of one kind in which the actor has an office. */
const officeScopes = (actor: Actor, kind: 'BUREAU_CITY' | 'BUREAU_COUNTY'): readonly string[] =>
  actor.kind === 'person'
    ? actor.memberships
        .filter((membership) => membership.kind === kind && membership.roles.includes('OFFICER'))
        .map(({ divisionCode }) => divisionCode)
    : [];

/** Of the actor's office, whose own organisation it is not; `of` is the row with its division and owner. */
export const ofOffice = (actor: Actor, kind: 'BUREAU_CITY' | 'BUREAU_COUNTY', of: Sql): Sql =>
  sql`(${coveredBy(sql`${of}.division_code`, officeScopes(actor, kind))}
    and not ${sql.any(sql`${of}.owner_id`, organisationsOf(actor))})`;
const byOffice = (actor: Actor, kind: 'BUREAU_CITY' | 'BUREAU_COUNTY'): Sql =>
  ofOffice(actor, kind, raw('c'));

/** `callSightOf(actor, call) !== 'NONE'` in SQL. */
export const callVisibleTo = (actor: Actor): Sql =>
  or([
    sql.any(sql`c.owner_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER')),
    sql`(not ${sql.any(sql`c.state`, OWN)} and ${or([byOffice(actor, 'BUREAU_CITY'), byOffice(actor, 'BUREAU_COUNTY')])})`,
    sql`(c.notice_from is not null and not ${sql.any(sql`c.state`, INTERNAL)})`,
  ]);

/** Whether the county has a bureau on the platform; where it has none the city's acts for it. */
const COUNTY_SERVED = raw(`exists (select from challenges.organisation b
  where b.kind = 'BUREAU_COUNTY' and b.active and b.division_code = c.division_code)`);

/** The county's part of a call: recommendation, and its approval of 市县联合. */
const COUNTY_PART = raw(`(c.state = 'SUBMITTED' or (c.state = 'CANDIDATE' and c.mode = 'SX'
  and not c.approvals @> '[{"approval": "COUNTY_BUREAU"}]'))`);

/** What is on the desk of the actor's office: the county's until it has recommended, the city's afterwards. */
const waitingFor = (actor: Actor): Sql =>
  or([
    sql`(${COUNTY_PART} and ${byOffice(actor, 'BUREAU_COUNTY')})`,
    sql`(c.state = 'SUBMITTED' and not ${COUNTY_SERVED} and ${byOffice(actor, 'BUREAU_CITY')})`,
    sql`(${sql.any(sql`c.state`, CITY_DESK)} and ${byOffice(actor, 'BUREAU_CITY')})`,
    sql`(${sql.any(sql`c.state`, ['DRAFT', 'RETURNED'])}
      and ${sql.any(sql`c.owner_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))})`,
  ]);
const CITY_DESK: readonly CallState[] = [
  'RECOMMENDED',
  'FORM_CHECKED',
  'CANDIDATE',
  'APPROVED',
  'NOTICED',
  'CLEARED',
  'BIDS_CLOSED',
  'BIDS_OPENED',
  'QUALIFIED',
  'REVIEWING',
  'REVIEWED',
  'AWARD_NOTICED',
  'FAILED',
];

/** 榜单: the only SQL on it. */
@Injectable()
export class CallsStore {
  constructor(private readonly db: Db) {}

  insert(call: Call): Promise<void> {
    return this.db.insert(CallRow, { ...call });
  }

  /** Locked until the transaction ends. */
  lock(id: string): Promise<Call | undefined> {
    return this.db.one<Call>(sql`select ${COLUMNS} from challenges.call c where c.id = ${id} for update`);
  }

  get(id: string): Promise<Call | undefined> {
    return this.db.one<Call>(sql`select ${COLUMNS} from challenges.call c where c.id = ${id}`);
  }

  some(ids: readonly string[]): Promise<readonly Call[]> {
    return this.db.query<Call>(
      sql`select ${COLUMNS} from challenges.call c where ${sql.any(sql`c.id`, ids)}`,
    );
  }

  save(before: Pick<Call, 'id' | 'version'>, patch: Partial<Call>): Promise<void> {
    return this.db.update(CallRow, { id: before.id, version: before.version }, patch);
  }

  /** Those of the ids that the actor may see. */
  async byIds(actor: Actor, ids: readonly string[]): Promise<Map<string, Call>> {
    const rows = await this.db.query<Call>(sql`
      select ${COLUMNS} from challenges.call c where ${sql.any(sql`c.id`, ids)} and ${callVisibleTo(actor)}`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The newest of that title, whoever may see it: for the demo city's seeds. */
  byTitle(title: string): Promise<Call | undefined> {
    return this.db.one<Call>(sql`
      select ${COLUMNS} from challenges.call c where c.title = ${title} order by c.id desc limit 1`);
  }

  /** Newest first; what waits, by what has waited longest. */
  list(actor: Actor, filter: CallFilter, args: PageArgs): Promise<Connection<Call>> {
    const waiting = filter.waiting === true;
    return this.db.page<Call, Call>(
      {
        select: COLUMNS,
        from: raw('challenges.call c'),
        where: [callVisibleTo(actor), ...conditions(actor, filter)],
        order: [
          {
            expression: waiting ? sql`c.updated_at` : sql`coalesce(c.published_at, c.created_at)`,
            type: 'timestamptz',
            direction: waiting ? 'asc' : 'desc',
          },
          { expression: sql`c.id`, type: 'uuid', direction: waiting ? 'asc' : 'desc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** Notices whose last day is over, and windows that are to open or to close, at this instant. */
  async due(
    now: Date,
    today: LegalDay,
  ): Promise<readonly { readonly id: string; readonly version: number }[]> {
    return this.db.query(sql`
      select c.id, c.version from challenges.call c
      where c.suspended_at is null and ((c.state = 'NOTICED' and c.notice_until < ${today}::date)
        or (c.state = 'AWARD_NOTICED' and c.stage_until < ${today}::date)
        or (c.state = 'PUBLISHED' and c.opens_at <= ${now}) or (c.state = 'BIDDING' and c.closes_at <= ${now}))
      order by c.id`);
  }

  async nextNumber(year: number): Promise<number> {
    const row = await this.db.one<{ last: number }>(sql`
      insert into challenges.counter as n (year, last) values (${year}, 1)
      on conflict (year) do update set last = n.last + 1 returning last`);
    if (row === undefined) throw new Error('no number');
    return row.last;
  }

  /** Ids in order, for a republication, a page at a time. */
  async changedSince(since: Date, after: string | null, limit: number): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(sql`
      select c.id from challenges.call c
      where c.updated_at >= ${since} and (${after}::uuid is null or c.id > ${after}::uuid)
      order by c.id limit ${limit}`);
    return rows.map(({ id }) => id);
  }
}

function conditions(actor: Actor, filter: CallFilter): Sql[] {
  const pattern = containing((filter.text ?? '').trim());
  const equal = (column: Sql, value: string | null | undefined): Sql[] =>
    value == null ? [] : [sql`${column} = ${value}`];
  return [
    ...(filter.states == null ? [] : [sql.any(sql`c.state`, filter.states)]),
    ...(filter.modes == null ? [] : [sql.any(sql`c.mode`, filter.modes)]),
    ...equal(sql`c.type`, filter.type),
    ...equal(sql`c.cluster`, filter.cluster),
    ...equal(sql`c.tech_field`, filter.techField),
    ...equal(sql`c.division_code`, filter.division),
    ...(filter.batchId == null ? [] : [sql`c.batch_id = ${filter.batchId}::uuid`]),
    ...(filter.open === true
      ? [
          sql`(${sql.any(sql`c.state`, ['PUBLISHED', 'BIDDING'])} and c.suspended_at is null
            and c.closes_at > platform.business_now())`,
        ]
      : []),
    ...(filter.waiting === true ? [waitingFor(actor)] : []),
    ...(filter.mine === true
      ? [sql.any(sql`c.owner_id`, organisationsWithRole(actor, 'TRANSFER_OFFICER'))]
      : []),
    ...(pattern === '%%' ? [] : [sql`(c.title ilike ${pattern} or c.code ilike ${pattern})`]),
  ];
}

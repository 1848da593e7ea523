import { Injectable } from '@nestjs/common';
import type { Actor, LegalDay } from '@jihui/kernel';
import { Db, raw, sql, type Connection, type PageArgs, type Sql } from '@jihui/platform';
import type { Contract } from '../core/contract.js';
import type { Colour, ColourBounds } from '../core/deadline.js';
import type { Step, WorkingDays } from '../core/workload/steps.js';
import { toDomain, type ContractRow } from './contract.row.js';
import { COLUMNS, HOLDER, IS_OPEN } from './contracts.store.js';
import { colourIs } from './due.js';
import { bureauSees, monthOf } from './visibility.js';

/** What a registrar has on the desk and has done this month. */
export interface Workload {
  readonly personId: string;
  readonly open: number;
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly firstDone: number;
  readonly secondDone: number;
  /** Working days that their reviews of this month lay with them; null for none. */
  readonly medianDays: number | null;
}

/** Times of one step in one month, of one class or of all. */
export interface ProcessingTime {
  readonly month: string;
  readonly step: Step;
  /** Null: all classes. */
  readonly contractClass: string | null;
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  /** Decided after the last day; of TOTAL only. */
  readonly overdue: number;
}

/** What stands behind a figure. Without a step: what lies open. */
export interface CasesFilter {
  readonly personId?: string | null;
  readonly colour?: Colour | null;
  readonly step?: Step | null;
  /** 2026-11: in which the step ended. */
  readonly month?: string | null;
  /** 2026-11: registered or refused in it. */
  readonly decidedIn?: string | null;
  readonly contractClass?: string | null;
  readonly overdue?: boolean | null;
  readonly registryDivision?: string | null;
}

const DAY = (instant: string) => raw(`(${instant} at time zone 'Asia/Shanghai')::date`);

/**
 * Steps that ended: who ended each, on which day, and on which day it began. A review begins with the
 * step before it; an acceptance with the submission, of which the last is known. The whole is from
 * acceptance to the decision, without the days for which the clock rested.
 */
const steps = (actor: Actor): Sql => sql`
  seen as (
    select c.id, left(c.subclass, 1) as class, c.registry_division, c.submitted_at, c.accepted_on, c.due_on,
      c.clock_paused_days, c.state, c.registered_at, c.registered_on, c.decided_on
    from contracts.contract c where ${bureauSees(actor)}),
  review as (
    select r.contract_id, r.stage, r.verdict, r.reviewer_id, r.at,
      lag(r.at) over (partition by r.contract_id order by r.at, r.id) as before
    from contracts.review r join seen on seen.id = r.contract_id),
  step as (
    select s.id, s.class, s.registry_division, r.stage as step, r.reviewer_id, ${DAY('r.at')} as ended,
      ${DAY("case when r.stage <> 'ACCEPTANCE' then r.before when s.submitted_at <= r.at then s.submitted_at end")} as began,
      0 as rested, false as overdue
    from review r join seen s on s.id = r.contract_id
    union all
    select s.id, s.class, s.registry_division, 'REGISTRATION', null, s.registered_on, ${DAY('max(r.at)')}, 0, false
    from seen s join review r on r.contract_id = s.id and r.stage = 'SECOND' and r.verdict = 'PASS' and r.at < s.registered_at
    group by s.id, s.class, s.registry_division, s.registered_on
    union all
    select s.id, s.class, s.registry_division, 'TOTAL', null, d.decided, s.accepted_on, s.clock_paused_days,
      s.due_on < d.decided
    from seen s
    cross join lateral (select coalesce(s.registered_on, case s.state when 'REJECTED' then s.decided_on end) as decided) d
    where d.decided is not null and s.accepted_on is not null)`;

/** With their working days; what began before the calendar does is left out. */
const measured = (actor: Actor, { days, counts }: WorkingDays): Sql => sql`
  working as (select day, n from unnest(${[...days]}::date[], ${[...counts]}::int[]) as w (day, n)),
  ${steps(actor)},
  measured as (
    select step.*, to_char(ended, 'YYYY-MM') as month, greatest(0, e.n - b.n - rested) as days
    from step join working e on e.day = step.ended join working b on b.day = step.began)`;

/** Workload and times of the registries in the viewer's scope. */
@Injectable()
export class WorkloadStore {
  constructor(private readonly db: Db) {}

  /** Of whoever holds a review or ended one in that month. */
  async workload(
    actor: Actor,
    month: string,
    bounds: ColourBounds,
    calendar: WorkingDays,
  ): Promise<readonly Workload[]> {
    const count = (condition: Sql): Sql => sql`count(*) filter (where ${condition})::int`;
    return this.db.query<Workload>(sql`
      with ${measured(actor, calendar)},
      held as (
        select ${HOLDER} as person, count(*)::int as open, ${count(colourIs(sql`c.due_on`, 'GREEN', bounds))} as green,
          ${count(colourIs(sql`c.due_on`, 'AMBER', bounds))} as amber, ${count(colourIs(sql`c.due_on`, 'RED', bounds))} as red
        from contracts.contract c where ${IS_OPEN} and ${bureauSees(actor)} and ${HOLDER} is not null group by 1),
      done as (
        select reviewer_id as person, count(distinct id) filter (where step = 'FIRST')::int as first,
          count(distinct id) filter (where step = 'SECOND')::int as second,
          percentile_cont(0.5) within group (order by days) as median
        from measured where month = ${month} and step in ('FIRST', 'SECOND') group by 1)
      select person as "personId", coalesce(open, 0) as open, coalesce(green, 0) as green, coalesce(amber, 0) as amber,
        coalesce(red, 0) as red, coalesce(first, 0) as "firstDone", coalesce(second, 0) as "secondDone",
        median as "medianDays"
      from held full join done using (person) order by open desc nulls last, person`);
  }

  /** By month and step, of each class and of all together, the latest month first. */
  async times(
    actor: Actor,
    { from, registryDivision }: { readonly from: LegalDay; readonly registryDivision: string | null },
    calendar: WorkingDays,
  ): Promise<readonly ProcessingTime[]> {
    return this.db.query<ProcessingTime>(sql`
      with ${measured(actor, calendar)}
      select month, step, class as "contractClass", count(distinct id)::int as count,
        percentile_cont(0.5) within group (order by days) as median,
        percentile_cont(0.9) within group (order by days) as p90,
        count(*) filter (where overdue)::int as overdue
      from measured
      where ended >= ${from}::date and (${registryDivision}::text is null or registry_division = ${registryDivision})
      group by grouping sets ((month, step), (month, step, class))
      having grouping(class) = 1 or class is not null
      order by month desc, step, class nulls first`);
  }

  /** Newest first. */
  cases(
    actor: Actor,
    filter: CasesFilter,
    bounds: ColourBounds,
    calendar: WorkingDays,
    args: PageArgs,
  ): Promise<Connection<Contract>> {
    const where: Sql[] = [bureauSees(actor)];
    if (filter.registryDivision) where.push(sql`c.registry_division = ${filter.registryDivision}`);
    if (filter.contractClass) where.push(sql`left(c.subclass, 1) = ${filter.contractClass}`);
    if (filter.decidedIn) where.push(decidedIn(filter.decidedIn));
    if (filter.step) where.push(sql`c.id in (${ended(actor, filter, calendar)})`);
    else if (!filter.decidedIn) {
      where.push(IS_OPEN);
      if (filter.personId) where.push(sql`${HOLDER} = ${filter.personId}::uuid`);
      if (filter.colour) where.push(colourIs(sql`c.due_on`, filter.colour, bounds));
    }
    return this.db.page<ContractRow, Contract>(
      {
        select: COLUMNS,
        from: sql`contracts.contract c`,
        where,
        order: [{ expression: sql`c.id`, type: 'uuid', direction: 'desc' }],
        toNode: toDomain,
      },
      args,
    );
  }
}

/** Registered or refused in that month: what could be rated. */
const decidedIn = (month: string): Sql => sql`(${monthOf('c.registered_at')} = ${month} or exists (
  select from contracts.review r where r.contract_id = c.id and r.verdict = 'REJECT' and ${monthOf('r.at')} = ${month}))`;

/** Ids of the contracts of which that step ended so. */
const ended = (actor: Actor, filter: CasesFilter, calendar: WorkingDays): Sql => sql`
  with ${measured(actor, calendar)}
  select id from measured where step = ${filter.step}
    and (${filter.month ?? null}::text is null or month = ${filter.month ?? null})
    and (${filter.personId ?? null}::uuid is null or reviewer_id = ${filter.personId ?? null}::uuid)
    and (${filter.overdue ?? null}::boolean is null or overdue = ${filter.overdue ?? null})`;

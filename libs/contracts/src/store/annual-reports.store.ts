import { Injectable } from '@nestjs/common';
import { scopesOf, type Actor, type LegalDay } from '@jihui/kernel';
import { containing, coveredBy, Db, raw, sql, type Connection, type PageArgs } from '@jihui/platform';
import type { ReportFigure } from '../core/annual-report/figures.js';
import type { Reminder } from '../core/annual-report/deadline.js';
import type { ReportState } from '../core/annual-report/lifecycle.js';
import type { AnnualReport } from '../core/annual-report/report.js';
import { figuresStatement, recordsOf, type Here } from './annual-report.sql.js';

const REPORT = raw(`r.organisation_id as "organisationId", r.year, r.version, r.state, r.items, r.frozen,
  r.submitted_at as "submittedAt", r.submitted_by as "submittedBy", r.return_reason as "returnReason",
  r.decided_at as "decidedAt", r.updated_at as "updatedAt"`);

/** One of the rows that make a figure. */
export interface ReportRecord {
  readonly id: string;
  readonly kind: 'CONTRACT' | 'REWARD' | 'DEAL';
  /** Of the contract, reward or deal. */
  readonly subject: string;
  readonly title: string;
  readonly number: string | null;
  readonly day: LegalDay;
  readonly value: number;
}

export interface StandingFilter {
  readonly year: number;
  /** Only units that have not handed in. */
  readonly missing?: boolean | null;
  /** Name or code of the unit. */
  readonly text?: string | null;
}

/** How a unit that has to report stands. */
export interface ReportStanding {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly divisionCode: string;
  /** Null for who has not begun. */
  readonly state: ReportState | null;
  readonly submittedAt: Date | null;
}

/** A unit that is reminded of its report. */
export interface UnitToRemind {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly divisionCode: string;
  /** Of the report; 0 while nothing was written. */
  readonly version: number;
}

const HAS_TO_REPORT = raw(`o.state_established and o.active and o.kind in ('UNIVERSITY', 'INSTITUTE')`);
const NOT_HANDED_IN = raw(`coalesce(r.state, 'DRAFT') in ('DRAFT', 'RETURNED')`);

/** 年度报告: the only SQL on it. */
@Injectable()
export class AnnualReportsStore {
  constructor(private readonly db: Db) {}

  async get(organisationId: string, year: number): Promise<AnnualReport | undefined> {
    return this.db.one<AnnualReport>(sql`
      select ${REPORT} from contracts.annual_report r where r.organisation_id = ${organisationId} and r.year = ${year}`);
  }

  /** Years with a report that somebody began, the latest first. */
  async years(organisationId: string): Promise<readonly number[]> {
    const rows = await this.db.query<{ readonly year: number }>(sql`
      select year from contracts.annual_report where organisation_id = ${organisationId} order by year desc`);
    return rows.map(({ year }) => year);
  }

  /** One after another, also while there is no row to lock. */
  async lock(organisationId: string, year: number): Promise<AnnualReport | undefined> {
    if (!this.db.inTransaction) throw new Error('lock outside a unit of work');
    await this.db.query(sql`
      select pg_advisory_xact_lock(hashtextextended('contracts/annual-report/' || ${organisationId} || ${year}::int, 0))`);
    return this.get(organisationId, year);
  }

  async save(report: AnnualReport, at: Date): Promise<void> {
    await this.db.query(sql`
      insert into contracts.annual_report as old (organisation_id, year, version, state, items, frozen, submitted_at,
        submitted_by, return_reason, decided_at, updated_at)
      values (${report.organisationId}, ${report.year}, ${report.version}, ${report.state},
        ${JSON.stringify(report.items)}::jsonb, ${report.frozen === null ? null : JSON.stringify(report.frozen)}::jsonb,
        ${report.submittedAt}, ${report.submittedBy}, ${report.returnReason}, ${report.decidedAt}, ${at})
      on conflict (organisation_id, year) do update set version = excluded.version, state = excluded.state,
        items = excluded.items, frozen = excluded.frozen, submitted_at = excluded.submitted_at,
        submitted_by = excluded.submitted_by, return_reason = excluded.return_reason,
        decided_at = excluded.decided_at, updated_at = excluded.updated_at`);
  }

  /** By key, from the records as they stand. */
  async figures(organisationId: string, year: number, here: Here): Promise<Readonly<Record<string, number>>> {
    const rows = await this.db.query<{ key: string; value: number }>(
      figuresStatement(organisationId, year, here),
    );
    return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  }

  /** What makes the figure, oldest first. */
  records(
    figure: ReportFigure,
    of: { readonly organisationId: string; readonly year: number; readonly here: Here },
    args: PageArgs,
  ): Promise<Connection<ReportRecord>> {
    return this.db.page<ReportRecord, ReportRecord>(
      {
        select: raw('x.id, x.kind, x.subject, x.title, x.number, x.day::text as day, x.value'),
        from: recordsOf(figure, of.organisationId, of.year, of.here),
        where: [],
        order: [
          { expression: sql`x.day`, type: 'date', direction: 'asc' },
          { expression: sql`x.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }

  /** Units that have to report on the year, have not, and were not told so yet; marks them told. */
  async markReminded(
    year: number,
    reminder: Reminder,
    dueOn: LegalDay,
    now: Date,
  ): Promise<readonly UnitToRemind[]> {
    return this.db.query<UnitToRemind>(sql`
      with told as (
        insert into contracts.annual_report_reminder (organisation_id, year, reminder, due_on, told_at)
        select o.id, ${year}, ${reminder}, ${dueOn}, ${now} from contracts.organisation o
        left join contracts.annual_report r on r.organisation_id = o.id and r.year = ${year}
        where ${HAS_TO_REPORT} and ${NOT_HANDED_IN} on conflict do nothing returning organisation_id)
      select o.id as "organisationId", o.name as "organisationName", o.division_code as "divisionCode",
        coalesce(r.version, 0) as version
      from told t join contracts.organisation o on o.id = t.organisation_id
      left join contracts.annual_report r on r.organisation_id = o.id and r.year = ${year} order by o.id`);
  }

  /** Units of the actor's places that have to report, by name; those without a report as well. */
  standings(
    actor: Actor,
    { year, missing, text }: StandingFilter,
    args: PageArgs,
  ): Promise<Connection<ReportStanding>> {
    const where = [
      HAS_TO_REPORT,
      coveredBy(sql`o.division_code`, scopesOf(actor, 'OFFICER', 'REGISTRAR', 'ORG_ADMIN')),
    ];
    if (missing) where.push(NOT_HANDED_IN);
    if (text) {
      const pattern = containing(text.toLowerCase());
      where.push(sql`(lower(o.name) like ${pattern} or lower(o.uscc) like ${pattern})`);
    }
    return this.db.page<ReportStanding, ReportStanding>(
      {
        select:
          raw(`o.id as "organisationId", o.name as "organisationName", o.division_code as "divisionCode",
          r.state, r.submitted_at as "submittedAt"`),
        from: sql`contracts.organisation o
          left join contracts.annual_report r on r.organisation_id = o.id and r.year = ${year}`,
        where,
        order: [
          { expression: raw('o.name collate "C"'), type: 'text', direction: 'asc' },
          { expression: sql`o.id`, type: 'uuid', direction: 'asc' },
        ],
        toNode: (row) => row,
      },
      args,
    );
  }
}

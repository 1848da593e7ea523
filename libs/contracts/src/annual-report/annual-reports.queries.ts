import { Injectable } from '@nestjs/common';
import { DomainError, type Actor, type LegalDay } from '@jihui/kernel';
import { Audit, BusinessClock, isUuid, type Connection, type PageArgs } from '@jihui/platform';
import { FIGURE_GROUPS, figureNamed, REPORT_FIGURES } from '../core/annual-report/figures.js';
import {
  emptyReport,
  MANUAL_ITEMS,
  MANUAL_KEYS,
  mayRead,
  reportMachine,
  type AnnualReport,
  type ReportCase,
} from '../core/annual-report/report.js';
import { ContractCodes } from '../core/errors.js';
import {
  AnnualReportsStore,
  type ReportRecord,
  type ReportStanding,
  type StandingFilter,
} from '../store/annual-reports.store.js';
import { ProjectionsStore } from '../store/projections.store.js';
import { presentAs } from '../contracts.queries.js';
import { AnnualReportsService, isYear, LEAST_YEAR, reportStream } from './annual-reports.service.js';
import { ReportDeadlines } from './report-deadlines.js';

export type { ReportRecord };

const NOBODY: Connection<never> = {
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  totalCount: () => Promise.resolve(0),
};

/** Reads of the annual report. */
@Injectable()
export class AnnualReportsQueries {
  constructor(
    private readonly store: AnnualReportsStore,
    private readonly reports: AnnualReportsService,
    private readonly projections: ProjectionsStore,
    private readonly audit: Audit,
    private readonly clock: BusinessClock,
    private readonly deadlines: ReportDeadlines,
  ) {}

  /** Null where the actor may not read it. */
  async one(actor: Actor, organisationId: string, year: number) {
    const subject = await this.readable(actor, organisationId, year);
    if (subject === undefined) return null;
    const { report } = subject;
    const here = this.reports.here;
    const current = await this.store.figures(organisationId, year, here);
    const previous = await this.store.figures(organisationId, year - 1, here);
    const names = await this.projections.personNames(report.submittedBy === null ? [] : [report.submittedBy]);
    const unit = (await this.projections.organisations([organisationId])).get(organisationId);
    const stream = reportStream(organisationId, year);
    return {
      id: `${organisationId}/${year}`,
      organisationId,
      organisationName: unit?.name ?? '',
      year,
      version: report.version,
      state: report.state,
      figures: figuresOf(report, current, previous),
      items: itemsOf(report),
      dueOn: await this.deadlines.dueOn(year),
      submittedAt: report.submittedAt,
      submittedByName: report.submittedBy === null ? null : (names.get(report.submittedBy) ?? null),
      returnReason: report.returnReason,
      decidedAt: report.decidedAt,
      availableActions: reportMachine.availableActions(actor, subject, await this.clock.now()),
      timeline: (await this.audit.timelines('contracts', [stream])).get(stream) ?? [],
    };
  }

  /** Years of which the unit wrote a report, the latest first. */
  async years(actor: Actor, organisationId: string): Promise<readonly number[]> {
    const years = isUuid(organisationId) ? await this.store.years(organisationId) : [];
    const [latest] = years;
    // Who may read does not depend on the year.
    if (latest === undefined || (await this.readable(actor, organisationId, latest)) === undefined) return [];
    return years;
  }

  /** @throws DomainError CONTRACT.UNKNOWN_FIGURE. */
  async records(
    actor: Actor,
    of: { readonly organisationId: string; readonly year: number; readonly figure: string },
    args: PageArgs,
  ): Promise<Connection<ReportRecord>> {
    const figure = figureNamed(of.figure);
    if (figure === undefined) throw new DomainError(ContractCodes.UNKNOWN_FIGURE, '年度报告没有这一统计项');
    if ((await this.readable(actor, of.organisationId, of.year)) === undefined) return NOBODY;
    return this.store.records(figure, { ...of, here: this.reports.here }, args);
  }

  async standings(
    actor: Actor,
    filter: StandingFilter,
    args: PageArgs,
  ): Promise<Connection<ReportStanding & { readonly dueOn: LegalDay }>> {
    const { year } = filter;
    const page = await this.store.standings(actor, filter, args);
    const dueOn = await this.deadlines.dueOn(isYear(year) ? year : LEAST_YEAR);
    return presentAs(page, (standing) => ({ ...standing, dueOn }));
  }

  private async readable(
    actor: Actor,
    organisationId: string,
    year: number,
  ): Promise<ReportCase | undefined> {
    if (!isUuid(organisationId) || !isYear(year)) return undefined;
    const report = (await this.store.get(organisationId, year)) ?? emptyReport(organisationId, year);
    const subject = await this.reports.caseOf(report, await this.clock.now());
    return subject && mayRead(actor, subject) ? subject : undefined;
  }
}

type Values = Readonly<Record<string, number>>;

const figuresOf = ({ frozen }: AnnualReport, current: Values, previous: Values) =>
  REPORT_FIGURES.map(({ key, group, label, unit }) => ({
    key,
    groupName: FIGURE_GROUPS[group],
    label,
    unit,
    // A figure that came after the report was handed in is told as it stands.
    value: frozen?.[key] ?? current[key] ?? 0,
    current: current[key] ?? 0,
    previous: previous[key] ?? 0,
  }));

const itemsOf = ({ items }: AnnualReport) =>
  MANUAL_KEYS.map((key) => {
    const { label, unit } = MANUAL_ITEMS[key];
    const value = items[key];
    return {
      key,
      label,
      unit,
      number: typeof value === 'number' ? value : null,
      text: typeof value === 'string' ? value : null,
    };
  });

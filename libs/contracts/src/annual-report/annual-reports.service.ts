import { Injectable } from '@nestjs/common';
import { cleanText, legalDayOf, notFound, refuseIf, type Actor, type Violation } from '@jihui/kernel';
import { checkIds, City, staleVersion, Work } from '@jihui/platform';
import { personOf } from '../contract-changes.js';
import type { ReportAction } from '../core/annual-report/lifecycle.js';
import {
  emptyReport,
  itemViolations,
  MANUAL_ITEMS,
  mayRead,
  reportMachine,
  type AnnualReport,
  type ManualItems,
  type ManualKey,
  type ReportCase,
} from '../core/annual-report/report.js';
import { said } from '../core/decisions.js';
import { AnnualReportsStore } from '../store/annual-reports.store.js';
import { ProjectionsStore } from '../store/projections.store.js';

export interface ReportTarget {
  readonly clientMutationId: string;
  readonly organisationId: string;
  readonly year: number;
  readonly expectedVersion: number;
}
export interface TypedItem {
  readonly key: string;
  readonly number?: number | null;
  readonly text?: string | null;
}

export const reportStream = (organisationId: string, year: number): string =>
  `AnnualReport:${organisationId}/${year}`;

/** Years of which the platform can know something. */
export const LEAST_YEAR = 2000;
export const isYear = (year: number): boolean => year >= LEAST_YEAR && year <= 2200;

const isManual = (key: string): key is ManualKey => Object.hasOwn(MANUAL_ITEMS, key);

/** 年度报告: saved as one types, handed in, looked at by the bureau. */
@Injectable()
export class AnnualReportsService {
  constructor(
    private readonly work: Work,
    private readonly store: AnnualReportsStore,
    private readonly projections: ProjectionsStore,
    private readonly city: City,
  ) {}

  save(actor: Actor, input: ReportTarget & { readonly items: readonly TypedItem[] }): Promise<null> {
    return this.perform(actor, 'saveAnnualReport', 'edit', input, () => {
      const items = itemsOf(input.items);
      refuseIf(itemViolations(items));
      return Promise.resolve({ items });
    });
  }

  /** The figures are kept as they stand now, so that what was reported can be told for ever. */
  submit(actor: Actor, input: ReportTarget): Promise<null> {
    return this.perform(actor, 'submitAnnualReport', 'submit', input, async (now) => ({
      frozen: await this.store.figures(input.organisationId, input.year, this.here),
      submittedAt: now,
      submittedBy: personOf(actor),
      returnReason: null,
    }));
  }

  sendBack(actor: Actor, input: ReportTarget & { readonly reason: string }): Promise<null> {
    const { text: reason, wrong } = said('reason', '退回原因', input.reason, 1_000);
    return this.perform(
      actor,
      'returnAnnualReport',
      'return',
      input,
      (now) => Promise.resolve({ frozen: null, returnReason: reason, decidedAt: now }),
      wrong,
    );
  }

  accept(actor: Actor, input: ReportTarget): Promise<null> {
    return this.perform(actor, 'acceptAnnualReport', 'accept', input, (now) =>
      Promise.resolve({ decidedAt: now }),
    );
  }

  /** The city from which places are seen. */
  get here() {
    return { city: this.city.code, province: this.city.province.code };
  }

  /** The report with what its rules look at; undefined for an organisation that is not known. */
  async caseOf(report: AnnualReport, now: Date): Promise<ReportCase | undefined> {
    const unit = (await this.projections.organisations([report.organisationId])).get(report.organisationId);
    return unit && { report, divisionCode: unit.divisionCode, today: legalDayOf(now) };
  }

  /** @throws DomainError NOT_FOUND for what the actor may not read, STALE_VERSION, and what the machine refuses. */
  private async perform(
    actor: Actor,
    name: string,
    action: ReportAction,
    input: ReportTarget,
    carryOut: (now: Date) => Promise<Partial<AnnualReport>>,
    wrong: readonly Violation[] = [],
  ): Promise<null> {
    const { clientMutationId, organisationId, year, expectedVersion } = input;
    checkIds(organisationId);
    if (!isYear(year)) throw notFound('年度报告');
    return this.work.run({ domain: 'contracts', name, actor, clientMutationId, input }, async (tx) => {
      const before = (await this.store.lock(organisationId, year)) ?? emptyReport(organisationId, year);
      const subject = await this.caseOf(before, tx.now);
      if (subject === undefined || !mayRead(actor, subject)) throw notFound('年度报告');
      if (before.version !== expectedVersion) throw staleVersion();
      const state = reportMachine.perform(subject, action, actor, tx.now, wrong);
      const next = { ...before, ...(await carryOut(tx.now)), state, version: before.version + 1 };
      await this.store.save(next, tx.now);
      await tx.audit({
        stream: reportStream(organisationId, year),
        action,
        before,
        after: next,
        reason: next.state === 'RETURNED' && action === 'return' ? next.returnReason : null,
      });
      return null;
    });
  }
}

/** @throws DomainError INVALID_INPUT for an item that the report does not have. */
function itemsOf(typed: readonly TypedItem[]): ManualItems {
  refuseIf(
    typed.flatMap(({ key }, index) =>
      isManual(key)
        ? []
        : [{ path: `items.${index}.key`, code: 'UNKNOWN_CODE', message: '年度报告没有这一项' }],
    ),
  );
  const items: Partial<Record<ManualKey, number | string>> = {};
  for (const { key, number, text } of typed) {
    if (!isManual(key)) continue;
    const value = MANUAL_ITEMS[key].unit === 'TEXT' ? cleanText(text ?? '') : number;
    if (value !== null && value !== undefined && value !== '') items[key] = value;
  }
  return items;
}

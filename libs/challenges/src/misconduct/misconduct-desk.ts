import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import type { Tx } from '@jihui/platform';
import { mayHandle, type ReportPlace } from '../core/misconduct/handlers.js';
import { dueOf, type MisconductReport, type ReportCase } from '../core/misconduct/report.js';
import { MisconductStore } from '../store/misconduct.store.js';

/** How a report is kept and told of: in an audit stream and an event of its own, which name neither call nor words. */
@Injectable()
export class MisconductDesk {
  constructor(private readonly store: MisconductStore) {}

  async placeOf(callId: string | null): Promise<ReportPlace | null> {
    return callId === null ? null : ((await this.store.places([callId])).get(callId) ?? null);
  }

  async caseOf(actor: Actor, report: MisconductReport, receipt = false): Promise<ReportCase> {
    const place = await this.placeOf(report.callId);
    return { report, place, known: await this.store.knownAs(actor), receipt };
  }

  /** Accounts of those who may handle it now. */
  async handlersOf(
    report: Pick<MisconductReport, 'divisionCode' | 'personId' | 'named' | 'concerns'>,
    place: ReportPlace | null,
  ): Promise<readonly string[]> {
    const candidates = await this.store.candidates(report.divisionCode, place?.supervisorId ?? null);
    return candidates
      .filter((one) => mayHandle(one, { report, place, known: { names: [one.name], units: one.units } }))
      .map(({ personId }) => personId);
  }

  /** Saves, audits and tells. */
  async keep(
    tx: Tx,
    before: MisconductReport,
    change: Partial<MisconductReport>,
    action: string,
    reason: string | null = null,
  ): Promise<MisconductReport> {
    await this.store.save(before, change);
    const after = { ...before, ...change, version: before.version + 1, updatedAt: tx.now };
    await tx.audit({ stream: misconductStream(before.id), action, before, after, reason });
    await this.tell(tx, after, action);
    return after;
  }

  async tell(tx: Tx, report: MisconductReport, action: string): Promise<void> {
    const handlerIds = await this.handlersOf(report, await this.placeOf(report.callId));
    const { id, version, personId } = report;
    await tx.emit('challenges.misconduct', {
      ...{ aggregateId: id, version, action },
      payload: { id, version, handlerIds, reporterId: personId, dueOn: dueOf(report) },
    });
  }
}

export const misconductStream = (id: string): string => `MisconductReport:${id}`;

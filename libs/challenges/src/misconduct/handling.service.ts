import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  Violations,
  type Actor,
  type Violation,
} from '@jihui/kernel';
import { checkIds, HolidayCalendars, staleVersion, type Tx } from '@jihui/platform';
import { CallDesk, type Changed, type Target } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import {
  misconductMachine,
  type MisconductAction,
  type MisconductReport,
} from '../core/misconduct/report.js';
import { MisconductStore } from '../store/misconduct.store.js';
import { MisconductDesk } from './misconduct-desk.js';

interface Step {
  readonly change: Partial<MisconductReport>;
  readonly wrong: readonly Violation[];
}

const said = (path: string, label: string, text: string, min = 10): readonly Violation[] =>
  new Violations().text(path, label, text, { min, max: 5_000 }).found;

/** 举报办理: by the call's supervisor and the inspectors of the place, without whoever has a part in it. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly calls: CallDesk,
    private readonly store: MisconductStore,
    private readonly desk: MisconductDesk,
    private readonly holidays: HolidayCalendars,
  ) {}

  /** 受理: from here on the days of the conclusion run. */
  accept(actor: Actor, input: Types.MisconductOpinionInput): Promise<Changed> {
    const decision = cleanText(input.opinion);
    return this.step(actor, 'acceptMisconductReport', 'accept', input, async (_, tx) => ({
      change: { decision, concludeBy: await this.conclusionFrom(legalDayOf(tx.now), tx) },
      wrong: said('opinion', '受理意见', decision, 2),
    }));
  }

  /** 不予受理, with the reason that the reporter reads. */
  refuse(actor: Actor, input: Types.MisconductOpinionInput): Promise<Changed> {
    const decision = cleanText(input.opinion);
    return this.step(actor, 'refuseMisconductReport', 'refuse', input, () =>
      Promise.resolve({ change: { decision }, wrong: said('opinion', '不予受理的理由', decision) }),
    );
  }

  /** 开始调查. */
  investigate(actor: Actor, input: Types.MisconductOpinionInput): Promise<Changed> {
    const finding = cleanText(input.opinion);
    return this.step(actor, 'investigateMisconductReport', 'investigate', input, () =>
      Promise.resolve({ change: { finding }, wrong: said('opinion', '调查安排', finding, 2) }),
    );
  }

  /** 延长办理, once, by as many days. */
  extend(actor: Actor, input: Types.MisconductOpinionInput): Promise<Changed> {
    const reason = cleanText(input.opinion);
    return this.step(actor, 'extendMisconductReport', 'extend', input, async ({ concludeBy }, tx) => ({
      change: {
        extended: true,
        concludeBy: await this.conclusionFrom(concludeBy ?? legalDayOf(tx.now), tx),
      },
      wrong: said('opinion', '延长理由', reason),
    }));
  }

  /** 请举报人补充: read with the receipt code. */
  ask(actor: Actor, input: Types.MisconductOpinionInput): Promise<Changed> {
    const text = cleanText(input.opinion);
    return this.step(actor, 'askMisconductReporter', 'ask', input, ({ notes }, tx) =>
      Promise.resolve({
        change: { notes: [...notes, { at: tx.now.toISOString(), by: 'HANDLER', text }] },
        wrong: said('opinion', '询问内容', text, 5),
      }),
    );
  }

  /** 结论: substantiated or not, what was found, what is done, and what the reporter is told. */
  conclude(actor: Actor, input: Types.ConcludeMisconductReportInput): Promise<Changed> {
    const finding = cleanText(input.finding);
    const measures = cleanText(input.measures ?? '');
    const answer = cleanText(input.answer);
    const substantiated = input.outcome === 'SUBSTANTIATED';
    return this.step(
      actor,
      'concludeMisconductReport',
      substantiated ? 'substantiate' : 'dismiss',
      input,
      () =>
        Promise.resolve({
          change: { finding, measures, answer },
          wrong: [
            ...said('finding', '调查情况', finding),
            ...new Violations().text('measures', '处理措施', measures, {
              min: substantiated ? 2 : 0,
              max: 5_000,
            }).found,
            ...said('answer', '答复', answer),
          ],
        }),
    );
  }

  private async conclusionFrom(day: string, tx: Tx): Promise<string> {
    const { reportConclude } = await this.calls.rules(legalDayOf(tx.now));
    return addWorkingDays(day, reportConclude, await this.holidays.calendar());
  }

  /** One step of a report: visible → current → allowed → changed → kept → told. */
  private step(
    actor: Actor,
    name: string,
    action: MisconductAction,
    input: Target,
    made: (report: MisconductReport, tx: Tx) => Promise<Step>,
  ): Promise<Changed> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.id);
    return this.calls.run(actor, name, input, async (tx) => {
      const report = await this.store.lockFor(actor, input.id);
      if (report === undefined) throw notFound('该举报');
      if (report.version !== input.expectedVersion) throw staleVersion();
      const subject = await this.desk.caseOf(actor, report);
      misconductMachine.permit(subject, action, actor);
      const { change, wrong } = await made(report, tx);
      const state = misconductMachine.perform(subject, action, actor, tx.now, wrong);
      await this.desk.keep(tx, report, { ...change, state, handledBy: actor.personId }, name);
      return { id: report.id };
    });
  }
}

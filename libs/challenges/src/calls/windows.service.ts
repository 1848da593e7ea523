import { Injectable } from '@nestjs/common';
import { DomainError, legalDayOf, system, type Actor, type LegalDay } from '@jihui/kernel';
import { HolidayCalendars, Parameters, type Tx } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import type { Call, Extension, Fixed } from '../core/calls/call.js';
import { CALL_PARAMETERS } from '../core/calls/parameters.js';
import type { CallCase } from '../core/calls/rules.js';
import {
  biddingWindow,
  closingOf,
  extensionFaults,
  nextRound,
  noticeEnd,
  openingFaults,
  resumedClosing,
  resumedNotice,
} from '../core/calls/windows.js';
import { BidLogService } from '../bids/bid-log.service.js';
import { AllotmentsService } from '../reviews/allotments.service.js';
import { AwardsService } from '../reviews/awards.service.js';
import { CallsStore } from '../store/calls.store.js';
import { CallDesk, type Changed, type Step } from './call-desk.js';
import { reasonOf } from './said.js';

/** 公示、张榜、揭榜期、流标、中止、终止: what goes by the business clock. */
@Injectable()
export class WindowsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: CallsStore,
    private readonly holidays: HolidayCalendars,
    private readonly parameters: Parameters,
    private readonly bidLog: BidLogService,
    private readonly awards: AwardsService,
    private readonly allotments: AllotmentsService,
  ) {}

  /** 公示, from today; its days are counted from tomorrow. */
  startNotice(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(actor, 'startCallNotice', 'startNotice', input, async ({ rules }, tx) => {
      const noticeFrom = legalDayOf(tx.now);
      const noticeUntil = noticeEnd(noticeFrom, rules.noticeDays, await this.holidays.calendar());
      return { change: { noticeFrom, noticeUntil, note: '' }, reason: `${noticeFrom} 至 ${noticeUntil}` };
    });
  }

  completeNotice(actor: Actor, input: Types.CallActionInput): Promise<Changed> {
    return this.desk.act(actor, 'completeCallNotice', 'completeNotice', input);
  }

  /** 张榜: what bids will be judged by is fixed from here on. */
  publish(actor: Actor, input: Types.PublishCallInput): Promise<Changed> {
    return this.desk.act(
      actor,
      'publishCall',
      'publish',
      input,
      async ({ call }, tx) => {
        const today = legalDayOf(tx.now);
        const opensOn = input.opensOn ?? today;
        const wrong = openingFaults(opensOn, today);
        if (wrong.length > 0) return { wrong };
        const { closesOn, ...window } = biddingWindow(call, opensOn, tx.now, await this.holidays.calendar());
        return {
          change: {
            publishedAt: tx.now,
            ...window,
            fixed: await this.fixed(today),
            note: '',
          },
          reason: `揭榜 ${opensOn} 至 ${closesOn}`,
        };
      },
      async (call, tx) => {
        await this.bidLog.begin(tx, call);
        if (call.opensAt === null || call.opensAt > tx.now) return;
        await this.desk.perform(
          tx,
          system('openBidding'),
          await this.desk.caseOf(call, tx.now),
          'openBidding',
        );
      },
    );
  }

  private async fixed(today: LegalDay): Promise<Fixed> {
    const { passLine, dropFrom, deviation, against } = CALL_PARAMETERS;
    const names = [passLine, dropFrom, deviation, against].map(({ name }) => name);
    const versions = await this.parameters.on(names, today);
    const valueOf = (name: string): number => versions.get(name)?.value ?? 0;
    return {
      passLine: valueOf(passLine.name),
      dropFrom: valueOf(dropFrom.name),
      deviation: valueOf(deviation.name),
      against: valueOf(against.name),
      parameterIds: names.flatMap((name) => versions.get(name)?.id ?? []),
    };
  }

  /** 延长: before the deadline for any cause, after it for an outage alone, and never once the opening has begun. */
  extend(actor: Actor, input: Types.ExtendCallBiddingInput): Promise<Changed> {
    return this.desk.act(actor, 'extendCallBidding', 'extendBidding', input, async ({ call }, tx) => {
      const { closesAt } = call;
      if (closesAt === null) throw new Error('a window without an end');
      const said = reasonOf(input);
      const calendar = await this.holidays.calendar();
      const to = closingOf(input.closesOn);
      const wrong = extensionFaults(closesAt, input, tx.now, calendar);
      const extension = extensionOf(input.cause, said.reason, closesAt, to, tx.now);
      return {
        change: { closesAt: to, extensions: [...call.extensions, extension] },
        reason: said.reason,
        wrong: [...said.wrong, ...wrong],
      };
    });
  }

  fail(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'failCall', 'fail', input, () => reasonOf(input));
  }

  /** 二次发榜: published anew with the same content; what the first round left is over. */
  relist(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'relistCall', 'relist', input, ({ call }) => {
      const said = reasonOf(input);
      return { ...said, change: nextRound(call) };
    });
  }

  suspend(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'suspendCall', 'suspend', input, (_, tx) => {
      const { change, ...said } = reasonOf(input);
      return { ...said, change: { ...change, suspendedAt: tx.now } };
    });
  }

  resume(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'resumeCall', 'resume', input, async (subject, tx) => {
      const said = reasonOf(input);
      await this.allotments.resume(tx, subject.call);
      return {
        ...said,
        change: { ...(await this.moved(subject, said.reason, tx.now)), note: '', suspendedAt: null },
      };
    });
  }

  /** What was running goes on where it stopped. */
  private async moved({ call }: CallCase, reason: string, now: Date): Promise<Partial<Call>> {
    const { suspendedAt, state, closesAt, noticeUntil } = call;
    if (suspendedAt === null) return {};
    const calendar = await this.holidays.calendar();
    if (state === 'NOTICED' && noticeUntil !== null)
      return { noticeUntil: resumedNotice(noticeUntil, suspendedAt, now, calendar) };
    if ((state === 'QUALIFIED' || state === 'AWARD_NOTICED') && call.stageUntil !== null)
      return { stageUntil: resumedNotice(call.stageUntil, suspendedAt, now, calendar) };
    if ((state !== 'PUBLISHED' && state !== 'BIDDING') || closesAt === null) return {};
    // The window had ended before: an outage alone opens it again, by an extension.
    if (closesAt <= suspendedAt) return {};
    const to = resumedClosing(closesAt, suspendedAt, now, calendar);
    const extension = extensionOf('SUSPENSION', reason, closesAt, to, now);
    return { closesAt: to, extensions: [...call.extensions, extension] };
  }

  terminate(actor: Actor, input: Types.CallReasonInput): Promise<Changed> {
    return this.desk.act(actor, 'terminateCall', 'terminate', input, (): Step => {
      const { change, ...said } = reasonOf(input);
      return { ...said, change: { ...change, suspendedAt: null } };
    });
  }

  /** What the clock has brought about since it was looked at last, a call a transaction. @returns ids whose step was refused */
  async follow(now: Date): Promise<readonly string[]> {
    const clock = system('challenges.watchCalls');
    const refused: string[] = [];
    for (const { id, version } of await this.store.due(now, legalDayOf(now)))
      try {
        await this.desk.run(clock, 'watchCalls', {}, (tx) => this.step(tx, clock, id, version));
      } catch (error) {
        // Changed at this moment, or an objection is open: it is looked at again at the next run.
        if (!(error instanceof DomainError)) throw error;
        refused.push(`${id}: ${error.code}`);
      }
    return refused;
  }

  private async step(tx: Tx, clock: Actor, id: string, version: number): Promise<void> {
    const subject = await this.desk.open(clock, { id, expectedVersion: version }, tx.now);
    switch (subject.call.state) {
      case 'NOTICED':
        await this.desk.perform(tx, clock, subject, 'completeNotice', undefined, 'completeCallNotice');
        return;
      case 'AWARD_NOTICED':
        await this.awards.begun(
          tx,
          await this.desk.perform(tx, clock, subject, 'completeAward', undefined, 'completeCallAward'),
        );
        return;
      case 'PUBLISHED':
        await this.desk.perform(tx, clock, subject, 'openBidding');
        return;
      case 'BIDDING':
        await this.desk.perform(tx, clock, subject, 'closeBidding');
        return;
      default:
        return;
    }
  }
}

const extensionOf = (
  cause: Extension['cause'],
  reason: string,
  from: Date,
  to: Date,
  at: Date,
): Extension => ({ cause, reason, from: from.toISOString(), to: to.toISOString(), at: at.toISOString() });

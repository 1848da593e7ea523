import { Injectable } from '@nestjs/common';
import {
  actorId,
  addWorkingDays,
  cleanText,
  Codes,
  DomainError,
  invalid,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  say,
  type Actor,
} from '@jihui/kernel';
import { checkIds, HolidayCalendars, staleVersion, uuidv7, type Tx } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import {
  ANNULS,
  callObjectionMachine,
  isObjectable,
  objectionFaults,
  readsObjection,
  stageOf,
  type CallObjection,
  type CallObjectionAction,
  type ObjectionCase,
} from '../core/calls/objections.js';
import { ChallengeCodes } from '../core/errors.js';
import { DrawsService } from '../reviews/draws.service.js';
import { VoicesStore } from '../store/voices.store.js';
import { CallDesk, type Changed, type Target } from './call-desk.js';

/** What one person may have open at one call. */
const MAX_OPEN = 3;

/** 异议: received, accepted or refused, decided and answered, with deadlines in working days. */
@Injectable()
export class ObjectionsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: VoicesStore,
    private readonly holidays: HolidayCalendars,
    private readonly draws: DrawsService,
  ) {}

  /** 提出异议: by anybody signed in, with real name, contact and evidence. What it concerns stands still until it is decided. */
  raise(actor: Actor, input: Types.RaiseCallObjectionInput): Promise<Changed> {
    if (actor.kind !== 'person')
      throw new DomainError(Codes.UNAUTHENTICATED, '请先登录，再以真实姓名提出异议');
    checkIds(input.callId);
    const form = {
      name: cleanText(input.name),
      contact: cleanText(input.contact),
      statement: cleanText(input.statement),
      evidence: cleanText(input.evidence),
    };
    return this.desk.run(actor, 'raiseCallObjection', input, async (tx) => {
      const subject = await this.desk.open(actor, { id: input.callId }, tx.now);
      const { call, rules } = subject;
      const today = legalDayOf(tx.now);
      const stage = stageOf(call.state);
      const found = new Violations()
        .when(
          !isObjectable(call, today),
          '',
          ChallengeCodes.NOTHING_TO_OBJECT_TO,
          '该榜单目前没有可以提出异议的事项，或公示期已满',
        )
        .when(
          (await this.store.openOf(call.id, actor.personId)) >= MAX_OPEN,
          '',
          ChallengeCodes.TOO_MANY_OBJECTIONS,
          say`每人对一个榜单最多有 ${MAX_OPEN} 件未办结的异议`,
        );
      refuseIf([...found.found, ...objectionFaults(form)]);
      if (stage === null) throw invalid([]);
      const objection: CallObjection = {
        ...form,
        id: uuidv7(),
        version: 1,
        callId: call.id,
        stage,
        state: 'RECEIVED',
        personId: actor.personId,
        acceptBy: addWorkingDays(today, rules.objectionAccept, await this.holidays.calendar()),
        decideBy: null,
        extended: false,
        answer: '',
        answeredBy: null,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.store.insertObjection(objection);
      await tx.audit({
        stream: objectionStream(objection.id),
        action: 'raiseCallObjection',
        after: objection,
      });
      await this.desk.tell(tx, call, 'raiseCallObjection');
      return { id: call.id };
    });
  }

  /** 受理: from here on the days of the conclusion run. */
  accept(actor: Actor, input: Target): Promise<Changed> {
    return this.step(actor, 'acceptCallObjection', 'accept', input, async (_, tx) => {
      const calendar = await this.holidays.calendar();
      const { objectionDecide } = await this.desk.rules(legalDayOf(tx.now));
      return { decideBy: addWorkingDays(legalDayOf(tx.now), objectionDecide, calendar) };
    });
  }

  /** 不予受理: without name, contact or evidence. */
  refuse(actor: Actor, input: Target & { readonly answer: string }): Promise<Changed> {
    return this.answered(actor, 'refuseCallObjection', 'refuse', input);
  }

  /** 延长办理: once, by as many days again. */
  extend(actor: Actor, input: Target & { readonly answer: string }): Promise<Changed> {
    return this.step(
      actor,
      'extendCallObjection',
      'extend',
      input,
      async ({ objection }, tx) => {
        const calendar = await this.holidays.calendar();
        const { objectionDecide } = await this.desk.rules(legalDayOf(tx.now));
        const from = objection.decideBy ?? legalDayOf(tx.now);
        return { extended: true, decideBy: addWorkingDays(from, objectionDecide, calendar) };
      },
      cleanText(input.answer),
    );
  }

  /**
   * 结论和答复. Upheld, the result of the stage is annulled: after a notice the call is approved anew, after a
   * 资格审查 bids are checked anew, after an award the bureau deliberates anew.
   */
  decide(actor: Actor, input: Types.DecideCallObjectionInput): Promise<Changed> {
    return this.answered(
      actor,
      'decideCallObjection',
      input.outcome === 'UPHELD' ? 'uphold' : 'dismiss',
      input,
      async (objection, call, tx) => {
        const action = ANNULS[call.state];
        if (objection.state !== 'UPHELD' || action === undefined || objection.stage !== stageOf(call.state))
          return;
        const note = `异议成立，公示撤销：${objection.answer}`;
        const stage = { stageFrom: null, stageUntil: null } as const;
        const anew = action === 'annulNotice' ? { approvals: [] } : stage;
        await this.desk.perform(tx, actor, await this.desk.caseOf(call, tx.now), action, () => ({
          change: { note, ...anew, suspendedAt: null },
          reason: note,
        }));
        if (action === 'reviseQualification') await this.draws.voidRound(tx, call, note);
      },
    );
  }

  withdraw(actor: Actor, input: Target): Promise<Changed> {
    return this.step(actor, 'withdrawCallObjection', 'withdraw', input, () => Promise.resolve({}));
  }

  private answered(
    actor: Actor,
    name: string,
    action: CallObjectionAction,
    input: Target & { readonly answer: string },
    then: (objection: CallObjection, call: ObjectionCase['call'], tx: Tx) => Promise<void> = async () => {},
  ): Promise<Changed> {
    const answer = cleanText(input.answer);
    const change = { answer, answeredBy: actorId(actor) };
    return this.step(actor, name, action, input, () => Promise.resolve(change), answer, then);
  }

  /** One step of an objection; the call is locked first, as every command of it does. */
  private step(
    actor: Actor,
    name: string,
    action: CallObjectionAction,
    input: Target,
    change: (subject: ObjectionCase, tx: Tx) => Promise<Partial<CallObjection>>,
    said: string | null = null,
    then: (objection: CallObjection, call: ObjectionCase['call'], tx: Tx) => Promise<void> = async () => {},
  ): Promise<Changed> {
    if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.id);
    return this.desk.run(actor, name, input, async (tx) => {
      const known = await this.store.objection(input.id);
      if (known === undefined) throw notFound('该异议');
      const { call, review } = await this.desk.open(actor, { id: known.callId }, tx.now);
      const objection = await this.store.lockObjection(input.id);
      if (objection === undefined) throw notFound('该异议');
      const subject = { objection, call, bidders: review.bidders };
      if (!readsObjection(actor, subject)) throw notFound('该异议');
      if (objection.version !== input.expectedVersion) throw staleVersion();
      const wrong =
        said === null ? [] : new Violations().text('answer', '答复意见', said, { min: 10, max: 2_000 }).found;
      const state = callObjectionMachine.perform(subject, action, actor, tx.now, wrong);
      const changed = { ...(await change(subject, tx)), state };
      await this.store.saveObjection(objection, changed);
      const after = { ...objection, ...changed, version: objection.version + 1 };
      await tx.audit({
        stream: objectionStream(objection.id),
        action: name,
        before: objection,
        after,
        reason: said,
      });
      await this.desk.tell(tx, call, name, [objection.personId]);
      await then(after, call, tx);
      return { id: call.id };
    });
  }
}

export const objectionStream = (id: string): string => `CallObjection:${id}`;

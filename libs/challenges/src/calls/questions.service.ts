import { Injectable } from '@nestjs/common';
import {
  actorId,
  addDays,
  cleanText,
  Codes,
  DomainError,
  legalDayOf,
  notFound,
  refuseIf,
  Violations,
  say,
  type Actor,
} from '@jihui/kernel';
import { checkIds, staleVersion, uuidv7 } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import { mayAsk, type Question } from '../core/calls/objections.js';
import { isCityOfficer, isOwner } from '../core/calls/perform.js';
import { ChallengeCodes } from '../core/errors.js';
import { VoicesStore } from '../store/voices.store.js';
import { CallDesk, type Changed } from './call-desk.js';

/** Questions of one organisation that may wait for an answer. */
const MAX_OPEN = 10;

/** 澄清: a question of somebody who may bid, and an answer to everybody that does not say who asked. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly desk: CallDesk,
    private readonly store: VoicesStore,
  ) {}

  ask(actor: Actor, input: Types.AskCallQuestionInput): Promise<Changed> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.callId, input.organisationId);
    const text = cleanText(input.text);
    return this.desk.run(actor, 'askCallQuestion', input, async (tx) => {
      const { call, rules } = await this.desk.open(actor, { id: input.callId }, tx.now);
      const { organisationId } = input;
      const until = call.closesAt === null ? '' : addDays(legalDayOf(call.closesAt), -rules.questionDays);
      const found = new Violations()
        .when(
          (call.state !== 'PUBLISHED' && call.state !== 'BIDDING') || legalDayOf(tx.now) > until,
          '',
          ChallengeCodes.QUESTIONS_CLOSED,
          say`只在张榜后受理提问，截止前 ${rules.questionDays} 天停止受理`,
        )
        .when(
          !mayAsk(actor, organisationId, call),
          'organisationId',
          ChallengeCodes.NOT_A_BIDDER,
          '请以您所在、且不是发榜方的单位提问',
        )
        .when(
          (await this.store.unanswered(call.id, organisationId)) >= MAX_OPEN,
          '',
          ChallengeCodes.TOO_MANY_QUESTIONS,
          say`一个单位最多有 ${MAX_OPEN} 个未答复的问题`,
        )
        .text('text', '问题', text, { min: 5, max: 1_000 });
      refuseIf(found.found);
      const question: Question = {
        id: uuidv7(),
        version: 1,
        callId: call.id,
        personId: actor.personId,
        organisationId,
        text,
        answer: '',
        answeredBy: null,
        answeredAt: null,
        createdAt: tx.now,
        updatedAt: tx.now,
      };
      await this.store.insertQuestion(question);
      await tx.audit({ stream: `CallQuestion:${question.id}`, action: 'askCallQuestion', after: question });
      await this.desk.tell(tx, call, 'askCallQuestion');
      return { id: call.id };
    });
  }

  /** 答复, once: the owner knows the technology, the bureau the rules; neither learns who asked. */
  answer(actor: Actor, input: Types.AnswerCallQuestionInput): Promise<Changed> {
    if (actor.kind === 'anonymous') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录');
    checkIds(input.id);
    const answer = cleanText(input.answer);
    return this.desk.run(actor, 'answerCallQuestion', input, async (tx) => {
      const known = await this.store.question(input.id);
      if (known === undefined) throw notFound('该问题');
      const { call } = await this.desk.open(actor, { id: known.callId }, tx.now);
      if (!isCityOfficer(actor, call) && !isOwner(actor, call)) throw notFound('该问题');
      const question = await this.store.question(input.id);
      if (question === undefined) throw notFound('该问题');
      if (question.version !== input.expectedVersion) throw staleVersion();
      const found = new Violations()
        .when(
          question.answeredAt !== null,
          '',
          ChallengeCodes.ANSWERED_ALREADY,
          '该问题已经答复，答复公开后不能更改',
        )
        .text('answer', '答复', answer, { min: 2, max: 2_000 });
      refuseIf(found.found);
      const change = { answer, answeredBy: actorId(actor), answeredAt: tx.now };
      await this.store.saveQuestion(question, change);
      await tx.audit({
        stream: `CallQuestion:${question.id}`,
        action: 'answerCallQuestion',
        before: question,
        after: { ...question, ...change },
      });
      await this.desk.tell(tx, call, 'answerCallQuestion', [question.personId]);
      return { id: call.id };
    });
  }
}

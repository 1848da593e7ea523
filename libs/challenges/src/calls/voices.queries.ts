import { Injectable } from '@nestjs/common';
import { addDays, legalDayOf, type Actor, type AvailableAction, type LegalDay } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import {
  callObjectionMachine,
  isObjectable,
  readsObjection,
  type CallObjection,
  type Question,
} from '../core/calls/objections.js';
import { isCityOfficer, isOwner } from '../core/calls/perform.js';
import { VoicesStore } from '../store/voices.store.js';
import type { CallView } from './call.view.js';
import { CallsQueries } from './calls.queries.js';

const isSelf = (actor: Actor, personId: string): boolean =>
  actor.kind === 'person' && actor.personId === personId;

/** What somebody may read of what people say of a call. */
@Injectable()
export class VoicesQueries {
  constructor(
    private readonly store: VoicesStore,
    private readonly calls: CallsQueries,
  ) {}

  private async all(context: GraphContext, id: string): Promise<readonly CallObjection[]> {
    const load = (ids: readonly string[]) => this.store.objectionsOf(ids);
    return (await context.load('challenges.objections', load, id)) ?? [];
  }

  async count(context: GraphContext, { id }: CallView): Promise<number> {
    return (await this.all(context, id)).filter(({ state }) => state !== 'WITHDRAWN').length;
  }

  openCount({ subject }: CallView): number {
    return subject.openObjections;
  }

  async objections(context: GraphContext, { id, subject: { call, review } }: CallView) {
    const { actor } = context;
    const now = await this.calls.now(context);
    return (await this.all(context, id))
      .map((objection) => ({ objection, call, bidders: review.bidders }))
      .filter((subject) => readsObjection(actor, subject))
      .map(({ objection, ...rest }) => ({
        ...objection,
        at: objection.createdAt,
        mine: isSelf(actor, objection.personId),
        availableActions: merged(callObjectionMachine.availableActions(actor, { objection, ...rest }, now)),
      }));
  }

  async objectionOpen(context: GraphContext, { subject: { call } }: CallView): Promise<boolean> {
    return isObjectable(call, legalDayOf(await this.calls.now(context)));
  }

  async questions(context: GraphContext, { id, subject: { call } }: CallView) {
    const { actor } = context;
    const load = (ids: readonly string[]) => this.store.questionsOf(ids);
    const answers = isCityOfficer(actor, call) || isOwner(actor, call);
    return ((await context.load('challenges.questions', load, id)) ?? [])
      .filter((question) => question.answeredAt !== null || answers || isSelf(actor, question.personId))
      .map((question) => questionView(actor, question, answers));
  }

  questionsUntil({ subject: { call, rules } }: CallView): LegalDay | null {
    if ((call.state !== 'PUBLISHED' && call.state !== 'BIDDING') || call.closesAt === null) return null;
    return addDays(legalDayOf(call.closesAt), -rules.questionDays);
  }
}

const questionView = (actor: Actor, question: Question, answers: boolean) => ({
  id: question.id,
  version: question.version,
  text: question.text,
  answer: question.answeredAt === null ? null : question.answer,
  at: question.createdAt,
  answeredAt: question.answeredAt,
  mine: isSelf(actor, question.personId),
  answerable: answers && question.answeredAt === null,
});

/** Upholding and dismissing are two outcomes of one verb. */
const merged = (actions: readonly AvailableAction<string>[]): readonly AvailableAction<string>[] =>
  actions.flatMap((one) =>
    one.action === 'dismiss' ? [] : one.action === 'uphold' ? [{ ...one, action: 'decide' }] : [one],
  );

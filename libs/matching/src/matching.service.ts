import { Injectable } from '@nestjs/common';
import { Codes, cleanText, DomainError, notFound, refuseIf, type Actor } from '@jihui/kernel';
import { isUuid, staleVersion, uuidv7, Work, type Command } from '@jihui/platform';
import { alreadyAdded, excluded } from './core/errors.js';
import { shownExclusions } from './core/exclusions.js';
import { agencyOf, checkReason, manualLifecycle, manualMachine, type ManualMatch } from './core/manual.js';
import { mayKnowOwner } from './core/policy.js';
import { checkVerdict, spokenFor } from './core/verdict.js';
import type {
  AddManualMatchInput,
  MatchFeedbackInput,
  WithdrawManualMatchInput,
} from './matching.types.gen.js';
import { MatchingQueries } from './matching.queries.js';
import { Ranking } from './ranking.js';
import { Recommender } from './recommender.js';
import type { Listing } from './store/listings.store.js';
import { PairsStore, type PairIds } from './store/pairs.store.js';

/** The mutations of matching. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly work: Work,
    private readonly queries: MatchingQueries,
    private readonly ranking: Ranking,
    private readonly recommender: Recommender,
    private readonly pairs: PairsStore,
  ) {}

  /**
   * Stores the person's verdict on a pair, with the score that it had.
   * @throws DomainError UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT
   */
  async giveFeedback(actor: Actor, input: MatchFeedbackInput): Promise<PairIds> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录再评价');
    const reason = cleanText(input.reason ?? '');
    const given = { verdict: input.verdict, reason, causes: [...new Set(input.causes ?? [])] };
    const assessed = await this.assessed(actor, input);
    return this.work.run(command('matchFeedback', actor, input), async (tx) => {
      const { need, result, pair } = await this.seen(actor, input, assessed, '该匹配');
      refuseIf(checkVerdict(given));
      const { needId, resultId, score, modelVersion } = pair;
      const ids = { needId, resultId };
      await this.pairs.saveFeedback(
        {
          ...ids,
          ...given,
          id: uuidv7(),
          personId: actor.personId,
          spokeFor: spokenFor(actor, [need.ownerId, result.ownerId]),
          score: score.total,
          parts: [...score.parts],
          modelVersion,
        },
        tx.now,
      );
      return ids;
    });
  }

  /**
   * Adds a broker's own match and tells both owners.
   * @throws DomainError FORBIDDEN, NOT_FOUND, INVALID_INPUT, MATCHING.EXCLUDED, MATCHING.ALREADY_ADDED
   */
  async addManual(actor: Actor, input: AddManualMatchInput): Promise<PairIds> {
    const agencyId = agencyOf(actor);
    if (actor.kind !== 'person' || agencyId === undefined)
      throw new DomainError(Codes.FORBIDDEN, '只有经纪机构的技术经纪人可以人工推荐');
    const reason = cleanText(input.reason);
    const assessed = await this.assessed(actor, input);
    return this.work.run(command('addManualMatch', actor, input), async (tx) => {
      const { need, result, pair } = await this.seen(actor, input, assessed, '该成果或需求');
      refuseIf(checkReason(reason));
      const known =
        need.facts.kind === 'NEED'
          ? shownExclusions(pair.exclusions, need.facts, mayKnowOwner(actor, need))
          : pair.exclusions;
      if (known.length > 0) throw excluded(known);
      const match: ManualMatch = {
        id: uuidv7(),
        version: 1,
        state: manualLifecycle.initial,
        needId: need.id,
        resultId: result.id,
        agencyId,
        personId: actor.personId,
        reason,
        createdAt: tx.now,
      };
      if (!(await this.pairs.addManual(match))) throw alreadyAdded();
      await tx.audit({ stream: `ManualMatch:${match.id}`, action: 'addManualMatch', after: match, reason });
      await this.recommender.recommend(need, [{ ...pair, manual: true }], 'addManual', tx);
      return { needId: need.id, resultId: result.id };
    });
  }

  /**
   * Takes a broker's match back.
   * @throws DomainError FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION, STALE_VERSION
   */
  async withdrawManual(actor: Actor, input: WithdrawManualMatchInput): Promise<PairIds> {
    return this.work.run(command('withdrawManualMatch', actor, input), async (tx) => {
      const match = isUuid(input.id) ? await this.pairs.lockManual(input.id) : undefined;
      if (match === undefined || (await this.queries.sides(actor, match)) === undefined)
        throw notFound('该人工推荐');
      const state = manualMachine.perform(match, 'withdraw', actor, tx.now);
      if (match.version !== input.expectedVersion) throw staleVersion();
      await this.pairs.saveManual(match, state);
      await tx.audit({
        stream: `ManualMatch:${match.id}`,
        action: 'withdrawManualMatch',
        before: match,
        after: { ...match, state },
      });
      return { needId: match.needId, resultId: match.resultId };
    });
  }

  /** The pair's score, where the actor may see it. Before the transaction: see Corpora.fresh. */
  private async assessed(actor: Actor, ids: PairIds): Promise<AssessedPair | undefined> {
    const sides = await this.queries.sides(actor, ids);
    return sides && this.ranking.assess(sides.need, sides.result);
  }

  /**
   * The pair as the transaction sees it, with the score it had just before: what went out of sight meanwhile is not there.
   * @throws DomainError NOT_FOUND
   */
  private async seen(
    actor: Actor,
    ids: PairIds,
    pair: AssessedPair | undefined,
    what: string,
  ): Promise<{ readonly need: Listing; readonly result: Listing; readonly pair: AssessedPair }> {
    const sides = await this.queries.sides(actor, ids);
    if (sides === undefined || pair === undefined) throw notFound(what);
    return { ...sides, pair };
  }
}

type AssessedPair = Awaited<ReturnType<Ranking['assess']>>;

const command = (name: string, actor: Actor, input: { readonly clientMutationId: string }): Command => ({
  domain: 'matching',
  name,
  actor,
  clientMutationId: input.clientMutationId,
  input,
});

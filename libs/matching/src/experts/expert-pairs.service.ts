import { Injectable } from '@nestjs/common';
import { Codes, cleanText, DomainError, notFound, refuseIf, type Actor } from '@jihui/kernel';
import { uuidv7, Work } from '@jihui/platform';
import type { ExpertPairIds } from '../core/expert.js';
import { checkExpertVerdict, isExpertPart, speakerOf } from '../core/expert-verdict.js';
import type { ExpertMatchFeedbackInput } from '../matching.types.gen.js';
import { ExpertPairsStore } from '../store/expert-pairs.store.js';
import { ExpertMatchesQueries } from './expert-matches.queries.js';
import { ExpertRanking } from './expert-ranking.js';

/** The mutation on pairs of needs and experts. */
@Injectable()
export class ExpertPairsService {
  constructor(
    private readonly work: Work,
    private readonly queries: ExpertMatchesQueries,
    private readonly ranking: ExpertRanking,
    private readonly pairs: ExpertPairsStore,
  ) {}

  /**
   * Stores the person's verdict on a need and an expert, with the score that the pair had.
   * @throws DomainError UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT
   */
  async giveFeedback(actor: Actor, input: ExpertMatchFeedbackInput): Promise<ExpertPairIds> {
    if (actor.kind !== 'person') throw new DomainError(Codes.UNAUTHENTICATED, '请先登录再评价');
    const { needId, expertId, verdict } = input;
    const ids = { needId, expertId };
    const given = {
      verdict,
      reason: cleanText(input.reason ?? ''),
      causes: [...new Set(input.causes ?? [])],
    };
    // Before the transaction: see Corpora.fresh.
    const before = await this.queries.sides(actor, ids);
    const assessed = before && (await this.ranking.assess(before.need, before.expert));
    const command = { domain: 'matching', name: 'expertMatchFeedback' } as const;
    return this.work.run(
      { ...command, actor, clientMutationId: input.clientMutationId, input },
      async (tx) => {
        const sides = await this.queries.sides(actor, ids);
        if (sides === undefined || assessed === undefined) throw notFound('该匹配');
        const speaker = speakerOf(actor, sides.need.ownerId, sides.expert.personId);
        refuseIf(checkExpertVerdict(given, speaker));
        await this.pairs.saveFeedback(
          {
            ...ids,
            ...given,
            ...speaker,
            causes: given.causes.filter(isExpertPart),
            id: uuidv7(),
            personId: actor.personId,
            score: assessed.score.total,
            parts: assessed.score.parts,
            modelVersion: assessed.modelVersion,
          },
          tx.now,
        );
        return ids;
      },
    );
  }
}

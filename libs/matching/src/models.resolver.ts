import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, AvailableAction } from '@jihui/kernel';
import { CurrentActor, GraphContext, type TimelineEntry } from '@jihui/platform';
import type { ModelVersion } from './core/model.js';
import type { UseMatchingModelInput } from './matching.types.gen.js';
import { PART_LABELS, PART_NAMES } from './core/weights.js';
import { actionsOn, ModelsService } from './models.service.js';

const NO_FIGURES = { needs: 0, pairs: 0, ndcg10: null, auc: null };

@Resolver('MatchingModel')
export class MatchingModelResolver {
  constructor(private readonly models: ModelsService) {}

  @Query()
  matchingModels(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.models.list(actor);
  }

  @Query()
  matchingBaseline(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.models.baseline(actor);
  }

  @Query()
  matchingBacklog(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.models.backlog(actor);
  }

  @Query()
  matchingEvaluations(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.models.evaluations(actor);
  }

  @Mutation()
  async useMatchingModel(
    @Args('input') input: UseMatchingModelInput,
    @CurrentActor() actor: Actor,
  ): Promise<unknown> {
    return { model: await this.models.use(actor, input), clientMutationId: input.clientMutationId };
  }

  @ResolveField()
  listings(@Parent() { sources }: ModelVersion): number {
    return sources.listings;
  }
  @ResolveField()
  ownPairs(@Parent() { sources }: ModelVersion): number {
    return sources.ownPairs;
  }
  @ResolveField()
  outcomes(@Parent() { sources }: ModelVersion): { outcome: string; count: number }[] {
    return Object.entries(sources.outcomes).map(([outcome, count]) => ({ outcome, count }));
  }
  @ResolveField()
  ranker(@Parent() { ranker }: ModelVersion): object | null {
    if (ranker === null) return null;
    const { needs, pairs, weights, calibration } = ranker;
    return {
      needs,
      pairs,
      weights: PART_NAMES.map((name) => ({ name, label: PART_LABELS[name], weight: weights[name] })).sort(
        (a, b) => b.weight - a.weight,
      ),
      calibration: calibration.map(([score, probability]) => ({ score, probability })),
    };
  }
  @ResolveField()
  async heldOut(@Parent() { id }: ModelVersion, @Context() context: GraphContext): Promise<unknown> {
    return (await this.models.heldOut(context, id)) ?? NO_FIGURES;
  }
  @ResolveField()
  timeline(
    @Parent() { id }: ModelVersion,
    @Context() context: GraphContext,
  ): Promise<readonly TimelineEntry[]> {
    return this.models.timeline(context, id);
  }
  @ResolveField()
  availableActions(
    @Parent() version: ModelVersion,
    @CurrentActor() actor: Actor,
  ): readonly AvailableAction<string>[] {
    return actionsOn(actor, version);
  }
}

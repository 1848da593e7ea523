import { Injectable } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isMember, notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { connectionOf, CurrentActor, GraphContext, pageArgs, type Connection } from '@jihui/platform';
import { agencyOf, manualMachine, type ManualMatch } from './core/manual.js';
import type { NoteCode } from './core/notes.js';
import { cautionParts, cautionsOf, reasonParts, reasonsOf, type Part } from './core/score.js';
import type { PartName } from './core/weights.js';
import { MatchingQueries, pairKey, type Recommendation, type SeenPair } from './matching.queries.js';
import { MatchingService } from './matching.service.js';
import type {
  AddManualMatchInput,
  MatchFeedbackInput,
  QueryRecommendationsArgs,
  WithdrawManualMatchInput,
} from './matching.types.gen.js';

type RelayArgs = Parameters<typeof pageArgs>[0];
type Reference = { readonly __typename: string; readonly id: string };
type Ids = { readonly needId: string; readonly resultId: string };

const refer = (__typename: string, id: string): Reference => ({ __typename, id });

/** What both lists and single pairs load together. Injectable, so that its heirs inherit the constructor. */
@Injectable()
abstract class PairFields {
  constructor(protected readonly queries: MatchingQueries) {}

  protected terms(ctx: GraphContext, pair: Ids): Promise<string[] | undefined> {
    return ctx.load('matching.sharedTerms', (keys) => this.queries.sharedTerms(keys), pairKey(pair));
  }

  protected async feedback(ctx: GraphContext, pair: Ids): Promise<unknown> {
    const found = await ctx.load(
      'matching.feedback',
      (keys) => this.queries.feedback(ctx.actor, keys),
      pairKey(pair),
    );
    return found ?? null;
  }

  protected async manualOf(ctx: GraphContext, pair: Ids): Promise<ManualMatch | null> {
    const found = await ctx.load('matching.manual', (keys) => this.queries.manual(keys), pairKey(pair));
    return found ?? null;
  }
}

@Resolver('Match')
export class MatchResolver extends PairFields {
  @ResolveField()
  id(@Parent() pair: SeenPair): string {
    return pairKey(pair);
  }
  @ResolveField()
  need(@Parent() pair: SeenPair): Reference {
    return refer('Need', pair.needId);
  }
  @ResolveField()
  result(@Parent() pair: SeenPair): Reference {
    return refer('Result', pair.resultId);
  }
  @ResolveField()
  score(@Parent() pair: SeenPair): number {
    return pair.score.total;
  }
  @ResolveField()
  parts(@Parent() pair: SeenPair): readonly Part[] {
    return pair.score.parts;
  }
  @ResolveField()
  async sharedTerms(@Parent() pair: SeenPair, @Context() ctx: GraphContext): Promise<string[]> {
    return (await this.terms(ctx, pair)) ?? [];
  }
  @ResolveField()
  async reasons(@Parent() pair: SeenPair, @Context() ctx: GraphContext): Promise<string[]> {
    return reasonsOf(pair.score, (await this.terms(ctx, pair)) ?? []);
  }
  @ResolveField()
  async reasonParts(@Parent() pair: SeenPair, @Context() ctx: GraphContext): Promise<PartName[]> {
    return reasonParts(pair.score, (await this.terms(ctx, pair)) ?? []);
  }
  @ResolveField()
  cautions(@Parent() pair: SeenPair): string[] {
    return cautionsOf(pair.score);
  }
  @ResolveField()
  cautionParts(@Parent() pair: SeenPair): PartName[] {
    return cautionParts(pair.score);
  }
  @ResolveField()
  manual(@Parent() pair: SeenPair, @Context() ctx: GraphContext): Promise<ManualMatch | null> {
    return this.manualOf(ctx, pair);
  }
  @ResolveField()
  myFeedback(@Parent() pair: SeenPair, @Context() ctx: GraphContext): Promise<unknown> {
    return this.feedback(ctx, pair);
  }
  @ResolveField()
  availableActions(@Parent() pair: SeenPair, @CurrentActor() actor: Actor): AvailableAction<string>[] {
    const free = (action: string): AvailableAction<string> => ({
      action,
      enabled: true,
      reason: null,
      violations: [],
    });
    if (agencyOf(actor) === undefined || pair.manual) return [free('matchFeedback')];
    const violations = pair.exclusions.map(({ code, message }) => ({ path: 'resultId', code, message }));
    const add = {
      action: 'addManualMatch',
      enabled: violations.length === 0,
      reason: violations[0]?.message ?? null,
      violations,
    };
    return [free('matchFeedback'), add];
  }
}

/** A score that was kept before its notes had codes has the sentence alone. */
@Resolver('MatchPart')
export class MatchPartResolver {
  @ResolveField()
  code(@Parent() part: Partial<Part>): NoteCode | null {
    return part.code ?? null;
  }
  @ResolveField()
  facts(@Parent() part: Partial<Part>): readonly string[] {
    return part.facts ?? [];
  }
}

@Resolver('ManualMatch')
export class ManualMatchResolver {
  @ResolveField()
  agency(@Parent() match: ManualMatch): Reference {
    return refer('Organisation', match.agencyId);
  }
  @ResolveField()
  availableActions(
    @Parent() match: ManualMatch,
    @CurrentActor() actor: Actor,
  ): readonly AvailableAction<string>[] {
    return isMember(actor, match.agencyId)
      ? manualMachine.availableActions(actor, match, match.createdAt)
      : [];
  }
}

@Resolver('Recommendation')
export class RecommendationResolver extends PairFields {
  @ResolveField()
  need(@Parent() pair: Ids): Reference {
    return refer('Need', pair.needId);
  }
  @ResolveField()
  result(@Parent() pair: Ids): Reference {
    return refer('Result', pair.resultId);
  }
  @ResolveField()
  reasons(@Parent() { parts, sharedTerms }: Recommendation): string[] {
    return reasonsOf({ parts }, sharedTerms);
  }
  @ResolveField()
  reasonParts(@Parent() { parts, sharedTerms }: Recommendation): PartName[] {
    return reasonParts({ parts }, sharedTerms);
  }
  @ResolveField()
  cautions(@Parent() { parts }: Recommendation): string[] {
    return cautionsOf({ parts });
  }
  @ResolveField()
  cautionParts(@Parent() { parts }: Recommendation): PartName[] {
    return cautionParts({ parts });
  }
  @ResolveField()
  myFeedback(@Parent() pair: Ids, @Context() ctx: GraphContext): Promise<unknown> {
    return this.feedback(ctx, pair);
  }
}

/** Lists of matches, on the listings themselves and by id. */
@Injectable()
abstract class Lists {
  constructor(protected readonly queries: MatchingQueries) {}

  /** The page of a listing's matches; null where the viewer may not have them. */
  protected async page(
    ctx: GraphContext,
    kind: 'NEED' | 'RESULT',
    id: string,
    args: RelayArgs,
  ): Promise<(Connection<SeenPair> & { readonly listingVersion: number }) | null> {
    const page = pageArgs(args);
    const list = await ctx.load(`matching.${kind}`, (ids) => this.queries.lists(ctx.actor, kind, ids), id);
    if (list === undefined) return null;
    return { ...connectionOf(list.pairs, page), listingVersion: list.listingVersion };
  }
}

@Resolver('Need')
export class NeedMatchesResolver extends Lists {
  @ResolveField()
  matches(
    @Parent() need: { id: string },
    @Args() args: RelayArgs,
    @Context() ctx: GraphContext,
  ): Promise<unknown> {
    return this.page(ctx, 'NEED', need.id, args);
  }
}

@Resolver('Result')
export class ResultMatchesResolver extends Lists {
  @ResolveField()
  matches(
    @Parent() result: { id: string },
    @Args() args: RelayArgs,
    @Context() ctx: GraphContext,
  ): Promise<unknown> {
    return this.page(ctx, 'RESULT', result.id, args);
  }
}

@Resolver()
export class MatchingResolver extends Lists {
  constructor(
    queries: MatchingQueries,
    private readonly service: MatchingService,
  ) {
    super(queries);
  }

  @Query()
  async matchesForNeed(
    @Args() args: RelayArgs & { needId: string },
    @Context() ctx: GraphContext,
  ): Promise<unknown> {
    const page = await this.page(ctx, 'NEED', args.needId, args);
    if (page === null) throw notFound('该需求');
    return page;
  }

  @Query()
  async matchesForResult(
    @Args() args: RelayArgs & { resultId: string },
    @Context() ctx: GraphContext,
  ): Promise<unknown> {
    const page = await this.page(ctx, 'RESULT', args.resultId, args);
    if (page === null) throw notFound('该成果');
    return page;
  }

  @Query()
  async match(@CurrentActor() actor: Actor, @Args() ids: Ids): Promise<SeenPair | null> {
    return (await this.queries.pair(actor, ids)) ?? null;
  }

  @Query()
  recommendations(@CurrentActor() actor: Actor, @Args() args: QueryRecommendationsArgs): Promise<unknown> {
    return this.queries.recommendations(actor, args.filter ?? {}, pageArgs(args));
  }

  @Mutation()
  async matchFeedback(
    @CurrentActor() actor: Actor,
    @Args('input') input: MatchFeedbackInput,
  ): Promise<unknown> {
    return this.payload(actor, await this.service.giveFeedback(actor, input), input);
  }

  @Mutation()
  async addManualMatch(
    @CurrentActor() actor: Actor,
    @Args('input') input: AddManualMatchInput,
  ): Promise<unknown> {
    return this.payload(actor, await this.service.addManual(actor, input), input);
  }

  @Mutation()
  async withdrawManualMatch(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawManualMatchInput,
  ): Promise<unknown> {
    return this.payload(actor, await this.service.withdrawManual(actor, input), input);
  }

  private async payload(actor: Actor, ids: Ids, input: { clientMutationId: string }): Promise<unknown> {
    return { match: (await this.queries.pair(actor, ids)) ?? null, clientMutationId: input.clientMutationId };
  }
}

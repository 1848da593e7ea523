import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type {
  GiveExpertOpinionInput,
  JoinExpertReviewInput,
  QueryExpertReviewsArgs,
  RecuseFromExpertReviewInput,
  UndertakeExpertReviewInput,
} from '../contracts.types.gen.js';
import type { ExpertReviewView } from './expert-review.view.js';
import { ExpertReviewsQueries } from './expert-reviews.queries.js';
import { ExpertReviewsService } from './expert-reviews.service.js';

/** 专家在线评审. */
@Resolver('ExpertReview')
export class ExpertReviewsResolver {
  constructor(
    private readonly service: ExpertReviewsService,
    private readonly queries: ExpertReviewsQueries,
  ) {}

  @Query()
  expertReview(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.one(actor, id);
  }

  @Query()
  expertReviews(@CurrentActor() actor: Actor, @Args() args: QueryExpertReviewsArgs) {
    return this.queries.list(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query()
  expertInvitation(@CurrentActor() actor: Actor, @Args('token') token: string) {
    return this.queries.invitation(actor, token);
  }

  @ResolveField()
  files(@Parent() view: ExpertReviewView, @Context() context: GraphContext) {
    return this.queries.files(context, view);
  }

  @Mutation()
  async joinExpertReview(@CurrentActor() actor: Actor, @Args('input') input: JoinExpertReviewInput) {
    return this.told(actor, input, await this.service.join(actor, input));
  }

  @Mutation()
  async undertakeExpertReview(
    @CurrentActor() actor: Actor,
    @Args('input') input: UndertakeExpertReviewInput,
  ) {
    return this.told(actor, input, await this.service.undertake(actor, input));
  }

  @Mutation()
  async recuseFromExpertReview(
    @CurrentActor() actor: Actor,
    @Args('input') input: RecuseFromExpertReviewInput,
  ) {
    return this.told(actor, input, await this.service.recuse(actor, input));
  }

  @Mutation()
  async giveExpertOpinion(@CurrentActor() actor: Actor, @Args('input') input: GiveExpertOpinionInput) {
    return this.told(actor, input, await this.service.giveOpinion(actor, input));
  }

  private async told(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ) {
    return { expertReview: await this.queries.one(actor, id), clientMutationId };
  }
}

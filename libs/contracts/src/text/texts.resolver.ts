import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { AcceptTextProposalInput, DismissTextProposalInput } from '../contracts.types.gen.js';
import { TextsQueries, type FileOfView } from './texts.queries.js';
import { TextsService } from './texts.service.js';

/** The text of a contract, and what the applicant makes of what was found in it. */
@Resolver('ContractTextReading')
export class TextsResolver {
  constructor(
    private readonly queries: TextsQueries,
    private readonly texts: TextsService,
  ) {}

  @Query()
  contractText(@CurrentActor() actor: Actor, @Args('fileId') fileId: string) {
    return this.texts.open(actor, fileId);
  }

  @ResolveField()
  proposals(@Parent() { file }: { readonly file: FileOfView }, @Context() context: GraphContext) {
    return this.queries.proposals(context, file);
  }

  @ResolveField()
  likenesses(@Parent() { file }: { readonly file: FileOfView }, @Context() context: GraphContext) {
    return this.queries.likenesses(context, file);
  }

  @Mutation()
  acceptTextProposal(@CurrentActor() actor: Actor, @Args('input') input: AcceptTextProposalInput) {
    return this.queries.answer(actor, input, this.texts.accept(actor, input));
  }

  @Mutation()
  dismissTextProposal(@CurrentActor() actor: Actor, @Args('input') input: DismissTextProposalInput) {
    return this.queries.answer(actor, input, this.texts.dismiss(actor, input));
  }
}

@Resolver('ContractFile')
export class ContractFileResolver {
  constructor(private readonly queries: TextsQueries) {}

  @ResolveField()
  reading(@Parent() file: FileOfView, @Context() context: GraphContext) {
    return this.queries.reading(context, file);
  }
}

import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type {
  ApproveContractCancellationInput,
  ApproveContractChangeInput,
  ApproveRoyaltySupplementInput,
  DropRevocationInput,
  ExamineProceedingInput,
  GiveRevocationNoticeInput,
  KeepContractDecisionInput,
  LodgeObjectionInput,
  RedetermineContractInput,
  RefuseContractRequestInput,
  ReopenContractReviewInput,
  RequestContractCancellationInput,
  RequestContractChangeInput,
  RequestRoyaltySupplementInput,
  ReturnProceedingInput,
  RevokeRegistrationInput,
  SubmitDefenceInput,
  WithdrawProceedingInput,
} from '../contracts.types.gen.js';
import { ProceedingDecisionsService } from './proceeding-decisions.service.js';
import { ProceedingsQueries } from './proceedings.queries.js';
import { RequestsService } from './requests.service.js';

/** The steps of a proceeding: handed in, answered, examined, decided. */
@Resolver()
export class ProceedingStepsResolver {
  constructor(
    private readonly queries: ProceedingsQueries,
    private readonly requests: RequestsService,
    private readonly decisions: ProceedingDecisionsService,
  ) {}

  @Mutation()
  requestContractChange(@CurrentActor() actor: Actor, @Args('input') input: RequestContractChangeInput) {
    return this.answer(actor, input, this.requests.requestChange(actor, input));
  }

  @Mutation()
  requestRoyaltySupplement(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestRoyaltySupplementInput,
  ) {
    return this.answer(actor, input, this.requests.requestSupplement(actor, input));
  }

  @Mutation()
  requestContractCancellation(
    @CurrentActor() actor: Actor,
    @Args('input') input: RequestContractCancellationInput,
  ) {
    return this.answer(actor, input, this.requests.requestCancellation(actor, input));
  }

  @Mutation()
  lodgeObjection(@CurrentActor() actor: Actor, @Args('input') input: LodgeObjectionInput) {
    return this.answer(actor, input, this.requests.object(actor, input));
  }

  @Mutation()
  giveRevocationNotice(@CurrentActor() actor: Actor, @Args('input') input: GiveRevocationNoticeInput) {
    return this.answer(actor, input, this.requests.noticeRevocation(actor, input));
  }

  @Mutation()
  withdrawProceeding(@CurrentActor() actor: Actor, @Args('input') input: WithdrawProceedingInput) {
    return this.answer(actor, input, this.requests.withdraw(actor, input));
  }

  @Mutation()
  submitDefence(@CurrentActor() actor: Actor, @Args('input') input: SubmitDefenceInput) {
    return this.answer(actor, input, this.requests.defend(actor, input));
  }

  @Mutation()
  examineProceeding(@CurrentActor() actor: Actor, @Args('input') input: ExamineProceedingInput) {
    return this.answer(actor, input, this.decisions.examine(actor, input));
  }

  @Mutation()
  returnProceeding(@CurrentActor() actor: Actor, @Args('input') input: ReturnProceedingInput) {
    return this.answer(actor, input, this.decisions.return(actor, input));
  }

  @Mutation()
  approveContractChange(@CurrentActor() actor: Actor, @Args('input') input: ApproveContractChangeInput) {
    return this.answer(actor, input, this.decisions.approveChange(actor, input));
  }

  @Mutation()
  approveRoyaltySupplement(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveRoyaltySupplementInput,
  ) {
    return this.answer(actor, input, this.decisions.approveSupplement(actor, input));
  }

  @Mutation()
  approveContractCancellation(
    @CurrentActor() actor: Actor,
    @Args('input') input: ApproveContractCancellationInput,
  ) {
    return this.answer(actor, input, this.decisions.approveCancellation(actor, input));
  }

  @Mutation()
  refuseContractRequest(@CurrentActor() actor: Actor, @Args('input') input: RefuseContractRequestInput) {
    return this.answer(actor, input, this.decisions.refuse(actor, input));
  }

  @Mutation()
  revokeRegistration(@CurrentActor() actor: Actor, @Args('input') input: RevokeRegistrationInput) {
    return this.answer(actor, input, this.decisions.revoke(actor, input));
  }

  @Mutation()
  dropRevocation(@CurrentActor() actor: Actor, @Args('input') input: DropRevocationInput) {
    return this.answer(actor, input, this.decisions.dropRevocation(actor, input));
  }

  @Mutation()
  keepContractDecision(@CurrentActor() actor: Actor, @Args('input') input: KeepContractDecisionInput) {
    return this.answer(actor, input, this.decisions.keepDecision(actor, input));
  }

  @Mutation()
  redetermineContract(@CurrentActor() actor: Actor, @Args('input') input: RedetermineContractInput) {
    return this.answer(actor, input, this.decisions.redetermine(actor, input));
  }

  @Mutation()
  reopenContractReview(@CurrentActor() actor: Actor, @Args('input') input: ReopenContractReviewInput) {
    return this.answer(actor, input, this.decisions.reopen(actor, input));
  }

  private async answer(
    actor: Actor,
    input: { readonly clientMutationId: string },
    done: Promise<{ id: string }>,
  ) {
    const { id } = await done;
    return {
      proceeding: await this.queries.fresh(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }
}

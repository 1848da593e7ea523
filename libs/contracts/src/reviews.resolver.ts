import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import { ContractsQueries } from './contracts.queries.js';
import type {
  AcceptApplicationInput,
  ApproveRegistrationInput,
  ClaimReviewInput,
  DeclineApplicationInput,
  LapseApplicationInput,
  PassFirstReviewInput,
  PassSecondReviewInput,
  ProposeRejectionInput,
  RecordExpertOpinionInput,
  RecordNationalNumberInput,
  RegisterContractsInput,
  RejectApplicationInput,
  ReleaseReviewInput,
  ReopenReviewInput,
  ReturnApplicationInput,
  SendBackToFirstReviewInput,
  SendToExpertReviewInput,
} from './contracts.types.gen.js';
import { RegistrationService } from './registration.service.js';
import { ReviewsService } from './reviews.service.js';

/** What the registry does with an application. */
@Resolver()
export class ReviewsResolver {
  constructor(
    private readonly queries: ContractsQueries,
    private readonly reviews: ReviewsService,
    private readonly registration: RegistrationService,
  ) {}

  @Mutation()
  acceptApplication(@CurrentActor() actor: Actor, @Args('input') input: AcceptApplicationInput) {
    return this.queries.answer(actor, input, this.reviews.accept(actor, input));
  }

  @Mutation()
  declineApplication(@CurrentActor() actor: Actor, @Args('input') input: DeclineApplicationInput) {
    return this.queries.answer(actor, input, this.reviews.decline(actor, input));
  }

  @Mutation()
  returnApplication(@CurrentActor() actor: Actor, @Args('input') input: ReturnApplicationInput) {
    return this.queries.answer(actor, input, this.reviews.return(actor, input));
  }

  @Mutation()
  lapseApplication(@CurrentActor() actor: Actor, @Args('input') input: LapseApplicationInput) {
    return this.queries.answer(actor, input, this.reviews.lapse(actor, input));
  }

  @Mutation()
  claimReview(@CurrentActor() actor: Actor, @Args('input') input: ClaimReviewInput) {
    return this.queries.answer(actor, input, this.reviews.claim(actor, input));
  }

  @Mutation()
  releaseReview(@CurrentActor() actor: Actor, @Args('input') input: ReleaseReviewInput) {
    return this.queries.answer(actor, input, this.reviews.release(actor, input));
  }

  @Mutation()
  passFirstReview(@CurrentActor() actor: Actor, @Args('input') input: PassFirstReviewInput) {
    return this.queries.answer(actor, input, this.reviews.passFirst(actor, input));
  }

  @Mutation()
  proposeRejection(@CurrentActor() actor: Actor, @Args('input') input: ProposeRejectionInput) {
    return this.queries.answer(actor, input, this.reviews.proposeRejection(actor, input));
  }

  @Mutation()
  sendBackToFirstReview(@CurrentActor() actor: Actor, @Args('input') input: SendBackToFirstReviewInput) {
    return this.queries.answer(actor, input, this.reviews.sendBack(actor, input));
  }

  @Mutation()
  sendToExpertReview(@CurrentActor() actor: Actor, @Args('input') input: SendToExpertReviewInput) {
    return this.queries.answer(actor, input, this.reviews.sendToExperts(actor, input));
  }

  @Mutation()
  recordExpertOpinion(@CurrentActor() actor: Actor, @Args('input') input: RecordExpertOpinionInput) {
    return this.queries.answer(actor, input, this.reviews.recordExpertOpinion(actor, input));
  }

  @Mutation()
  passSecondReview(@CurrentActor() actor: Actor, @Args('input') input: PassSecondReviewInput) {
    return this.queries.answer(actor, input, this.registration.passSecond(actor, input));
  }

  @Mutation()
  approveRegistration(@CurrentActor() actor: Actor, @Args('input') input: ApproveRegistrationInput) {
    return this.queries.answer(actor, input, this.registration.approve(actor, input));
  }

  @Mutation()
  reopenReview(@CurrentActor() actor: Actor, @Args('input') input: ReopenReviewInput) {
    return this.queries.answer(actor, input, this.registration.reopen(actor, input));
  }

  @Mutation()
  async registerContracts(@CurrentActor() actor: Actor, @Args('input') input: RegisterContractsInput) {
    const { ids } = await this.registration.registerAll(actor, input);
    const contracts = await this.queries.freshAll(actor, ids);
    return { contracts, clientMutationId: input.clientMutationId };
  }

  @Mutation()
  rejectApplication(@CurrentActor() actor: Actor, @Args('input') input: RejectApplicationInput) {
    return this.queries.answer(actor, input, this.reviews.reject(actor, input));
  }

  @Mutation()
  recordNationalNumber(@CurrentActor() actor: Actor, @Args('input') input: RecordNationalNumberInput) {
    return this.queries.answer(actor, input, this.registration.recordNationalNumber(actor, input));
  }
}

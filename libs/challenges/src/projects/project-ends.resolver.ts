import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { AcceptanceService } from './acceptance.service.js';
import { ProjectMoneyService } from './money.service.js';
import { ProjectsQueries } from './projects.queries.js';

interface Input {
  readonly clientMutationId: string;
}

/** A project's money, acceptance, exemption and settlement. */
@Resolver()
export class ProjectEndsResolver {
  constructor(
    private readonly queries: ProjectsQueries,
    private readonly money: ProjectMoneyService,
    private readonly acceptance: AcceptanceService,
  ) {}

  @Mutation()
  appropriateProjectMoney(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectLedgerInput) {
    return this.told(actor, input, this.money.appropriate(actor, input));
  }

  @Mutation()
  requestProjectPayment(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.RequestProjectPaymentInput,
  ) {
    return this.told(actor, input, this.money.request(actor, input));
  }

  @Mutation()
  refuseProjectPayment(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.money.refuse(actor, input));
  }

  @Mutation()
  payProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectActionInput) {
    return this.told(actor, input, this.money.pay(actor, input));
  }

  @Mutation()
  proveOwnerPayment(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectLedgerInput) {
    return this.told(actor, input, this.money.prove(actor, input));
  }

  @Mutation()
  recoverProjectMoney(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectLedgerInput) {
    return this.told(actor, input, this.money.recover(actor, input));
  }

  @Mutation()
  returnProjectMoney(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectLedgerInput) {
    return this.told(actor, input, this.money.giveBack(actor, input));
  }

  @Mutation()
  applyForAcceptance(@CurrentActor() actor: Actor, @Args('input') input: Types.ApplyForAcceptanceInput) {
    return this.told(actor, input, this.acceptance.apply(actor, input));
  }

  @Mutation()
  giveUserReport(@CurrentActor() actor: Actor, @Args('input') input: Types.GiveUserReportInput) {
    return this.told(actor, input, this.acceptance.userReport(actor, input));
  }

  @Mutation()
  concludeAcceptance(@CurrentActor() actor: Actor, @Args('input') input: Types.ConcludeAcceptanceInput) {
    return this.told(actor, input, this.acceptance.conclude(actor, input));
  }

  @Mutation()
  proposeExemption(@CurrentActor() actor: Actor, @Args('input') input: Types.ProposeExemptionInput) {
    return this.told(actor, input, this.acceptance.propose(actor, input));
  }

  @Mutation()
  reviewExemption(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.acceptance.review(actor, input));
  }

  @Mutation()
  decideExemption(@CurrentActor() actor: Actor, @Args('input') input: Types.DecideExemptionInput) {
    return this.told(actor, input, this.acceptance.decide(actor, input));
  }

  @Mutation()
  registerProjectResult(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.RegisterProjectResultInput,
  ) {
    return this.told(actor, input, this.acceptance.registerResult(actor, input));
  }

  @Mutation()
  reportProjectBenefit(@CurrentActor() actor: Actor, @Args('input') input: Types.ReportProjectBenefitInput) {
    return this.told(actor, input, this.acceptance.reportBenefit(actor, input));
  }

  @Mutation()
  settleProject(@CurrentActor() actor: Actor, @Args('input') input: Types.SettleProjectInput) {
    return this.told(actor, input, this.acceptance.settle(actor, input));
  }

  private async told(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    const { id } = await done;
    return { project: await this.queries.one(actor, id), clientMutationId };
  }
}

import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { StartCounterIntakeInput, TakeOverApplicationInput } from '../contracts.types.gen.js';
import { seesFindings } from '../core/sight.js';
import { CounterService } from './counter.service.js';

/** 窗口代办 and 接管. */
@Resolver('Contract')
export class CounterResolver {
  constructor(
    private readonly service: CounterService,
    private readonly queries: ContractsQueries,
  ) {}

  @ResolveField()
  async counterIntake(@Parent() view: ContractView, @Context() context: GraphContext) {
    const { counterIntake } = view.contract;
    if (counterIntake === null || !seesFindings(view.sight)) return null;
    const { clerkId, note, takenOverAt } = counterIntake;
    const sellerOnPlatform = await this.queries.isOnPlatform(context, view.contract.applicantOrganisationId);
    return {
      sellerOnPlatform,
      clerkName: (await this.queries.personName(context, clerkId)) ?? '登记员',
      note,
      takenOverAt,
    };
  }

  @Mutation()
  startCounterIntake(@CurrentActor() actor: Actor, @Args('input') input: StartCounterIntakeInput) {
    return this.queries.answer(actor, input, this.service.start(actor, input));
  }

  @Mutation()
  takeOverApplication(@CurrentActor() actor: Actor, @Args('input') input: TakeOverApplicationInput) {
    return this.queries.answer(actor, input, this.service.takeOver(actor, input));
  }
}

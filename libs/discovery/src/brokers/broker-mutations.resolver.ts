import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { notFound } from '@jihui/kernel';
import type { GraphContext } from '@jihui/platform';
import type * as Types from '../discovery.types.gen.js';
import type { Changed } from '../steps.js';
import { BrokerRecordsService } from './broker-records.service.js';
import { BrokersQueries } from './brokers.queries.js';
import { BrokersService } from './brokers.service.js';

/** One verb, one mutation. */
@Resolver()
export class BrokerMutationsResolver {
  constructor(
    private readonly register: BrokersService,
    private readonly records: BrokerRecordsService,
    private readonly queries: BrokersQueries,
  ) {}

  @Mutation()
  saveBroker(@Context() context: GraphContext, @Args('input') input: Types.SaveBrokerInput) {
    return this.answer(context, input, this.register.save(context.actor, input));
  }

  @Mutation()
  submitBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.submit(context.actor, input));
  }

  @Mutation()
  submitBrokerForAgency(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.submitForAgency(context.actor, input));
  }

  @Mutation()
  recallBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.recall(context.actor, input));
  }

  @Mutation()
  confirmBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answer(context, input, this.register.confirm(context.actor, input));
  }

  @Mutation()
  declineBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.decline(context.actor, input));
  }

  @Mutation()
  admitBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answer(context, input, this.register.admit(context.actor, input));
  }

  @Mutation()
  returnBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.return(context.actor, input));
  }

  @Mutation()
  suspendBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.suspend(context.actor, input));
  }

  @Mutation()
  resumeBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterDecisionInput) {
    return this.answer(context, input, this.register.resume(context.actor, input));
  }

  @Mutation()
  exitBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.exit(context.actor, input));
  }

  @Mutation()
  removeBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterReasonInput) {
    return this.answer(context, input, this.register.remove(context.actor, input));
  }

  @Mutation()
  reapplyBroker(@Context() context: GraphContext, @Args('input') input: Types.RegisterActionInput) {
    return this.answer(context, input, this.register.reapply(context.actor, input));
  }

  @Mutation()
  designateBroker(@Context() context: GraphContext, @Args('input') input: Types.DesignateInput) {
    return this.answer(context, input, this.register.designate(context.actor, input));
  }

  @Mutation()
  withdrawBrokerDesignation(
    @Context() context: GraphContext,
    @Args('input') input: Types.RegisterReasonInput,
  ) {
    return this.answer(context, input, this.register.withdrawDesignation(context.actor, input));
  }

  @Mutation()
  addBrokerCredential(
    @Context() context: GraphContext,
    @Args('input') input: Types.AddBrokerCredentialInput,
  ) {
    return this.answer(context, input, this.records.addCredential(context.actor, input));
  }

  @Mutation()
  addBrokerTraining(@Context() context: GraphContext, @Args('input') input: Types.AddBrokerTrainingInput) {
    return this.answer(context, input, this.records.addTraining(context.actor, input));
  }

  @Mutation()
  withdrawBrokerRecord(
    @Context() context: GraphContext,
    @Args('input') input: Types.WithdrawBrokerRecordInput,
  ) {
    return this.answer(context, input, this.records.withdrawRecord(context.actor, input));
  }

  @Mutation()
  checkBrokerRecord(@Context() context: GraphContext, @Args('input') input: Types.CheckBrokerRecordInput) {
    return this.answer(context, input, this.records.checkRecord(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const broker = (await this.queries.byIds(context.actor, [id])).get(id);
    if (broker === undefined) throw notFound('技术经纪人');
    return { broker, clientMutationId };
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs } from '@jihui/platform';
import type {
  QueryRuleReplayArgs,
  QueryRuleReplaysArgs,
  ReplayRulesInput,
  RuleReplayContractsArgs,
} from '../contracts.types.gen.js';
import type { ReplayFinding, ReplayRun } from '../core/replay-run.js';
import { ReplaysQueries } from './replays.queries.js';
import { ReplaysService } from './replays.service.js';

/** 规则回放. */
@Resolver('RuleReplay')
export class ReplaysResolver {
  constructor(
    private readonly queries: ReplaysQueries,
    private readonly service: ReplaysService,
  ) {}

  @Query()
  ruleSets() {
    return this.queries.sets();
  }

  @Query()
  ruleReplays(@CurrentActor() actor: Actor, @Args() args: QueryRuleReplaysArgs) {
    return this.queries.list(actor, pageArgs(args));
  }

  @Query()
  ruleReplay(@CurrentActor() actor: Actor, @Args() { id }: QueryRuleReplayArgs) {
    return this.queries.one(actor, id);
  }

  @ResolveField()
  contracts(
    @Parent() run: ReplayRun,
    @Args() args: RuleReplayContractsArgs,
    @Context() context: GraphContext,
  ) {
    return this.queries.findings(context, run, pageArgs(args));
  }

  @ResolveField()
  requestedByName(@Parent() run: ReplayRun, @Context() context: GraphContext) {
    return this.queries.requestedByName(context, run);
  }

  @Mutation()
  async replayRules(@CurrentActor() actor: Actor, @Args('input') input: ReplayRulesInput) {
    const { id } = await this.service.start(actor, input);
    return {
      ruleReplay: await this.queries.one(actor, id),
      clientMutationId: input.clientMutationId,
    };
  }
}

/** A contract that another set would have decided otherwise. */
@Resolver('ReplayedContract')
export class ReplayedContractsResolver {
  constructor(private readonly queries: ReplaysQueries) {}

  @ResolveField()
  contract(@Parent() finding: ReplayFinding, @Context() context: GraphContext) {
    return this.queries.contract(context, finding);
  }
}

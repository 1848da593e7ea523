import {
  Args,
  Context,
  Mutation,
  Parent,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, isUuid, pageArgs, type Connection, type GraphContext } from '@jihui/platform';
import { BrokersQueries } from '../brokers.queries.js';
import { CommissionsService } from '../commissions.service.js';
import { computedNow, type Commission, type CommissionState } from '../core/commission.js';
import { commissionMachine, ownParties } from '../core/commission-machine.js';
import type { Deal } from '../core/types.js';
import type * as Types from '../deals.types.gen.js';
import { Loaders, reference } from './loaders.js';

interface Page {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

/** 佣金约定: for those who pay and those who are paid. */
@Resolver('Commission')
export class CommissionResolver {
  constructor(
    private readonly queries: BrokersQueries,
    private readonly service: CommissionsService,
    private readonly loaders: Loaders,
  ) {}

  @Query('commissionLedger')
  ledger(
    @CurrentActor() actor: Actor,
    @Args() args: Page & { states?: CommissionState[]; text?: string },
  ): Promise<Connection<Commission>> {
    return this.queries.ledger(actor, args.states ?? null, args.text ?? null, pageArgs(args));
  }

  @Query('commissionTotals')
  totals(@CurrentActor() actor: Actor): Promise<unknown> {
    return this.queries.totals(actor);
  }

  private async payload(
    { clientMutationId }: { clientMutationId: string },
    done: Promise<{ id: string }>,
  ): Promise<unknown> {
    const commission = await this.queries.commission((await done).id);
    if (commission === undefined) throw notFound('该佣金约定');
    return { commission, clientMutationId };
  }

  @Mutation('proposeCommission')
  proposeCommission(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ProposeCommissionInput,
  ): Promise<unknown> {
    return this.payload(input, this.service.proposeCommission(actor, input));
  }

  @Mutation('agreeCommission')
  agreeCommission(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.CommissionActionInput,
  ): Promise<unknown> {
    return this.payload(input, this.service.agreeCommission(actor, input));
  }

  @Mutation('declineCommission')
  declineCommission(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.CommissionReasonInput,
  ): Promise<unknown> {
    return this.payload(input, this.service.declineCommission(actor, input));
  }

  @Mutation('declareCommissionDue')
  declareDue(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.DeclareCommissionDueInput,
  ): Promise<unknown> {
    return this.payload(input, this.service.declareCommissionDue(actor, input));
  }

  @Mutation('settleCommission')
  settleCommission(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.SettleCommissionInput,
  ): Promise<unknown> {
    return this.payload(input, this.service.settleCommission(actor, input));
  }

  @ResolveReference()
  async reference(
    @Parent() { id }: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<Commission | null> {
    const commission = isUuid(id) ? await this.queries.commission(id) : undefined;
    return commission !== undefined && ownParties(ctx.actor, commission).length > 0 ? commission : null;
  }

  @ResolveField()
  deal(@Parent() { dealId }: Commission, @Context() ctx: GraphContext): Promise<Deal | null> {
    return this.loaders.deal(ctx, dealId);
  }

  @ResolveField()
  base(@Parent() { terms }: Commission): string {
    return terms.base;
  }

  @ResolveField()
  tiers(@Parent() { terms }: Commission): readonly unknown[] {
    return terms.tiers;
  }

  @ResolveField()
  minimum(@Parent() { terms }: Commission): number | null {
    return terms.minimum;
  }

  @ResolveField()
  maximum(@Parent() { terms }: Commission): number | null {
    return terms.maximum;
  }

  @ResolveField()
  sellerShareBasisPoints(@Parent() { terms }: Commission): number {
    return terms.sellerShareBasisPoints;
  }

  @ResolveField()
  buyerShareBasisPoints(@Parent() { terms }: Commission): number {
    return terms.buyerShareBasisPoints;
  }

  @ResolveField()
  trigger(@Parent() { terms }: Commission): string {
    return terms.trigger;
  }

  @ResolveField()
  taxIncluded(@Parent() { terms }: Commission): boolean {
    return terms.taxIncluded;
  }

  @ResolveField()
  splits(@Parent() commission: Commission): readonly unknown[] {
    const computed = computedNow(commission);
    return commission.terms.splits.map((split, index) => ({
      organisation: reference('Organisation', split.organisationId),
      name: commission.parties.find((party) => party.organisationId === split.organisationId)?.name ?? '',
      shareBasisPoints: split.shareBasisPoints,
      amount: computed?.parts[index] ?? null,
    }));
  }

  @ResolveField()
  agreements(@Parent() commission: Commission): readonly unknown[] {
    return commission.parties.map((party) => ({
      organisation: reference('Organisation', party.organisationId),
      name: party.name,
      agreedAt: party.agreedAt,
    }));
  }

  @ResolveField()
  computed(@Parent() commission: Commission): unknown {
    const computed = computedNow(commission);
    return computed === null ? null : { ...computed, final: commission.concluded !== null };
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() commission: Commission,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    return commissionMachine.availableActions(actor, commission, await this.loaders.now(ctx));
  }
}

/** The commissions of a deal that concern the viewer. */
@Resolver('Deal')
export class DealCommissionsResolver {
  constructor(private readonly queries: BrokersQueries) {}

  @ResolveField()
  async commissions(
    @CurrentActor() actor: Actor,
    @Parent() { id }: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly Commission[]> {
    const all = await ctx.load('deals.commissions', (ids) => this.queries.commissionsOf(ids), id);
    return (all ?? []).filter((commission) => ownParties(actor, commission).length > 0);
  }
}

import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { ContractView } from '../contract.view.js';
import type { Expert } from '../core/contract.js';
import { seatStateOf } from '../core/expert-seat.js';
import { ContractsQueries } from '../contracts.queries.js';
import type { InviteExpertsInput, SaveExpertPanelInput } from '../contracts.types.gen.js';
import { ExpertCandidates } from './expert-candidates.js';
import { ExpertsService } from './experts.service.js';

/** 评审专家 of a contract. */
@Resolver('Contract')
export class ExpertsResolver {
  constructor(
    private readonly service: ExpertsService,
    private readonly queries: ContractsQueries,
    private readonly candidates: ExpertCandidates,
  ) {}

  @ResolveField()
  experts(@Parent() view: ContractView) {
    return view.sight === 'REGISTRY' ? view.contract.experts.map(seatView) : [];
  }

  @ResolveField()
  expertMinimum(@Parent() view: ContractView, @Context() context: GraphContext) {
    return this.queries.expertMinimum(context, view);
  }

  @Query()
  expertCandidates(
    @Context() context: GraphContext,
    @Args('contractId') contractId: string,
    @Args('text', { nullable: true }) text: string | null,
  ) {
    return this.candidates.of(context, contractId, text);
  }

  @Mutation()
  async saveExpertPanel(@CurrentActor() actor: Actor, @Args('input') input: SaveExpertPanelInput) {
    const { id } = await this.service.save(actor, input);
    return { contract: await this.queries.fresh(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async inviteExperts(@CurrentActor() actor: Actor, @Args('input') input: InviteExpertsInput) {
    const { id } = await this.service.invite(actor, input);
    return { contract: await this.queries.fresh(actor, id), clientMutationId: input.clientMutationId };
  }
}

const instant = (at: string | null): Date | null => (at === null ? null : new Date(at));

/** The seat as the registry reads it. */
const seatView = ({ personId, invitedAt, signedAt, ...expert }: Expert) => ({
  ...expert,
  joined: personId !== null,
  state: seatStateOf({ personId, invitedAt, signedAt, ...expert }),
  invitedAt: instant(invitedAt),
  signedAt: instant(signedAt),
});

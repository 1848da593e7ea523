import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { isMember, notFound, type Actor, type AvailableAction } from '@jihui/kernel';
import { CurrentActor, isUuid, type GraphContext } from '@jihui/platform';
import { invitationMachine, type ExpertInvitation } from '../core/invitation.js';
import type { Deal } from '../core/types.js';
import { HIDDEN_NAME } from '../deal-snapshots.js';
import type {
  AnswerConsultationInput,
  InviteConsultationInput,
  WithdrawConsultationInput,
} from '../deals.types.gen.js';
import { InvitationsQueries } from '../invitations.queries.js';
import { InvitationsService } from '../invitations.service.js';
import { Loaders, reference, type Reference } from './loaders.js';

/** Whether whoever invited is an anonymous need's owner to this viewer. */
const isHidden = (actor: Actor, { anonymous, byBroker, needOwnerId }: ExpertInvitation): boolean =>
  anonymous && !byBroker && !isMember(actor, needOwnerId);

/** 咨询邀请 and the verbs of it. */
@Resolver('ConsultationInvitation')
export class ExpertInvitationResolver {
  constructor(
    private readonly service: InvitationsService,
    private readonly queries: InvitationsQueries,
    private readonly loaders: Loaders,
  ) {}

  private async payload(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<{ id: string }>,
  ): Promise<unknown> {
    const invitation = await this.queries.one(actor, (await done).id);
    if (invitation === undefined) throw notFound('该邀请');
    return { invitation, clientMutationId };
  }

  @Mutation('inviteConsultation')
  inviteConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: InviteConsultationInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.invite(actor, input));
  }

  @Mutation('acceptConsultation')
  acceptConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerConsultationInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.accept(actor, input));
  }

  @Mutation('declineConsultation')
  declineConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: AnswerConsultationInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.decline(actor, input));
  }

  @Mutation('withdrawConsultation')
  withdrawConsultation(
    @CurrentActor() actor: Actor,
    @Args('input') input: WithdrawConsultationInput,
  ): Promise<unknown> {
    return this.payload(actor, input, this.service.withdraw(actor, input));
  }

  @ResolveField()
  need(@Parent() { needId }: ExpertInvitation): Reference {
    return reference('Need', needId);
  }
  @ResolveField()
  expert(@Parent() { expertId }: ExpertInvitation): Reference {
    return reference('Expert', expertId);
  }
  @ResolveField()
  inviter(@CurrentActor() actor: Actor, @Parent() invitation: ExpertInvitation): Reference | null {
    return isHidden(actor, invitation) ? null : reference('Organisation', invitation.inviterId);
  }
  @ResolveField()
  inviterName(@CurrentActor() actor: Actor, @Parent() invitation: ExpertInvitation): string {
    return isHidden(actor, invitation) ? HIDDEN_NAME : invitation.inviterName;
  }
  @ResolveField()
  async deal(@Parent() { dealId }: ExpertInvitation, @Context() context: GraphContext): Promise<Deal | null> {
    return dealId === null ? null : this.loaders.deal(context, dealId);
  }
  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() invitation: ExpertInvitation,
    @Context() context: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    return invitationMachine.availableActions(actor, invitation, await this.loaders.now(context));
  }
}

type Party = { readonly id: string };

/** 该需求发出的咨询邀请. */
@Resolver('Need')
export class NeedInvitationsResolver {
  constructor(private readonly queries: InvitationsQueries) {}

  @ResolveField()
  async consultationInvitations(
    @Parent() { id }: Party,
    @Context() ctx: GraphContext,
  ): Promise<readonly ExpertInvitation[]> {
    const { actor } = ctx;
    if (actor.kind !== 'person' || !isUuid(id)) return [];
    const load = (ids: readonly string[]) => this.queries.of(actor, 'need', ids);
    return (await ctx.load('deals.invitations.need', load, id)) ?? [];
  }
}

/** 本人收到的咨询邀请. */
@Resolver('Expert')
export class ExpertInvitationsResolver {
  constructor(private readonly queries: InvitationsQueries) {}

  @ResolveField()
  async consultationInvitations(
    @Parent() { id }: Party,
    @Context() ctx: GraphContext,
  ): Promise<readonly ExpertInvitation[]> {
    const { actor } = ctx;
    if (actor.kind !== 'person' || !isUuid(id)) return [];
    const load = (ids: readonly string[]) => this.queries.of(actor, 'expert', ids);
    return (await ctx.load('deals.invitations.expert', load, id)) ?? [];
  }
}

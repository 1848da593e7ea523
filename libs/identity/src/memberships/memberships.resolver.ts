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
import type { Actor, AvailableAction } from '@jihui/kernel';
import { CurrentActor, GraphContext, pageArgs, type Connection } from '@jihui/platform';
import type { PersonView } from '../accounts/people.queries.js';
import { memberships as machine } from '../core/membership/perform.js';
import { Loading } from '../loading.js';
import type {
  MutationAcceptInvitationArgs,
  MutationApproveMembershipArgs,
  MutationChangeMemberRolesArgs,
  MutationDeclineInvitationArgs,
  MutationInviteMemberArgs,
  MutationLeaveOrganisationArgs,
  MutationRefuseMembershipArgs,
  MutationReinstateMemberArgs,
  MutationRemoveMemberArgs,
  MutationRequestMembershipArgs,
  MutationRevokeInvitationArgs,
  MutationSuspendMemberArgs,
  MutationWithdrawMembershipArgs,
  QueryMembersArgs,
} from '../identity.types.gen.js';
import type { OrganisationView } from '../organisations/organisations.queries.js';
import { JoiningService } from './joining.service.js';
import { MembershipsQueries, type InvitationView, type MembershipView } from './memberships.queries.js';
import { MembershipsService } from './memberships.service.js';

interface Payload {
  readonly membership: MembershipView;
  readonly clientMutationId: string;
}

const isInsider = (membership: MembershipView): boolean => membership.self || membership.governed;

@Resolver('Membership')
export class MembershipsResolver {
  constructor(
    private readonly service: MembershipsService,
    private readonly joining: JoiningService,
    private readonly queries: MembershipsQueries,
    private readonly loading: Loading,
  ) {}

  @Query('members')
  members(@CurrentActor() actor: Actor, @Args() args: QueryMembersArgs): Promise<Connection<MembershipView>> {
    return this.queries.ofOrganisation(actor, args.organisationId, args.states ?? null, pageArgs(args));
  }

  @Query('invitation')
  invitation(@Args('token') token: string): Promise<InvitationView | undefined> {
    return this.queries.invitation(token);
  }

  @ResolveReference()
  reference(
    @Parent() reference: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<MembershipView | undefined> {
    return this.loading.membership(ctx, reference.id);
  }

  @Mutation('inviteMember')
  async invite(@Context() ctx: GraphContext, @Args() { input }: MutationInviteMemberArgs): Promise<Payload> {
    return this.payload(ctx, input, await this.joining.invite(ctx.actor, input));
  }

  @Mutation('acceptInvitation')
  async accept(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationAcceptInvitationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.accept(ctx.actor, input));
  }

  @Mutation('declineInvitation')
  async decline(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationDeclineInvitationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.decline(ctx.actor, input));
  }

  @Mutation('revokeInvitation')
  async revokeInvitation(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRevokeInvitationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.revokeInvitation(ctx.actor, input));
  }

  @Mutation('requestMembership')
  async request(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRequestMembershipArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.joining.request(ctx.actor, input));
  }

  @Mutation('withdrawMembership')
  async withdraw(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationWithdrawMembershipArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.withdraw(ctx.actor, input));
  }

  @Mutation('approveMembership')
  async approve(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationApproveMembershipArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.approve(ctx.actor, input));
  }

  @Mutation('refuseMembership')
  async refuse(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRefuseMembershipArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.refuse(ctx.actor, input));
  }

  @Mutation('changeMemberRoles')
  async changeRoles(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationChangeMemberRolesArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.changeRoles(ctx.actor, input));
  }

  @Mutation('suspendMember')
  async suspend(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationSuspendMemberArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.suspend(ctx.actor, input));
  }

  @Mutation('reinstateMember')
  async reinstate(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationReinstateMemberArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.reinstate(ctx.actor, input));
  }

  @Mutation('leaveOrganisation')
  async leave(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationLeaveOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.leave(ctx.actor, input));
  }

  @Mutation('removeMember')
  async remove(@Context() ctx: GraphContext, @Args() { input }: MutationRemoveMemberArgs): Promise<Payload> {
    return this.payload(ctx, input, await this.service.remove(ctx.actor, input));
  }

  @ResolveField('organisation')
  organisation(
    @Parent() membership: MembershipView,
    @Context() ctx: GraphContext,
  ): Promise<OrganisationView | undefined> {
    return this.loading.organisation(ctx, membership.organisationId);
  }

  /** Before an invitation is accepted, whoever invites does not learn whose address it is. */
  @ResolveField('person')
  async person(
    @Parent() membership: MembershipView,
    @Context() ctx: GraphContext,
  ): Promise<PersonView | null> {
    const { personId, state, self } = membership;
    if (personId === null || (state === 'INVITED' && !self)) return null;
    return (await this.loading.person(ctx, personId)) ?? null;
  }

  @ResolveField('email')
  email(@Parent() membership: MembershipView): string | null {
    return isInsider(membership) && membership.email !== '' ? membership.email : null;
  }

  @ResolveField('note')
  note(@Parent() membership: MembershipView): string | null {
    return isInsider(membership) && membership.note !== '' ? membership.note : null;
  }

  @ResolveField('reason')
  reason(@Parent() membership: MembershipView): string | null {
    return isInsider(membership) && membership.reason !== '' ? membership.reason : null;
  }

  @ResolveField('availableActions')
  async availableActions(
    @Parent() membership: MembershipView,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    if (!isInsider(membership)) return [];
    const [organisation, adminIds, platformAdmins, now] = await Promise.all([
      this.loading.organisation(ctx, membership.organisationId),
      this.loading.adminIds(ctx, membership.organisationId),
      membership.roles.includes('PLATFORM_ADMIN') ? this.loading.platformAdmins(ctx) : [],
      this.loading.now(ctx),
    ]);
    return organisation === undefined
      ? []
      : machine.availableActions(ctx.actor, { membership, organisation, adminIds, platformAdmins }, now);
  }

  private async payload(
    ctx: GraphContext,
    input: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ): Promise<Payload> {
    const membership = await this.loading.existing(this.loading.membership(ctx, id));
    return { membership, clientMutationId: input.clientMutationId };
  }
}

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
import { PARTY_NATURES, type Actor, type AvailableAction, type Violation } from '@jihui/kernel';
import {
  Audit,
  CurrentActor,
  GraphContext,
  pageArgs,
  type SearchConnection,
  type TimelineEntry,
} from '@jihui/platform';
import { warningsOf } from '../core/organisation/form.js';
import { hasPlatformAdmins, organisations as machine } from '../core/organisation/perform.js';
import { Loading } from '../loading.js';
import type {
  MutationApproveOrganisationArgs,
  MutationCorrectOrganisationArgs,
  MutationEditOrganisationArgs,
  MutationRegisterOrganisationArgs,
  MutationReinstateOrganisationArgs,
  MutationRejectOrganisationArgs,
  MutationResubmitOrganisationArgs,
  MutationSuspendOrganisationArgs,
  QueryOrganisationsArgs,
  QueryPendingOrganisationsArgs,
} from '../identity.types.gen.js';
import { OrganisationsQueries, type OrganisationView } from './organisations.queries.js';
import { OrganisationsService } from './organisations.service.js';

interface Payload {
  readonly organisation: OrganisationView;
  readonly clientMutationId: string;
}

/** Members and the bureau in charge: decided from what was loaded, without waiting. */
const isInsider = (organisation: OrganisationView): boolean => organisation.own || organisation.supervised;

@Resolver('Organisation')
export class OrganisationsResolver {
  constructor(
    private readonly service: OrganisationsService,
    private readonly queries: OrganisationsQueries,
    private readonly loading: Loading,
    private readonly audit: Audit,
  ) {}

  @Query('organisation')
  organisation(@Args('id') id: string, @Context() ctx: GraphContext): Promise<OrganisationView | undefined> {
    return this.loading.organisation(ctx, id);
  }

  @Query('organisations')
  organisations(
    @CurrentActor() actor: Actor,
    @Args() args: QueryOrganisationsArgs,
  ): Promise<SearchConnection<OrganisationView>> {
    return this.queries.list(actor, args.filter ?? null, pageArgs(args));
  }

  @Query('pendingOrganisations')
  pendingOrganisations(
    @CurrentActor() actor: Actor,
    @Args() args: QueryPendingOrganisationsArgs,
  ): Promise<SearchConnection<OrganisationView>> {
    return this.queries.pending(actor, args.filter ?? null, pageArgs(args));
  }

  @ResolveReference()
  reference(
    @Parent() reference: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<OrganisationView | undefined> {
    return this.loading.organisation(ctx, reference.id);
  }

  @Mutation('registerOrganisation')
  async register(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRegisterOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.register(ctx.actor, input));
  }

  @Mutation('editOrganisation')
  async edit(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationEditOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.edit(ctx.actor, input));
  }

  @Mutation('correctOrganisation')
  async correct(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationCorrectOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.correct(ctx.actor, input));
  }

  @Mutation('approveOrganisation')
  async approve(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationApproveOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.approve(ctx.actor, input));
  }

  @Mutation('rejectOrganisation')
  async reject(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRejectOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.reject(ctx.actor, input));
  }

  @Mutation('resubmitOrganisation')
  async resubmit(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationResubmitOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.resubmit(ctx.actor, input));
  }

  @Mutation('suspendOrganisation')
  async suspend(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationSuspendOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.suspend(ctx.actor, input));
  }

  @Mutation('reinstateOrganisation')
  async reinstate(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationReinstateOrganisationArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.reinstate(ctx.actor, input));
  }

  @ResolveField('status')
  status(@Parent() organisation: OrganisationView): string {
    return organisation.state;
  }

  @ResolveField('divisionName')
  divisionName(@Parent() organisation: OrganisationView): string {
    return this.queries.divisionName(organisation.divisionCode);
  }

  @ResolveField('partyNatureName')
  partyNatureName(@Parent() { partyNature }: OrganisationView): string {
    return (PARTY_NATURES as Readonly<Record<string, string>>)[partyNature] ?? partyNature;
  }

  @ResolveField('contactName')
  contactName(@Parent() organisation: OrganisationView): string | null {
    return isInsider(organisation) ? organisation.contactName : null;
  }

  @ResolveField('contactPhone')
  contactPhone(@Parent() organisation: OrganisationView): string | null {
    return isInsider(organisation) ? organisation.contactPhone : null;
  }

  @ResolveField('contactEmail')
  contactEmail(@Parent() organisation: OrganisationView): string | null {
    return isInsider(organisation) ? organisation.contactEmail : null;
  }

  @ResolveField('decisionReason')
  decisionReason(@Parent() organisation: OrganisationView): string | null {
    return isInsider(organisation) && organisation.decisionReason !== '' ? organisation.decisionReason : null;
  }

  @ResolveField('warnings')
  warnings(@Parent() organisation: OrganisationView): readonly Violation[] {
    return organisation.supervised ? warningsOf(organisation) : [];
  }

  @ResolveField('availableActions')
  async availableActions(
    @Parent() organisation: OrganisationView,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    if (!isInsider(organisation)) return [];
    const adminIds = await this.loading.adminIds(ctx, organisation.id);
    const platformAdmins = hasPlatformAdmins(organisation) ? await this.loading.platformAdmins(ctx) : [];
    const subject = { organisation, adminIds, platformAdmins, actorIsMember: organisation.own };
    return machine.availableActions(ctx.actor, subject, await this.loading.now(ctx));
  }

  @ResolveField('timeline')
  async timeline(
    @Parent() organisation: OrganisationView,
    @Context() ctx: GraphContext,
  ): Promise<readonly TimelineEntry[]> {
    if (!isInsider(organisation)) return [];
    const stream = `Organisation:${organisation.id}`;
    const entries = await ctx.load(
      'identity.timeline',
      (streams) => this.audit.timelines('identity', streams),
      stream,
    );
    return entries ?? [];
  }

  private async payload(
    ctx: GraphContext,
    input: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ): Promise<Payload> {
    const organisation = await this.loading.existing(this.loading.organisation(ctx, id));
    return { organisation, clientMutationId: input.clientMutationId };
  }
}

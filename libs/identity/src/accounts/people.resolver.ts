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
import { anonymous, hasRole, isPlatformAdmin, type Actor, type AvailableAction } from '@jihui/kernel';
import { Config, CurrentActor, GraphContext, pageArgs, type Connection } from '@jihui/platform';
import { clearSessionCookie } from '../auth/request.js';
import { people as machine } from '../core/person/perform.js';
import { Loading } from '../loading.js';
import type {
  MutationEditMyProfileArgs,
  MutationEraseMyselfArgs,
  MutationReinstatePersonArgs,
  MutationResetSecondFactorArgs,
  MutationSuspendPersonArgs,
  QueryPeopleArgs,
} from '../identity.types.gen.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { PeopleService } from './people.service.js';

interface Payload {
  readonly person: PersonView;
  readonly clientMutationId: string;
}

const isSelf = (actor: Actor, person: PersonView): boolean =>
  actor.kind === 'person' && actor.personId === person.id;

/** Oneself, an administrator of one's organisation, a platform administrator. */
const seesAccount = (actor: Actor, person: PersonView): boolean =>
  isSelf(actor, person) ||
  isPlatformAdmin(actor) ||
  person.organisationIds.some((organisationId) => hasRole(actor, organisationId, 'ORG_ADMIN'));

@Resolver('Person')
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly loading: Loading,
    private readonly config: Config,
  ) {}

  @Query('people')
  people(@CurrentActor() actor: Actor, @Args() args: QueryPeopleArgs): Promise<Connection<PersonView>> {
    return this.queries.list(actor, args.text ?? '', args.statuses ?? null, pageArgs(args));
  }

  @ResolveReference()
  reference(
    @Parent() reference: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<PersonView | undefined> {
    return this.loading.person(ctx, reference.id);
  }

  @Mutation('editMyProfile')
  async edit(@Context() ctx: GraphContext, @Args() { input }: MutationEditMyProfileArgs): Promise<Payload> {
    return this.payload(ctx, input, await this.service.editMyProfile(ctx.actor, input));
  }

  @Mutation('suspendPerson')
  async suspend(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationSuspendPersonArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.suspend(ctx.actor, input));
  }

  @Mutation('reinstatePerson')
  async reinstate(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationReinstatePersonArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.reinstate(ctx.actor, input));
  }

  @Mutation('resetSecondFactor')
  async resetSecondFactor(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationResetSecondFactorArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.resetSecondFactor(ctx.actor, input));
  }

  @Mutation('eraseMyself')
  async erase(@Context() ctx: GraphContext, @Args() { input }: MutationEraseMyselfArgs): Promise<object> {
    await this.service.erase(ctx.actor, ctx.request.credential, input);
    clearSessionCookie(ctx.reply, this.config);
    ctx.become(anonymous);
    return { ok: true, clientMutationId: input.clientMutationId };
  }

  @ResolveField('email')
  email(@Parent() person: PersonView, @CurrentActor() actor: Actor): string | null {
    return seesAccount(actor, person) ? person.email : null;
  }

  @ResolveField('phone')
  phone(@Parent() person: PersonView, @CurrentActor() actor: Actor): string | null {
    return isSelf(actor, person) ? person.phone : null;
  }

  @ResolveField('status')
  status(@Parent() person: PersonView, @CurrentActor() actor: Actor): string | null {
    return seesAccount(actor, person) ? person.state : null;
  }

  @ResolveField('lastSignInAt')
  lastSignInAt(@Parent() person: PersonView, @CurrentActor() actor: Actor): Date | null {
    return seesAccount(actor, person) ? person.lastSignInAt : null;
  }

  @ResolveField('secondFactor')
  secondFactor(@Parent() person: PersonView, @Context() ctx: GraphContext): Promise<boolean> | null {
    const sees = isSelf(ctx.actor, person) || isPlatformAdmin(ctx.actor);
    return sees ? this.loading.hasFactor(ctx, person.id) : null;
  }

  @ResolveField('availableActions')
  async availableActions(
    @Parent() person: PersonView,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    const self = isSelf(ctx.actor, person);
    if (!self && !isPlatformAdmin(ctx.actor)) return [];
    // Only one's own erasure asks which organisations would be left alone.
    const soleAdminOf = self ? await this.loading.soleAdminOf(ctx, person.id) : [];
    const platformAdmins = await this.loading.platformAdmins(ctx);
    const hasFactor = await this.loading.hasFactor(ctx, person.id);
    const subject = { person, soleAdminOf, hasFactor, platformAdmins };
    const actions = machine.availableActions(ctx.actor, subject, await this.loading.now(ctx));
    // Of the many who have none nobody needs to be told so at each.
    return hasFactor ? actions : actions.filter(({ action }) => action !== 'resetSecondFactor');
  }

  private async payload(
    ctx: GraphContext,
    input: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ): Promise<Payload> {
    const person = await this.loading.existing(this.loading.person(ctx, id));
    return { person, clientMutationId: input.clientMutationId };
  }
}

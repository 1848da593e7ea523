import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { anonymous, type Actor, type PersonActor } from '@jihui/kernel';
import { Config, CurrentActor, GraphContext } from '@jihui/platform';
import type { AccessToken, Session } from '../core/person/access.js';
import { divisionScopesOf, permissionsOf, type Permission } from '../core/permissions.js';
import { clearSessionCookie, clientOf } from '../auth/request.js';
import { Loading } from '../loading.js';
import type {
  MutationChangePasswordArgs,
  MutationConfirmEmailArgs,
  MutationConfirmMyPhoneArgs,
  MutationCreateAccessTokenArgs,
  MutationReauthenticateArgs,
  MutationRegisterPersonArgs,
  MutationRequestPasswordResetArgs,
  MutationRequestPhoneCodeArgs,
  MutationResetPasswordArgs,
  MutationRevokeAccessTokenArgs,
  MutationRevokeSessionArgs,
  MutationSignInArgs,
  MutationSignInWithPhoneCodeArgs,
  MutationSignOutArgs,
} from '../identity.types.gen.js';
import { MembershipsQueries, type MembershipView } from '../memberships/memberships.queries.js';
import { OrganisationsQueries } from '../organisations/organisations.queries.js';
import { AccessTokensService } from './access-tokens.service.js';
import { Entrance } from './entrance.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { ProofService } from './proof.service.js';
import { RegistrationService } from './registration.service.js';
import { SignInService } from './sign-in.service.js';

interface Input {
  readonly clientMutationId: string;
}
type Viewer = Pick<PersonActor, 'personId'>;

const sent = ({ clientMutationId }: Input) => ({ ok: true, clientMutationId });

@Resolver('Viewer')
export class AccountsResolver {
  constructor(
    private readonly registration: RegistrationService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly proof: ProofService,
    private readonly tokens: AccessTokensService,
    private readonly entrance: Entrance,
    private readonly people: PeopleQueries,
    private readonly memberships: MembershipsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly loading: Loading,
    private readonly config: Config,
  ) {}

  @Query('viewer')
  viewer(@CurrentActor() actor: Actor): Viewer | null {
    return actor.kind === 'person' ? actor : null;
  }

  @Query('mySessions')
  async mySessions(@Context() ctx: GraphContext): Promise<readonly (Session & { current: boolean })[]> {
    const sessions = await this.people.sessions(ctx.actor);
    return sessions.map((session) => ({ ...session, current: session.id === ctx.request.credential?.id }));
  }

  @Query('myTokens')
  myTokens(@CurrentActor() actor: Actor): Promise<readonly AccessToken[]> {
    return this.tokens.list(actor);
  }

  @Mutation('registerPerson')
  async register(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRegisterPersonArgs,
  ): Promise<object> {
    await this.registration.register(clientOf(ctx.request), input);
    return sent(input);
  }

  @Mutation('confirmEmail')
  async confirmEmail(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationConfirmEmailArgs,
  ): Promise<object> {
    return this.entrance.enter(ctx, input, await this.registration.confirm(clientOf(ctx.request), input));
  }

  @Mutation('signIn')
  async signIn(@Context() ctx: GraphContext, @Args() { input }: MutationSignInArgs): Promise<object> {
    return this.entrance.enter(ctx, input, await this.signIns.signIn(clientOf(ctx.request), input));
  }

  @Mutation('requestPhoneCode')
  async requestPhoneCode(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRequestPhoneCodeArgs,
  ): Promise<object> {
    await this.signIns.requestPhoneCode(ctx.actor, clientOf(ctx.request), input);
    return sent(input);
  }

  @Mutation('signInWithPhoneCode')
  async signInWithPhoneCode(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationSignInWithPhoneCodeArgs,
  ): Promise<object> {
    return this.entrance.enter(
      ctx,
      input,
      await this.signIns.signInWithPhoneCode(clientOf(ctx.request), input),
    );
  }

  @Mutation('confirmMyPhone')
  async confirmMyPhone(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationConfirmMyPhoneArgs,
  ): Promise<object> {
    return this.personPayload(ctx, input, await this.signIns.confirmMyPhone(ctx.actor, input));
  }

  @Mutation('signOut')
  async signOut(@Context() ctx: GraphContext, @Args() { input }: MutationSignOutArgs): Promise<object> {
    await this.signIns.signOut(ctx.actor, ctx.request.credential);
    clearSessionCookie(ctx.reply, this.config);
    ctx.become(anonymous);
    return sent(input);
  }

  @Mutation('reauthenticate')
  async reauthenticate(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationReauthenticateArgs,
  ): Promise<object> {
    await this.proof.prove(ctx.actor, ctx.request.credential, input);
    return sent(input);
  }

  @Mutation('revokeSession')
  async revokeSession(
    @CurrentActor() actor: Actor,
    @Args() { input }: MutationRevokeSessionArgs,
  ): Promise<object> {
    await this.signIns.revokeSession(actor, input);
    return input;
  }

  @Mutation('requestPasswordReset')
  async requestReset(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRequestPasswordResetArgs,
  ): Promise<object> {
    await this.passwords.requestReset(clientOf(ctx.request), input);
    return sent(input);
  }

  @Mutation('resetPassword')
  async resetPassword(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationResetPasswordArgs,
  ): Promise<object> {
    await this.passwords.reset(clientOf(ctx.request), input);
    return sent(input);
  }

  @Mutation('changePassword')
  async changePassword(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationChangePasswordArgs,
  ): Promise<object> {
    return this.personPayload(
      ctx,
      input,
      await this.passwords.change(ctx.actor, ctx.request.credential, input),
    );
  }

  @Mutation('createAccessToken')
  async createToken(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationCreateAccessTokenArgs,
  ): Promise<object> {
    const { id, secret } = await this.tokens.create(ctx.actor, ctx.request.credential, input);
    return { accessToken: await this.token(ctx.actor, id), secret, clientMutationId: input.clientMutationId };
  }

  @Mutation('revokeAccessToken')
  async revokeToken(
    @CurrentActor() actor: Actor,
    @Args() { input }: MutationRevokeAccessTokenArgs,
  ): Promise<object> {
    const id = await this.tokens.revoke(actor, input);
    return { accessToken: await this.token(actor, id), clientMutationId: input.clientMutationId };
  }

  @ResolveField('person')
  person(@Parent() viewer: Viewer, @Context() ctx: GraphContext): Promise<PersonView | undefined> {
    return this.loading.person(ctx, viewer.personId);
  }

  @ResolveField('memberships')
  myMemberships(@CurrentActor() actor: Actor): Promise<MembershipView[]> {
    return this.memberships.mine(actor);
  }

  @ResolveField('permissions')
  permissions(@CurrentActor() actor: Actor): readonly Permission[] {
    return actor.kind === 'person' ? permissionsOf(actor) : [];
  }

  @ResolveField('secondFactorDue')
  secondFactorDue(@Context() { request }: GraphContext): boolean {
    return request.credential?.restricted ?? false;
  }

  @ResolveField('scopes')
  scopes(@CurrentActor() actor: Actor): readonly object[] {
    return divisionScopesOf(actor).map((scope) => ({
      ...scope,
      divisionName: this.organisations.divisionName(scope.divisionCode),
    }));
  }

  private async personPayload(ctx: GraphContext, input: Input, personId: string): Promise<object> {
    const person = await this.loading.existing(this.loading.person(ctx, personId));
    return { person, clientMutationId: input.clientMutationId };
  }

  private async token(actor: Actor, id: string): Promise<AccessToken | undefined> {
    return (await this.tokens.list(actor)).find((token) => token.id === id);
  }
}

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
import type { IdentityFile } from '../core/letter/letter.js';
import { letters as machine } from '../core/letter/perform.js';
import { Loading } from '../loading.js';
import type {
  MutationIssueAuthorisationLetterArgs,
  MutationRevokeAuthorisationLetterArgs,
  QueryAuthorisationLettersArgs,
} from '../identity.types.gen.js';
import type { OrganisationView } from '../organisations/organisations.queries.js';
import { LettersQueries, type LetterView } from './letters.queries.js';
import { LettersService } from './letters.service.js';

interface Payload {
  readonly authorisationLetter: LetterView;
  readonly clientMutationId: string;
}

@Resolver('AuthorisationLetter')
export class LettersResolver {
  constructor(
    private readonly service: LettersService,
    private readonly queries: LettersQueries,
    private readonly loading: Loading,
  ) {}

  @Query('authorisationLetters')
  letters(
    @CurrentActor() actor: Actor,
    @Args() args: QueryAuthorisationLettersArgs,
  ): Promise<Connection<LetterView>> {
    return this.queries.ofOrganisation(actor, args.organisationId, args.inForce ?? null, pageArgs(args));
  }

  @ResolveReference()
  reference(
    @Parent() reference: { id: string },
    @Context() ctx: GraphContext,
  ): Promise<LetterView | undefined> {
    return this.loading.letter(ctx, reference.id);
  }

  @Mutation('issueAuthorisationLetter')
  async issue(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationIssueAuthorisationLetterArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.issue(ctx.actor, input));
  }

  @Mutation('revokeAuthorisationLetter')
  async revoke(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationRevokeAuthorisationLetterArgs,
  ): Promise<Payload> {
    return this.payload(ctx, input, await this.service.revoke(ctx.actor, input));
  }

  @ResolveField('organisation')
  organisation(
    @Parent() letter: LetterView,
    @Context() ctx: GraphContext,
  ): Promise<OrganisationView | undefined> {
    return this.loading.organisation(ctx, letter.organisationId);
  }

  @ResolveField('person')
  person(@Parent() letter: LetterView, @Context() ctx: GraphContext): Promise<PersonView | undefined> {
    return this.loading.person(ctx, letter.personId);
  }

  @ResolveField('file')
  file(@Parent() letter: LetterView, @Context() ctx: GraphContext): Promise<IdentityFile | undefined> {
    return this.loading.file(ctx, letter.fileId);
  }

  @ResolveField('revokeReason')
  revokeReason(@Parent() letter: LetterView): string | null {
    return letter.revokeReason === '' ? null : letter.revokeReason;
  }

  @ResolveField('availableActions')
  async availableActions(
    @Parent() letter: LetterView,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    const adminIds = await this.loading.adminIds(ctx, letter.organisationId);
    // What stands in the way of revoking does not depend on the membership.
    return machine.availableActions(
      ctx.actor,
      { letter, adminIds, personIsMember: true },
      await this.loading.now(ctx),
    );
  }

  private async payload(
    ctx: GraphContext,
    input: { readonly clientMutationId: string },
    { id }: { readonly id: string },
  ): Promise<Payload> {
    const authorisationLetter = await this.loading.existing(this.loading.letter(ctx, id));
    return { authorisationLetter, clientMutationId: input.clientMutationId };
  }
}

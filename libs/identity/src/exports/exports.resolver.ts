import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, GraphContext } from '@jihui/platform';
import type { PersonView } from '../accounts/people.queries.js';
import type {
  MutationExportOrganisationArgs,
  MutationFetchOrganisationExportArgs,
  QueryOrganisationExportArgs,
} from '../identity.types.gen.js';
import { Loading } from '../loading.js';
import { ExportsQueries, type ExportView } from './exports.queries.js';
import { ExportsService } from './exports.service.js';

@Resolver('OrganisationExport')
export class ExportsResolver {
  constructor(
    private readonly service: ExportsService,
    private readonly queries: ExportsQueries,
    private readonly loading: Loading,
  ) {}

  @Query('organisationExport')
  newest(
    @CurrentActor() actor: Actor,
    @Args() { organisationId }: QueryOrganisationExportArgs,
  ): Promise<ExportView | undefined> {
    return this.queries.newest(actor, organisationId);
  }

  @Mutation('exportOrganisation')
  async export(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationExportOrganisationArgs,
  ): Promise<{ readonly organisationExport: ExportView; readonly clientMutationId: string }> {
    const { id } = await this.service.request(ctx.actor, input);
    const organisationExport = await this.loading.existing(this.queries.byId(ctx.actor, id));
    return { organisationExport, clientMutationId: input.clientMutationId };
  }

  @Mutation('fetchOrganisationExport')
  async fetch(
    @Context() ctx: GraphContext,
    @Args() { input }: MutationFetchOrganisationExportArgs,
  ): Promise<{ readonly url: string; readonly clientMutationId: string }> {
    const { id } = await this.service.fetch(ctx.actor, input);
    return { url: await this.queries.addressFor(ctx.actor, id), clientMutationId: input.clientMutationId };
  }

  @ResolveField('requestedBy')
  requestedBy(@Parent() one: ExportView, @Context() ctx: GraphContext): Promise<PersonView | undefined> {
    return this.loading.person(ctx, one.requestedBy);
  }
}

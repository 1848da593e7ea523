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
import { notFound } from '@jihui/kernel';
import { isUuid, pageArgs, type GraphContext } from '@jihui/platform';
import { projectMachine } from '../core/projects/perform.js';
import type * as Types from '../discovery.types.gen.js';
import { Reading } from '../reading.js';
import type { Changed } from '../steps.js';
import type { ProjectView } from './project.view.js';
import { ProjectsQueries } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';

/** 科研项目. */
@Resolver('Project')
export class ProjectsResolver {
  constructor(
    private readonly service: ProjectsService,
    private readonly queries: ProjectsQueries,
    private readonly reading: Reading,
  ) {}

  @Query()
  async project(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.load(context, id)) ?? null;
  }

  @Query()
  projects(@Context() context: GraphContext, @Args() args: Types.QueryProjectsArgs) {
    return this.queries.list(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context, id);
  }

  @ResolveField()
  async availableActions(@Parent() { source }: ProjectView, @Context() context: GraphContext) {
    return projectMachine.availableActions(context.actor, source, await this.reading.now(context));
  }

  @ResolveField()
  timeline(@Parent() { id, whole }: ProjectView, @Context() context: GraphContext) {
    return whole ? this.reading.timeline(`Project:${id}`, context) : null;
  }

  @Mutation()
  saveProject(@Context() context: GraphContext, @Args('input') input: Types.SaveProjectInput) {
    return this.answer(context, input, this.service.save(context.actor, input));
  }

  @Mutation()
  discardProject(@Context() context: GraphContext, @Args('input') input: Types.ProjectActionInput) {
    return this.answer(context, input, this.service.discard(context.actor, input));
  }

  private async answer(
    context: GraphContext,
    { clientMutationId }: { readonly clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const project = (await this.queries.byIds(context.actor, [id])).get(id);
    if (project === undefined) throw notFound('科研项目');
    return { project, clientMutationId };
  }

  private async load(context: GraphContext, id: string): Promise<ProjectView | undefined> {
    if (!isUuid(id)) return undefined;
    return context.load('discovery.project', (ids) => this.queries.byIds(context.actor, ids), id);
  }
}

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
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs, type GraphContext } from '@jihui/platform';
import type { Changed } from '../calls/call-desk.js';
import type * as Types from '../challenges.types.gen.js';
import { ProjectsQueries, type ProjectView } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';

interface Input {
  readonly clientMutationId: string;
}

/** 项目: reads, and what is done while it is signed and runs. */
@Resolver('CallProject')
export class ProjectsResolver {
  constructor(
    private readonly queries: ProjectsQueries,
    private readonly projects: ProjectsService,
  ) {}

  @Query('callProject')
  async project(@Context() context: GraphContext, @Args('id') id: string) {
    return (await this.queries.load(context, id)) ?? null;
  }

  @Query('callProjects')
  list(@Context() context: GraphContext, @Args() args: Types.QueryCallProjectsArgs) {
    return this.queries.list(context.actor, args.filter ?? {}, pageArgs(args));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.queries.load(context, id);
  }

  @ResolveField()
  availableActions(@Parent() view: ProjectView, @Context() context: GraphContext) {
    return this.queries.actions(context, view);
  }

  @ResolveField()
  timeline(@Parent() view: ProjectView, @Context() context: GraphContext) {
    return this.queries.timeline(context, view);
  }

  @Mutation()
  signProject(@CurrentActor() actor: Actor, @Args('input') input: Types.SignProjectInput) {
    return this.told(actor, input, this.projects.sign(actor, input));
  }

  @Mutation()
  lapseProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.projects.lapse(actor, input));
  }

  @Mutation()
  linkProjectContract(@CurrentActor() actor: Actor, @Args('input') input: Types.LinkProjectContractInput) {
    return this.told(actor, input, this.projects.link(actor, input));
  }

  @Mutation()
  reportMilestone(@CurrentActor() actor: Actor, @Args('input') input: Types.ReportMilestoneInput) {
    return this.told(actor, input, this.projects.report(actor, input));
  }

  @Mutation()
  assessMilestone(@CurrentActor() actor: Actor, @Args('input') input: Types.AssessMilestoneInput) {
    return this.told(actor, input, this.projects.assess(actor, input));
  }

  @Mutation()
  changeProject(@CurrentActor() actor: Actor, @Args('input') input: Types.ChangeProjectInput) {
    return this.told(actor, input, this.projects.change(actor, input));
  }

  @Mutation()
  replaceProjectUndertaker(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ReplaceProjectUndertakerInput,
  ) {
    return this.told(actor, input, this.projects.replaceUndertaker(actor, input));
  }

  @Mutation()
  inspectProject(@CurrentActor() actor: Actor, @Args('input') input: Types.InspectProjectInput) {
    return this.told(actor, input, this.projects.inspect(actor, input));
  }

  @Mutation()
  suspendProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.projects.suspend(actor, input));
  }

  @Mutation()
  resumeProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.projects.resume(actor, input));
  }

  @Mutation()
  terminateProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.projects.terminate(actor, input));
  }

  @Mutation()
  eliminateProject(@CurrentActor() actor: Actor, @Args('input') input: Types.CallProjectReasonInput) {
    return this.told(actor, input, this.projects.eliminate(actor, input));
  }

  private async told(actor: Actor, { clientMutationId }: Input, done: Promise<Changed>) {
    const { id } = await done;
    return { project: await this.queries.one(actor, id), clientMutationId };
  }
}

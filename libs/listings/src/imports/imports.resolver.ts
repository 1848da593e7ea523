import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor, pageArgs, type GraphContext } from '@jihui/platform';
import type { ImportRunProblemsArgs, QueryImportRunsArgs, StartImportInput } from '../listings.types.gen.js';
import { ImportsQueries, type ImportRunView } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

@Resolver('ImportRun')
export class ImportsResolver {
  constructor(
    private readonly service: ImportsService,
    private readonly queries: ImportsQueries,
  ) {}

  @Query()
  importRun(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.get(actor, id);
  }

  @Query()
  importRuns(@CurrentActor() actor: Actor, @Args() args: QueryImportRunsArgs) {
    return this.queries.mine(actor, args.filter ?? {}, pageArgs(args));
  }

  @ResolveField()
  problems(
    @Parent() run: ImportRunView,
    @Args() args: ImportRunProblemsArgs,
    @Context() context: GraphContext,
  ) {
    const page = pageArgs(args);
    const name = `listings.problems ${JSON.stringify(page)}`;
    return context.load(name, (ids) => this.queries.problems(ids, page), run.id);
  }

  @Mutation()
  async startImport(@CurrentActor() actor: Actor, @Args('input') input: StartImportInput) {
    const { id } = await this.service.start(actor, input);
    return { importRun: await this.queries.get(actor, id), clientMutationId: input.clientMutationId };
  }
}

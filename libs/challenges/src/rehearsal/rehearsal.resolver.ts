import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphContext } from '@jihui/platform';
import type { CallView } from '../calls/call.view.js';
import type * as Types from '../challenges.types.gen.js';
import { mayRehearse } from '../core/rehearsal/rehearse.js';
import { RehearsalQueries } from './rehearsal.queries.js';

/** 预演. */
@Resolver('Call')
export class RehearsalResolver {
  constructor(private readonly queries: RehearsalQueries) {}

  @ResolveField()
  rehearsable(@Parent() { subject }: CallView, @Context() { actor }: GraphContext) {
    return mayRehearse(actor, subject.call);
  }

  @Query()
  async callRehearsal(@Context() { actor }: GraphContext, @Args() args: Types.QueryCallRehearsalArgs) {
    const found = await this.queries.of(actor, args.id, args.assuming ?? {});
    return (
      found && {
        runs: found.runs,
        faults: found.faults.map(({ level, place, step, ...violation }) => ({
          level,
          place,
          step,
          violation,
        })),
      }
    );
  }
}

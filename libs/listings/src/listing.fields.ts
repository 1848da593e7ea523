import { Context, Parent, ResolveField, ResolveReference } from '@nestjs/graphql';
import { notFound, type Actor, type AvailableAction, type Violation } from '@jihui/kernel';
import { CurrentActor, GraphContext, isUuid, type Audit, type BusinessClock } from '@jihui/platform';
import type { ExtrasQueries } from './extras.queries.js';
import type { Changed } from './listing.service.js';
import type { NeedView } from './need.view.js';
import { nowOf, timelineOf } from './reading.js';
import type { ResultView } from './result.view.js';
import type { ListingTraits } from './traits.js';

/** The place of a list's entries in what a query selects. */
export const NODE = ['edges', 'node'];

/** Where the views come from. */
interface Views<V> {
  byIds(actor: Actor, ids: readonly string[], whole?: boolean): Promise<Map<string, V>>;
}
/** What the graph calls a listing, and what its reader may do about it. */
interface Reading<V> extends Pick<ListingTraits<never, never>, 'aggregate' | 'what'> {
  readonly name: 'result' | 'need';
  missing(view: V, actor: Actor, now: Date): readonly Violation[] | null;
  actions(view: V, actor: Actor, now: Date): AvailableAction<string>[];
}

/** What results and needs tell alike in the graph. */
export abstract class ListingFields<V extends ResultView | NeedView> {
  protected constructor(
    private readonly reading: Reading<V>,
    private readonly views: Views<V>,
    protected readonly extras: ExtrasQueries,
    private readonly audit: Audit,
    protected readonly clock: BusinessClock,
  ) {}

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() context: GraphContext) {
    return this.load(context.actor, context, id, true);
  }

  @ResolveField()
  attachments(@Parent() view: V, @Context() context: GraphContext) {
    return this.extras.attachments(view, context);
  }

  @ResolveField()
  myNda(@CurrentActor() actor: Actor, @Parent() view: V, @Context() context: GraphContext) {
    return this.extras.myNda(view, actor, context);
  }

  @ResolveField()
  async missing(@CurrentActor() actor: Actor, @Parent() view: V, @Context() context: GraphContext) {
    return this.reading.missing(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  async availableActions(@CurrentActor() actor: Actor, @Parent() view: V, @Context() context: GraphContext) {
    return this.reading.actions(view, actor, await nowOf(context, this.clock));
  }

  @ResolveField()
  timeline(@Parent() view: V, @Context() context: GraphContext) {
    return timelineOf(view, this.reading.aggregate, context, this.audit);
  }

  /** A command's payload: what it changed, as the actor may read it now. */
  protected async answer(
    actor: Actor,
    { clientMutationId }: { clientMutationId: string },
    change: Promise<Changed>,
  ) {
    const { id } = await change;
    const view = (await this.views.byIds(actor, [id])).get(id);
    if (view === undefined) throw notFound(this.reading.what);
    return { [this.reading.name]: view, clientMutationId };
  }

  /** @param whole whether more than the card is asked for */
  protected load(actor: Actor, context: GraphContext, id: string, whole: boolean): Promise<V | undefined> {
    if (!isUuid(id)) return Promise.resolve(undefined);
    const name = `listings.${this.reading.name}${whole ? '' : '.card'}`;
    return context.load(name, (ids) => this.views.byIds(actor, ids, whole), id);
  }
}

import { Args, Context, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import type { Actor, AvailableAction } from '@jihui/kernel';
import {
  CurrentActor,
  isUuid,
  pageArgs,
  sha256,
  type Connection,
  type GraphContext,
  type TimelineEntry,
} from '@jihui/platform';
import { NDA_TEXT, NDA_VERSION } from '../core/nda.js';
import { dealActions } from '../core/perform.js';
import { buyerHiddenFrom, readsRoom, roleOf } from '../core/sight.js';
import { ownerOf } from '../core/stages.js';
import { disclosureRequired, ndaInForce, partyOf, type Deal, type Side } from '../core/types.js';
import { HIDDEN_NAME } from '../deal-snapshots.js';
import { DealsQueries, type ProposalNode, type StageNode } from '../deals.queries.js';
import type { DealFilter } from '../deals.types.gen.js';
import { Loaders, reference, type Reference } from './loaders.js';

interface Page {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

interface PartyNode {
  readonly side: Side;
  readonly organisation: Reference | null;
  readonly name: string;
  readonly hidden: boolean;
  readonly confirmed: boolean;
  readonly confirmedAt: Date | null;
  readonly personIds: readonly string[];
}

/** 对接: its lists and its fields, each as far as the viewer may see. */
@Resolver('Deal')
export class DealResolver {
  constructor(
    private readonly queries: DealsQueries,
    private readonly loaders: Loaders,
  ) {}

  @Query('deal')
  deal(@CurrentActor() actor: Actor, @Args('id') id: string): Promise<Deal | null> {
    return this.queries.deal(actor, id);
  }

  @Query('deals')
  deals(
    @CurrentActor() actor: Actor,
    @Args() args: Page & { filter?: DealFilter },
  ): Promise<Connection<Deal>> {
    return this.queries.deals(actor, args.filter ?? {}, pageArgs(args));
  }

  @Query('dealPipeline')
  async pipeline(
    @CurrentActor() actor: Actor,
    @Args('filter') filter: DealFilter | undefined,
    @Context() ctx: GraphContext,
  ): Promise<unknown> {
    return this.queries.pipeline(actor, filter ?? {}, await this.loaders.today(ctx));
  }

  @ResolveReference()
  reference(@Parent() { id }: { id: string }, @Context() ctx: GraphContext): Promise<Deal | null> {
    return isUuid(id) ? this.loaders.deal(ctx, id) : Promise.resolve(null);
  }

  @ResolveField()
  result(@Parent() deal: Deal): Reference | null {
    return deal.resultId === null ? null : reference('Result', deal.resultId);
  }

  @ResolveField()
  need(@Parent() deal: Deal): Reference | null {
    return deal.needId === null ? null : reference('Need', deal.needId);
  }

  @ResolveField()
  seller(@CurrentActor() actor: Actor, @Parent() deal: Deal): PartyNode {
    return this.party(actor, deal, 'SELLER');
  }

  @ResolveField()
  buyer(@CurrentActor() actor: Actor, @Parent() deal: Deal): PartyNode {
    return this.party(actor, deal, 'BUYER');
  }

  private party(actor: Actor, deal: Deal, side: Side): PartyNode {
    const { organisationId, name, confirmedAt, people } = partyOf(deal, side);
    const hidden = side === 'BUYER' && buyerHiddenFrom(actor, deal);
    return {
      side,
      organisation: hidden ? null : reference('Organisation', organisationId),
      name: hidden ? HIDDEN_NAME : name,
      hidden,
      confirmed: confirmedAt !== null,
      confirmedAt,
      personIds: hidden || !readsRoom(actor, deal) ? [] : people,
    };
  }

  @ResolveField()
  myRole(@CurrentActor() actor: Actor, @Parent() deal: Deal): string | null {
    return roleOf(actor, deal);
  }

  @ResolveField()
  openingMessage(@CurrentActor() actor: Actor, @Parent() deal: Deal): string | null {
    return roleOf(actor, deal) === 'OFFICER' ? null : deal.openingMessage;
  }

  @ResolveField()
  nda(@CurrentActor() actor: Actor, @Parent() deal: Deal): unknown {
    if (!readsRoom(actor, deal)) return null;
    return {
      textVersion: NDA_VERSION,
      text: NDA_TEXT,
      textSha256: sha256(NDA_TEXT),
      sellerSignedAt: deal.seller.ndaSignedAt,
      buyerSignedAt: deal.buyer.ndaSignedAt,
      inForce: ndaInForce(deal),
    };
  }

  @ResolveField()
  async priceProposals(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly ProposalNode[]> {
    if (!readsRoom(actor, deal)) return [];
    return (await ctx.load('deals.proposals', (ids) => this.queries.proposals(ids), deal.id)) ?? [];
  }

  @ResolveField()
  async price(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<ProposalNode | null> {
    return (await this.priceProposals(actor, deal, ctx)).find(({ state }) => state === 'ACCEPTED') ?? null;
  }

  @ResolveField()
  async openProposal(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<ProposalNode | null> {
    return (await this.priceProposals(actor, deal, ctx)).find(({ state }) => state === 'OPEN') ?? null;
  }

  @ResolveField()
  disclosureRequired(@Parent() deal: Deal): boolean {
    return disclosureRequired(deal);
  }

  @ResolveField()
  signature(@CurrentActor() actor: Actor, @Parent() deal: Deal): unknown {
    const { signature } = deal;
    if (signature === null || !readsRoom(actor, deal)) return null;
    return { ...signature, confirmed: signature.confirmedAt !== null };
  }

  @ResolveField()
  async registration(@Parent() deal: Deal, @Context() ctx: GraphContext): Promise<unknown> {
    const contract = await ctx.load('deals.registration', (ids) => this.queries.registrations(ids), deal.id);
    return contract === undefined ? null : { ...contract, contractId: contract.id };
  }

  /** What a stage rests on speaks of prices and signatures: it is for the room. */
  @ResolveField()
  async stages(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly unknown[]> {
    const stages = (await ctx.load('deals.stages', (ids) => this.queries.stages(ids), deal.id)) ?? [];
    const today = await this.loaders.today(ctx);
    const open = readsRoom(actor, deal);
    return stages.map((stage: StageNode) => ({
      ...stage,
      evidence: open ? stage.evidence : '',
      owner: stage.leftAt === null ? ownerOf(deal) : stage.owner,
      overdue: stage.leftAt === null && stage.dueOn !== null && stage.dueOn < today,
    }));
  }

  @ResolveField()
  loss(@CurrentActor() actor: Actor, @Parent() deal: Deal): unknown {
    if (deal.loss === null) return null;
    return readsRoom(actor, deal) ? deal.loss : { ...deal.loss, note: '' };
  }

  @ResolveField()
  closingSummary(@CurrentActor() actor: Actor, @Parent() deal: Deal): string | null {
    return readsRoom(actor, deal) ? deal.closingSummary : null;
  }

  @ResolveField()
  async contactCount(@Parent() deal: Deal, @Context() ctx: GraphContext): Promise<number> {
    return (await ctx.load('deals.contactCount', (ids) => this.queries.contactCounts(ids), deal.id)) ?? 0;
  }

  @ResolveField()
  async availableActions(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly AvailableAction<string>[]> {
    return dealActions(actor, deal, await this.loaders.now(ctx));
  }

  /** Reasons are part of the talks. Who objected is not told here, nor, while the buyer is hidden, who did what. */
  @ResolveField()
  async timeline(
    @CurrentActor() actor: Actor,
    @Parent() deal: Deal,
    @Context() ctx: GraphContext,
  ): Promise<readonly TimelineEntry[]> {
    const entries = (await ctx.load('deals.timeline', (ids) => this.queries.timelines(ids), deal.id)) ?? [];
    const me = actor.kind === 'person' ? actor.personId : null;
    const hidden = buyerHiddenFrom(actor, deal);
    return entries.map((entry) => ({
      ...entry,
      reason: readsRoom(actor, deal) ? entry.reason : null,
      actor: (hidden || entry.action === 'raiseObjection') && entry.actor?.id !== me ? null : entry.actor,
    }));
  }
}

@Resolver('DealParty')
export class DealPartyResolver {
  constructor(private readonly loaders: Loaders) {}

  @ResolveField()
  people(@Parent() party: PartyNode, @Context() ctx: GraphContext): Promise<readonly unknown[]> {
    return Promise.all(
      party.personIds.map(async (id) => ({
        person: reference('Person', id),
        name: await this.loaders.personName(ctx, id),
        side: party.side,
      })),
    );
  }
}

@Resolver('PriceProposal')
export class PriceProposalResolver {
  constructor(private readonly loaders: Loaders) {}

  @ResolveField()
  proposedByName(@Parent() proposal: ProposalNode, @Context() ctx: GraphContext): Promise<string> {
    return this.loaders.personName(ctx, proposal.personId);
  }
}

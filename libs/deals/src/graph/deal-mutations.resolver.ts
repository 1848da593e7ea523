import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { notFound, type Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type { Deal } from '../core/types.js';
import { DealsQueries } from '../deals.queries.js';
import { DealsService } from '../deals.service.js';
import type * as Types from '../deals.types.gen.js';
import { DisclosuresService } from '../disclosures.service.js';
import { OpeningService } from '../opening.service.js';
import { PricingService } from '../pricing.service.js';
import { SigningService } from '../signing.service.js';

interface Payload {
  readonly deal: Deal;
  readonly clientMutationId: string;
}

/** The verbs of a deal, each with its service's method. */
@Resolver()
export class DealMutationsResolver {
  constructor(
    private readonly queries: DealsQueries,
    private readonly opening: OpeningService,
    private readonly deals: DealsService,
    private readonly pricing: PricingService,
    private readonly disclosures: DisclosuresService,
    private readonly signing: SigningService,
  ) {}

  private async payload(
    actor: Actor,
    { clientMutationId }: { readonly clientMutationId: string },
    done: Promise<{ id: string }>,
  ): Promise<Payload> {
    const deal = await this.queries.deal(actor, (await done).id);
    if (deal === null) throw notFound('该对接');
    return { deal, clientMutationId };
  }

  @Mutation('openDeal')
  openDeal(@CurrentActor() actor: Actor, @Args('input') input: Types.OpenDealInput): Promise<Payload> {
    return this.payload(actor, input, this.opening.openDeal(actor, input));
  }

  @Mutation('introduceDeal')
  introduceDeal(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.IntroduceDealInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.opening.introduceDeal(actor, input));
  }

  @Mutation('confirmDeal')
  confirmDeal(@CurrentActor() actor: Actor, @Args('input') input: Types.DealActionInput): Promise<Payload> {
    return this.payload(actor, input, this.deals.confirmDeal(actor, input));
  }

  @Mutation('signNda')
  signNda(@CurrentActor() actor: Actor, @Args('input') input: Types.DealActionInput): Promise<Payload> {
    return this.payload(actor, input, this.deals.signNda(actor, input));
  }

  @Mutation('addDealPerson')
  addDealPerson(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.AddDealPersonInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.deals.addDealPerson(actor, input));
  }

  @Mutation('proposePrice')
  proposePrice(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ProposePriceInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.pricing.proposePrice(actor, input));
  }

  @Mutation('acceptPrice')
  acceptPrice(@CurrentActor() actor: Actor, @Args('input') input: Types.AcceptPriceInput): Promise<Payload> {
    return this.payload(actor, input, this.pricing.acceptPrice(actor, input));
  }

  @Mutation('reopenPrice')
  reopenPrice(@CurrentActor() actor: Actor, @Args('input') input: Types.ReopenPriceInput): Promise<Payload> {
    return this.payload(actor, input, this.pricing.reopenPrice(actor, input));
  }

  @Mutation('startDisclosure')
  startDisclosure(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.StartDisclosureInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.disclosures.startDisclosure(actor, input));
  }

  @Mutation('completeDisclosure')
  completeDisclosure(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.DealActionInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.disclosures.completeDisclosure(actor, input));
  }

  @Mutation('proceedToSigning')
  proceedToSigning(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.DealActionInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.signing.proceedToSigning(actor, input));
  }

  @Mutation('recordSignature')
  recordSignature(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.RecordSignatureInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.signing.recordSignature(actor, input));
  }

  @Mutation('confirmSignature')
  confirmSignature(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ConfirmSignatureInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.signing.confirmSignature(actor, input));
  }

  @Mutation('rejectSignature')
  rejectSignature(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.RejectSignatureInput,
  ): Promise<Payload> {
    return this.payload(actor, input, this.signing.rejectSignature(actor, input));
  }

  @Mutation('closeDeal')
  closeDeal(@CurrentActor() actor: Actor, @Args('input') input: Types.CloseDealInput): Promise<Payload> {
    return this.payload(actor, input, this.deals.closeDeal(actor, input));
  }

  @Mutation('abandonDeal')
  abandonDeal(@CurrentActor() actor: Actor, @Args('input') input: Types.AbandonDealInput): Promise<Payload> {
    return this.payload(actor, input, this.deals.abandonDeal(actor, input));
  }
}

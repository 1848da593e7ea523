import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@jihui/kernel';
import { CurrentActor } from '@jihui/platform';
import type * as Types from '../challenges.types.gen.js';
import type { Bid } from '../core/bids/bid.js';
import { BidsQueries } from './bids.queries.js';
import { BidsService } from './bids.service.js';
import { ConfirmationsService } from './confirmations.service.js';
import { CustodianKeysService } from './custodian-keys.service.js';
import { OpeningService } from './opening.service.js';
import { UploadsService } from './uploads.service.js';

interface Input {
  readonly clientMutationId: string;
}

/** 密封揭榜与开标. */
@Resolver('SealedBid')
export class BidsResolver {
  constructor(
    private readonly queries: BidsQueries,
    private readonly bids: BidsService,
    private readonly uploads: UploadsService,
    private readonly keys: CustodianKeysService,
    private readonly opening: OpeningService,
    private readonly confirmations: ConfirmationsService,
  ) {}

  @Query()
  callSealing(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.queries.sealing(actor, callId);
  }

  @Query()
  ownBid(
    @CurrentActor() actor: Actor,
    @Args('callId') callId: string,
    @Args('organisationId') organisationId: string,
  ) {
    return this.queries.ownBid(actor, callId, organisationId);
  }

  @Query()
  bidUpload(@CurrentActor() actor: Actor, @Args('id') id: string) {
    return this.queries.upload(actor, id);
  }

  @Query()
  custodianCases(@CurrentActor() actor: Actor) {
    return this.queries.custodianCases(actor);
  }

  @Query()
  callOpening(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.queries.openingOf(actor, callId);
  }

  @Query()
  openedBids(@CurrentActor() actor: Actor, @Args('callId') callId: string) {
    return this.queries.openedBids(actor, callId);
  }

  @ResolveField()
  receipts(@Parent() { bid }: { bid: Bid }) {
    return this.bids.receipts(bid);
  }

  @ResolveField()
  proof(@Parent() { bid }: { bid: Bid }) {
    return this.bids.proof(bid);
  }

  @Mutation()
  async proposeCustodianKey(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.ProposeCustodianKeyInput,
  ) {
    const { challenge } = await this.keys.propose(actor, input);
    return { challenge, clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async proveCustodianKey(@CurrentActor() actor: Actor, @Args('input') input: Types.ProveCustodianKeyInput) {
    return this.sealing(actor, input, await this.keys.prove(actor, input));
  }

  @Mutation()
  async declareCustodianLost(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.DeclareCustodianLostInput,
  ) {
    return this.sealing(actor, input, await this.keys.lose(actor, input));
  }

  @Mutation()
  async startBidUpload(@CurrentActor() actor: Actor, @Args('input') input: Types.StartBidUploadInput) {
    const { id } = await this.uploads.start(actor, input);
    return { upload: await this.queries.upload(actor, id), clientMutationId: input.clientMutationId };
  }

  @Mutation()
  async handInBid(@CurrentActor() actor: Actor, @Args('input') input: Types.HandInBidInput) {
    return this.bid(actor, input, await this.bids.handIn(actor, input));
  }

  @Mutation()
  async withdrawBid(@CurrentActor() actor: Actor, @Args('input') input: Types.WithdrawBidInput) {
    return this.bid(actor, input, await this.bids.withdraw(actor, input));
  }

  @Mutation()
  async signConsortiumConfirmation(
    @CurrentActor() actor: Actor,
    @Args('input') input: Types.SignConsortiumConfirmationInput,
  ) {
    return {
      confirmation: await this.confirmations.sign(actor, input),
      clientMutationId: input.clientMutationId,
    };
  }

  @Mutation()
  async beginBidOpening(@CurrentActor() actor: Actor, @Args('input') input: Types.BeginBidOpeningInput) {
    return this.opened(actor, input, await this.opening.begin(actor, input));
  }

  @Mutation()
  async releaseBidShares(@CurrentActor() actor: Actor, @Args('input') input: Types.ReleaseBidSharesInput) {
    return this.opened(actor, input, await this.opening.release(actor, input));
  }

  private async sealing(actor: Actor, { clientMutationId }: Input, { id }: { id: string }) {
    return { sealing: await this.queries.sealing(actor, id), clientMutationId };
  }

  private async opened(actor: Actor, { clientMutationId }: Input, { id }: { id: string }) {
    return { opening: await this.queries.openingOf(actor, id), clientMutationId };
  }

  private async bid(
    actor: Actor,
    { clientMutationId }: Input,
    { callId, organisationId }: { callId: string; organisationId: string },
  ) {
    return { bid: await this.queries.ownBid(actor, callId, organisationId), clientMutationId };
  }
}

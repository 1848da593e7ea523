import { Module } from '@nestjs/common';
import { registerParameters } from '@jihui/platform';
import { BidLogKey } from './bids/bid-log-key.js';
import { BidLogService } from './bids/bid-log.service.js';
import { BidsController } from './bids/bids.controller.js';
import { BidsQueries } from './bids/bids.queries.js';
import { BidsResolver } from './bids/bids.resolver.js';
import { BidsService } from './bids/bids.service.js';
import { CustodianKeysService } from './bids/custodian-keys.service.js';
import { BidOpener } from './bids/opener.service.js';
import { OpeningService } from './bids/opening.service.js';
import { SealedBytes } from './bids/sealed-bytes.js';
import { UploadsService } from './bids/uploads.service.js';
import { CallDesk } from './calls/call-desk.js';
import { CallGate } from './calls/call-gate.js';
import { CallMutationsResolver } from './calls/call-mutations.resolver.js';
import { CallSnapshots } from './calls/call-snapshots.js';
import { CallPlanResolver, CallResolver } from './calls/call.resolver.js';
import { CallsQueries } from './calls/calls.queries.js';
import { DemandsService } from './calls/demands.service.js';
import { ObjectionsService } from './calls/objections.service.js';
import { PlansService } from './calls/plans.service.js';
import { QuestionsService } from './calls/questions.service.js';
import { VoicesQueries } from './calls/voices.queries.js';
import { VoicesResolver } from './calls/voices.resolver.js';
import { WindowsService } from './calls/windows.service.js';
import { ChallengesHandlers } from './challenges.handlers.js';
import { CALL_PARAMETERS } from './core/calls/parameters.js';
import { ProjectionsService } from './projections.service.js';
import { ChallengesRepublisher } from './republisher.js';
import { CallsSeed } from './seed/calls.seed.js';
import { DemoCustodians } from './seed/demo-custodians.js';
import { BidLogStore } from './store/bid-log.store.js';
import { BidsStore } from './store/bids.store.js';
import { CallsStore } from './store/calls.store.js';
import { CustodianKeysStore } from './store/custodian-keys.store.js';
import { FactsStore } from './store/facts.store.js';
import { VoicesStore } from './store/voices.store.js';

registerParameters(Object.values(CALL_PARAMETERS));

const stores = [CallsStore, FactsStore, VoicesStore, CustodianKeysStore, BidLogStore, BidsStore];
const services = [
  CallDesk,
  CallGate,
  CallSnapshots,
  DemandsService,
  PlansService,
  WindowsService,
  ObjectionsService,
  QuestionsService,
  ProjectionsService,
  ChallengesHandlers,
  ChallengesRepublisher,
  CallsSeed,
  DemoCustodians,
];
const sealing = [
  BidLogKey,
  BidLogService,
  SealedBytes,
  CustodianKeysService,
  UploadsService,
  BidsService,
  OpeningService,
  BidOpener,
];
const graph = [
  BidsQueries,
  BidsResolver,
  CallsQueries,
  VoicesQueries,
  CallResolver,
  CallPlanResolver,
  CallMutationsResolver,
  VoicesResolver,
];

/** 揭榜制: from a demand to a call, its bids, and what becomes of them. */
@Module({ controllers: [BidsController], providers: [...stores, ...sealing, ...services, ...graph] })
export class ChallengesModule {}

import { Module } from '@nestjs/common';
import { registerParameters } from '@jihui/platform';
import { BidLogKey } from './bids/bid-log-key.js';
import { BidLogService } from './bids/bid-log.service.js';
import { BidsController } from './bids/bids.controller.js';
import { BidsQueries } from './bids/bids.queries.js';
import { BidsResolver } from './bids/bids.resolver.js';
import { BidsService } from './bids/bids.service.js';
import { ConfirmationsService } from './bids/confirmations.service.js';
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
import { LeftoversService } from './files/leftovers.service.js';
import { RecordFilesController } from './files/record-files.controller.js';
import { RecordFilesService } from './files/record-files.service.js';
import { CALL_PARAMETERS } from './core/calls/parameters.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenDataPackages } from './open-data/packages.js';
import { ReleasesService } from './open-data/releases.service.js';
import { HandlingService } from './misconduct/handling.service.js';
import { MisconductDesk } from './misconduct/misconduct-desk.js';
import { MisconductWatchService } from './misconduct/misconduct-watch.service.js';
import { MisconductFilesController } from './misconduct/misconduct.controller.js';
import { MisconductQueries } from './misconduct/misconduct.queries.js';
import { MisconductResolver } from './misconduct/misconduct.resolver.js';
import { ReportReceipts } from './misconduct/receipts.js';
import { ReportingService } from './misconduct/reporting.service.js';
import { AcceptanceService } from './projects/acceptance.service.js';
import { DiligenceController } from './projects/diligence.controller.js';
import { DiligenceService } from './projects/diligence.service.js';
import { ProjectMoneyService } from './projects/money.service.js';
import { ProjectDesk } from './projects/project-desk.js';
import { ProjectEndsResolver } from './projects/project-ends.resolver.js';
import { ProjectWatchService } from './projects/project-watch.service.js';
import { ProjectsQueries } from './projects/projects.queries.js';
import { ProjectsResolver } from './projects/projects.resolver.js';
import { ProjectsService } from './projects/projects.service.js';
import { RaceService } from './projects/race.service.js';
import { BidFilesService } from './qualification/bid-files.service.js';
import { QualificationQueries } from './qualification/qualification.queries.js';
import { QualificationResolver } from './qualification/qualification.resolver.js';
import { QualificationService } from './qualification/qualification.service.js';
import { AwardsService } from './reviews/awards.service.js';
import { DrawsQueries } from './reviews/draws.queries.js';
import { DrawsService } from './reviews/draws.service.js';
import { PoolService } from './reviews/pool.service.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { ReviewsQueries } from './reviews/reviews.queries.js';
import { ReviewsResolver } from './reviews/reviews.resolver.js';
import { ReviewsService } from './reviews/reviews.service.js';
import { SeatsQueries } from './reviews/seats.queries.js';
import { SeatsResolver } from './reviews/seats.resolver.js';
import { AllotmentsService } from './reviews/allotments.service.js';
import { SeatsService } from './reviews/seats.service.js';
import { PseudonymsService } from './reviews/pseudonyms.service.js';
import { StandingsService } from './reviews/standings.service.js';
import { ReviewTeller } from './reviews/tell-review.js';
import { CreditService } from './reviewers/credit.service.js';
import { FeesService } from './reviewers/fees.service.js';
import { ReviewersQueries } from './reviewers/reviewers.queries.js';
import { ReviewersResolver } from './reviewers/reviewers.resolver.js';
import { RehearsalQueries } from './rehearsal/rehearsal.queries.js';
import { RehearsalResolver } from './rehearsal/rehearsal.resolver.js';
import { ProjectionsService } from './projections.service.js';
import { ChallengesRepublisher } from './republisher.js';
import { BatchesSeed } from './seed/batches.seed.js';
import { BansSeed } from './seed/bans.seed.js';
import { CallStoriesSeed } from './seed/call-stories.seed.js';
import { CallsSeed } from './seed/calls.seed.js';
import { DemoBids } from './seed/demo-bids.js';
import { DemoCustodians } from './seed/demo-custodians.js';
import { DemoProjects } from './seed/demo-projects.js';
import { DemoReviews } from './seed/demo-reviews.js';
import { DemoSteps } from './seed/demo-steps.js';
import { MisconductSeed } from './seed/misconduct.seed.js';
import { BansQueries } from './bans/bans.queries.js';
import { BansResolver } from './bans/bans.resolver.js';
import { BansService } from './bans/bans.service.js';
import { BatchesResolver } from './calls/batches.resolver.js';
import { BatchesService } from './calls/batches.service.js';
import { BatchesStore } from './store/batches.store.js';
import { BansStore } from './store/bans.store.js';
import { CreditStore } from './store/credit.store.js';
import { FeesStore } from './store/fees.store.js';
import { BidLogStore } from './store/bid-log.store.js';
import { BidsStore } from './store/bids.store.js';
import { CallsStore } from './store/calls.store.js';
import { CastStore } from './store/cast.store.js';
import { CustodianKeysStore } from './store/custodian-keys.store.js';
import { DrawsStore } from './store/draws.store.js';
import { FactsStore } from './store/facts.store.js';
import { FormerNamesStore } from './store/former-names.store.js';
import { OpenDataStore } from './store/open-data.store.js';
import { MisconductStore } from './store/misconduct.store.js';
import { PoolStore } from './store/pool.store.js';
import { ProjectsStore } from './store/projects.store.js';
import { RecordFilesStore } from './store/record-files.store.js';
import { ReviewsStore } from './store/reviews.store.js';
import { JudgingsStore } from './store/judgings.store.js';
import { SheetsStore } from './store/sheets.store.js';
import { VoicesStore } from './store/voices.store.js';

registerParameters(Object.values(CALL_PARAMETERS));

const stores = [
  ...[CallsStore, CastStore, FactsStore, VoicesStore, CustodianKeysStore, BidLogStore, BidsStore],
  ...[
    ReviewsStore,
    PoolStore,
    DrawsStore,
    JudgingsStore,
    SheetsStore,
    ProjectsStore,
    OpenDataStore,
    MisconductStore,
  ],
  ...[RecordFilesStore, BansStore, BatchesStore, FeesStore, CreditStore, FormerNamesStore],
];
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
];
/** The demo city. */
const seeds = [
  ...[CallsSeed, CallStoriesSeed, MisconductSeed, BansSeed, BatchesSeed],
  ...[DemoCustodians, DemoSteps, DemoBids, DemoReviews, DemoProjects],
];
const sealing = [
  BidLogKey,
  BidLogService,
  SealedBytes,
  CustodianKeysService,
  UploadsService,
  BidsService,
  ConfirmationsService,
  OpeningService,
  BidOpener,
];
/** From the opening to the award. */
const review = [
  ...[
    BidFilesService,
    QualificationService,
    QualificationQueries,
    PoolService,
    DrawsService,
    DrawsQueries,
    SeatsService,
  ],
  ...[
    AllotmentsService,
    SeatsQueries,
    ReviewsService,
    ReviewsQueries,
    PseudonymsService,
    StandingsService,
    AwardsService,
    ReviewTeller,
  ],
  ...[QualificationResolver, ReviewsResolver, SeatsResolver],
  ...[CreditService, FeesService, ReviewersQueries, ReviewersResolver],
];
/** What awards become. */
const projects = [
  ...[ProjectDesk, ProjectsService, RaceService, ProjectWatchService, ProjectMoneyService, AcceptanceService],
  ...[ProjectsQueries, ProjectsResolver, ProjectEndsResolver, DiligenceService],
];
/** 附件 of calls and projects, and what was never handed in. */
const files = [RecordFilesService, LeftoversService];
/** What everybody may read of calls, as data. */
const openData = [ReleasesService, OpenDataPackages];
/** 举报: a desk of its own. */
const misconduct = [
  ...[MisconductDesk, ReportReceipts, ReportingService, HandlingService, MisconductWatchService],
  ...[MisconductQueries, MisconductResolver],
];
/** 失信禁入, 征集批次. */
const bans = [BansService, BansQueries, BansResolver, BatchesService, BatchesResolver];
const graph = [
  BidsQueries,
  BidsResolver,
  CallsQueries,
  VoicesQueries,
  CallResolver,
  CallPlanResolver,
  CallMutationsResolver,
  VoicesResolver,
  RehearsalQueries,
  RehearsalResolver,
];

/** 揭榜制: from a demand to a call, its bids, and what becomes of them. */
@Module({
  controllers: [
    BidsController,
    ReviewsController,
    DiligenceController,
    OpenDataController,
    MisconductFilesController,
    RecordFilesController,
  ],
  providers: [
    ...[...stores, ...sealing, ...services, ...review, ...projects, ...openData, ...misconduct],
    ...[...seeds, ...graph, ...files, ...bans],
  ],
})
export class ChallengesModule {}

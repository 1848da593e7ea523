import { Module } from '@nestjs/common';
import { registerParameters } from '@jihui/platform';
import { ApplicationsService } from './applications.service.js';
import { CalculatorsResolver } from './calculators/calculators.resolver.js';
import { CalculatorsService } from './calculators/calculators.service.js';
import { CertificateKeys } from './certificates/certificate-keys.js';
import { CertificatesResolver } from './certificates/certificates.resolver.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { KeyRotation } from './certificates/rotation.js';
import { StatusListsService } from './certificates/status-lists.service.js';
import { ChecksResolver } from './checks/checks.resolver.js';
import { ChecksService } from './checks/checks.service.js';
import { RuleReplay } from './checks/rule-replay.js';
import { ContractChanges } from './contract-changes.js';
import { ContractEvents } from './contract-events.js';
import { ContractFacts } from './contract-facts.js';
import { ContractsController } from './contracts.controller.js';
import { ContractsHandlers } from './contracts.handlers.js';
import { ContractsQueries } from './contracts.queries.js';
import { ContractsResolver, DealContractResolver } from './contracts.resolver.js';
import { calculatorParameterDeclarations } from './core/calculators/calculators.js';
import { contractParameterDeclarations } from './core/parameters.js';
import { DeadlinesService } from './deadlines.service.js';
import { BenefitsService } from './proceedings/benefits.service.js';
import { DraftsService } from './proceedings/drafts.service.js';
import { ProceedingChanges } from './proceedings/proceeding-changes.js';
import { ProceedingDecisionsService } from './proceedings/proceeding-decisions.service.js';
import { ProceedingStepsResolver } from './proceedings/proceeding-steps.resolver.js';
import { ProceedingsController } from './proceedings/proceedings.controller.js';
import { ProceedingsQueries } from './proceedings/proceedings.queries.js';
import {
  ContractProceedingsResolver,
  ProceedingsResolver,
  TaxNoticesResolver,
} from './proceedings/proceedings.resolver.js';
import { RequestsService } from './proceedings/requests.service.js';
import { QueueExport } from './queue-export.js';
import { AnnualReportController } from './annual-report/annual-report.controller.js';
import { AnnualReportExport } from './annual-report/annual-report-export.js';
import { AnnualReportResolver } from './annual-report/annual-report.resolver.js';
import { AnnualReportsQueries } from './annual-report/annual-reports.queries.js';
import { ReportDeadlines } from './annual-report/report-deadlines.js';
import { AnnualReportsService } from './annual-report/annual-reports.service.js';
import { AnnualReportsStore } from './store/annual-reports.store.js';
import { ExchangeController } from './exchange/exchange.controller.js';
import { NationalNumbersImporter, NationalPackageExport } from './exchange/exchange-files.js';
import { ReplaysQueries } from './replays/replays.queries.js';
import { ReplayedContractsResolver, ReplaysResolver } from './replays/replays.resolver.js';
import { ReplaysService } from './replays/replays.service.js';
import { ReplayRunsStore } from './store/replay-runs.store.js';
import { ExchangeQueries } from './exchange/exchange.queries.js';
import { ExchangeResolver } from './exchange/exchange.resolver.js';
import { ExchangeService } from './exchange/exchange.service.js';
import { ExpertSeatsStore } from './store/expert-seats.store.js';
import { ExchangeStore } from './store/exchange.store.js';
import { RewardCases } from './rewards/reward-cases.js';
import { RewardPlansService } from './rewards/reward-plans.service.js';
import { RewardStepsService } from './rewards/reward-steps.service.js';
import { RewardsQueries } from './rewards/rewards.queries.js';
import { RewardsResolver } from './rewards/rewards.resolver.js';
import { RewardsStore } from './store/rewards.store.js';
import { RegistrationService } from './registration.service.js';
import { Registrations } from './registrations.js';
import { ReviewsResolver } from './reviews.resolver.js';
import { ReviewsService } from './reviews.service.js';
import { ContractsSeed } from './seed/contracts.seed.js';
import { SignedDeals } from './signed-deals.js';
import { ClosingsService } from './statistics/closings.service.js';
import { Ledger } from './statistics/ledger.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsExport } from './statistics/statistics-export.js';
import { StatisticsQueries } from './statistics/statistics.queries.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { CalculationsStore } from './store/calculations.store.js';
import { CertificatesStore } from './store/certificates.store.js';
import { ClosingsStore } from './store/closings.store.js';
import { DeadlinesStore } from './store/deadlines.store.js';
import { BenefitsStore } from './store/benefits.store.js';
import { ContractsStore } from './store/contracts.store.js';
import { FactsStore } from './store/facts.store.js';
import { LikenessStore } from './store/likeness.store.js';
import { NeighboursStore } from './store/neighbours.store.js';
import { ReplayStore } from './store/replay.store.js';
import { LedgerStore } from './store/ledger.store.js';
import { ArchiveController } from './archive/archive.controller.js';
import { ArchiveService } from './archive/archive.service.js';
import { HandlingResolver } from './handling/handling.resolver.js';
import { HandlingService } from './handling/handling.service.js';
import { HandlingStore } from './store/handling.store.js';
import { RegistriesQueries } from './registries/registries.queries.js';
import { ContractDeputyResolver, RegistriesResolver } from './registries/registries.resolver.js';
import { RegistriesService } from './registries/registries.service.js';
import { RegistriesStore } from './store/registries.store.js';
import { WorkloadStore } from './store/workload.store.js';
import { WorkloadQueries } from './workload/workload.queries.js';
import { WorkloadResolver } from './workload/workload.resolver.js';
import { WorkloadService } from './workload/workload.service.js';
import { RatingsQueries } from './ratings/ratings.queries.js';
import { RatingsResolver } from './ratings/ratings.resolver.js';
import { RatingsStore } from './store/ratings.store.js';
import { TemplatesStore } from './store/templates.store.js';
import { DeskTextsResolver, TemplatesResolver } from './templates/templates.resolver.js';
import { TemplatesService } from './templates/templates.service.js';
import { ExpertMail } from './experts/expert-mail.js';
import { ExpertReviewsQueries } from './experts/expert-reviews.queries.js';
import { ExpertReviewsResolver } from './experts/expert-reviews.resolver.js';
import { ExpertReviewsService } from './experts/expert-reviews.service.js';
import { ExpertsResolver } from './experts/experts.resolver.js';
import { ExpertCandidates } from './experts/expert-candidates.js';
import { ExpertsService } from './experts/experts.service.js';
import { CounterResolver } from './counter/counter.resolver.js';
import { CounterHandover } from './counter/counter-handover.js';
import { CounterService } from './counter/counter.service.js';
import { PartsStore } from './store/parts.store.js';
import { PatentsStore } from './store/patents.store.js';
import { ProceedingsStore } from './store/proceedings.store.js';
import { ProjectionsStore } from './store/projections.store.js';
import { BankExpertsStore } from './store/bank-experts.store.js';
import { RegistrationStore } from './store/registration.store.js';
import { StatisticsStore } from './store/statistics.store.js';
import { TextsStore } from './store/texts.store.js';
import { TextJobs } from './text/text-jobs.js';
import { TextsQueries } from './text/texts.queries.js';
import { ContractFileResolver, TextsResolver } from './text/texts.resolver.js';
import { TextsService } from './text/texts.service.js';

registerParameters([...contractParameterDeclarations, ...calculatorParameterDeclarations]);

/** 技术合同认定登记. */
@Module({
  controllers: [
    ContractsController,
    ProceedingsController,
    StatisticsController,
    ArchiveController,
    AnnualReportController,
    ExchangeController,
  ],
  providers: [
    ContractsStore,
    PartsStore,
    FactsStore,
    NeighboursStore,
    LedgerStore,
    CertificatesStore,
    CalculationsStore,
    StatisticsStore,
    ClosingsStore,
    ProjectionsStore,
    RegistrationStore,
    PatentsStore,
    BankExpertsStore,
    ExpertCandidates,
    HandlingStore,
    RegistriesStore,
    RegistriesService,
    RegistriesQueries,
    RegistriesResolver,
    ContractDeputyResolver,
    WorkloadStore,
    CounterHandover,
    CounterService,
    CounterResolver,
    ExpertsService,
    ExpertsResolver,
    ExpertReviewsService,
    ExpertReviewsQueries,
    ExpertReviewsResolver,
    ExpertMail,
    ExpertSeatsStore,
    RatingsStore,
    RatingsQueries,
    RatingsResolver,
    TemplatesStore,
    TemplatesService,
    TemplatesResolver,
    DeskTextsResolver,
    WorkloadService,
    WorkloadQueries,
    WorkloadResolver,
    ArchiveService,
    HandlingService,
    HandlingResolver,
    TextsStore,
    LikenessStore,
    ContractFacts,
    ContractChanges,
    ContractEvents,
    SignedDeals,
    ApplicationsService,
    ReviewsService,
    RegistrationService,
    Registrations,
    CertificateKeys,
    CertificatesService,
    StatusListsService,
    KeyRotation,
    ContractsQueries,
    Ledger,
    StatisticsQueries,
    StatisticsExport,
    ClosingsService,
    StatisticsResolver,
    QueueExport,
    ContractsHandlers,
    DeadlinesService,
    DeadlinesStore,
    ChecksService,
    RuleReplay,
    ReplayStore,
    ChecksResolver,
    ContractsResolver,
    DealContractResolver,
    ReviewsResolver,
    TextJobs,
    TextsService,
    TextsQueries,
    TextsResolver,
    ContractFileResolver,
    CertificatesResolver,
    CalculatorsService,
    CalculatorsResolver,
    ContractsSeed,
    ProceedingsStore,
    BenefitsStore,
    ProceedingChanges,
    DraftsService,
    RequestsService,
    BenefitsService,
    ProceedingDecisionsService,
    ProceedingsQueries,
    ProceedingsResolver,
    ProceedingStepsResolver,
    ContractProceedingsResolver,
    TaxNoticesResolver,
    RewardsStore,
    RewardCases,
    RewardPlansService,
    RewardStepsService,
    RewardsQueries,
    RewardsResolver,
    AnnualReportsStore,
    AnnualReportsService,
    ReportDeadlines,
    AnnualReportsQueries,
    AnnualReportExport,
    AnnualReportResolver,
    ExchangeStore,
    ExchangeService,
    ExchangeQueries,
    ExchangeResolver,
    NationalNumbersImporter,
    NationalPackageExport,
    ReplayRunsStore,
    ReplaysService,
    ReplaysQueries,
    ReplaysResolver,
    ReplayedContractsResolver,
  ],
})
export class ContractsModule {}

import { Module } from '@nestjs/common';
import { DiscoveryHandlers } from './discovery.handlers.js';
import './parameters.js';
import { AgenciesQueries } from './agencies/agencies.queries.js';
import { AgenciesService } from './agencies/agencies.service.js';
import { AgencySearch } from './agencies/agency-search.js';
import { AgencyAnswers } from './agencies/agency-answers.js';
import { AgencyDesk } from './agencies/agency-desk.js';
import { AgencyMutationsResolver } from './agencies/agency-mutations.resolver.js';
import { AgencyResolver } from './agencies/agency.resolver.js';
import { BrokerSearch } from './brokers/broker-search.js';
import { BrokerDesk } from './brokers/broker-desk.js';
import { BrokerMutationsResolver } from './brokers/broker-mutations.resolver.js';
import { BrokerRecordsService } from './brokers/broker-records.service.js';
import { BrokerResolver } from './brokers/broker.resolver.js';
import { BrokersQueries } from './brokers/brokers.queries.js';
import { BrokersService } from './brokers/brokers.service.js';
import { CredentialResolver } from './brokers/credential.resolver.js';
import { ScansController } from './brokers/scans.controller.js';
import { ScansService } from './brokers/scans.service.js';
import { ExpertDesk } from './experts/expert-desk.js';
import { ExpertMutationsResolver } from './experts/expert-mutations.resolver.js';
import { ExpertSearch } from './experts/expert-search.js';
import { ExpertResolver } from './experts/expert.resolver.js';
import { ExpertWriter } from './experts/expert-writer.js';
import { ExpertsQueries } from './experts/experts.queries.js';
import { ExpertsService } from './experts/experts.service.js';
import { PatentsImport } from './imports/patents.import.js';
import { FeeBook } from './patents/fee-book.js';
import { PatentDesk } from './patents/patent-desk.js';
import { PatentMutationsResolver, PatentResolver, ResultPatentsResolver } from './patents/patent.resolver.js';
import { PatentSearch } from './patents/patent-search.js';
import { PatentRightsService } from './patents/patent-rights.service.js';
import { PatentWatchService } from './patents/patent-watch.service.js';
import { PatentWriter } from './patents/patent-writer.js';
import { PatentsQueries } from './patents/patents.queries.js';
import { PatentsService } from './patents/patents.service.js';
import { PerformanceQueries } from './performance/performance.queries.js';
import { ProjectionService } from './projection.service.js';
import {
  BrokerRatingsResolver,
  DealBrokersResolver,
  RatingMutationsResolver,
  RatingResolver,
} from './ratings/rating.resolver.js';
import { RatedReading } from './ratings/rated-reading.js';
import { RatingsQueries } from './ratings/ratings.queries.js';
import { RatingsService } from './ratings/ratings.service.js';
import { Reading } from './reading.js';
import { Designations } from './register/designations.js';
import { AgenciesSeed } from './seed/agencies.seed.js';
import { BrokersSeed } from './seed/brokers.seed.js';
import { ExpertsSeed } from './seed/experts.seed.js';
import { PatentsSeed } from './seed/patents.seed.js';
import { ProjectsSeed } from './seed/projects.seed.js';
import { SupportsQueries } from './supports/supports.queries.js';
import { SupportsResolver } from './supports/supports.resolver.js';
import { SupportsService } from './supports/supports.service.js';
import { ProjectsImport } from './imports/projects.import.js';
import { ProjectsQueries } from './projects/projects.queries.js';
import { ProjectsResolver } from './projects/projects.resolver.js';
import { ProjectsService } from './projects/projects.service.js';
import { AgenciesStore } from './store/agencies.store.js';
import { AgencyFindablesStore } from './store/agency-findables.store.js';
import { BrokerFindablesStore } from './store/broker-findables.store.js';
import { AgencyReadsStore } from './store/agency-reads.store.js';
import { ExpertFindablesStore } from './store/expert-findables.store.js';
import { BrokerReadsStore } from './store/broker-reads.store.js';
import { AgencySupportsStore } from './store/agency-supports.store.js';
import { BrokersStore } from './store/brokers.store.js';
import { DealsStore } from './store/deals.store.js';
import { ExpertOutputsStore } from './store/expert-outputs.store.js';
import { ExpertReadsStore } from './store/expert-reads.store.js';
import { ExpertsStore } from './store/experts.store.js';
import { FactsStore } from './store/facts.store.js';
import { LicensableContractsStore } from './store/licensable-contracts.store.js';
import { PatentFindablesStore } from './store/patent-findables.store.js';
import { PatentImportStore } from './store/patent-import.store.js';
import { PatentReadsStore } from './store/patent-reads.store.js';
import { PatentsStore } from './store/patents.store.js';
import { PeopleStore } from './store/people.store.js';
import { ProjectsStore } from './store/projects.store.js';
import { RatingsStore } from './store/ratings.store.js';
import { ReviewsStore } from './store/reviews.store.js';
import { ScansStore } from './store/scans.store.js';
import { PerformanceStore } from './store/performance.store.js';

const stores = [
  AgencyFindablesStore,
  BrokerFindablesStore,
  AgenciesStore,
  AgencyReadsStore,
  AgencySupportsStore,
  ExpertFindablesStore,
  BrokerReadsStore,
  BrokersStore,
  DealsStore,
  ExpertOutputsStore,
  ExpertReadsStore,
  ExpertsStore,
  FactsStore,
  LicensableContractsStore,
  PatentFindablesStore,
  PatentImportStore,
  PatentReadsStore,
  PatentsStore,
  PeopleStore,
  PerformanceStore,
  ProjectsStore,
  RatingsStore,
  ReviewsStore,
  ScansStore,
];
const services = [
  AgenciesSeed,
  AgenciesService,
  SupportsService,
  AgencyDesk,
  AgencySearch,
  Designations,
  BrokerDesk,
  BrokerSearch,
  BrokersSeed,
  BrokersService,
  ScansService,
  BrokerRecordsService,
  RatingsService,
  ExpertDesk,
  ExpertSearch,
  ExpertWriter,
  ExpertsSeed,
  ExpertsService,
  FeeBook,
  PatentDesk,
  PatentSearch,
  PatentRightsService,
  PatentWatchService,
  PatentWriter,
  PatentsImport,
  PatentsService,
  ProjectsImport,
  ProjectsService,
  ProjectionService,
  DiscoveryHandlers,
  PatentsSeed,
  ProjectsSeed,
];
const graph = [
  AgenciesQueries,
  AgencyAnswers,
  AgencyMutationsResolver,
  AgencyResolver,
  SupportsQueries,
  SupportsResolver,
  RatedReading,
  BrokerMutationsResolver,
  BrokerResolver,
  BrokersQueries,
  CredentialResolver,
  PerformanceQueries,
  BrokerRatingsResolver,
  DealBrokersResolver,
  RatingMutationsResolver,
  RatingResolver,
  RatingsQueries,
  ExpertMutationsResolver,
  ExpertResolver,
  ExpertsQueries,
  PatentMutationsResolver,
  PatentResolver,
  PatentsQueries,
  ProjectsQueries,
  ProjectsResolver,
  Reading,
  ResultPatentsResolver,
];

/** Patents, experts and intermediaries. */
@Module({ controllers: [ScansController], providers: [...stores, ...services, ...graph] })
export class DiscoveryModule {}

import type { Domain } from '@jihui/platform';
import { HOLDINGS } from './holdings.js';
import { DiscoveryModule } from './discovery.module.js';
import { AgencySearch } from './agencies/agency-search.js';
import { BrokerSearch } from './brokers/broker-search.js';
import { ExpertSearch } from './experts/expert-search.js';
import { PatentSearch } from './patents/patent-search.js';
import { PatentsImport } from './imports/patents.import.js';
import { ProjectsImport } from './imports/projects.import.js';
import { ProjectionService } from './projection.service.js';
import { AgenciesSeed } from './seed/agencies.seed.js';
import { BrokersSeed } from './seed/brokers.seed.js';
import { ExpertsSeed } from './seed/experts.seed.js';
import { PatentsSeed } from './seed/patents.seed.js';
import { ProjectsSeed } from './seed/projects.seed.js';
import { Discovery1764700000000 } from './store/migrations/1764700000000-discovery.js';
import { PatentImports1764800000000 } from './store/migrations/1764800000000-patent-imports.js';
import { Experts1764810000000 } from './store/migrations/1764810000000-experts.js';
import { ExpertsSearched1764820000000 } from './store/migrations/1764820000000-experts-searched.js';
import { Brokers1764900000000 } from './store/migrations/1764900000000-brokers.js';
import { PatentsSearched1764910000000 } from './store/migrations/1764910000000-patents-searched.js';
import { Ratings1764940000000 } from './store/migrations/1764940000000-ratings.js';
import { BrokerRecords1764950000000 } from './store/migrations/1764950000000-broker-records.js';
import { Agencies1765200000000 } from './store/migrations/1765200000000-agencies.js';
import { IntermediariesSearched1765220000000 } from './store/migrations/1765220000000-intermediaries-searched.js';
import { AgencySupports1767301000000 } from './store/migrations/1767301000000-supports.js';
import { ExpertOutputs1767302000000 } from './store/migrations/1767302000000-outputs.js';
import { WholeRelations1770900000002 } from './store/migrations/1770900000002-whole-relations.js';
import { Scans1765210000000 } from './store/migrations/1765210000000-scans.js';
import { AgencyRow } from './store/agency.row.js';
import { RatingRow } from './store/rating.row.js';
import { Deals1764930000000 } from './store/migrations/1764930000000-deals.js';
import { BrokerRow } from './store/broker.row.js';
import { ExpertRow } from './store/expert.row.js';
import { OrganisationRow } from './store/organisation.row.js';
import { PatentRow } from './store/patent.row.js';
import { ProjectRow } from './store/project.row.js';

/** Patents, experts and intermediaries. */
export const discoveryDomain: Domain = {
  name: 'discovery',
  schema: 'discovery',
  module: DiscoveryModule,
  holdings: HOLDINGS,
  entities: [AgencyRow, BrokerRow, ExpertRow, OrganisationRow, PatentRow, ProjectRow, RatingRow],
  migrations: [
    Discovery1764700000000,
    PatentImports1764800000000,
    Experts1764810000000,
    ExpertsSearched1764820000000,
    Brokers1764900000000,
    PatentsSearched1764910000000,
    Deals1764930000000,
    Ratings1764940000000,
    BrokerRecords1764950000000,
    Agencies1765200000000,
    Scans1765210000000,
    IntermediariesSearched1765220000000,
    AgencySupports1767301000000,
    ExpertOutputs1767302000000,
    WholeRelations1770900000002,
  ],
  sdl: [
    './discovery.graphql',
    './patents/patents.graphql',
    './experts/experts.graphql',
    './register/register.graphql',
    './performance/performance.graphql',
    './agencies/agencies.graphql',
    './supports/supports.graphql',
    './projects/projects.graphql',
    './brokers/brokers.graphql',
    './brokers/records.graphql',
    './ratings/ratings.graphql',
  ].map((file) => new URL(file, import.meta.url)),
  seeds: [PatentsSeed, ProjectsSeed, ExpertsSeed, BrokersSeed, AgenciesSeed],
  republisher: ProjectionService,
  importers: { patents: PatentsImport, projects: ProjectsImport },
  searchables: [ExpertSearch, PatentSearch, BrokerSearch, AgencySearch],
};

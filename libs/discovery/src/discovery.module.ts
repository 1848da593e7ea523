import { Module } from '@nestjs/common';
import { DiscoveryHandlers } from './discovery.handlers.js';
import './parameters.js';
import { PatentsImport } from './imports/patents.import.js';
import { FeeBook } from './patents/fee-book.js';
import { PatentDesk } from './patents/patent-desk.js';
import { PatentMutationsResolver, PatentResolver, ResultPatentsResolver } from './patents/patent.resolver.js';
import { PatentRightsService } from './patents/patent-rights.service.js';
import { PatentWatchService } from './patents/patent-watch.service.js';
import { PatentWriter } from './patents/patent-writer.js';
import { PatentsQueries } from './patents/patents.queries.js';
import { PatentsService } from './patents/patents.service.js';
import { ProjectionService } from './projection.service.js';
import { Reading } from './reading.js';
import { PatentsSeed } from './seed/patents.seed.js';
import { FactsStore } from './store/facts.store.js';
import { PatentImportStore } from './store/patent-import.store.js';
import { PatentReadsStore } from './store/patent-reads.store.js';
import { PatentsStore } from './store/patents.store.js';

const stores = [FactsStore, PatentImportStore, PatentReadsStore, PatentsStore];
const services = [
  FeeBook,
  PatentDesk,
  PatentRightsService,
  PatentWatchService,
  PatentWriter,
  PatentsImport,
  PatentsService,
  ProjectionService,
  DiscoveryHandlers,
  PatentsSeed,
];
const graph = [Reading, PatentsQueries, PatentResolver, ResultPatentsResolver, PatentMutationsResolver];

/** Patents, experts and intermediaries. */
@Module({ providers: [...stores, ...services, ...graph] })
export class DiscoveryModule {}

import { Module } from '@nestjs/common';
import { DeskQueries } from './desk.queries.js';
import { DeskResolver } from './desk.resolver.js';
import { ExtrasQueries } from './extras.queries.js';
import { FilesController } from './files.controller.js';
import { FilesService } from './files.service.js';
import { BatchWriter } from './imports/batch-writer.js';
import { ImportsQueries } from './imports/imports.queries.js';
import { ImportsResolver } from './imports/imports.resolver.js';
import { ImportsService } from './imports/imports.service.js';
import { NeedsExport, ResultsExport } from './imports/listing-export.js';
import { ListingImport, NeedsImporter, ResultsImporter } from './imports/listing-import.js';
import { ListingsHandlers } from './listings.handlers.js';
import { NdaResolver } from './nda.resolver.js';
import { NdaService } from './nda.service.js';
import { NeedResolver } from './need.resolver.js';
import { NeedsBackground } from './needs.background.js';
import { NeedWriter } from './need.writer.js';
import { NeedsQueries } from './needs.queries.js';
import { NeedsService } from './needs.service.js';
import { NightlyService } from './nightly.service.js';
import './parameters.js';
import { ProjectionService } from './projection.service.js';
import { ListingsRepublisher } from './republisher.js';
import { ResultResolver } from './result.resolver.js';
import { ResultWriter } from './result.writer.js';
import { ResultsBackground } from './results.background.js';
import { ResultsQueries } from './results.queries.js';
import { ResultsService } from './results.service.js';
import { ListingsSeed } from './seed/listings.seed.js';
import { DealsStore } from './store/deals.store.js';
import { ExportsStore } from './store/exports.store.js';
import { FilesStore } from './store/files.store.js';
import { ImportsStore } from './store/imports.store.js';
import { ListingSearchStore } from './store/listing-search.store.js';
import { NdaStore } from './store/nda.store.js';
import { NeedsStore } from './store/needs.store.js';
import { OwnersStore } from './store/owners.store.js';
import { PatentsStore } from './store/patents.store.js';
import { ReadsStore } from './store/reads.store.js';
import { ResultsStore } from './store/results.store.js';
import { NeedSearch, ResultSearch } from './searchables.js';
import { SavedSearchesQueries } from './searches/saved-searches.queries.js';
import { SavedSearchesResolver } from './searches/saved-searches.resolver.js';
import { SavedSearchesService } from './searches/saved-searches.service.js';
import { SearchAlerts } from './searches/search-alerts.js';
import { SearchWordsResolver } from './searches/search-words.resolver.js';
import { SearchWordsService } from './searches/search-words.service.js';
import { SavedSearchesStore } from './store/saved-searches.store.js';
import { SearchStore } from './store/search.store.js';
import { Validity } from './validity.js';

@Module({
  controllers: [FilesController],
  providers: [
    ...[
      DealsStore,
      FilesStore,
      ListingSearchStore,
      NdaStore,
      NeedsStore,
      OwnersStore,
      PatentsStore,
      ReadsStore,
      ResultsStore,
      SearchStore,
      SavedSearchesStore,
      SavedSearchesService,
      SavedSearchesQueries,
      SavedSearchesResolver,
      SearchAlerts,
      SearchWordsService,
      SearchWordsResolver,
      ResultSearch,
      NeedSearch,
    ],
    ...[FilesService, NdaService, NeedsService, NightlyService, ProjectionService, ResultsService, Validity],
    ...[NeedWriter, NeedsBackground, ResultWriter, ResultsBackground],
    ...[DeskQueries, ExtrasQueries, NeedsQueries, ResultsQueries],
    ...[DeskResolver, NdaResolver, NeedResolver, ResultResolver],
    ...[
      BatchWriter,
      ExportsStore,
      ImportsQueries,
      ImportsResolver,
      ImportsService,
      ImportsStore,
      ListingImport,
    ],
    ...[ListingsHandlers, ListingsRepublisher, ListingsSeed],
    ...[NeedsExport, NeedsImporter, ResultsExport, ResultsImporter],
  ],
})
export class ListingsModule {}

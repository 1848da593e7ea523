import type { Domain } from '@jihui/platform';
import { NeedsExport, ResultsExport } from './imports/listing-export.js';
import { NeedsImporter, ResultsImporter } from './imports/listing-import.js';
import { HOLDINGS } from './holdings.js';
import { KEPT } from './kept.js';
import { ListingsModule } from './listings.module.js';
import { ListingsRepublisher } from './republisher.js';
import { NeedSearch, ResultSearch } from './searchables.js';
import { ListingsSeed } from './seed/listings.seed.js';
import { Listings1763856100000 } from './store/migrations/1763856100000-listings.js';
import { NdaTexts1763856200000 } from './store/migrations/1763856200000-nda-texts.js';
import { StateOwnedAndMedia1764620000000 } from './store/migrations/1764620000000-state-owned-and-media.js';
import { DealContract1764640000000 } from './store/migrations/1764640000000-deal-contract.js';
import { SearchPort1764750000000 } from './store/migrations/1764750000000-search-port.js';
import { SavedSearches1764751000000 } from './store/migrations/1764751000000-saved-searches.js';
import { ImportRunsMoved1766200000000 } from './store/migrations/1766200000000-import-runs-moved.js';
import { NdaKept1767101000000 } from './store/migrations/1767101000000-nda-kept.js';
import { PatentSearches1770200000001 } from './store/migrations/1770200000001-patent-searches.js';
import { CardAmounts1770400000000 } from './store/migrations/1770400000000-card-amounts.js';
import { ToldChanges1770900000001 } from './store/migrations/1770900000001-told-changes.js';
import { NeedRow } from './store/need.row.js';
import { OrganisationRow } from './store/organisation.row.js';
import { ResultRow } from './store/result.row.js';

export { documentOfTexts } from './document-of-texts.js';

/** Results (成果) and needs (需求). */
export const listingsDomain: Domain = {
  name: 'listings',
  schema: 'listings',
  module: ListingsModule,
  holdings: HOLDINGS,
  kept: KEPT,
  entities: [NeedRow, OrganisationRow, ResultRow],
  migrations: [
    Listings1763856100000,
    NdaTexts1763856200000,
    StateOwnedAndMedia1764620000000,
    DealContract1764640000000,
    SearchPort1764750000000,
    SavedSearches1764751000000,
    ImportRunsMoved1766200000000,
    NdaKept1767101000000,
    PatentSearches1770200000001,
    CardAmounts1770400000000,
    ToldChanges1770900000001,
  ],
  sdl: ['./listings.graphql', './searches/saved-searches.graphql', './searches/search-words.graphql'].map(
    (file) => new URL(file, import.meta.url),
  ),
  seeds: [ListingsSeed],
  republisher: ListingsRepublisher,
  searchables: [ResultSearch, NeedSearch],
  importers: { results: ResultsImporter, needs: NeedsImporter },
  exporters: { results: ResultsExport, needs: NeedsExport },
};

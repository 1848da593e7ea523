import type { Domain } from '@jihui/platform';
import { DiscoveryModule } from './discovery.module.js';
import { PatentsImport } from './imports/patents.import.js';
import { ProjectionService } from './projection.service.js';
import { PatentsSeed } from './seed/patents.seed.js';
import { Discovery1764700000000 } from './store/migrations/1764700000000-discovery.js';
import { PatentImports1764800000000 } from './store/migrations/1764800000000-patent-imports.js';
import { OrganisationRow } from './store/organisation.row.js';
import { PatentRow } from './store/patent.row.js';

/** Patents, experts and intermediaries. */
export const discoveryDomain: Domain = {
  name: 'discovery',
  schema: 'discovery',
  module: DiscoveryModule,
  entities: [OrganisationRow, PatentRow],
  migrations: [Discovery1764700000000, PatentImports1764800000000],
  sdl: ['./discovery.graphql', './patents/patents.graphql'].map((file) => new URL(file, import.meta.url)),
  seeds: [PatentsSeed],
  republisher: ProjectionService,
  importers: { patents: PatentsImport },
};

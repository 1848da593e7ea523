import type { Domain } from '@jihui/platform';
import { GRAVE } from './core/grave.js';
import { IdentityEvents } from './identity.events.js';
import { HOLDINGS } from './holdings.js';
import { IdentityModule } from './identity.module.js';
import { OrganisationsExport } from './imports/organisations.export.js';
import { OrganisationsImport } from './imports/organisations.import.js';
import { OrganisationSearch } from './organisations/organisation-search.js';
import { IdentitySeed } from './seed/identity.seed.js';
import { IdentityRetains } from './store/identity-retains.js';
import { FileRow, LetterRow } from './store/letter.row.js';
import { MembershipRow } from './store/membership.row.js';
import { identityMigrations } from './store/migrations/1763856100000-identity.js';
import { OrganisationRow } from './store/organisation.row.js';
import { PersonRow } from './store/person.row.js';

/** Organisations, people, memberships, and how one signs in. */
export const identityDomain: Domain = {
  name: 'identity',
  schema: 'identity',
  module: IdentityModule,
  holdings: HOLDINGS,
  entities: [FileRow, LetterRow, MembershipRow, OrganisationRow, PersonRow],
  migrations: identityMigrations,
  sdl: ['./identity.graphql', './exports/exports.graphql'].map((file) => new URL(file, import.meta.url)),
  grave: GRAVE,
  seeds: [IdentitySeed],
  republisher: IdentityEvents,
  retains: IdentityRetains,
  importers: { organisations: OrganisationsImport },
  searchables: [OrganisationSearch],
  exporters: { organisations: OrganisationsExport },
};

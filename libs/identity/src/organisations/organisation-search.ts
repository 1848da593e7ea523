import { Injectable } from '@nestjs/common';
import type { SearchDocument, SearchSource } from '@jihui/platform';
import { OrganisationsStore } from '../store/organisations.store.js';
import { ORGANISATION_TYPE, organisationDocument } from './organisation-document.js';

/** Organisations as the search index holds them; the store writes each where it changes. */
@Injectable()
export class OrganisationSearch implements SearchSource {
  readonly type = ORGANISATION_TYPE;

  constructor(private readonly organisations: OrganisationsStore) {}

  idsAfter(after: string | null, limit: number): Promise<string[]> {
    return this.organisations.idsAfter(after, limit);
  }

  async byIds(ids: readonly string[]): Promise<SearchDocument[]> {
    return (await this.organisations.byIds(ids)).map(organisationDocument);
  }
}

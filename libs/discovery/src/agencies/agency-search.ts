import { Injectable } from '@nestjs/common';
import { Searchable, SearchIndex } from '@jihui/platform';
import { AgencyFindablesStore } from '../store/agency-findables.store.js';
import { AGENCY_TYPE, agencyDocument } from './agency-document.js';

/** Agencies as the search index holds them. */
@Injectable()
export class AgencySearch extends Searchable {
  constructor(agencies: AgencyFindablesStore, index: SearchIndex) {
    super(AGENCY_TYPE, agencies, index, async (ids) => (await agencies.byIds(ids)).map(agencyDocument));
  }
}

import { Injectable } from '@nestjs/common';
import { City, Searchable, SearchIndex } from '@jihui/platform';
import { AgencyFindablesStore } from '../store/agency-findables.store.js';
import { AGENCY_TYPE, agencyDocument } from './agency-document.js';

/** Agencies as the search index holds them. */
@Injectable()
export class AgencySearch extends Searchable {
  constructor(agencies: AgencyFindablesStore, index: SearchIndex, city: City) {
    super(AGENCY_TYPE, agencies, index, async (ids) =>
      (await agencies.byIds(ids)).map((one) => agencyDocument(one, city)),
    );
  }
}

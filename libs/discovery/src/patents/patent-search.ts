import { Injectable } from '@nestjs/common';
import { City, Searchable, SearchIndex } from '@jihui/platform';
import { PatentFindablesStore } from '../store/patent-findables.store.js';
import { PATENT_TYPE, patentDocument } from './patent-document.js';

/** Patents as the search index holds them. */
@Injectable()
export class PatentSearch extends Searchable {
  constructor(findables: PatentFindablesStore, index: SearchIndex, city: City) {
    super(PATENT_TYPE, findables, index, async (ids) =>
      (await findables.byIds(ids)).map((one) => patentDocument(one, city)),
    );
  }
}

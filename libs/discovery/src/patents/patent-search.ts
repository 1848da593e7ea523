import { Injectable } from '@nestjs/common';
import { Searchable, SearchIndex } from '@jihui/platform';
import { PatentFindablesStore } from '../store/patent-findables.store.js';
import { PATENT_TYPE, patentDocument } from './patent-document.js';

/** Patents as the search index holds them. */
@Injectable()
export class PatentSearch extends Searchable {
  constructor(findables: PatentFindablesStore, index: SearchIndex) {
    super(PATENT_TYPE, findables, index, async (ids) => (await findables.byIds(ids)).map(patentDocument));
  }
}

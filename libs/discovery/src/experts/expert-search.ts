import { Injectable } from '@nestjs/common';
import { City, Searchable, SearchIndex } from '@jihui/platform';
import { ExpertFindablesStore } from '../store/expert-findables.store.js';
import { EXPERT_TYPE, expertDocument } from './expert-document.js';

const BATCH = 200;

/** Experts as the search index holds them. */
@Injectable()
export class ExpertSearch extends Searchable {
  constructor(
    private readonly experts: ExpertFindablesStore,
    index: SearchIndex,
    city: City,
  ) {
    super(EXPERT_TYPE, experts, index, async (ids) =>
      (await experts.byIds(ids)).map((one) => expertDocument(one, city)),
    );
  }

  /** Everybody of a unit, whose name has changed. */
  async refreshUnit(organisationId: string): Promise<void> {
    for (let ids = await this.experts.idsOfUnit(organisationId, null, BATCH); ids.length > 0;) {
      await this.refresh(ids);
      ids = await this.experts.idsOfUnit(organisationId, ids.at(-1) ?? null, BATCH);
    }
  }
}

import { Injectable } from '@nestjs/common';
import { City, Searchable, SearchIndex } from '@jihui/platform';
import { BrokerFindablesStore } from '../store/broker-findables.store.js';
import { BROKER_TYPE, brokerDocument } from './broker-document.js';

const BATCH = 200;

/** Brokers as the search index holds them. */
@Injectable()
export class BrokerSearch extends Searchable {
  constructor(
    private readonly brokers: BrokerFindablesStore,
    index: SearchIndex,
    city: City,
  ) {
    super(BROKER_TYPE, brokers, index, async (ids) =>
      (await brokers.byIds(ids)).map((one) => brokerDocument(one, city)),
    );
  }

  /** Everybody of an agency, whose name has changed. */
  async refreshAgency(organisationId: string): Promise<void> {
    for (let ids = await this.brokers.idsOfAgency(organisationId, null, BATCH); ids.length > 0;) {
      await this.refresh(ids);
      ids = await this.brokers.idsOfAgency(organisationId, ids.at(-1) ?? null, BATCH);
    }
  }
}

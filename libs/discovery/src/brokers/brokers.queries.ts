import { Injectable } from '@nestjs/common';
import { TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import { City, WordSearch, type SearchConnection } from '@jihui/platform';
import { LEVELS } from '../core/brokers/records.js';
import type { Criterion } from '../core/register/designation.js';
import { SERVICES } from '../core/register/register.js';
import type { BrokerFilter } from '../discovery.types.gen.js';
import { Designations } from '../register/designations.js';
import { clustersOf } from '../register/named.js';
import { RegisterQueries } from '../register/register-queries.js';
import { REGISTER_STATE_NAMES } from '../register/vocabulary.js';
import { BrokerReadsStore, type ReadBroker } from '../store/broker-reads.store.js';
import { brokersWaitingFor, ofBureau } from '../store/register-visibility.js';
import { BROKER_TYPE } from './broker-document.js';
import { brokerView, type BrokerView } from './broker.view.js';

export type BrokerList = SearchConnection<BrokerView>;

/** Reads of the register of brokers. */
@Injectable()
export class BrokersQueries extends RegisterQueries<ReadBroker, BrokerView, BrokerFilter> {
  constructor(
    private readonly reads: BrokerReadsStore,
    private readonly designations: Designations,
    words: WordSearch,
    private readonly city: City,
  ) {
    super(reads, words, {
      type: BROKER_TYPE,
      alias: 'b',
      facets: [
        { name: 'services', column: 'services', many: true, labels: SERVICES },
        { name: 'levels', column: 'level', labels: LEVELS },
        { name: 'techFields', column: 'tech_fields', many: true, labels: TECH_FIELDS },
        { name: 'clusters', column: 'clusters', many: true, labels: clustersOf(city) },
        { name: 'states', column: 'state', labels: REGISTER_STATE_NAMES },
      ],
      ofBureau,
      waitingFor: brokersWaitingFor,
      view: (row, actor) => brokerView(row, actor, city),
    });
  }

  async own(actor: Actor): Promise<BrokerView | null> {
    const row = await this.reads.own(actor);
    return row === undefined ? null : brokerView(row, actor, this.city);
  }

  /** What 骨干认定 asks for, of those of whom the actor reads the whole. */
  async criteria(actor: Actor, ids: readonly string[], today: LegalDay): Promise<Map<string, Criterion[]>> {
    const rows = (await this.reads.byIds(actor, ids)).filter(({ whole }) => whole);
    return this.designations.ofBrokers(
      rows.map(({ broker }) => broker),
      today,
    );
  }
}

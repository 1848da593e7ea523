import { Injectable } from '@nestjs/common';
import { legalDayOf, system } from '@jihui/kernel';
import type {
  CommissionSnapshot,
  ContractSnapshot,
  DealSnapshot,
  ExpertReviewed,
  OrganisationSnapshot,
  PersonSnapshot,
  ResultSnapshot,
} from '@jihui/events';
import { Work, type Republisher, type Tx } from '@jihui/platform';
import { AgencyDesk } from './agencies/agency-desk.js';
import { ExpertSearch } from './experts/expert-search.js';
import { BrokerDesk } from './brokers/broker-desk.js';
import { BrokerSearch } from './brokers/broker-search.js';
import { ExpertWriter } from './experts/expert-writer.js';
import { PatentWriter } from './patents/patent-writer.js';
import { AgenciesStore } from './store/agencies.store.js';
import { BrokersStore } from './store/brokers.store.js';
import { DealsStore } from './store/deals.store.js';
import { ExpertsStore } from './store/experts.store.js';
import { FactsStore } from './store/facts.store.js';
import { PatentsStore } from './store/patents.store.js';
import { PeopleStore } from './store/people.store.js';
import { ReviewsStore } from './store/reviews.store.js';

const BATCH = 200;

/** Keeps what others told, and tells others again when they rebuild. */
@Injectable()
export class ProjectionService implements Republisher {
  constructor(
    private readonly facts: FactsStore,
    private readonly patents: PatentsStore,
    private readonly writer: PatentWriter,
    private readonly people: PeopleStore,
    private readonly experts: ExpertsStore,
    private readonly expertWriter: ExpertWriter,
    private readonly expertSearch: ExpertSearch,
    private readonly reviews: ReviewsStore,
    private readonly deals: DealsStore,
    private readonly brokers: BrokersStore,
    private readonly brokerDesk: BrokerDesk,
    private readonly brokerSearch: BrokerSearch,
    private readonly agencies: AgenciesStore,
    private readonly agencyDesk: AgencyDesk,
    private readonly work: Work,
  ) {}

  async organisation(fact: OrganisationSnapshot, version: number, tx: Tx): Promise<void> {
    if (await this.facts.putOrganisation(fact, version)) {
      await this.expertSearch.refreshUnit(fact.id);
      await this.brokerSearch.refreshAgency(fact.id);
    }
    await this.agencyDesk.learn(fact.id, tx);
  }

  /** What identity tells of a person is told on with the profile; an erased account leaves nothing in the bank. */
  async person(fact: PersonSnapshot, version: number, tx: Tx): Promise<void> {
    const learnt = await this.people.put(fact, version, legalDayOf(tx.now));
    if (!learnt) return;
    await this.brokerDesk.learn(fact.id, fact.status === 'ERASED', tx);
    const id = await this.experts.idOf(fact.id);
    const expert = id === undefined ? undefined : await this.experts.lock(id);
    if (expert === undefined) return;
    if (fact.status === 'ERASED') await this.expertWriter.erase(expert, tx);
    else {
      await this.expertSearch.refresh([expert.id]);
      await this.expertWriter.tell(expert, 'learn', tx);
    }
  }

  results(facts: readonly ResultSnapshot[]): Promise<void> {
    return this.facts.putResults(facts);
  }

  contract(fact: ContractSnapshot, version: number): Promise<void> {
    return this.facts.putContract(fact, version);
  }

  deal(fact: DealSnapshot, version: number): Promise<void> {
    return this.deals.putDeal(fact, version);
  }

  review(fact: ExpertReviewed): Promise<void> {
    return this.reviews.put(fact);
  }

  commission(fact: CommissionSnapshot, version: number): Promise<void> {
    return this.deals.putCommission(fact, version);
  }

  /** Emits every patent, expert, broker and agency changed since then as it is now, a page a transaction. */
  async republish(since: Date): Promise<number> {
    const patents = await this.retell(async (after, tx) => {
      const found = await this.patents.changedSince(since, after, BATCH);
      for (const patent of found) await this.writer.tell(patent, 'republish', tx);
      return found.map(({ id }) => id);
    });
    const experts = await this.retell(async (after, tx) => {
      const found = await this.experts.changedSince(since, after, BATCH);
      for (const expert of found) await this.expertWriter.tell(expert, 'republish', tx);
      return found.map(({ id }) => id);
    });
    const brokers = await this.retell(async (after, tx) => {
      const found = await this.brokers.changedSince(since, after, BATCH);
      for (const broker of found) await this.brokerDesk.tell(broker, 'republish', tx);
      return found.map(({ id }) => id);
    });
    const agencies = await this.retell(async (after, tx) => {
      const found = await this.agencies.changedSince(since, after, BATCH);
      for (const agency of found) await this.agencyDesk.tell(agency, 'republish', tx);
      return found.map(({ id }) => id);
    });
    return patents + experts + brokers + agencies;
  }

  /** @param page tells the next page and answers the ids told */
  private async retell(page: (after: string | null, tx: Tx) => Promise<string[]>): Promise<number> {
    const command = { domain: 'discovery', name: 'republish', actor: system('republish') } as const;
    for (let after: string | null = null, told = 0; ;) {
      const ids: string[] = await this.work.run(command, (tx) => page(after, tx));
      told += ids.length;
      if (ids.length < BATCH) return told;
      after = ids.at(-1) ?? null;
    }
  }
}

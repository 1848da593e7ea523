import { Injectable } from '@nestjs/common';
import { legalDayOf, system } from '@jihui/kernel';
import type { DomainEvent, ResultSnapshot } from '@jihui/events';
import { HolidayCalendars, Work, type Republisher, type Tx } from '@jihui/platform';
import { ContractFacts } from './contract-facts.js';
import { reviewOf, snapshotOf } from './contract-snapshot.js';
import { colourBounds } from './core/deadline.js';
import type { Contract } from './core/contract.js';
import type { Proceeding } from './core/proceedings/proceeding.js';
import { BankExpertsStore } from './store/bank-experts.store.js';
import { BenefitsStore } from './store/benefits.store.js';
import { ContractsStore } from './store/contracts.store.js';
import { PatentsStore } from './store/patents.store.js';
import { ProceedingsStore } from './store/proceedings.store.js';
import { ProjectionsStore } from './store/projections.store.js';
import { RegistriesStore } from './store/registries.store.js';

const FIRST = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;

/** What comes in from other domains, and what is told again or by the clock. */
@Injectable()
export class ContractEvents implements Republisher {
  constructor(
    private readonly projections: ProjectionsStore,
    private readonly store: ContractsStore,
    private readonly proceedings: ProceedingsStore,
    private readonly benefits: BenefitsStore,
    private readonly facts: ContractFacts,
    private readonly calendars: HolidayCalendars,
    private readonly work: Work,
    private readonly registries: RegistriesStore,
    private readonly bank: BankExpertsStore,
    private readonly patents: PatentsStore,
  ) {}

  async organisation(event: DomainEvent<'identity.organisation'>): Promise<void> {
    await this.projections.putOrganisation(event.payload, event.version);
    await this.registries.found(event.payload);
  }

  async person(event: DomainEvent<'identity.person'>, now: Date): Promise<void> {
    const { values } = await this.facts.parameters(now);
    const bound = { today: legalDayOf(now), years: values.formerTieYears };
    await this.projections.putPerson(event.payload, event.version, bound);
  }

  address(event: DomainEvent<'identity.person'>): Promise<void> {
    return this.projections.putAddress(event.payload, event.version);
  }

  expert(event: DomainEvent<'discovery.expert'>): Promise<void> {
    return this.bank.put(event.payload, event.version);
  }

  patent(event: DomainEvent<'discovery.patent'>): Promise<void> {
    return this.patents.put(event.payload, event.version);
  }

  results(results: readonly ResultSnapshot[]): Promise<void> {
    return this.projections.putResults(results);
  }

  deal(event: DomainEvent<'deals.deal'>): Promise<void> {
    return this.projections.putDeal(event.payload, event.version);
  }

  /**
   * Tells of open applications whose deadline has come near or has passed, and of proceedings and tax
   * notices that are to be dealt with soon, once a deadline: with the
   * present snapshot, to which no projection changes anything.
   */
  async watchDeadlines(tx: Tx): Promise<void> {
    const { values } = await this.facts.parameters(tx.now);
    const { amberUntil } = colourBounds(
      legalDayOf(tx.now),
      values.amberWorkingDays,
      await this.calendars.calendar(),
    );
    for (const contract of await this.store.markNear(amberUntil))
      await this.tell(tx, contract, 'deadlineNear');
    for (const contract of await this.store.markCorrections(amberUntil))
      await this.tell(tx, contract, 'correctionNear');
    // 超期: told to the bureau's administrators as well, once a deadline.
    for (const contract of await this.store.markOverdue(legalDayOf(tx.now)))
      await this.tell(tx, contract, 'overdue');
    for (const proceeding of await this.proceedings.markNear(amberUntil))
      await this.tellOf(tx, proceeding.contractId, 'proceedingNear', proceeding);
    for (const contractId of await this.benefits.markNear(amberUntil))
      await this.tellOf(tx, contractId, 'taxNoticeNear');
  }

  async republish(since: Date): Promise<number> {
    let count = 0;
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const from: string = after;
      const batch: readonly Contract[] = await this.work.run(
        { domain: 'contracts', name: 'republish', actor: system('republish') },
        async (tx) => {
          const changed = await this.store.changedSince(since, from, BATCH);
          for (const contract of changed) {
            await this.tell(tx, contract, 'republish');
            await this.tellReviews(tx, contract);
          }
          return changed;
        },
      );
      count += batch.length;
      after = batch.at(-1)?.id;
    }
    return count;
  }

  private async tellOf(
    tx: Tx,
    contractId: string,
    action: string,
    proceeding: Proceeding | null = null,
  ): Promise<void> {
    const contract = await this.store.get(contractId);
    if (contract !== undefined) await this.tell(tx, contract, action, proceeding);
  }

  private async tellReviews(tx: Tx, contract: Contract): Promise<void> {
    for (const seat of contract.experts) {
      const payload = reviewOf(contract, seat);
      if (payload === null) continue;
      const { id: aggregateId, version } = payload;
      await tx.emit('contracts.expertReview', { aggregateId, version, action: 'republish', payload });
    }
  }

  private tell(
    tx: Tx,
    contract: Contract,
    action: string,
    proceeding: Proceeding | null = null,
  ): Promise<void> {
    return tx.emit('contracts.contract', {
      aggregateId: contract.id,
      version: contract.version,
      action,
      payload: snapshotOf(contract, proceeding),
    });
  }
}

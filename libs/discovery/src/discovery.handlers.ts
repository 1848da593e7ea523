import { Injectable } from '@nestjs/common';
import type { DomainEvent, JobMap } from '@jihui/events';
import { Every, ImportRuns, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { BrokerRecordsService } from './brokers/broker-records.service.js';
import { PatentsImport } from './imports/patents.import.js';
import { ProjectsImport } from './imports/projects.import.js';
import { PatentWatchService } from './patents/patent-watch.service.js';
import { ProjectionService } from './projection.service.js';

/** What this domain does when others speak, and what it does at night. */
@Injectable()
export class DiscoveryHandlers {
  constructor(
    private readonly projections: ProjectionService,
    private readonly watch: PatentWatchService,
    private readonly records: BrokerRecordsService,
    private readonly imports: ImportRuns,
    private readonly patents: PatentsImport,
    private readonly projects: ProjectsImport,
  ) {}

  @OnEvent('identity.organisation', 'discovery.projectOrganisation')
  projectOrganisation({ payload, version }: DomainEvent<'identity.organisation'>, tx: Tx): Promise<void> {
    return this.projections.organisation(payload, version, tx);
  }

  @OnEvent('identity.person', 'discovery.projectPerson')
  projectPerson({ payload, version }: DomainEvent<'identity.person'>, tx: Tx): Promise<void> {
    return this.projections.person(payload, version, tx);
  }

  @OnEvent('listings.result', 'discovery.projectResult')
  projectResult({ payload }: DomainEvent<'listings.result'>): Promise<void> {
    return this.projections.results([payload]);
  }

  @OnEvent('listings.resultsImported', 'discovery.projectResults')
  projectResults({ payload }: DomainEvent<'listings.resultsImported'>): Promise<void> {
    return this.projections.results(payload.results);
  }

  @OnEvent('contracts.contract', 'discovery.projectContract')
  projectContract({ payload, version }: DomainEvent<'contracts.contract'>): Promise<void> {
    return this.projections.contract(payload, version);
  }

  @OnEvent('deals.deal', 'discovery.projectDeal')
  projectDeal({ payload, version }: DomainEvent<'deals.deal'>): Promise<void> {
    return this.projections.deal(payload, version);
  }

  @OnEvent('deals.commission', 'discovery.projectCommission')
  projectCommission({ payload, version }: DomainEvent<'deals.commission'>): Promise<void> {
    return this.projections.commission(payload, version);
  }

  @OnEvent('contracts.expertReview', 'discovery.projectReview')
  projectReview({ payload }: DomainEvent<'contracts.expertReview'>): Promise<void> {
    return this.projections.review(payload);
  }

  @OnEvent('challenges.expertReview', 'discovery.projectCallReview')
  projectCallReview({ payload }: DomainEvent<'challenges.expertReview'>): Promise<void> {
    return this.projections.review(payload);
  }

  /** Opens a transaction a batch: a file may hold a hundred thousand rows. */
  @OnJob('discovery.runImport', { transaction: false })
  runImport({ importId }: JobMap['discovery.runImport']): Promise<void> {
    return this.imports.run(importId, (kind) => (kind === 'PROJECT' ? this.projects : this.patents));
  }

  /** Each patent in a transaction of its own: one that fails does not keep the others. */
  @OnJob('discovery.watchPatents', { transaction: false })
  @Every('discovery.watchPatents', '20 1 * * *')
  watchPatents(_payload: JobMap['discovery.watchPatents'], tx: Tx): Promise<void> {
    return this.watch.run(tx.now);
  }

  @OnJob('discovery.watchBrokers', { transaction: false })
  @Every('discovery.watchBrokers', '30 1 * * *')
  watchBrokers(_payload: JobMap['discovery.watchBrokers'], tx: Tx): Promise<void> {
    return this.records.lapse(tx.now);
  }
}

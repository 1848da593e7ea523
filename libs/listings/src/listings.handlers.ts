import { Injectable } from '@nestjs/common';
import type { DomainEvent, JobMap } from '@jihui/events';
import { Every, ImportRuns, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { NeedsImporter, ResultsImporter } from './imports/listing-import.js';
import { NightlyService } from './nightly.service.js';
import { ProjectionService } from './projection.service.js';
import { SearchAlerts } from './searches/search-alerts.js';

/** What this domain does when others speak, and what it does at night. */
@Injectable()
export class ListingsHandlers {
  constructor(
    private readonly projections: ProjectionService,
    private readonly nightly: NightlyService,
    private readonly imports: ImportRuns,
    private readonly results: ResultsImporter,
    private readonly needs: NeedsImporter,
    private readonly alerts: SearchAlerts,
  ) {}

  @OnEvent('identity.organisation', 'listings.projectOrganisation')
  projectOrganisation(event: DomainEvent<'identity.organisation'>): Promise<void> {
    return this.projections.organisation(event.payload, event.version);
  }

  @OnEvent('discovery.patent', 'listings.projectPatent')
  projectPatent({ payload, version, at }: DomainEvent<'discovery.patent'>): Promise<void> {
    return this.projections.patent(payload, version, at);
  }

  @OnEvent('deals.deal', 'listings.followDeal')
  followDeal(event: DomainEvent<'deals.deal'>, tx: Tx): Promise<void> {
    return this.projections.deal(event.payload, event.version, tx);
  }

  @OnEvent('contracts.contract', 'listings.followContract')
  followContract(event: DomainEvent<'contracts.contract'>, tx: Tx): Promise<void> {
    return this.projections.contract(event.payload, event.version, tx);
  }

  /** Each listing in a transaction of its own: one that cannot be closed does not keep the others. */
  @OnJob('listings.expire', { transaction: false })
  @Every('listings.expire', '5 1 * * *')
  expire(_payload: JobMap['listings.expire'], tx: Tx): Promise<void> {
    return this.nightly.run(tx.now);
  }

  /** Each saved search in a transaction of its own. */
  @OnJob('listings.alertSavedSearches', { transaction: false })
  @Every('listings.alertSavedSearches', '*/10 * * * *')
  alertSavedSearches(_payload: JobMap['listings.alertSavedSearches'], tx: Tx): Promise<void> {
    return this.alerts.run(tx.now);
  }

  /** Opens a transaction a batch: a file may hold a hundred thousand rows. */
  @OnJob('listings.runImport', { transaction: false })
  runImport({ importId }: JobMap['listings.runImport']): Promise<void> {
    return this.imports.run(importId, (kind) => (kind === 'NEED' ? this.needs : this.results));
  }
}

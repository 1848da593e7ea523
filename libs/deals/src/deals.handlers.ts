import { Injectable, Logger } from '@nestjs/common';
import { DomainError, legalDayOf, system } from '@jihui/kernel';
import type { DomainEvent, NeedSnapshot, ResultSnapshot } from '@jihui/events';
import { Every, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { DisclosuresService } from './disclosures.service.js';
import { ProjectionsService } from './projections.service.js';
import { RegistryService } from './registry.service.js';

type JobPayload = Record<string, never>;

/** What other domains tell, and the nightly look at disclosures. */
@Injectable()
export class DealsHandlers {
  private readonly log = new Logger('deals');

  constructor(
    private readonly projections: ProjectionsService,
    private readonly registry: RegistryService,
    private readonly disclosures: DisclosuresService,
  ) {}

  @OnEvent('identity.organisation', 'deals.projectOrganisation')
  projectOrganisation({ payload, version }: DomainEvent<'identity.organisation'>): Promise<void> {
    return this.projections.organisation(payload, version);
  }

  @OnEvent('identity.person', 'deals.projectPerson')
  projectPerson({ payload, version }: DomainEvent<'identity.person'>): Promise<void> {
    return this.projections.person(payload, version);
  }

  @OnEvent('listings.result', 'deals.projectResult')
  projectResult({ payload }: DomainEvent<'listings.result'>): Promise<void> {
    return this.projections.listings([resultFact(payload)]);
  }

  @OnEvent('listings.need', 'deals.projectNeed')
  projectNeed({ payload }: DomainEvent<'listings.need'>): Promise<void> {
    return this.projections.listings([needFact(payload)]);
  }

  @OnEvent('listings.resultsImported', 'deals.projectResults')
  projectResults({ payload }: DomainEvent<'listings.resultsImported'>): Promise<void> {
    return this.projections.listings(payload.results.map(resultFact));
  }

  @OnEvent('listings.needsImported', 'deals.projectNeeds')
  projectNeeds({ payload }: DomainEvent<'listings.needsImported'>): Promise<void> {
    return this.projections.listings(payload.needs.map(needFact));
  }

  @OnEvent('listings.result', 'deals.projectResultTerm')
  projectResultTerm(event: DomainEvent<'listings.result'>): Promise<void> {
    return this.projections.term('RESULT', event);
  }

  @OnEvent('listings.need', 'deals.projectNeedTerm')
  projectNeedTerm(event: DomainEvent<'listings.need'>): Promise<void> {
    return this.projections.term('NEED', event);
  }

  @OnEvent('discovery.expert', 'deals.projectExpert')
  projectExpert({ payload }: DomainEvent<'discovery.expert'>): Promise<void> {
    return this.projections.expert(payload);
  }

  @OnEvent('contracts.contract', 'deals.followContract')
  followContract({ payload, version }: DomainEvent<'contracts.contract'>, tx: Tx): Promise<void> {
    return this.registry.followContract(payload, version, tx);
  }

  /**
   * Completes disclosures whose period is over. Each in its own transaction, so that one that is
   * changed at this moment keeps none of the others; it is looked at again the next night.
   */
  @Every('deals.checkDisclosures', '10 0 * * *')
  @OnJob('deals.checkDisclosures', { transaction: false })
  async checkDisclosures(_: JobPayload, tx: Tx): Promise<void> {
    const job = system('deals.checkDisclosures');
    for (const { id, version } of await this.projections.endedDisclosures(legalDayOf(tx.now)))
      try {
        await this.disclosures.completeDisclosure(job, { id, expectedVersion: version });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.log.warn(`disclosure of deal ${id} not completed: ${error.code}`);
      }
  }
}

const resultFact = (result: ResultSnapshot) => ({ ...result, kind: 'RESULT' as const, anonymous: false });
const needFact = (need: NeedSnapshot) => ({ ...need, kind: 'NEED' as const });

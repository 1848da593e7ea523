import { Injectable } from '@nestjs/common';
import type { DomainEvent, JobMap } from '@jihui/events';
import { Every, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { ExpertRecommender } from './experts/expert-recommender.js';
import { Embeddings } from './embeddings/embeddings.js';
import { Indexing } from './indexing.js';
import { Night } from './night.js';
import { projectExpert, projectNeed, projectPatent, projectResult } from './projection.js';
import { Recommender } from './recommender.js';
import { Evaluations } from './training/evaluations.js';
import { Training } from './training/training.js';

/** What matching learns from the other domains, and its nightly work. */
@Injectable()
export class MatchingHandlers {
  constructor(
    private readonly indexing: Indexing,
    private readonly recommender: Recommender,
    private readonly expertRecommender: ExpertRecommender,
    private readonly training: Training,
    private readonly evaluations: Evaluations,
    private readonly embeddings: Embeddings,
    private readonly night: Night,
  ) {}

  @OnEvent('listings.result', 'matching.indexResult')
  indexResult(event: DomainEvent<'listings.result'>, tx: Tx): Promise<void> {
    return this.indexing.index(projectResult(event.payload), event.action, tx);
  }

  @OnEvent('listings.need', 'matching.indexNeed')
  indexNeed(event: DomainEvent<'listings.need'>, tx: Tx): Promise<void> {
    return this.indexing.index(projectNeed(event.payload), event.action, tx);
  }

  @OnEvent('discovery.expert', 'matching.projectExpert')
  indexExpert(event: DomainEvent<'discovery.expert'>, tx: Tx): Promise<void> {
    return this.indexing.projectExpert(projectExpert(event.payload), event.action, tx);
  }

  @OnEvent('discovery.patent', 'matching.indexPatent')
  indexPatent(event: DomainEvent<'discovery.patent'>, tx: Tx): Promise<void> {
    return this.indexing.projectPatent(projectPatent(event.payload), event.action, tx);
  }

  @OnEvent('listings.resultsImported', 'matching.indexResults')
  indexResults(event: DomainEvent<'listings.resultsImported'>, tx: Tx): Promise<void> {
    return this.indexing.indexMany(event.payload.results.map(projectResult), tx);
  }

  @OnEvent('listings.needsImported', 'matching.indexNeeds')
  indexNeeds(event: DomainEvent<'listings.needsImported'>, tx: Tx): Promise<void> {
    return this.indexing.indexMany(event.payload.needs.map(projectNeed), tx);
  }

  @OnEvent('identity.organisation', 'matching.projectOrganisation')
  projectOrganisation(event: DomainEvent<'identity.organisation'>): Promise<void> {
    return this.indexing.projectOrganisation(event.payload, event.version);
  }

  @OnEvent('deals.deal', 'matching.followDeal')
  followDeal(event: DomainEvent<'deals.deal'>): Promise<void> {
    return this.indexing.followDeal(event.payload);
  }

  @OnEvent('contracts.contract', 'matching.followContract')
  followContract(event: DomainEvent<'contracts.contract'>): Promise<void> {
    return this.indexing.followContract(event.payload);
  }

  @OnJob('matching.recommend', { transaction: false })
  recommend({ listingId }: JobMap['matching.recommend']): Promise<void> {
    return this.recommender.recommendFor(listingId);
  }

  @OnJob('matching.recommendExperts', { transaction: false })
  recommendExperts({ needId }: JobMap['matching.recommendExperts']): Promise<void> {
    return this.expertRecommender.recommendForNeed(needId);
  }

  @OnJob('matching.recommendNeeds', { transaction: false })
  recommendNeeds({ expertId }: JobMap['matching.recommendNeeds']): Promise<void> {
    return this.expertRecommender.recommendForExpert(expertId);
  }

  /** After the training, before what was found is told. */
  @OnJob('matching.matchWaiting', { transaction: false })
  @Every('matching.matchWaiting', '40 3 * * *')
  matchWaiting(_payload: JobMap['matching.matchWaiting']): Promise<void> {
    return this.night.run();
  }

  @OnJob('matching.refreshStatistics', { transaction: false })
  @Every('matching.refreshStatistics', '40 2 * * *')
  refreshStatistics(_payload: JobMap['matching.refreshStatistics']): Promise<void> {
    return this.indexing.refreshStatistics();
  }

  @OnJob('matching.embed', { transaction: false })
  @Every('matching.embed', '*/10 * * * *')
  async embed(_payload: JobMap['matching.embed']): Promise<void> {
    await this.embeddings.run();
  }

  @OnJob('matching.train', { transaction: false })
  @Every('matching.train', '10 3 * * *')
  async train(_payload: JobMap['matching.train']): Promise<void> {
    await this.training.run();
    await this.evaluations.run();
  }
}

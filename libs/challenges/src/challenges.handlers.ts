import { Injectable, Logger } from '@nestjs/common';
import type { DomainEvent, JobMap } from '@jihui/events';
import { Every, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { BansService } from './bans/bans.service.js';
import { BidLogService } from './bids/bid-log.service.js';
import { eachApart } from './bids/each-apart.js';
import { BidOpener } from './bids/opener.service.js';
import { WindowsService } from './calls/windows.service.js';
import { LeftoversService } from './files/leftovers.service.js';
import { ReleasesService } from './open-data/releases.service.js';
import { MisconductWatchService } from './misconduct/misconduct-watch.service.js';
import { ProjectWatchService } from './projects/project-watch.service.js';
import { ProjectionsService } from './projections.service.js';
import { BidFilesService } from './qualification/bid-files.service.js';

type JobPayload = Record<string, never>;

/** What other domains tell, and the look at the clock. */
@Injectable()
export class ChallengesHandlers {
  private readonly log = new Logger('challenges');

  constructor(
    private readonly projections: ProjectionsService,
    private readonly windows: WindowsService,
    private readonly bidLog: BidLogService,
    private readonly opener: BidOpener,
    private readonly projects: ProjectWatchService,
    private readonly releases: ReleasesService,
    private readonly misconduct: MisconductWatchService,
    private readonly bans: BansService,
    private readonly leftovers: LeftoversService,
    private readonly bidFiles: BidFilesService,
  ) {}

  @OnEvent('identity.organisation', 'challenges.projectOrganisation')
  projectOrganisation({ payload, version }: DomainEvent<'identity.organisation'>): Promise<void> {
    return this.projections.organisation(payload, version);
  }

  @OnEvent('identity.person', 'challenges.projectPerson')
  projectPerson({ payload, version }: DomainEvent<'identity.person'>): Promise<void> {
    return this.projections.person(payload, version);
  }

  @OnEvent('listings.need', 'challenges.projectNeed')
  projectNeed({ payload }: DomainEvent<'listings.need'>): Promise<void> {
    return this.projections.needs([payload]);
  }

  @OnEvent('listings.needsImported', 'challenges.projectNeeds')
  projectNeeds({ payload }: DomainEvent<'listings.needsImported'>): Promise<void> {
    return this.projections.needs(payload.needs);
  }

  @OnEvent('discovery.expert', 'challenges.projectExpert')
  projectExpert({ payload, version }: DomainEvent<'discovery.expert'>): Promise<void> {
    return this.projections.expert(payload, version);
  }

  @OnEvent('discovery.patent', 'challenges.projectPatent')
  projectPatent({ payload, version }: DomainEvent<'discovery.patent'>): Promise<void> {
    return this.projections.patent(payload, version);
  }

  @OnEvent('contracts.contract', 'challenges.projectContract')
  projectContract({ payload }: DomainEvent<'contracts.contract'>): Promise<void> {
    return this.projections.contract(payload);
  }

  /** Calls of a city from before there was open data: told at the first start, and there already for all others. */
  @OnEvent('challenges.call', 'challenges.projectRelease')
  projectRelease({ payload }: DomainEvent<'challenges.call'>, tx: Tx): Promise<void> {
    return this.releases.begin(tx, payload.id);
  }

  /** Completes notices, opens and closes windows. Each in its own transaction, so that none keeps the others. */
  @Every('challenges.watchCalls', '* * * * *')
  @OnJob('challenges.watchCalls', { transaction: false })
  async watchCalls(_: JobPayload, tx: Tx): Promise<void> {
    for (const refused of await this.windows.follow(tx.now)) this.log.warn(`call not moved on: ${refused}`);
  }

  /** 逾期提醒: milestones of projects that were due before today. */
  @Every('challenges.watchProjects', '40 1 * * *')
  @OnJob('challenges.watchProjects', { transaction: false })
  watchProjects(_: JobPayload, tx: Tx): Promise<void> {
    return this.projects.alarm(tx.now);
  }

  /** 逾期提醒: reports of misconduct whose deadline was before today. */
  @Every('challenges.watchMisconduct', '50 1 * * *')
  @OnJob('challenges.watchMisconduct', { transaction: false })
  watchMisconduct(_: JobPayload, tx: Tx): Promise<void> {
    return this.misconduct.alarm(tx.now);
  }

  /** 失信禁入到期: told once to whom it was of. */
  @Every('challenges.watchBans', '55 1 * * *')
  @OnJob('challenges.watchBans', { transaction: false })
  watchBans(_: JobPayload, tx: Tx): Promise<void> {
    return this.bans.end(tx.now);
  }

  /** Removes what was sent and never handed in. */
  @Every('challenges.removeLeftovers', '10 2 * * *')
  @OnJob('challenges.removeLeftovers', { transaction: false })
  removeLeftovers(_: JobPayload, tx: Tx): Promise<void> {
    return this.leftovers.remove(tx.now);
  }

  /** 附件中的名称: asked for at the opening. */
  @OnJob('challenges.readBidFiles', { transaction: false })
  readBidFiles({ bidId }: JobMap['challenges.readBidFiles']): Promise<void> {
    return this.bidFiles.read(bidId);
  }

  /** What was asked for at an opening and never read. */
  @Every('challenges.readWaitingBids', '*/10 * * * *')
  @OnJob('challenges.readWaitingBids')
  readWaitingBids(_: JobPayload, tx: Tx): Promise<void> {
    return this.bidFiles.readWaiting(tx);
  }

  /** Publishes the heads that are due, whether or not a bid came, and opens what has its shares. */
  @Every('challenges.watchBids', '* * * * *')
  @OnJob('challenges.watchBids', { transaction: false })
  async watchBids(_: JobPayload, tx: Tx): Promise<void> {
    await eachApart([() => this.bidLog.publishDue(), () => this.opener.openReady(tx.now)], (part) => part());
  }
}

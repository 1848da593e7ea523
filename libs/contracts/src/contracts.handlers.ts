import { Injectable } from '@nestjs/common';
import type { DomainEvent, JobMap } from '@jihui/events';
import { Every, OnEvent, OnJob, type Tx } from '@jihui/platform';
import { ReportDeadlines } from './annual-report/report-deadlines.js';
import { CertificatesService } from './certificates/certificates.service.js';
import { StatusListsService } from './certificates/status-lists.service.js';
import { ContractEvents } from './contract-events.js';
import { CounterHandover } from './counter/counter-handover.js';
import { ExpertMail } from './experts/expert-mail.js';
import { DeadlinesService } from './deadlines.service.js';
import { ReplaysService } from './replays/replays.service.js';
import { TextJobs } from './text/text-jobs.js';

/** What other domains tell, and this domain's jobs. */
@Injectable()
export class ContractsHandlers {
  constructor(
    private readonly events: ContractEvents,
    private readonly certificates: CertificatesService,
    private readonly texts: TextJobs,
    private readonly lists: StatusListsService,
    private readonly deadlines: DeadlinesService,
    private readonly replays: ReplaysService,
    private readonly reports: ReportDeadlines,
    private readonly handover: CounterHandover,
    private readonly experts: ExpertMail,
  ) {}

  @OnEvent('identity.organisation', 'contracts.projectOrganisation')
  async projectOrganisation(event: DomainEvent<'identity.organisation'>, tx: Tx): Promise<void> {
    await this.events.organisation(event);
    await this.handover.run(event.payload, tx);
  }

  @OnEvent('identity.person', 'contracts.projectPerson')
  projectPerson(event: DomainEvent<'identity.person'>, tx: Tx): Promise<void> {
    return this.events.person(event, tx.now);
  }

  /** A copy by itself: what it is new to is told of everybody from before it (`CatchUp`). */
  @OnEvent('identity.person', 'contracts.projectAddress')
  projectAddress(event: DomainEvent<'identity.person'>, _tx: Tx): Promise<void> {
    return this.events.address(event);
  }

  @OnEvent('discovery.expert', 'contracts.projectExpert')
  projectExpert(event: DomainEvent<'discovery.expert'>, _tx: Tx): Promise<void> {
    return this.events.expert(event);
  }

  @OnEvent('discovery.patent', 'contracts.projectPatent')
  projectPatent(event: DomainEvent<'discovery.patent'>, _tx: Tx): Promise<void> {
    return this.events.patent(event);
  }

  @OnEvent('listings.result', 'contracts.projectResult')
  projectResult(event: DomainEvent<'listings.result'>, _tx: Tx): Promise<void> {
    return this.events.results([event.payload]);
  }

  @OnEvent('listings.resultsImported', 'contracts.projectResults')
  projectResults(event: DomainEvent<'listings.resultsImported'>, _tx: Tx): Promise<void> {
    return this.events.results(event.payload.results);
  }

  @OnEvent('deals.deal', 'contracts.projectDeal')
  projectDeal(event: DomainEvent<'deals.deal'>, _tx: Tx): Promise<void> {
    return this.events.deal(event);
  }

  /** 放假安排 that comes out later moves the deadlines that run. */
  @OnEvent('law.holidays', 'contracts.recountDeadlines')
  async recountDeadlines(_event: DomainEvent<'law.holidays'>, tx: Tx): Promise<void> {
    await this.deadlines.recount(tx);
  }

  @OnJob('contracts.renderCertificate')
  renderCertificate(payload: JobMap['contracts.renderCertificate'], tx: Tx): Promise<void> {
    return this.certificates.issue(payload.contractId, tx);
  }

  /** Every day, so that a list is never older than a day, and when a certificate ended. */
  @Every('contracts.publishStatusList', '5 0 * * *')
  @OnJob('contracts.publishStatusList')
  publishStatusList(_payload: JobMap['contracts.publishStatusList'], tx: Tx): Promise<void> {
    return this.lists.publish(tx);
  }

  @Every('contracts.watchDeadlines', '30 7 * * *')
  @OnJob('contracts.watchDeadlines')
  async watchDeadlines(_payload: JobMap['contracts.watchDeadlines'], tx: Tx): Promise<void> {
    await this.events.watchDeadlines(tx);
    await this.reports.remind(tx);
    await this.experts.remind(tx);
  }

  @OnJob('contracts.mailExpert')
  mailExpert(payload: JobMap['contracts.mailExpert'], _tx: Tx): Promise<void> {
    return this.experts.send(payload);
  }

  @OnJob('contracts.replayRules')
  replayRules(payload: JobMap['contracts.replayRules'], tx: Tx): Promise<void> {
    return this.replays.step(payload.runId, tx);
  }

  @Every('contracts.endStalledReplays', '50 * * * *')
  @OnJob('contracts.endStalledReplays')
  endStalledReplays(_payload: JobMap['contracts.endStalledReplays'], tx: Tx): Promise<void> {
    return this.replays.endStalled(tx);
  }

  @OnJob('contracts.readText', { transaction: false })
  readText(payload: JobMap['contracts.readText'], _tx: Tx): Promise<void> {
    return this.texts.read(payload.fileId);
  }

  @Every('contracts.readWaitingTexts', '10 3 * * *')
  @OnJob('contracts.readWaitingTexts')
  readWaitingTexts(_payload: JobMap['contracts.readWaitingTexts'], tx: Tx): Promise<void> {
    return this.texts.readWaiting(tx);
  }
}

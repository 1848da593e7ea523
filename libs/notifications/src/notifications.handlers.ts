import { Injectable } from '@nestjs/common';
import type { DomainEvent, ExpertsFound, JobMap, MatchesFound, PatentsFound } from '@jihui/events';
import { Every, OnEvent, OnJob, type Tx } from '@jihui/platform';
import type { PairFact, MatchFact } from './core/facts.js';
import { Digests } from './digests.js';
import { NOTICES } from './core/notices.js';
import { NotificationsService } from './notifications.service.js';
import { Projecting } from './projecting.js';
import { occasionOf, Telling } from './telling.js';

/** Who is told of what: the rules stand in core/rules.ts. A rebuilt projection tells nobody anything. */
@Injectable()
export class NotificationsHandlers {
  constructor(
    private readonly telling: Telling,
    private readonly projecting: Projecting,
    private readonly service: NotificationsService,
    private readonly digests: Digests,
  ) {}

  @OnEvent('identity.person', 'notifications.projectPerson')
  projectPerson(event: DomainEvent<'identity.person'>): Promise<void> {
    return this.projecting.person(event.payload, event.version);
  }

  @OnEvent('identity.organisation', 'notifications.tellOrganisation')
  async tellOrganisation(event: DomainEvent<'identity.organisation'>, tx: Tx): Promise<void> {
    await this.projecting.organisation(event.payload, event.version);
    await this.telling.tell(NOTICES.organisation(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('identity.organisationExport', 'notifications.tellOrganisationExport')
  tellOrganisationExport(event: DomainEvent<'identity.organisationExport'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.organisationExport(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('listings.result', 'notifications.tellResult')
  tellResult(event: DomainEvent<'listings.result'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.result(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('listings.need', 'notifications.tellNeed')
  tellNeed(event: DomainEvent<'listings.need'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.need(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('matching.found', 'notifications.tellMatches')
  async tellMatches(event: DomainEvent<'matching.found'>, tx: Tx): Promise<void> {
    for (const match of sidesOf(event.payload))
      await this.telling.tell(
        NOTICES.match(event.action, match),
        { ...occasionOf(event), subjectId: match.id },
        tx,
      );
  }

  @OnEvent('matching.expertsFound', 'notifications.tellExpertMatches')
  async tellExpertMatches(event: DomainEvent<'matching.expertsFound'>, tx: Tx): Promise<void> {
    const occasion = occasionOf(event);
    for (const need of needsIn(event.payload))
      await this.telling.tell(
        NOTICES.needExperts(event.action, need),
        { ...occasion, subjectId: need.id },
        tx,
      );
    for (const expert of expertsIn(event.payload))
      await this.telling.tell(
        NOTICES.expertNeeds(event.action, expert),
        { ...occasion, subjectId: expert.id },
        tx,
      );
  }

  @OnEvent('matching.patentsFound', 'notifications.tellPatentMatches')
  async tellPatentMatches(event: DomainEvent<'matching.patentsFound'>, tx: Tx): Promise<void> {
    const occasion = occasionOf(event);
    for (const need of sidesOfPatents(event.payload, 'need'))
      await this.telling.tell(
        NOTICES.needPatents(event.action, need),
        { ...occasion, subjectId: need.id },
        tx,
      );
    for (const patent of sidesOfPatents(event.payload, 'patent'))
      await this.telling.tell(
        NOTICES.patentNeeds(event.action, patent),
        { ...occasion, subjectId: patent.id },
        tx,
      );
  }

  @OnEvent('listings.searchFound', 'notifications.tellSearch')
  tellSearch(event: DomainEvent<'listings.searchFound'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.search(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('deals.deal', 'notifications.tellDeal')
  tellDeal(event: DomainEvent<'deals.deal'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.deal(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('deals.invitation', 'notifications.tellInvitation')
  tellInvitation(event: DomainEvent<'deals.invitation'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.invitation(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('contracts.contract', 'notifications.tellContract')
  tellContract(event: DomainEvent<'contracts.contract'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.contract(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('contracts.annualReport', 'notifications.tellAnnualReport')
  tellAnnualReport(event: DomainEvent<'contracts.annualReport'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.report(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('contracts.reward', 'notifications.tellReward')
  tellReward(event: DomainEvent<'contracts.reward'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.reward(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('discovery.patent', 'notifications.tellPatent')
  tellPatent(event: DomainEvent<'discovery.patent'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.patent(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('discovery.expert', 'notifications.tellExpert')
  tellExpert(event: DomainEvent<'discovery.expert'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.expert(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('discovery.agency', 'notifications.tellAgency')
  tellAgency(event: DomainEvent<'discovery.agency'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.agency(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('discovery.broker', 'notifications.tellBroker')
  tellBroker(event: DomainEvent<'discovery.broker'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.broker(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('challenges.call', 'notifications.tellCall')
  tellCall(event: DomainEvent<'challenges.call'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.call(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('challenges.project', 'notifications.tellProject')
  tellProject(event: DomainEvent<'challenges.project'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.project(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('challenges.misconduct', 'notifications.tellMisconduct')
  tellMisconduct(event: DomainEvent<'challenges.misconduct'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.misconduct(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('challenges.ban', 'notifications.tellBan')
  tellBan(event: DomainEvent<'challenges.ban'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.ban(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('challenges.reviewer', 'notifications.tellReviewer')
  tellReviewer(event: DomainEvent<'challenges.reviewer'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.reviewer(event.action, event.payload), occasionOf(event), tx);
  }

  @OnEvent('discovery.rating', 'notifications.tellRating')
  tellRating(event: DomainEvent<'discovery.rating'>, tx: Tx): Promise<void> {
    return this.telling.tell(NOTICES.rating(event.action, event.payload), occasionOf(event), tx);
  }

  /** After the night's matching; each person in a transaction of its own. */
  @OnJob('notifications.sendDigests', { transaction: false })
  @Every('notifications.sendDigests', '30 6 * * *')
  sendDigests(_payload: JobMap['notifications.sendDigests']): Promise<void> {
    return this.digests.run();
  }

  @OnJob('notifications.sendMail')
  sendMail({ mailId }: JobMap['notifications.sendMail'], tx: Tx): Promise<void> {
    return this.service.sendMail(mailId, tx);
  }

  @OnJob('notifications.sendLeft', { afterLoss: true })
  sendLeft(_payload: JobMap['notifications.sendLeft'], tx: Tx): Promise<void> {
    return this.service.sendLeft(tx);
  }
}

/** What the owner of each listing is told: the subject's of all that was found, a counterpart's of the subject. */
function sidesOf({ subject, matches }: MatchesFound): MatchFact[] {
  return [
    { ...subject, found: matches },
    ...matches.map(({ kind, id, title, ownerId, score, sharedTerms }) => ({
      kind,
      id,
      title,
      ownerId,
      found: [{ title: subject.title, score, sharedTerms }],
    })),
  ];
}

/** Each need with the experts found for it. */
const needsIn = ({ pairs }: ExpertsFound): PairFact[] =>
  [...new Map(pairs.map(({ need }) => [need.id, need])).values()].map(({ id, title, ownerId }) => ({
    ...{ id, title, toId: ownerId },
    found: pairs
      .filter(({ need }) => need.id === id)
      .map(({ score, sharedTerms }) => ({ title: '', score, sharedTerms })),
  }));

/** Each expert with the needs found for them. */
const expertsIn = ({ pairs }: ExpertsFound): PairFact[] =>
  [...new Map(pairs.map(({ expert }) => [expert.id, expert])).values()].map(({ id, personId }) => ({
    ...{ id, title: '', toId: personId },
    found: pairs
      .filter(({ expert }) => expert.id === id)
      .map(({ need: { title }, score, sharedTerms }) => ({ title, score, sharedTerms })),
  }));

/** Each need with the patents found for it, or each patent with its needs. */
const sidesOfPatents = ({ pairs }: PatentsFound, side: 'need' | 'patent'): PairFact[] => {
  const other = side === 'need' ? 'patent' : 'need';
  return [...new Map(pairs.map((pair) => [pair[side].id, pair[side]])).values()].map(
    ({ id, title, ownerId }) => ({
      ...{ id, title, toId: ownerId },
      found: pairs
        .filter((pair) => pair[side].id === id)
        .map((pair) => ({ title: pair[other].title, score: pair.score, sharedTerms: pair.sharedTerms })),
    }),
  );
};

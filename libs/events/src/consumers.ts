import type { EventType } from './event-map.js';

/** Every domain, in the order in which they migrate. */
export const DOMAIN_NAMES = [
  'identity',
  'law',
  'listings',
  'matching',
  'deals',
  'contracts',
  'discovery',
  'challenges',
  'notifications',
] as const;
export type DomainName = (typeof DOMAIN_NAMES)[number];

/** `<consuming domain>.<handler>`. */
export type HandlerName = `${DomainName}.${string}`;

/**
 * Which handlers consume which event. The relay reads this and nothing else, so that a producer
 * served alone need not hold its consumers' code. Checked against the handlers themselves at boot.
 */
export const CONSUMERS: { readonly [type in EventType]: readonly HandlerName[] } = {
  'identity.organisation': [
    'listings.projectOrganisation',
    'matching.projectOrganisation',
    'deals.projectOrganisation',
    'contracts.projectOrganisation',
    'discovery.projectOrganisation',
    'challenges.projectOrganisation',
    'notifications.tellOrganisation',
  ],
  'identity.person': [
    'deals.projectPerson',
    'contracts.projectPerson',
    'contracts.projectAddress',
    'discovery.projectPerson',
    'challenges.projectPerson',
    'notifications.projectPerson',
  ],
  'identity.organisationExport': ['notifications.tellOrganisationExport'],
  'listings.result': [
    'matching.indexResult',
    'deals.projectResult',
    'deals.projectResultTerm',
    'contracts.projectResult',
    'discovery.projectResult',
    'notifications.tellResult',
  ],
  'listings.need': [
    'matching.indexNeed',
    'deals.projectNeed',
    'deals.projectNeedTerm',
    'challenges.projectNeed',
    'notifications.tellNeed',
  ],
  'listings.resultsImported': [
    'matching.indexResults',
    'deals.projectResults',
    'contracts.projectResults',
    'discovery.projectResults',
  ],
  'listings.needsImported': ['matching.indexNeeds', 'deals.projectNeeds', 'challenges.projectNeeds'],
  'listings.searchFound': ['notifications.tellSearch'],
  'matching.found': ['notifications.tellMatches'],
  'matching.expertsFound': ['notifications.tellExpertMatches'],
  'matching.patentsFound': ['notifications.tellPatentMatches'],
  'deals.deal': [
    'contracts.projectDeal',
    'listings.followDeal',
    'matching.followDeal',
    'discovery.projectDeal',
    'notifications.tellDeal',
  ],
  'deals.commission': ['discovery.projectCommission'],
  'deals.invitation': ['notifications.tellInvitation'],
  'discovery.patent': [
    'listings.projectPatent',
    'contracts.projectPatent',
    'challenges.projectPatent',
    'notifications.tellPatent',
    'matching.indexPatent',
  ],
  'discovery.expert': [
    'contracts.projectExpert',
    'challenges.projectExpert',
    'notifications.tellExpert',
    'matching.projectExpert',
    'deals.projectExpert',
  ],
  'discovery.agency': ['notifications.tellAgency'],
  'discovery.broker': ['notifications.tellBroker'],
  'discovery.rating': ['notifications.tellRating'],
  'challenges.call': ['challenges.projectRelease', 'notifications.tellCall'],
  'challenges.project': ['notifications.tellProject'],
  'challenges.misconduct': ['notifications.tellMisconduct'],
  'challenges.ban': ['notifications.tellBan'],
  'challenges.reviewer': ['notifications.tellReviewer'],
  'challenges.expertReview': ['discovery.projectCallReview'],
  'law.holidays': ['contracts.recountDeadlines'],
  'contracts.annualReport': ['notifications.tellAnnualReport'],
  'contracts.reward': ['notifications.tellReward'],
  'contracts.expertReview': ['discovery.projectReview'],
  'contracts.contract': [
    'deals.followContract',
    'listings.followContract',
    'matching.followContract',
    'discovery.projectContract',
    'challenges.projectContract',
    'notifications.tellContract',
  ],
};

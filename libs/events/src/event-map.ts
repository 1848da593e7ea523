import type {
  BanTold,
  CallSnapshot,
  MisconductReportTold,
  ProjectSnapshot,
  ReviewerTold,
} from './challenges.js';
import type { AnnualReportReminded, ContractSnapshot, RewardSnapshot } from './contracts.js';
import type { CommissionSnapshot, DealSnapshot, ExpertInvitationSnapshot } from './deals.js';
import type {
  AgencySnapshot,
  BrokerSnapshot,
  ExpertSnapshot,
  PatentSnapshot,
  RatingSnapshot,
} from './discovery.js';
import type { OrganisationExportTold, OrganisationSnapshot, PersonSnapshot } from './identity.js';
import type { HolidaysSaved } from './law.js';
import type {
  NeedSnapshot,
  NeedsImported,
  ResultSnapshot,
  ResultsImported,
  SearchFound,
} from './listings.js';
import type { ExpertsFound, MatchesFound, PatentsFound } from './matching.js';
import type { ExpertReviewed } from './reviews.js';

/** Every event type and its payload: the full snapshot that consumers need. */
export interface EventMap {
  'identity.organisation': OrganisationSnapshot;
  'identity.person': PersonSnapshot;
  'identity.organisationExport': OrganisationExportTold;
  'listings.result': ResultSnapshot;
  'listings.need': NeedSnapshot;
  'listings.resultsImported': ResultsImported;
  'listings.needsImported': NeedsImported;
  'listings.searchFound': SearchFound;
  'matching.found': MatchesFound;
  'matching.expertsFound': ExpertsFound;
  'matching.patentsFound': PatentsFound;
  'deals.deal': DealSnapshot;
  'deals.commission': CommissionSnapshot;
  'deals.invitation': ExpertInvitationSnapshot;
  'contracts.contract': ContractSnapshot;
  'contracts.annualReport': AnnualReportReminded;
  'contracts.reward': RewardSnapshot;
  'contracts.expertReview': ExpertReviewed;
  'discovery.patent': PatentSnapshot;
  'discovery.expert': ExpertSnapshot;
  'discovery.agency': AgencySnapshot;
  'discovery.broker': BrokerSnapshot;
  'discovery.rating': RatingSnapshot;
  'challenges.call': CallSnapshot;
  'challenges.project': ProjectSnapshot;
  'challenges.misconduct': MisconductReportTold;
  'challenges.ban': BanTold;
  'challenges.reviewer': ReviewerTold;
  'challenges.expertReview': ExpertReviewed;
  'law.holidays': HolidaysSaved;
}
export type EventType = keyof EventMap;

/** Things that rows name and no list of the export holds, with why. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  Person: 'one’s own people stand among the members; another’s are not one’s own',
  Result: 'one’s own stand in a list of another shape (OwnResult); another’s is its owner’s',
  Need: 'one’s own stand in a list of another shape (OwnNeed); another’s is its owner’s',
  CallBatch: 'the bureau’s',
  Expert: 'a person’s own entry in the bank',
  // docs/roadmap.md says so.
  ConsultationInvitation: 'no list of them yet: each need tells its own',
};

const COPY = 'a copy of what another domain tells';
const PROPOSED = 'computed from what is exported';
const PERSONS = 'a person’s own';
/** docs/roadmap.md says so. */
const NOT_YET = 'no field of the schema tells it to the organisation';

/**
 * Tables with a column that names an organisation: the lists of the export that hold their rows, or why none does. A new one
 * fails the test until it is said here.
 */
export const TABLES: Readonly<Record<string, readonly string[] | string>> = {
  'challenges.ban': ['callBans'],
  'challenges.bid': ['bids'],
  'challenges.bid_upload': 'bytes on their way, of a bid that is not handed in yet',
  'challenges.call': ['calls'],
  'challenges.contract': COPY,
  'challenges.membership': COPY,
  'challenges.need': COPY,
  'challenges.project': ['callProjects'],
  'challenges.question': ['callQuestions'],
  'challenges.recusal_request': NOT_YET,
  'contracts.annual_report': ['annualReports'],
  'contracts.annual_report_reminder': 'that somebody was reminded',
  'contracts.contract': ['contracts'],
  'contracts.patent': COPY,
  'contracts.person': COPY,
  'contracts.person_tie': 'for computing conflicts of interest, a person’s',
  'contracts.proceeding': ['proceedings'],
  'contracts.result': COPY,
  'contracts.reward': ['rewards'],
  'contracts.stand_in': 'a registry’s',
  'deals.brokerage': ['brokerages'],
  'deals.commission_party': ['commissions'],
  'deals.contract': COPY,
  'deals.deal': ['deals'],
  'deals.deal_contact': ['contacts'],
  'deals.deal_file': ['dealFiles'],
  'deals.deal_message': ['messages'],
  'deals.deal_note': ['notes'],
  'deals.disclosure': ['disclosures'],
  'deals.expert': COPY,
  // docs/roadmap.md says so.
  'deals.expert_invitation': 'no list of them yet: each need tells its own',
  'deals.introduction': ['introductions'],
  'deals.listing': COPY,
  'deals.membership': COPY,
  'discovery.agency': ['agencies'],
  'discovery.broker': ['brokers'],
  'discovery.contract': COPY,
  'discovery.deal': COPY,
  'discovery.deal_broker': COPY,
  'discovery.employment': COPY,
  'discovery.expert': PERSONS,
  'discovery.introduction': COPY,
  'discovery.patent': ['patents'],
  'discovery.project': ['projects'],
  'discovery.rating': ['ratings'],
  'discovery.result': COPY,
  'identity.letter': ['letters'],
  'identity.membership': ['members'],
  'identity.organisation_export': 'the exports themselves',
  'listings.deal': COPY,
  'listings.nda_acceptance': NOT_YET,
  'listings.need': ['needs'],
  'listings.result': ['results'],
  'listings.search': PERSONS,
  'matching.expert': COPY,
  'matching.expert_recommendation': ['expertRecommendations'],
  'matching.listing': COPY,
  'matching.patent': COPY,
  'matching.patent_recommendation': PROPOSED,
  'matching.recommendation': ['recommendations'],
  'notifications.membership': COPY,
  'platform.import_run': PERSONS,
};

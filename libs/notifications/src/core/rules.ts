import {
  AGENCY_AUDIENCES,
  BAN_AUDIENCES,
  BROKER_AUDIENCES,
  CALL_AUDIENCES,
  CONTRACT_AUDIENCES,
  MISCONDUCT_AUDIENCES,
  PROJECT_AUDIENCES,
  DEAL_AUDIENCES,
  EXPERT_AUDIENCES,
  EXPERT_NEEDS_AUDIENCES,
  EXPORT_AUDIENCES,
  INVITATION_AUDIENCES,
  LISTING_AUDIENCES,
  MATCH_AUDIENCES,
  NEED_EXPERTS_AUDIENCES,
  ORGANISATION_AUDIENCES,
  PATENT_PAIR_AUDIENCES,
  REPORT_AUDIENCES,
  REWARD_AUDIENCES,
  PATENT_AUDIENCES,
  RATING_AUDIENCES,
  REVIEWER_AUDIENCES,
  SEARCH_AUDIENCES,
  type Audience,
} from './audiences.js';
import type {
  AgencyFact,
  BanFact,
  BrokerFact,
  CallFact,
  ContractFact,
  DealFact,
  ExpertFact,
  ExportFact,
  InvitationFact,
  MisconductFact,
  PairFact,
  ProjectFact,
  ListingFact,
  MatchFact,
  OrganisationFact,
  ReportFact,
  RewardFact,
  PatentFact,
  RatingFact,
  ReviewerFact,
  SearchFact,
} from './facts.js';
import { BAN_TEXTS } from './texts/bans.js';
import { AGENCY_TEXTS, BROKER_TEXTS, RATING_TEXTS } from './texts/brokers.js';
import { CALL_TEXTS } from './texts/calls.js';
import { PROJECT_TEXTS } from './texts/call-projects.js';
import { CONTRACT_TEXTS } from './texts/contracts.js';
import { DEAL_TEXTS } from './texts/deals.js';
import { INVITATION_TEXTS } from './texts/invitations.js';
import { EXPERT_TEXTS, PATENT_TEXTS } from './texts/discovery.js';
import { MISCONDUCT_TEXTS } from './texts/misconduct.js';
import { EXPORT_TEXTS, ORGANISATION_TEXTS } from './texts/identity.js';
import {
  EXPERT_NEEDS_TEXTS,
  MATCH_TEXTS,
  NEED_EXPERTS_TEXTS,
  NEED_PATENTS_TEXTS,
  NEED_TEXTS,
  PATENT_NEEDS_TEXTS,
  RESULT_TEXTS,
  SEARCH_TEXTS,
} from './texts/listings.js';
import { REPORT_TEXTS, REWARD_TEXTS } from './texts/rewards-and-reports.js';
import { REVIEWER_TEXTS } from './texts/reviewers.js';
import type { Text } from './texts/text.js';
import type { Topic } from './topics.js';

/** Who is told of an act, on which topic, with which text. */
export interface Rule<A extends string = string, T extends string = string> {
  readonly to: A;
  readonly topic: Topic;
  readonly text: T;
  /** While the earlier one is unread, a further one takes its place and no mail is sent: for chatter. */
  readonly merges: boolean;
}
export type Table<A extends string = string, T extends string = string> = Readonly<
  Record<string, readonly Rule<A, T>[]>
>;

const on =
  (topic: Topic, merges = false) =>
  <A extends string, T extends string>(text: T, ...audiences: readonly A[]): Rule<A, T>[] =>
    audiences.map((to) => ({ to, topic, text, merges }));

const result = on('RESULT_REVIEW');
const need = on('NEED_REVIEW');
const expiry = on('EXPIRY');
const deal = on('DEAL');
const chatter = on('DEAL', true);
const contract = on('CONTRACT');
const organisation = on('ORGANISATION');
const match = on('MATCH');
/** Collected, and told to each person once a morning. */
const digest = on('DIGEST');
const patent = on('PATENT');
const expert = on('EXPERT');
const broker = on('INTERMEDIARY');
const call = on('CALL');

/** Acts on a result (lifecycle of reference C3). An act that is not named tells nobody. */
export const RESULT_RULES: Table<keyof typeof LISTING_AUDIENCES, keyof typeof RESULT_TEXTS> = {
  submit: result('waitsForUnit', 'owner.transferOfficers'),
  approveByUnit: [...result('waitsForBureau', 'bureau.officers'), ...result('approvedByUnit', 'creator')],
  return: result('returned', 'creator', 'owner.transferOfficers'),
  publish: result('published', 'creator', 'owner.transferOfficers'),
  remind: expiry('expiring', 'creator', 'owner.transferOfficers'),
  expire: expiry('expired', 'creator', 'owner.transferOfficers'),
  lapse: expiry('lapsed', 'creator', 'owner.transferOfficers'),
  takeDown: result('takenDown', 'creator', 'owner.transferOfficers'),
  reinstate: result('reinstated', 'creator', 'owner.transferOfficers'),
};

/** Acts on a need (reference D1). */
export const NEED_RULES: Table<keyof typeof LISTING_AUDIENCES, keyof typeof NEED_TEXTS> = {
  submit: need('waitsForBureau', 'bureau.officers'),
  return: need('returned', 'creator', 'owner.transferOfficers'),
  publish: need('published', 'creator', 'owner.transferOfficers'),
  remind: expiry('expiring', 'creator', 'owner.transferOfficers'),
  expire: expiry('expired', 'creator', 'owner.transferOfficers'),
  takeDown: need('takenDown', 'creator', 'owner.transferOfficers'),
  reinstate: need('reinstated', 'creator', 'owner.transferOfficers'),
  convert: need('converted', 'creator', 'owner.transferOfficers'),
};

/** Acts on a deal (reference D3). Invited brokers learn of nothing but their invitation and the deal's end. */
export const DEAL_RULES: Table<keyof typeof DEAL_AUDIENCES, keyof typeof DEAL_TEXTS> = {
  openDeal: deal('opened', 'sides', 'brokers.joined'),
  introduceDeal: deal('introduced', 'sides', 'brokers.joined'),
  confirmDeal: deal('confirmed', 'sides', 'brokers.joined'),
  signNda: deal('ndaSigned', 'sides'),
  addDealPerson: deal('personAdded', 'sides'),
  inviteBroker: deal('brokerInvited', 'brokers.invited'),
  acceptBrokerage: deal('brokerAccepted', 'sides'),
  declineBrokerage: deal('brokerLeft', 'sides'),
  endBrokerage: deal('brokerLeft', 'sides'),
  discloseDualAgency: deal('dualAgency', 'sides'),
  consentDualAgency: deal('dualAgency', 'brokers.joined'),
  postMessage: chatter('message', 'sides', 'brokers.joined'),
  recordContact: chatter('contact', 'sides', 'brokers.joined'),
  proposePrice: deal('priceProposed', 'sides', 'brokers.joined'),
  acceptPrice: deal('priceAgreed', 'sides', 'brokers.joined'),
  reopenPrice: deal('priceReopened', 'sides', 'brokers.joined'),
  startDisclosure: deal('disclosureStarted', 'sides', 'brokers.joined'),
  raiseObjection: deal('objectionRaised', 'sides', 'brokers.joined'),
  decideObjection: deal('objectionDecided', 'sides', 'brokers.joined'),
  completeDisclosure: deal('disclosureCompleted', 'sides', 'brokers.joined'),
  annulDisclosure: deal('disclosureAnnulled', 'sides', 'brokers.joined'),
  proceedToSigning: deal('readyToSign', 'sides', 'brokers.joined'),
  recordSignature: deal('signatureRecorded', 'sides'),
  confirmSignature: deal('signatureConfirmed', 'sides', 'brokers.joined'),
  rejectSignature: deal('signatureRejected', 'sides'),
  registerContract: deal('registered', 'sides', 'brokers.joined'),
  endRegistration: deal('registrationEnded', 'sides', 'brokers.joined'),
  reverseCommissions: deal('feesReversed', 'sides', 'brokers.joined'),
  closeDeal: deal('closed', 'sides', 'brokers.joined'),
  abandonDeal: deal('abandoned', 'sides', 'brokers.joined', 'brokers.invited'),
};

/** Acts on an application for registration and on the registered contract (reference A4). */
export const CONTRACT_RULES: Table<keyof typeof CONTRACT_AUDIENCES, keyof typeof CONTRACT_TEXTS> = {
  startCounter: contract('enteredAtCounter', 'applicant'),
  handOver: contract('handedOver', 'applicant'),
  submit: contract('submitted', 'registrars'),
  accept: contract('accepted', 'applicant'),
  decline: contract('declined', 'applicant'),
  return: contract('returned', 'applicant'),
  lapse: contract('lapsed', 'applicant'),
  passFirst: contract('firstPassed', 'registrars'),
  proposeRejection: contract('firstPassed', 'registrars'),
  sendBack: contract('sentBack', 'registrars'),
  sendToExperts: contract('withExperts', 'applicant'),
  recordOpinion: contract('opinionRecorded', 'registrars'),
  passSecond: contract('registered', 'applicant', 'parties.confirmed'),
  register: contract('registered', 'applicant', 'parties.confirmed'),
  reopen: contract('reopened', 'registrars'),
  reject: contract('rejected', 'applicant'),
  withdraw: contract('withdrawn', 'registrars.onceAccepted'),
  deadlineNear: contract('deadlineNear', 'registrars'),
  correctionNear: contract('correctionNear', 'applicant'),
  overdue: contract('overdue', 'bureau.administrators', 'registrars'),
  requestChange: [...contract('changeWaits', 'registrars'), ...contract('changeAsked', 'parties.confirmed')],
  requestSupplement: [
    ...contract('supplementWaits', 'registrars'),
    ...contract('supplementAsked', 'parties.confirmed'),
  ],
  requestCancellation: [
    ...contract('cancellationWaits', 'registrars'),
    ...contract('cancellationAsked', 'parties.confirmed'),
  ],
  object: [...contract('objectionWaits', 'registrars'), ...contract('objected', 'applicant')],
  withdrawProceeding: contract('proceedingWithdrawn', 'registrars', 'applicant', 'parties.confirmed'),
  examine: contract('proceedingExamined', 'registrars'),
  returnRequest: contract('requestReturned', 'applicant'),
  refuseRequest: contract('requestRefused', 'applicant', 'parties.confirmed'),
  approveChange: contract('changed', 'applicant', 'parties.confirmed'),
  approveSupplement: contract('supplemented', 'applicant', 'parties.confirmed'),
  approveCancellation: contract('cancelled', 'applicant', 'parties.confirmed'),
  noticeRevocation: [
    ...contract('revocationNoticed', 'applicant'),
    ...contract('revocationPending', 'parties.confirmed'),
  ],
  defend: contract('defended', 'registrars'),
  revoke: contract('revoked', 'applicant', 'parties.confirmed'),
  dropRevocation: contract('revocationDropped', 'applicant', 'parties.confirmed'),
  keepDecision: contract('decisionKept', 'applicant', 'parties.confirmed'),
  redetermine: contract('redetermined', 'applicant', 'parties.confirmed'),
  setAside: [
    ...contract('setAside', 'applicant', 'parties.confirmed'),
    ...contract('setAsideWaits', 'registrars'),
  ],
  proceedingNear: contract('proceedingNear', 'registrars'),
  taxNoticeNear: contract('taxNoticeNear', 'registrars'),
};

/** Reminders of the annual report (reference C4). */
export const REPORT_RULES: Table<keyof typeof REPORT_AUDIENCES, keyof typeof REPORT_TEXTS> = {
  dueNear: expiry('dueNear', 'unit.transferOfficers'),
  overdue: [...expiry('overdue', 'unit.transferOfficers'), ...expiry('unitOverdue', 'bureau.officers')],
};

/** Acts on a plan of reward (促进科技成果转化法第四十三至四十五条): the unit is told of its disclosure. */
export const REWARD_RULES: Table<keyof typeof REWARD_AUDIENCES, keyof typeof REWARD_TEXTS> = {
  disclose: contract('disclosed', 'colleagues'),
  object: contract('objected', 'office'),
  confirm: contract('confirmed', 'rewarded'),
};

/** Acts on an organisation. */
export const ORGANISATION_RULES: Table<keyof typeof ORGANISATION_AUDIENCES, keyof typeof ORGANISATION_TEXTS> =
  {
    register: organisation('waitsForReview', 'bureau.officers'),
    resubmit: organisation('waitsForReview', 'bureau.officers'),
    approve: organisation('approved', 'members'),
    reject: organisation('rejected', 'members'),
    suspend: organisation('suspended', 'members'),
    reinstate: organisation('reinstated', 'members'),
  };

/** Exports of what an organisation owns: all its administrators are told, whoever asked. */
export const EXPORT_RULES: Table<keyof typeof EXPORT_AUDIENCES, keyof typeof EXPORT_TEXTS> = {
  ready: organisation('ready', 'administrators'),
  fail: organisation('failed', 'administrators'),
};

/** Matches found for a listing, automatically or by a broker's hand. */
export const MATCH_RULES: Table<keyof typeof MATCH_AUDIENCES, keyof typeof MATCH_TEXTS> = {
  find: match('found', 'owner.transferOfficers'),
  digest: digest('line', 'owner.transferOfficers'),
  addManual: match('found', 'owner.transferOfficers'),
};

/** Experts found for a need, told to its owner. */
export const NEED_EXPERTS_RULES: Table<keyof typeof NEED_EXPERTS_AUDIENCES, keyof typeof NEED_EXPERTS_TEXTS> =
  { find: match('found', 'owner.transferOfficers'), digest: digest('line', 'owner.transferOfficers') };

/** Needs found for an expert, told to the expert. */
export const EXPERT_NEEDS_RULES: Table<keyof typeof EXPERT_NEEDS_AUDIENCES, keyof typeof EXPERT_NEEDS_TEXTS> =
  { find: match('found', 'self'), digest: digest('line', 'self') };

/** Patents found for a need, told to its owner. */
/** 咨询邀请 of experts for needs. */
export const INVITATION_RULES: Table<keyof typeof INVITATION_AUDIENCES, keyof typeof INVITATION_TEXTS> = {
  inviteConsultation: [...deal('invited', 'expert'), ...deal('invitedForYou', 'owner.transferOfficers')],
  acceptConsultation: deal('accepted', 'inviter', 'owner.transferOfficers'),
  declineConsultation: deal('declined', 'inviter', 'owner.transferOfficers'),
  withdrawConsultation: deal('withdrawn', 'expert'),
};

export const NEED_PATENTS_RULES: Table<keyof typeof PATENT_PAIR_AUDIENCES, keyof typeof NEED_PATENTS_TEXTS> =
  { digest: digest('line', 'owner.transferOfficers') };

/** Needs found for a patent, told to its holder. */
export const PATENT_NEEDS_RULES: Table<keyof typeof PATENT_PAIR_AUDIENCES, keyof typeof PATENT_NEEDS_TEXTS> =
  { digest: digest('line', 'owner.transferOfficers') };

/** What the calendar finds of a patent (libs/discovery). */
export const PATENT_RULES: Table<keyof typeof PATENT_AUDIENCES, keyof typeof PATENT_TEXTS> = {
  warn: patent('due', 'owner.transferOfficers', 'creator'),
  expire: patent('expired', 'owner.transferOfficers', 'creator'),
};

/** Acts on a profile of the expert bank (reference H50). */
export const EXPERT_RULES: Table<keyof typeof EXPERT_AUDIENCES, keyof typeof EXPERT_TEXTS> = {
  submit: expert('waitsForUnit', 'unit.transferOfficers'),
  submitDirectly: expert('waitsForBureau', 'bureau.officers'),
  consent: [...expert('waitsForBureau', 'bureau.officers'), ...expert('consented', 'self')],
  decline: expert('declined', 'self'),
  admit: expert('admitted', 'self'),
  return: expert('returned', 'self'),
  suspend: expert('suspended', 'self'),
  resume: expert('resumed', 'self'),
  remove: expert('removed', 'self'),
};

/** Acts on a broker's entry (reference D4, H18). */
export const BROKER_RULES: Table<keyof typeof BROKER_AUDIENCES, keyof typeof BROKER_TEXTS> = {
  submit: broker('waitsForAgency', 'agency.heads'),
  submitForAgency: broker('waitsForBureau', 'bureau.officers'),
  confirm: [...broker('waitsForBureau', 'bureau.officers'), ...broker('confirmed', 'self')],
  decline: broker('declined', 'self'),
  admit: broker('admitted', 'self'),
  return: broker('returned', 'self'),
  suspend: broker('suspended', 'self'),
  resume: broker('resumed', 'self'),
  remove: broker('removed', 'self'),
  leave: broker('left', 'self'),
  addCredential: broker('recordWaits', 'bureau.officers'),
  addTraining: broker('recordWaits', 'bureau.officers'),
  checkRecord: broker('recordChecked', 'self'),
  lapse: broker('lapsed', 'self'),
  designate: broker('designated', 'self'),
  withdrawDesignation: broker('undesignated', 'self'),
};

/** Acts on an agency's entry (reference H17). */
export const AGENCY_RULES: Table<keyof typeof AGENCY_AUDIENCES, keyof typeof AGENCY_TEXTS> = {
  submit: broker('waits', 'bureau.officers'),
  admit: broker('admitted', 'agency.heads'),
  return: broker('returned', 'agency.heads'),
  suspend: broker('suspended', 'agency.heads'),
  resume: broker('resumed', 'agency.heads'),
  remove: broker('removed', 'agency.heads'),
  designate: broker('designated', 'agency.heads'),
  withdrawDesignation: broker('undesignated', 'agency.heads'),
  recordSupport: broker('supported', 'agency.heads'),
  withdrawSupport: broker('unsupported', 'agency.heads'),
};

/** What is said of a broker by a side of a deal, and what becomes of it. */
export const RATING_RULES: Table<keyof typeof RATING_AUDIENCES, keyof typeof RATING_TEXTS> = {
  rate: broker('rated', 'broker'),
  answer: broker('answered', 'rater'),
  hide: broker('hidden', 'broker', 'rater'),
  show: broker('shown', 'broker', 'rater'),
};

/** Acts on a call (libs/challenges, reference B5). */
export const CALL_RULES: Table<keyof typeof CALL_AUDIENCES, keyof typeof CALL_TEXTS> = {
  submitCall: call('waitsForCounty', 'place.officers'),
  recommendCall: [
    ...call('waitsForCity', 'city.officers'),
    ...call('recommended', 'owner.transferOfficers', 'creator'),
  ],
  passCallFormCheck: call('formChecked', 'owner.transferOfficers', 'creator'),
  returnCall: call('returned', 'owner.transferOfficers', 'creator'),
  recordCallArgument: call('argued', 'owner.transferOfficers', 'creator'),
  declineCall: call('declined', 'owner.transferOfficers', 'creator'),
  startCallNotice: call('noticed', 'owner.transferOfficers', 'creator'),
  completeCallNotice: call('cleared', 'city.officers', 'owner.transferOfficers'),
  publishCall: [
    ...call('published', 'owner.transferOfficers', 'creator'),
    ...call('meantForYou', 'undertaker'),
    ...call('custodian', 'custodians'),
  ],
  extendCallBidding: call('extended', 'owner.transferOfficers', 'undertaker', 'custodians'),
  closeBidding: call('closed', 'custodians', 'city.officers'),
  settleOpening: call('opened', 'city.officers', 'owner.transferOfficers', 'bidders'),
  publishBidQualification: call('qualified', 'owner.transferOfficers', 'bidders'),
  reviseQualification: call('qualificationAnnulled', 'city.officers', 'bidders'),
  drawReviewExperts: call('drawBegun', 'custodians'),
  revealDrawSeeds: call('seedsWait', 'custodians'),
  inviteReviewers: call('invited', 'concerned'),
  askForScores: call('scoresWait', 'concerned'),
  allSheetsIn: call('sheetsIn', 'concerned'),
  askForSignatures: call('minutesWait', 'concerned'),
  deliberateCall: call('awardNoticed', 'owner.transferOfficers', 'bidders'),
  annulAward: call('awardAnnulled', 'city.officers', 'owner.transferOfficers', 'bidders'),
  completeCallAward: call('awarded', 'city.officers', 'owner.transferOfficers', 'bidders'),
  failCall: call('failed', 'owner.transferOfficers', 'city.officers'),
  suspendCall: call('suspended', 'owner.transferOfficers', 'undertaker', 'custodians'),
  resumeCall: call('resumed', 'owner.transferOfficers', 'undertaker', 'custodians'),
  raiseCallObjection: call('objected', 'city.officers'),
  acceptCallObjection: call('objectionAnswered', 'concerned'),
  refuseCallObjection: call('objectionAnswered', 'concerned'),
  extendCallObjection: call('objectionAnswered', 'concerned'),
  decideCallObjection: call('objectionAnswered', 'concerned'),
  annulNotice: call('noticeAnnulled', 'owner.transferOfficers'),
  askCallQuestion: call('asked', 'city.officers', 'owner.transferOfficers'),
  answerCallQuestion: call('questionAnswered', 'concerned'),
  terminateCall: call('terminated', 'owner.transferOfficers', 'undertaker', 'custodians'),
};

/** Acts on a project of a call. */
export const PROJECT_RULES: Table<keyof typeof PROJECT_AUDIENCES, keyof typeof PROJECT_TEXTS> = {
  beginProject: call('projectBegun', 'undertaker', 'owner', 'officers'),
  signProject: call('projectSigned', 'undertaker', 'owner', 'supervisor'),
  lapseProject: call('projectLapsed', 'undertaker', 'owner'),
  reportMilestone: call('milestoneReported', 'officers'),
  assessMilestone: call('milestoneAssessed', 'undertaker', 'owner'),
  inspectProject: call('projectInspected', 'undertaker'),
  alarmOverdueMilestones: call('milestoneOverdue', 'undertaker', 'owner', 'officers', 'supervisor'),
  replaceProjectUndertaker: call('undertakerReplaced', 'undertaker', 'former', 'owner', 'supervisor'),
  alarmLateRegistration: call('registrationLate', 'undertaker', 'owner', 'officers', 'supervisor'),
  alarmLateBenefit: call('benefitLate', 'undertaker', 'owner', 'officers'),
  requestProjectPayment: call('paymentRequested', 'officers'),
  payProject: call('projectPaid', 'undertaker'),
  applyForAcceptance: call('acceptanceApplied', 'officers', 'owner'),
  concludeAcceptance: call('acceptanceConcluded', 'undertaker', 'owner'),
  suspendProject: call('projectSuspended', 'undertaker', 'owner', 'supervisor'),
  resumeProject: call('projectResumed', 'undertaker', 'owner', 'supervisor'),
  terminateProject: call('projectEnded', 'undertaker', 'owner', 'supervisor'),
  eliminateProject: call('projectEnded', 'undertaker', 'owner', 'supervisor'),
  proposeExemption: call('exemptionProposed', 'officers'),
  reviewExemption: call('exemptionReviewed', 'supervisor'),
  decideExemption: call('exemptionDecided', 'undertaker', 'officers'),
  settleProject: call('projectSettled', 'undertaker', 'owner'),
};

/** Steps of a report of misconduct: its handlers and, where it is signed, its reporter; nobody else. */
export const MISCONDUCT_RULES: Table<keyof typeof MISCONDUCT_AUDIENCES, keyof typeof MISCONDUCT_TEXTS> = {
  fileMisconductReport: [...call('misconductReceived', 'handlers'), ...call('misconductTaken', 'reporter')],
  supplementMisconductReport: call('misconductSupplemented', 'handlers'),
  alarmMisconductReport: call('misconductOverdue', 'handlers'),
  acceptMisconductReport: call('misconductAccepted', 'reporter'),
  refuseMisconductReport: call('misconductRefused', 'reporter'),
  askMisconductReporter: call('misconductAsked', 'reporter'),
  extendMisconductReport: call('misconductExtended', 'reporter'),
  concludeMisconductReport: call('misconductConcluded', 'reporter'),
};

/** 失信禁入: whoever it is of. */
export const BAN_RULES: Table<keyof typeof BAN_AUDIENCES, keyof typeof BAN_TEXTS> = {
  imposeCallBan: [
    ...call('banned', 'organisation'),
    ...call('bannedYou', 'person'),
    ...call('bannedOne', 'unit'),
  ],
  liftCallBan: [
    ...call('banLifted', 'organisation'),
    ...call('banLiftedYou', 'person'),
    ...call('banLiftedOne', 'unit'),
  ],
  endCallBan: [
    ...call('banOver', 'organisation'),
    ...call('banOverYou', 'person'),
    ...call('banOverOne', 'unit'),
  ],
};

/** What a panel of experts has for its members afterwards. */
export const REVIEWER_RULES: Table<keyof typeof REVIEWER_AUDIENCES, keyof typeof REVIEWER_TEXTS> = {
  oweReviewFees: call('reviewFeeOwed', 'expert'),
  payReviewFees: call('reviewFeePaid', 'expert'),
  recordReviewCredit: call('reviewCreditRecorded', 'expert'),
  liftReviewCreditEvent: call('reviewCreditLifted', 'expert'),
};

/** What came online and matches a search that somebody saved. */
export const SEARCH_RULES: Table<keyof typeof SEARCH_AUDIENCES, keyof typeof SEARCH_TEXTS> = {
  find: match('found', 'saver'),
};

/** A rule with everything filled in from one fact. */
export interface Notice {
  readonly audiences: readonly Audience[];
  readonly topic: Topic;
  readonly kind: string;
  readonly merges: boolean;
  readonly text: Text;
  /** Of matches: how many were found, and the best score. */
  readonly found: { readonly count: number; readonly best: number };
}

const foundIn = (fact: object): Notice['found'] => {
  const scores = 'found' in fact ? (fact.found as MatchFact['found']).map(({ score }) => score) : [];
  return { count: scores.length, best: Math.max(0, ...scores) };
};

function reader<F extends object, A extends string, T extends string>(
  name: string,
  table: Table<A, T>,
  audiences: Readonly<Record<A, (fact: F) => readonly Audience[]>>,
  texts: Readonly<Record<T, (fact: F) => Text>>,
): (action: string, fact: F) => Notice[] {
  return (action, fact) =>
    (table[action] ?? []).map(({ to, topic, text, merges }) => ({
      audiences: audiences[to](fact),
      topic,
      kind: `${name}.${text}`,
      merges,
      text: texts[text](fact),
      found: foundIn(fact),
    }));
}

/** What is to be told of an act; the first notice that reaches a person is the one they get. */
export const NOTICES: {
  readonly result: (action: string, fact: ListingFact) => Notice[];
  readonly need: (action: string, fact: ListingFact) => Notice[];
  readonly deal: (action: string, fact: DealFact) => Notice[];
  readonly contract: (action: string, fact: ContractFact) => Notice[];
  readonly report: (action: string, fact: ReportFact) => Notice[];
  readonly reward: (action: string, fact: RewardFact) => Notice[];
  readonly organisation: (action: string, fact: OrganisationFact) => Notice[];
  readonly organisationExport: (action: string, fact: ExportFact) => Notice[];
  readonly match: (action: string, fact: MatchFact) => Notice[];
  readonly needExperts: (action: string, fact: PairFact) => Notice[];
  readonly expertNeeds: (action: string, fact: PairFact) => Notice[];
  readonly invitation: (action: string, fact: InvitationFact) => Notice[];
  readonly needPatents: (action: string, fact: PairFact) => Notice[];
  readonly patentNeeds: (action: string, fact: PairFact) => Notice[];
  readonly patent: (action: string, fact: PatentFact) => Notice[];
  readonly expert: (action: string, fact: ExpertFact) => Notice[];
  readonly broker: (action: string, fact: BrokerFact) => Notice[];
  readonly agency: (action: string, fact: AgencyFact) => Notice[];
  readonly call: (action: string, fact: CallFact) => Notice[];
  readonly project: (action: string, fact: ProjectFact) => Notice[];
  readonly misconduct: (action: string, fact: MisconductFact) => Notice[];
  readonly ban: (action: string, fact: BanFact) => Notice[];
  readonly reviewer: (action: string, fact: ReviewerFact) => Notice[];
  readonly rating: (action: string, fact: RatingFact) => Notice[];
  readonly search: (action: string, fact: SearchFact) => Notice[];
} = {
  result: reader('result', RESULT_RULES, LISTING_AUDIENCES, RESULT_TEXTS),
  need: reader('need', NEED_RULES, LISTING_AUDIENCES, NEED_TEXTS),
  deal: reader('deal', DEAL_RULES, DEAL_AUDIENCES, DEAL_TEXTS),
  contract: reader('contract', CONTRACT_RULES, CONTRACT_AUDIENCES, CONTRACT_TEXTS),
  report: reader('report', REPORT_RULES, REPORT_AUDIENCES, REPORT_TEXTS),
  reward: reader('reward', REWARD_RULES, REWARD_AUDIENCES, REWARD_TEXTS),
  organisation: reader('organisation', ORGANISATION_RULES, ORGANISATION_AUDIENCES, ORGANISATION_TEXTS),
  organisationExport: reader('organisationExport', EXPORT_RULES, EXPORT_AUDIENCES, EXPORT_TEXTS),
  match: reader('match', MATCH_RULES, MATCH_AUDIENCES, MATCH_TEXTS),
  needExperts: reader('needExperts', NEED_EXPERTS_RULES, NEED_EXPERTS_AUDIENCES, NEED_EXPERTS_TEXTS),
  expertNeeds: reader('expertNeeds', EXPERT_NEEDS_RULES, EXPERT_NEEDS_AUDIENCES, EXPERT_NEEDS_TEXTS),
  invitation: reader('invitation', INVITATION_RULES, INVITATION_AUDIENCES, INVITATION_TEXTS),
  needPatents: reader('needPatents', NEED_PATENTS_RULES, PATENT_PAIR_AUDIENCES, NEED_PATENTS_TEXTS),
  patentNeeds: reader('patentNeeds', PATENT_NEEDS_RULES, PATENT_PAIR_AUDIENCES, PATENT_NEEDS_TEXTS),
  patent: reader('patent', PATENT_RULES, PATENT_AUDIENCES, PATENT_TEXTS),
  expert: reader('expert', EXPERT_RULES, EXPERT_AUDIENCES, EXPERT_TEXTS),
  broker: reader('broker', BROKER_RULES, BROKER_AUDIENCES, BROKER_TEXTS),
  agency: reader('agency', AGENCY_RULES, AGENCY_AUDIENCES, AGENCY_TEXTS),
  call: reader('call', CALL_RULES, CALL_AUDIENCES, CALL_TEXTS),
  project: reader('project', PROJECT_RULES, PROJECT_AUDIENCES, PROJECT_TEXTS),
  misconduct: reader('misconduct', MISCONDUCT_RULES, MISCONDUCT_AUDIENCES, MISCONDUCT_TEXTS),
  ban: reader('ban', BAN_RULES, BAN_AUDIENCES, BAN_TEXTS),
  reviewer: reader('reviewer', REVIEWER_RULES, REVIEWER_AUDIENCES, REVIEWER_TEXTS),
  rating: reader('rating', RATING_RULES, RATING_AUDIENCES, RATING_TEXTS),
  search: reader('search', SEARCH_RULES, SEARCH_AUDIENCES, SEARCH_TEXTS),
};

import type {
  BAN_AUDIENCES,
  CALL_AUDIENCES,
  MISCONDUCT_AUDIENCES,
  PROJECT_AUDIENCES,
  REVIEWER_AUDIENCES,
} from '../audiences.js';
import type { BAN_TEXTS } from '../texts/bans.js';
import type { PROJECT_TEXTS } from '../texts/call-projects.js';
import type { CALL_TEXTS } from '../texts/calls.js';
import type { MISCONDUCT_TEXTS } from '../texts/misconduct.js';
import type { REVIEWER_TEXTS } from '../texts/reviewers.js';
import { call, type Table } from './rule.js';

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

import type { CONTRACT_AUDIENCES, REPORT_AUDIENCES, REWARD_AUDIENCES } from '../audiences.js';
import type { CONTRACT_TEXTS } from '../texts/contracts.js';
import type { REPORT_TEXTS, REWARD_TEXTS } from '../texts/rewards-and-reports.js';
import { contract, expiry, type Table } from './rule.js';

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

import type { DEAL_AUDIENCES, INVITATION_AUDIENCES } from '../audiences.js';
import type { DEAL_TEXTS } from '../texts/deals.js';
import type { INVITATION_TEXTS } from '../texts/invitations.js';
import { chatter, deal, type Table } from './rule.js';

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

/** 咨询邀请 of experts for needs. */
export const INVITATION_RULES: Table<keyof typeof INVITATION_AUDIENCES, keyof typeof INVITATION_TEXTS> = {
  inviteConsultation: [...deal('invited', 'expert'), ...deal('invitedForYou', 'owner.transferOfficers')],
  acceptConsultation: deal('accepted', 'inviter', 'owner.transferOfficers'),
  declineConsultation: deal('declined', 'inviter', 'owner.transferOfficers'),
  withdrawConsultation: deal('withdrawn', 'expert'),
};

import { allow, Codes, deny, hasRole, isOfficerFor, type Actor, type Check } from '@jihui/kernel';
import { isOpenEnded } from './amounts.js';
import { ContractCodes } from './errors.js';
import type { ContractCase } from './facts.js';
import type { Action } from './lifecycle.js';
import { isClerk, isConflicted } from './sight.js';

const signedIn = (actor: Actor): boolean => actor.kind === 'person';
const unauthenticated = deny('请先登录', Codes.UNAUTHENTICATED);

/** Whose side opened the proceeding that is acted on. */
export const ofOpener: Check<ContractCase> = (actor, subject) => {
  const { proceeding } = subject.facts;
  if (!signedIn(actor)) return unauthenticated;
  if (proceeding === null) return applicantItself(actor, subject);
  if (proceeding.openedBy === 'REGISTRY') return registrar(actor, subject);
  return hasRole(actor, proceeding.organisationId, 'TRANSFER_OFFICER')
    ? allow
    : deny('只有提出的一方可以办理');
};

/** 申请人、合同另一方; the registry records what a tax or finance body objects. */
const objector: Check<ContractCase> = (actor, subject) => {
  if (!signedIn(actor)) return unauthenticated;
  const { contract } = subject;
  const party = [contract.applicantOrganisationId, ...contract.confirmedPartyIds].some((organisationId) =>
    hasRole(actor, organisationId, 'TRANSFER_OFFICER'),
  );
  return party ? allow : registrar(actor, subject);
};

/** The applicant's own people; while it is written at the counter, the clerk as well. */
const applicant: Check<ContractCase> = (actor, subject) =>
  isClerk(actor, subject.contract) ? allow : applicantItself(actor, subject);

const applicantItself: Check<ContractCase> = (actor, { contract }) => {
  if (!signedIn(actor)) return unauthenticated;
  return hasRole(actor, contract.applicantOrganisationId, 'TRANSFER_OFFICER')
    ? allow
    : deny('只有申请单位的技术转移人员或管理员可以办理这份申请');
};

/** 提成补充: only a contract that pays by what is sold has royalties to come. */
const ofRoyalty: Check<ContractCase> = (actor, subject) => {
  const own = applicantItself(actor, subject);
  return own.allowed && !isOpenEnded(subject.contract.form.money)
    ? deny('只有提成支付的合同需要补充登记')
    : own;
};

/** A registrar of the registry or of one above it, who belongs to none of the parties. */
const registrar: Check<ContractCase> = (actor, { contract }) => {
  if (!signedIn(actor)) return unauthenticated;
  const division = contract.registry?.divisionCode;
  if (division === undefined || !isOfficerFor(actor, division, 'REGISTRAR'))
    return deny('只有该登记机构的登记员可以办理');
  return isConflicted(actor, contract)
    ? deny('您所在单位是该合同的一方，应当回避，请交由其他登记员办理', ContractCodes.CONFLICT_OF_INTEREST)
    : allow;
};

/** An absent colleague's review may also be freed by the bureau's administrator. */
const registrarOrBureauAdmin: Check<ContractCase> = (actor, subject) => {
  const division = subject.contract.registry?.divisionCode;
  const admin =
    division !== undefined &&
    isOfficerFor(actor, division, 'ORG_ADMIN') &&
    !isConflicted(actor, subject.contract);
  return admin ? allow : registrar(actor, subject);
};

/** 指派: who does the work is the administrator's of the bureau to say, without a stake in the contract. */
const bureauAdmin: Check<ContractCase> = (actor, { contract }) => {
  if (!signedIn(actor)) return unauthenticated;
  const division = contract.registry?.divisionCode;
  if (division === undefined || !isOfficerFor(actor, division, 'ORG_ADMIN'))
    return deny('只有登记机构的管理员可以指派');
  return isConflicted(actor, contract)
    ? deny('您所在单位是该合同的一方，应当回避', ContractCodes.CONFLICT_OF_INTEREST)
    : allow;
};

export const contractPolicy: { readonly [action in Action]: Check<ContractCase> } = {
  edit: applicant,
  takeOver: applicantItself,
  answer: applicant,
  judge: registrar,
  submit: applicant,
  withdraw: applicant,
  accept: registrar,
  decline: registrar,
  return: registrar,
  lapse: registrar,
  claim: registrar,
  release: registrarOrBureauAdmin,
  assign: bureauAdmin,
  passFirst: registrar,
  proposeRejection: registrar,
  sendBack: registrar,
  sendToExperts: registrar,
  convene: registrar,
  attachOpinion: registrar,
  recordOpinion: registrar,
  passSecond: registrar,
  approve: registrar,
  register: registrar,
  reopen: registrar,
  reject: registrar,
  recordNationalNumber: registrar,
  requestChange: applicantItself,
  requestSupplement: ofRoyalty,
  requestCancellation: applicantItself,
  object: objector,
  withdrawProceeding: ofOpener,
  defend: applicantItself,
  examine: registrar,
  returnRequest: registrar,
  approveChange: registrar,
  approveSupplement: registrar,
  approveCancellation: registrar,
  refuseRequest: registrar,
  noticeRevocation: registrar,
  revoke: registrar,
  dropRevocation: registrar,
  keepDecision: registrar,
  redetermine: registrar,
  setAside: registrar,
};

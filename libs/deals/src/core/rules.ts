import {
  actorId,
  daysBetween,
  legalDayOf,
  say,
  violation,
  type Rule,
  type Violation,
  type Sentence,
} from '@jihui/kernel';
import { DealCodes, type DealCode } from './errors.js';
import type { DealAction } from './lifecycle.js';
import { officerSides, sidesOf } from './sight.js';
import {
  buyerHidden,
  disclosureRequired,
  disclosureSatisfied,
  ndaInForce,
  otherSide,
  partyOf,
  type Deal,
} from './types.js';

const ART_18 = '促进科技成果转化法第十八条';

const wrong = (code: DealCode, sentence: Sentence, path = '', article?: string): Violation =>
  violation(path, code, sentence, article);

const when = (condition: boolean, found: Violation): readonly Violation[] => (condition ? [found] : []);

const notConfirmedYet: Rule<Deal> = (deal, { actor }) =>
  when(
    officerSides(actor, deal).every((side) => partyOf(deal, side).confirmedAt !== null),
    wrong(DealCodes.ALREADY_CONFIRMED, '本单位已确认意向，请等待对方确认'),
  );

/** Where a broker introduced an anonymous need's owner to itself: it alone sees that, and ends it. */
const notItself: Rule<Deal> = ({ seller, buyer }) =>
  when(
    seller.organisationId === buyer.organisationId,
    wrong(DealCodes.SAME_PARTY, '所引荐的双方都是贵单位，不能对接；请终止'),
  );

/** Speaking would give the anonymous need's owner away: it confirms first. */
const shownFirst: Rule<Deal> = (deal, { actor }) => {
  const sides = sidesOf(actor, deal);
  return when(
    buyerHidden(deal) && sides.includes('BUYER') && !sides.includes('SELLER'),
    wrong(DealCodes.HIDDEN_PARTY, '需求是匿名发布的，确认意向后对方才能看到贵单位；请先确认意向'),
  );
};

const ndaUnsigned: Rule<Deal> = (deal, { actor }) =>
  when(
    officerSides(actor, deal).every((side) => partyOf(deal, side).ndaSignedAt !== null),
    wrong(DealCodes.NDA_ALREADY_SIGNED, '本单位已签署保密协议'),
  );

const ndaNotHalfSigned: Rule<Deal> = (deal) =>
  when(
    (deal.seller.ndaSignedAt !== null || deal.buyer.ndaSignedAt !== null) && !ndaInForce(deal),
    wrong(DealCodes.NDA_PENDING, '一方已签署保密协议，须另一方也签署后才能谈价格'),
  );

const answersOther: Rule<Deal> = (deal, { actor }) => {
  const { proposal } = deal;
  if (proposal === null) return [wrong(DealCodes.NO_OPEN_PROPOSAL, '目前没有等待答复的报价')];
  return [
    ...when(
      !officerSides(actor, deal).includes(otherSide(proposal.side)),
      wrong(DealCodes.OWN_PROPOSAL, '这是本单位提出的报价，须由对方接受'),
    ),
    ...when(
      proposal.personId === actorId(actor),
      wrong(DealCodes.SAME_PERSON, '同一人不能既报价又接受，请由对方单位的其他人员办理'),
    ),
  ];
};

const disclosureNeeded: Rule<Deal> = (deal) => [
  ...when(
    !disclosureRequired(deal),
    wrong(
      DealCodes.DISCLOSURE_NOT_REQUIRED,
      '卖方不是国家设立的单位，或不是协议定价，无须公示，可直接进入签署',
    ),
  ),
  ...when(
    disclosureRequired(deal) && disclosureSatisfied(deal),
    wrong(DealCodes.DISCLOSURE_NOT_REQUIRED, '该价格已完成公示，可以签署'),
  ),
];

const gateOpen: Rule<Deal> = (deal) =>
  when(
    !disclosureSatisfied(deal),
    wrong(
      DealCodes.DISCLOSURE_REQUIRED,
      '国家设立的单位协议定价的，须先完成定价公示且无未处理异议，才能签署',
      '',
      ART_18,
    ),
  );

const noOpenObjection: Rule<Deal> = (deal) =>
  when(
    (deal.disclosure?.openObjections ?? 0) > 0,
    wrong(DealCodes.OBJECTION_OPEN, say`还有 ${deal.disclosure?.openObjections ?? 0} 项异议未处理，请先处理`),
  );

const periodOver: Rule<Deal> = (deal, { now }) => {
  const today = legalDayOf(now);
  const endsOn = deal.disclosure?.endsOn ?? today;
  return when(
    today <= endsOn,
    wrong(
      DealCodes.DISCLOSURE_RUNNING,
      say`公示到 ${endsOn} 止（还有 ${daysBetween(today, endsOn) + 1} 天），次日起可以完成公示`,
    ),
  );
};

const confirmsOther: Rule<Deal> = (deal, { actor }) => {
  const { signature } = deal;
  if (signature === null) return [];
  return [
    ...when(
      !officerSides(actor, deal).includes(otherSide(signature.recordedBy)),
      wrong(DealCodes.OWN_SIGNATURE, '签署记录由本单位录入，须由对方单位确认'),
    ),
    ...when(
      signature.recordedByPerson === actorId(actor),
      wrong(DealCodes.SAME_PERSON, '同一人不能既录入又确认签署，请由对方单位的其他人员确认'),
    ),
  ];
};

const none: readonly Rule<Deal>[] = [];

/** What in the deal's own state stands in the way of each action; all of it at once. */
export const dealRules: { readonly [action in DealAction]: readonly Rule<Deal>[] } = {
  confirmDeal: [notConfirmedYet, notItself],
  signNda: [ndaUnsigned],
  addDealPerson: none,
  inviteBroker: [shownFirst],
  proposeCommission: none,
  postMessage: [shownFirst],
  writeNote: none,
  recordContact: [shownFirst],
  uploadFile: none,
  proposePrice: [ndaNotHalfSigned],
  acceptPrice: [answersOther, ndaNotHalfSigned],
  reopenPrice: none,
  startDisclosure: [disclosureNeeded],
  completeDisclosure: [noOpenObjection, periodOver],
  annulDisclosure: none,
  proceedToSigning: [gateOpen],
  recordSignature: [gateOpen],
  confirmSignature: [confirmsOther, gateOpen],
  rejectSignature: none,
  registerContract: none,
  endRegistration: none,
  closeDeal: none,
  abandonDeal: none,
};

import { allow, deny, type Actor, type Check } from '@jihui/kernel';
import type { DealAction } from './lifecycle.js';
import { joinedAgencies, officerSides, sidesOf } from './sight.js';
import type { Deal } from './types.js';

const isSystem = (actor: Actor): boolean => actor.kind === 'system';

const bySide: Check<Deal> = (actor, deal) =>
  officerSides(actor, deal).length > 0
    ? allow
    : deny('只有卖方或买方单位的转移转化负责人、单位管理员可以办理，请联系本单位负责人');

const bySeller: Check<Deal> = (actor, deal) =>
  officerSides(actor, deal).includes('SELLER')
    ? allow
    : deny('只有卖方单位的转移转化负责人、单位管理员可以办理');

const bySellerOrSystem: Check<Deal> = (actor, deal) => (isSystem(actor) ? allow : bySeller(actor, deal));

const inRoom: Check<Deal> = (actor, deal) =>
  sidesOf(actor, deal).length > 0 || joinedAgencies(actor, deal).length > 0
    ? allow
    : deny('只有参与本对接的双方人员和已加入的经纪人可以记录和留言');

const bySideOrBroker: Check<Deal> = (actor, deal) =>
  joinedAgencies(actor, deal).length > 0 ? allow : bySide(actor, deal);

/** A broker may take back its own introduction before both sides have confirmed. */
const bySideOrIntroducer: Check<Deal> = (actor, deal) => {
  const unconfirmed = deal.state === 'LEAD' || deal.state === 'INTEREST';
  const mine = joinedAgencies(actor, deal);
  const introduced = deal.brokers.some((b) => b.invitedBy === null && mine.includes(b.organisationId));
  return unconfirmed && introduced ? allow : bySide(actor, deal);
};

const byRegistry: Check<Deal> = (actor) =>
  isSystem(actor) ? allow : deny('登记情况由技术合同登记结果自动更新');

/** Who does what to a deal. */
export const dealPolicy: { readonly [action in DealAction]: Check<Deal> } = {
  confirmDeal: bySide,
  signNda: bySide,
  addDealPerson: bySide,
  inviteBroker: bySide,
  proposeCommission: bySideOrBroker,
  postMessage: inRoom,
  writeNote: inRoom,
  recordContact: inRoom,
  uploadFile: inRoom,
  proposePrice: bySide,
  acceptPrice: bySide,
  reopenPrice: bySide,
  startDisclosure: bySeller,
  completeDisclosure: bySellerOrSystem,
  annulDisclosure: bySeller,
  proceedToSigning: bySide,
  recordSignature: bySide,
  confirmSignature: bySide,
  rejectSignature: bySide,
  registerContract: byRegistry,
  endRegistration: byRegistry,
  closeDeal: bySide,
  abandonDeal: bySideOrIntroducer,
};

import {
  anonymous,
  system,
  type Actor,
  type Membership,
  type OrganisationKind,
  type Role,
} from '@jihui/kernel';
import type { Brokerage } from '../src/core/brokerage.js';
import type { Commission } from '../src/core/commission.js';
import type { Disclosure, Objection } from '../src/core/disclosure.js';
import type { ExpertInvitation } from '../src/core/invitation.js';
import type { Deal, DealState, PriceTerms } from '../src/core/types.js';

export const SELLER = 'organisation-seller';
export const BUYER = 'organisation-buyer';
export const AGENCY = 'organisation-agency';
export const INTRODUCING_AGENCY = 'organisation-introducer';
export const INVITED_AGENCY = 'organisation-invited';
const BUREAU = 'organisation-bureau';
const ELSEWHERE = 'organisation-elsewhere';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const TODAY = '2026-11-23';
const YESTERDAY = '2026-11-22';
const BEFORE = new Date('2026-11-01T02:00:00Z');

const member = (
  organisationId: string,
  kind: OrganisationKind,
  role: Role,
  divisionCode = '140981',
): Membership => ({
  organisationId,
  kind,
  divisionCode,
  roles: [role],
});
/** A person whose id is the role's name. */
const person = (personId: string, ...memberships: Membership[]): Actor => ({
  kind: 'person',
  personId,
  memberships,
});
const seller = (name: string, role: Role): Actor => person(name, member(SELLER, 'UNIVERSITY', role));
const buyer = (name: string, role: Role): Actor => person(name, member(BUYER, 'ENTERPRISE', role));
const agency = (name: string, organisationId: string, role: Role = 'BROKER'): Actor =>
  person(name, member(organisationId, 'BROKER_AGENCY', role));

/** Everybody who stands in a matrix, by the name of the column. */
export const CAST: Readonly<Record<string, Actor>> = {
  SELLER_OFFICER: seller('SELLER_OFFICER', 'TRANSFER_OFFICER'),
  SELLER_OFFICER_WHO_OBJECTED: seller('OBJECTOR', 'TRANSFER_OFFICER'),
  SELLER_ADMIN: seller('SELLER_ADMIN', 'ORG_ADMIN'),
  SELLER_RESEARCHER: seller('SELLER_RESEARCHER', 'RESEARCHER'),
  SELLER_OTHER_RESEARCHER: seller('SELLER_OTHER_RESEARCHER', 'RESEARCHER'),
  SELLER_MEMBER: seller('SELLER_MEMBER', 'MEMBER'),
  BUYER_OFFICER: buyer('BUYER_OFFICER', 'TRANSFER_OFFICER'),
  BUYER_ADMIN: buyer('BUYER_ADMIN', 'ORG_ADMIN'),
  BUYER_RESEARCHER: buyer('BUYER_RESEARCHER', 'RESEARCHER'),
  BUYER_MEMBER: buyer('BUYER_MEMBER', 'MEMBER'),
  BROKER: agency('BROKER', AGENCY),
  INTRODUCER: agency('INTRODUCER', INTRODUCING_AGENCY),
  INVITED_BROKER: agency('INVITED_BROKER', INVITED_AGENCY),
  AGENCY_BROKER: agency('AGENCY_BROKER', AGENCY),
  AGENCY_ADMIN: agency('AGENCY_ADMIN', AGENCY, 'ORG_ADMIN'),
  AGENCY_MEMBER: agency('AGENCY_MEMBER', AGENCY, 'MEMBER'),
  OTHER_AGENCY_BROKER: agency('OTHER_AGENCY_BROKER', INVITED_AGENCY),
  PAYER_OFFICER: buyer('PAYER_OFFICER', 'TRANSFER_OFFICER'),
  PAYER_ADMIN: buyer('PAYER_ADMIN', 'ORG_ADMIN'),
  PAYER_RESEARCHER: buyer('PAYER_RESEARCHER', 'RESEARCHER'),
  OTHER_SIDE_OFFICER: seller('OTHER_SIDE_OFFICER', 'TRANSFER_OFFICER'),
  BUREAU_OFFICER: person('BUREAU_OFFICER', member(BUREAU, 'BUREAU_CITY', 'OFFICER', '140900')),
  REGISTRAR: person('REGISTRAR', member(BUREAU, 'BUREAU_CITY', 'REGISTRAR', '140900')),
  PLATFORM_ADMIN: person('PLATFORM_ADMIN', member(BUREAU, 'BUREAU_CITY', 'PLATFORM_ADMIN', '140900')),
  OUTSIDER: person('OUTSIDER', member(ELSEWHERE, 'ENTERPRISE', 'ORG_ADMIN')),
  PERSON: person('PERSON'),
  OBJECTOR: person('OBJECTOR'),
  ANONYMOUS: anonymous,
  SYSTEM: system('test'),
};

export const actorNamed = (name: string): Actor => {
  const actor = CAST[name];
  if (actor === undefined) throw new Error(`nobody is called ${name}`);
  return actor;
};

export const TERMS: PriceTerms = {
  cooperationMode: 'TRANSFER',
  total: 100_000_000,
  technical: 80_000_000,
  method: 'AGREEMENT',
  methodEvidence: '',
  basis: '资产评估报告',
  paymentMode: 'LUMP_SUM',
  paymentTerms: '',
  royalty: null,
  note: '',
};

const STATES: readonly DealState[] = [
  'LEAD',
  'INTEREST',
  'CONFIRMED',
  'NEGOTIATING',
  'PRICED',
  'DISCLOSING',
  'READY_TO_SIGN',
  'SIGNATURE_RECORDED',
  'SIGNED',
  'REGISTERED',
  'CLOSED',
];
const reached = (state: DealState, from: DealState): boolean => STATES.indexOf(state) >= STATES.indexOf(from);

/**
 * A deal as it stands in that state when all went well: the buyer asked, the seller proposed the
 * price and recorded the signature, the period of the disclosure is over.
 */
export function aDeal(state: DealState, change: Partial<Deal> = {}): Deal {
  const priced = reached(state, 'PRICED');
  const disclosed = reached(state, 'READY_TO_SIGN');
  const signed = reached(state, 'SIGNATURE_RECORDED');
  const party = (
    organisationId: string,
    confirmed: boolean,
    people: string[],
    stateEstablished: boolean,
  ) => ({
    organisationId,
    name: organisationId,
    divisionCode: '140981',
    stateEstablished,
    confirmedAt: confirmed ? BEFORE : null,
    ndaSignedAt: null,
    people,
  });
  return {
    id: 'deal',
    version: 1,
    code: 'DJ2026-000001',
    title: '对接',
    state,
    cooperationMode: 'TRANSFER',
    origin: 'BUYER',
    openingMessage: '您好',
    resultId: 'result',
    resultTitle: '成果',
    needId: null,
    needTitle: null,
    seller: party(SELLER, reached(state, 'CONFIRMED'), ['SELLER_RESEARCHER'], true),
    buyer: party(BUYER, reached(state, 'INTEREST'), ['BUYER_RESEARCHER'], false),
    buyerAnonymous: false,
    openedAt: BEFORE,
    updatedAt: BEFORE,
    proposal: state === 'NEGOTIATING' ? { id: 'proposal', side: 'SELLER', personId: 'SELLER_OFFICER' } : null,
    price: priced ? { ...TERMS, proposalId: 'proposal' } : null,
    disclosure:
      state === 'DISCLOSING' || disclosed
        ? {
            id: 'disclosure',
            state: disclosed ? 'COMPLETED' : 'RUNNING',
            startsOn: '2026-11-02',
            endsOn: YESTERDAY,
            openObjections: 0,
            proposalId: 'proposal',
          }
        : null,
    signature: signed
      ? {
          signedOn: TODAY,
          place: '忻州',
          effectiveFrom: TODAY,
          effectiveTo: '2029-11-22',
          signatories: ['甲', '乙'],
          fileId: 'file',
          fileSha256: 'a'.repeat(64),
          fileName: '合同.pdf',
          fileSize: 1,
          recordedBy: 'SELLER',
          recordedByPerson: 'SELLER_OFFICER',
          recordedAt: BEFORE,
          confirmedAt: reached(state, 'SIGNED') ? BEFORE : null,
        }
      : null,
    loss: null,
    closingSummary: null,
    brokers: [
      { id: 'b1', organisationId: INTRODUCING_AGENCY, state: 'JOINED', represents: 'NONE', invitedBy: null },
      { id: 'b2', organisationId: AGENCY, state: 'JOINED', represents: 'BUYER', invitedBy: 'BUYER' },
      {
        id: 'b3',
        organisationId: INVITED_AGENCY,
        state: 'INVITED',
        represents: 'SELLER',
        invitedBy: 'SELLER',
      },
    ],
    ...change,
  };
}

/** The same deal of a seller that is no state-established unit: nothing is disclosed. */
export const aPrivateDeal = (state: DealState, change: Partial<Deal> = {}): Deal => {
  const deal = aDeal(state, change);
  return { ...deal, seller: { ...deal.seller, stateEstablished: false }, disclosure: null };
};

export const aDisclosure = (change: Partial<Disclosure> = {}): Disclosure => ({
  id: 'disclosure',
  version: 1,
  code: 'GS2026-000001',
  dealId: 'deal',
  proposalId: 'proposal',
  state: 'RUNNING',
  sellerId: SELLER,
  sellerName: '大学',
  resultName: '成果',
  summary: '摘要',
  conversionMode: 'TRANSFER',
  price: 100_000_000,
  technical: 80_000_000,
  royaltyTerms: '',
  transfereeName: '企业',
  relatedParty: false,
  relation: '',
  basis: '评估报告',
  startsOn: '2026-11-20',
  endsOn: '2026-12-07',
  days: 15,
  dayKind: 'NATURAL',
  requiredDays: 15,
  requiredDaysSource: '国发〔2016〕16号',
  parameterId: 'p',
  channels: ['官网'],
  objectionOffice: '科技处',
  objectionPhone: '0350-3000000',
  completedAt: null,
  annulledReason: null,
  ...change,
});

export const anObjection = (change: Partial<Objection> = {}): Objection => ({
  id: 'objection',
  version: 1,
  disclosureId: 'disclosure',
  state: 'OPEN',
  personId: 'OBJECTOR',
  sellerId: SELLER,
  name: '李四',
  contact: '13800000000',
  reason: '价格明显偏低，请说明定价依据',
  raisedAt: BEFORE,
  decision: null,
  decidedAt: null,
  ...change,
});

export const aBrokerage = (change: Partial<Brokerage> = {}): Brokerage => ({
  id: 'b2',
  version: 1,
  dealId: 'deal',
  state: 'INVITED',
  organisationId: AGENCY,
  organisationName: '经纪机构',
  personId: null,
  represents: 'SELLER',
  invitedBy: 'SELLER',
  message: '',
  dualDisclosedAt: null,
  sellerConsentedAt: null,
  buyerConsentedAt: null,
  endReason: null,
  sellerId: SELLER,
  buyerId: BUYER,
  dealState: 'NEGOTIATING',
  ...change,
});

/** 3 % up to 500,000 元 and 2 % above of the technical part, paid by the buyer (reference D4's vector). */
export const aCommission = (change: Partial<Commission> = {}): Commission => ({
  id: 'commission',
  version: 1,
  dealId: 'deal',
  state: 'PROPOSED',
  terms: {
    base: 'TECHNICAL',
    tiers: [
      { upTo: 50_000_000, rateBasisPoints: 300 },
      { upTo: null, rateBasisPoints: 200 },
    ],
    minimum: null,
    maximum: null,
    sellerShareBasisPoints: 0,
    buyerShareBasisPoints: 10_000,
    trigger: 'FIRST_PAYMENT',
    taxIncluded: true,
    splits: [{ organisationId: AGENCY, shareBasisPoints: 10_000 }],
  },
  parties: [
    { organisationId: BUYER, name: '企业', role: 'BUYER', agreedAt: null },
    { organisationId: AGENCY, name: '经纪机构', role: 'BROKER', agreedAt: BEFORE },
  ],
  proposedAt: BEFORE,
  concluded: null,
  dueSince: null,
  settledOn: null,
  endReason: null,
  dealCode: 'DJ2026-000001',
  dealTitle: '对接',
  dealState: 'SIGNED',
  price: { total: 100_000_000, technical: 80_000_000 },
  ...change,
});

/** Sent by the need's owner to the expert whose account is PERSON. */
export const anInvitation = (change: Partial<ExpertInvitation> = {}): ExpertInvitation => ({
  id: 'invitation',
  version: 1,
  state: 'SENT',
  needId: 'need',
  needTitle: '功率模块散热基板',
  needOwnerId: BUYER,
  anonymous: false,
  expertId: 'expert',
  personId: 'PERSON',
  inviterId: BUYER,
  inviterName: '买方',
  byBroker: false,
  invitedBy: 'BUYER_OFFICER',
  message: '想请教散热基板的选材',
  answer: '',
  dealId: null,
  createdAt: NOW,
  answeredAt: null,
  ...change,
});

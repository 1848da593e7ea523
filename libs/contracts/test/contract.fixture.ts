import type { Actor, Membership, OrganisationKind, Role } from '@jihui/kernel';
import { EMPTY_FORM, type Contract, type ContractForm, type Party } from '../src/core/contract.js';
import type { Expert } from '../src/core/contract.js';
import { newSeat } from '../src/core/experts.js';
import type { CaseFacts, ContractCase } from '../src/core/facts.js';
import { CONTRACT_PARAMETERS, type ContractParameters } from '../src/core/parameters.js';
import { partyOf } from '../src/core/form-patch.js';
import { checklistOf } from '../src/core/rulesets/checklists.js';

const id = (digit: string): string => `00000000-0000-7000-8000-${digit.padStart(12, '0')}`;

export const SELLER = id('a1');
export const BUYER = id('b1');
export const AGENCY = id('c1');
export const STRANGER = id('d1');
export const CITY_BUREAU = id('e1');
export const COUNTY_BUREAU = id('e2');
export const OTHER_COUNTY_BUREAU = id('e3');

export const parameters = Object.fromEntries(
  CONTRACT_PARAMETERS.map(({ key, versions }) => [key, versions.at(-1)?.value]),
) as unknown as ContractParameters;

export const sellerParty: Party = partyOf({
  organisationId: SELLER,
  name: '忻州示范大学',
  identifier: '91330100799655058B',
  divisionCode: '140981',
  nature: '022',
  legalRepresentative: '张校长',
  contactName: '刘转移',
  contactPhone: '0350-3000001',
});
export const buyerParty: Party = partyOf({
  organisationId: BUYER,
  name: '原平光电科技有限公司',
  identifier: '914403001922038216',
  divisionCode: '140981',
  nature: '150',
  legalRepresentative: '王经理',
});

/** The conditions of a class as an applicant meets them, each with its page. */
export const checklistFor = (subclass: string): ContractForm['checklist'] =>
  checklistOf(subclass)
    .filter(({ by }) => by === 'APPLICANT')
    .map(({ id: item }, index) => ({ item, met: true, page: index + 1, clause: '第二条' }));

/** Every condition found met by the first reviewer. */
export const judgementsFor = (subclass: string, by: string): Contract['judgements'] =>
  checklistOf(subclass).map(({ id: item }) => ({ item, stage: 'FIRST', met: true, note: '', by }));

/** A form with nothing left to ask for: patent transfer, 1,000,000 元 with deductions of A6's vector. */
export const completeForm: ContractForm = {
  ...EMPTY_FORM,
  title: '高效光伏组件封装专利权转让',
  subclass: '21',
  sellers: [sellerParty],
  buyers: [buyerParty],
  signedOn: '2026-11-02',
  signedAt: '山西省忻州市',
  effectiveFrom: '2026-11-02',
  effectiveTo: '2028-11-01',
  modelText: true,
  electronic: false,
  content: {
    ...EMPTY_FORM.content,
    summary:
      '卖方将高效光伏组件低应力封装技术的发明专利权转让给买方，技术包括封装胶膜配方、层压工艺窗口与可靠性验证方法，可将组件年衰减率降至百分之零点四以下。',
    techField: '06',
    ipKind: 'INVENTION_PATENT',
    ipRights: [
      {
        kind: 'INVENTION_PATENT',
        title: '一种低应力光伏组件封装方法',
        number: '200310100002X',
        status: 'GRANTED',
        filedOn: '2016-03-01',
        expiresOn: '2036-03-01',
        owners: ['忻州示范大学'],
      },
    ],
    planSource: '5',
    industry: 'C',
    industryDivision: '38',
    socioEconomicGoal: '02',
    trl: 7,
    ownershipClause: '专利权自登记之日起归买方所有，后续改进成果由完成方享有。',
    confidentialityClause: '双方对未公开的工艺参数保密五年。',
    acceptanceClause: '按附件二指标由双方现场验收，并出具验收报告。',
  },
  money: {
    ...EMPTY_FORM.money,
    total: 100_000_000,
    technical: 75_000_000,
    deductions: [
      { kind: 'EQUIPMENT', name: '层压试验台', amount: 20_000_000, clause: '第五条第一款' },
      { kind: 'RAW_MATERIAL', name: '封装胶膜', amount: 5_000_000, clause: '第五条第二款' },
    ],
    carriers: [{ kind: 'SAMPLE', name: '样件', quantity: 2, cost: 3_000_000 }],
    paymentMode: 'INSTALMENTS',
    expectedInvestment: 50_000_000,
    expectedOutput: 300_000_000,
  },
  flags: {
    ...EMPTY_FORM.flags,
    foreign: 'NONE',
    secret: false,
    relatedParties: false,
    planProject: false,
    challengeCall: false,
    pricingMethod: 'AGREEMENT',
  },
  checklist: checklistFor('21'),
  declaration: { truthful: true, signatory: '刘转移', signedOn: '2026-11-20' },
};

/** Three experts of elsewhere who all find it registrable. */
export const wholePanel: readonly Expert[] = ['郝教授', '安研究员', '梁高工'].map((name, index) => ({
  ...newSeat(`019d0000-0000-7000-8000-00000000000${index + 1}`),
  version: 1,
  name,
  unit: '太原某大学',
  title: '教授',
  undertakenOn: '2026-11-20',
  favourable: true,
  opinion: '技术内容明确，属于技术转让。',
}));

export const completeFacts: CaseFacts = {
  applicationDay: '2026-11-23',
  parameters,
  fileKinds: ['CONTRACT_TEXT', 'IP_CERTIFICATE'],
  twins: [],
  texts: [],
  siblings: [],
  relations: [],
  circle: null,
  deal: { pricingMethod: 'AGREEMENT', disclosureCompleted: true },
  applicantUscc: '91330100799655058B',
  applicantStateEstablished: true,
  proceeding: null,
  pending: null,
  evidenceCount: 0,
  deputyId: null,
  objectionUntil: null,
  keptObjectors: [],
};

export const aContract = (change: Partial<Contract> = {}): Contract => ({
  id: id('1'),
  version: 1,
  state: 'DRAFT',
  form: completeForm,
  dealId: null,
  resultId: null,
  needId: null,
  applicantOrganisationId: SELLER,
  applicantPersonId: id('f1'),
  counterIntake: null,
  registry: {
    organisationId: COUNTY_BUREAU,
    divisionCode: '140981',
    name: '原平市科学技术局',
    numberPrefix: '140981',
  },
  confirmedPartyIds: [SELLER, BUYER],
  submittedAt:
    change.state === undefined || change.state === 'DRAFT' ? null : new Date('2026-11-23T01:00:00Z'),
  acceptanceNumber: null,
  acceptedOn: null,
  dueOn: null,
  clockPausedOn: null,
  clockPausedDays: 0,
  ruleSet: null,
  firstReviewerId: null,
  secondReviewerId: null,
  formerReviewerIds: [],
  rejectionProposed: false,
  expertFavourable: null,
  deficiencies: [],
  correctionDueOn: null,
  refusalGrounds: [],
  judgements: judgementsFor('21', id('11')),
  experts: wholePanel,
  answers: [],
  decisionOpinion: null,
  decidedOn: null,
  registrationNumber: null,
  registeredAt: null,
  registeredOn: null,
  nationalRegNo: null,
  certificateVersion: 0,
  createdAt: new Date('2026-11-20T01:00:00Z'),
  updatedAt: new Date('2026-11-20T01:00:00Z'),
  ...change,
});

export const aCase = (change: Partial<Contract> = {}, facts: Partial<CaseFacts> = {}): ContractCase => ({
  contract: aContract(change),
  facts: { ...completeFacts, ...facts },
});

const member = (
  organisationId: string,
  kind: OrganisationKind,
  divisionCode: string,
  ...roles: readonly Role[]
): Membership => ({ organisationId, kind, divisionCode, roles });
const person = (digit: string, ...memberships: readonly Membership[]): Actor => ({
  kind: 'person',
  personId: id(digit),
  memberships,
});

/** One actor of every kind that meets a contract. */
export const actors = {
  anonymous: { kind: 'anonymous' },
  system: { kind: 'system', name: 'test' },
  applicantOfficer: person('f1', member(SELLER, 'UNIVERSITY', '140981', 'MEMBER', 'TRANSFER_OFFICER')),
  applicantAdmin: person('f2', member(SELLER, 'UNIVERSITY', '140981', 'ORG_ADMIN')),
  applicantResearcher: person('f3', member(SELLER, 'UNIVERSITY', '140981', 'RESEARCHER')),
  applicantMember: person('f4', member(SELLER, 'UNIVERSITY', '140981', 'MEMBER')),
  buyerOfficer: person('f5', member(BUYER, 'ENTERPRISE', '140981', 'TRANSFER_OFFICER')),
  strangerOfficer: person('f6', member(STRANGER, 'ENTERPRISE', '140981', 'TRANSFER_OFFICER')),
  broker: person('f7', member(AGENCY, 'BROKER_AGENCY', '140902', 'BROKER')),
  cityRegistrar: person('f8', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'REGISTRAR')),
  countyRegistrar: person('f9', member(COUNTY_BUREAU, 'BUREAU_COUNTY', '140981', 'REGISTRAR')),
  otherCountyRegistrar: person('10', member(OTHER_COUNTY_BUREAU, 'BUREAU_COUNTY', '140921', 'REGISTRAR')),
  firstReviewer: person('11', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'REGISTRAR')),
  deputy: person('16', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'REGISTRAR')),
  clerk: person('17', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'REGISTRAR')),
  conflictedRegistrar: person(
    '12',
    member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'REGISTRAR'),
    member(BUYER, 'ENTERPRISE', '140981', 'MEMBER'),
  ),
  bureauOfficer: person('13', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'OFFICER')),
  bureauAdmin: person('14', member(CITY_BUREAU, 'BUREAU_CITY', '140900', 'ORG_ADMIN')),
  platformAdmin: person('15', member(CITY_BUREAU, 'OTHER', '140900', 'PLATFORM_ADMIN')),
} as const satisfies Readonly<Record<string, Actor>>;
export type Who = keyof typeof actors;

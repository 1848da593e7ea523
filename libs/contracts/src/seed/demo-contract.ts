import { addDays, CONTRACT_SUBCLASSES, formatYuan, type LegalDay } from '@jihui/kernel';
import type {
  DeductionKind,
  FileKind,
  LicenceMode,
  MainIpKind,
  PaymentMode,
  RoyaltyBase,
  RoyaltyTrend,
} from '../core/contract.js';
import type { FormPatch } from '../core/form-patch.js';
import { checklistOf } from '../core/rulesets/checklists.js';
import type { State } from '../core/lifecycle.js';

/** A contract of config/demo/contracts.json; amounts in 万元. */
export interface DemoContract {
  /** clientMutationId with which the application is started: the same id, the same application. */
  readonly startId: string;
  readonly until: State;
  readonly applicant: string;
  readonly buyer: string;
  readonly title: string;
  readonly subclass: keyof typeof CONTRACT_SUBCLASSES;
  readonly licenceMode?: LicenceMode;
  readonly ipKind?: MainIpKind;
  readonly signedDaysAgo: number;
  readonly months: number;
  readonly summary: string;
  readonly techField: string;
  /** Of manufacturing; of general machinery where nothing is said. */
  readonly industryDivision?: string;
  readonly goal: string;
  readonly ownership: string;
  readonly confidentiality: string;
  readonly acceptance: string;
  readonly total: number;
  readonly deductions: readonly {
    readonly kind: DeductionKind;
    readonly name: string;
    readonly amount: number;
    readonly clause: string;
  }[];
  readonly paymentMode: PaymentMode;
  readonly royalty?: {
    readonly base: RoyaltyBase;
    readonly trend: RoyaltyTrend;
    readonly rateBasisPoints: number;
    readonly years: number;
    readonly entryFee: number;
  };
  readonly files: readonly FileKind[];
  /** What the first review returns it for. */
  readonly deficiencies?: readonly {
    readonly path: string;
    readonly message: string;
    readonly article?: string;
  }[];
}

/** What the demo says of one side. */
export interface DemoParty {
  readonly name: string;
  readonly uscc: string;
  readonly divisionCode: string;
  readonly partyNature: string;
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

const WAN = 1_000_000;
const DAYS_A_MONTH = 30;

const party = (side: DemoParty) => ({
  name: side.name,
  identifier: side.uscc,
  divisionCode: side.divisionCode,
  nature: side.partyNature,
  legalRepresentative: side.legalRepresentative,
  contactName: side.contactName,
  contactPhone: side.contactPhone,
});

/** The form as its applicant would fill it in on that day. */
export function demoForm(
  demo: DemoContract,
  seller: DemoParty,
  buyer: DemoParty,
  today: LegalDay,
): FormPatch {
  const signedOn = addDays(today, -demo.signedDaysAgo);
  const deducted = demo.deductions.reduce((sum, { amount }) => sum + amount, 0);
  return {
    title: demo.title,
    subclass: demo.subclass,
    licenceMode: demo.licenceMode ?? null,
    sellers: [party(seller)],
    buyers: [party(buyer)],
    signedOn,
    signedAt: '山西省忻州市',
    effectiveFrom: signedOn,
    effectiveTo: addDays(signedOn, demo.months * DAYS_A_MONTH),
    modelText: true,
    electronic: false,
    language: 'zh',
    content: {
      summary: demo.summary,
      techField: demo.techField,
      ipKind: demo.ipKind ?? 'NONE',
      ipRights:
        demo.ipKind === 'KNOW_HOW'
          ? [{ kind: 'KNOW_HOW', title: demo.title, status: 'GRANTED', owners: [seller.name] }]
          : [],
      planSource: '5',
      industry: 'C',
      industryDivision: demo.industryDivision ?? '34',
      socioEconomicGoal: demo.goal,
      ownershipClause: demo.ownership,
      confidentialityClause: demo.confidentiality,
      acceptanceClause: demo.acceptance,
    },
    money: {
      total: demo.total * WAN,
      technical: (demo.total - deducted) * WAN,
      deductions: demo.deductions.map((each) => ({ ...each, amount: each.amount * WAN })),
      paymentMode: demo.paymentMode,
      royalty: demo.royalty ? { ...demo.royalty, entryFee: demo.royalty.entryFee * WAN } : null,
    },
    flags: {
      foreign: 'NONE',
      secret: false,
      relatedParties: false,
      taxBenefits: [],
      planProject: false,
      challengeCall: false,
      pricingMethod: 'AGREEMENT',
    },
    checklist: checklistOf(demo.subclass)
      .filter(({ by }) => by === 'APPLICANT')
      .map(({ id: item }) => ({ item, met: true, page: 1, clause: '第一条' })),
    declaration: { truthful: true, signatory: seller.contactName },
  };
}

/** The contract's text, paragraph by paragraph. */
export const demoText = (demo: DemoContract, seller: DemoParty, buyer: DemoParty): readonly string[] => [
  `${demo.title}合同`,
  `合同类别：${CONTRACT_SUBCLASSES[demo.subclass]}`,
  `甲方（买方）：${buyer.name}`,
  `乙方（卖方）：${seller.name}`,
  `第一条 标的技术内容：${demo.summary}`,
  `第二条 成果归属：${demo.ownership}`,
  `第三条 保密：${demo.confidentiality}`,
  `第四条 验收：${demo.acceptance}`,
  `第五条 价款：合同总额人民币${formatYuan(demo.total * WAN)}元。${demo.deductions.map(({ name, amount, clause }) => `其中${name}${amount}万元（${clause}）。`).join('')}`,
  '（双方签字盖章页略。本文本为演示数据。）',
];

import { normalisePatentNumber, type Fen, type LegalDay, type LICENCE_MODES } from '@jihui/kernel';
import type { State } from './lifecycle.js';

export type LicenceMode = keyof typeof LICENCE_MODES;
export const IDENTIFIER_KINDS = ['USCC', 'ID_CARD', 'FOREIGN'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];
export type PaymentMode = 'LUMP_SUM' | 'INSTALMENTS' | 'ROYALTY' | 'ENTRY_FEE_ROYALTY' | 'OTHER';
export type DeductionKind = 'EQUIPMENT' | 'INSTRUMENT' | 'PARTS' | 'RAW_MATERIAL' | 'OTHER';
export type CarrierKind = 'DOCUMENT' | 'DISC' | 'SOFTWARE' | 'VARIETY' | 'SAMPLE' | 'EQUIPMENT_SET';
export type RoyaltyBase = 'PRODUCT_PRICE' | 'ADDED_OUTPUT' | 'PROFIT' | 'SALES' | 'OTHER';
export type RoyaltyTrend = 'FIXED' | 'RISING' | 'FALLING';
export type IpKind =
  | 'KNOW_HOW'
  | 'INVENTION_PATENT'
  | 'UTILITY_MODEL'
  | 'DESIGN_PATENT'
  | 'SOFTWARE_COPYRIGHT'
  | 'PLANT_VARIETY'
  | 'IC_LAYOUT'
  | 'BIO_MEDICINE_VARIETY'
  | 'DESIGN_COPYRIGHT';
export type MainIpKind = IpKind | 'NONE';
export type IpStatus = 'PENDING' | 'GRANTED' | 'EXPIRED' | 'ABANDONED' | 'INVALIDATED';
export type ForeignMode = 'NONE' | 'IMPORT' | 'EXPORT';
export type TaxBenefit = 'VAT' | 'CORPORATE_INCOME_TAX' | 'PERSONAL_INCOME_TAX' | 'RND_SUPER_DEDUCTION';
export type PricingMethod = 'AGREEMENT' | 'LISTING' | 'AUCTION';
/** What stands for the contract: its text, or with a government project the task book, or bid and award (规则第38条). */
export type DocumentBasis = 'CONTRACT' | 'TASK_BOOK' | 'BID_AND_AWARD';
export type BrokerPayer = 'SELLER' | 'BUYER' | 'BOTH';

/** 附件类别 (reference A4, Attachments). */
export const FILE_KINDS = {
  CONTRACT_TEXT: '合同文本及附件',
  TASK_BOOK: '政府项目任务书',
  BID_DOCUMENT: '投标文件',
  AWARD_NOTICE: '中标通知书',
  SELLER_IDENTITY: '卖方主体证明',
  UNIT_AUTHORISATION: '法人授权书',
  PROJECT_CONSENT: '政府项目主管部门同意文件',
  LEGAL_APPROVAL: '生产许可或批准文件',
  IP_CERTIFICATE: '知识产权证明',
  KNOW_HOW_STATEMENT: '技术秘密四要件说明',
  CHINESE_COPY: '中文副本及一致性承诺',
  TRADE_LICENCE: '技术进出口许可或登记',
  POWER_OF_ATTORNEY: '代理人授权委托书',
  BROKER_CONTRACT: '中介合同',
  PRICE_DISCLOSURE: '定价公示或进场交易证明',
  EXPERT_OPINION: '专家评审意见',
  OTHER: '其他',
} as const;
export type FileKind = keyof typeof FILE_KINDS;
/** The kinds whose text is read: the contract itself, and its Chinese copy where it is in another language. */
export const TEXT_KINDS: readonly FileKind[] = ['CONTRACT_TEXT', 'CHINESE_COPY'];

/** 合同一方. */
export interface Party {
  readonly organisationId: string | null;
  readonly name: string;
  readonly identifier: string | null;
  readonly identifierKind: IdentifierKind;
  /** 国别, 3-digit customs code; {@link CHINA} is China. */
  readonly country: string;
  readonly divisionCode: string | null;
  readonly nature: string | null;
  readonly legalRepresentative: string | null;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly highTech: boolean | null;
  readonly technologySme: boolean | null;
  readonly listed: boolean | null;
  /** 实际控制人或控股股东, as the applicant states it. */
  readonly controller: string | null;
}
export const CHINA = '142';

export interface Broker {
  readonly organisationId: string | null;
  readonly name: string;
  readonly fee: Fen | null;
  readonly payer: BrokerPayer | null;
}

export interface ContractIpRight {
  readonly kind: MainIpKind;
  readonly title: string;
  readonly number: string | null;
  readonly status: IpStatus;
  readonly filedOn: LegalDay | null;
  readonly expiresOn: LegalDay | null;
  readonly owners: readonly string[];
}
/** The right's number as registers and texts tell it; people enter it as it stands on the certificate. */
export const rightNumberOf = ({ number }: Pick<ContractIpRight, 'number'>): string | null =>
  number === null ? null : normalisePatentNumber(number);

export interface Content {
  readonly summary: string | null;
  readonly techField: string | null;
  readonly ipKind: MainIpKind | null;
  readonly ipRights: readonly ContractIpRight[];
  readonly planSource: string | null;
  readonly projectNumber: string | null;
  /** 门类, by which figures are cut; that of the division where one is stated. */
  readonly industry: string | null;
  /** 大类 of GB/T 4754, 01–97. */
  readonly industryDivision: string | null;
  readonly socioEconomicGoal: string | null;
  readonly trl: number | null;
  readonly ownershipClause: string | null;
  readonly confidentialityClause: string | null;
  readonly acceptanceClause: string | null;
}

export interface Deduction {
  readonly kind: DeductionKind;
  readonly name: string;
  readonly amount: Fen;
  readonly clause: string;
}
/** 合理数量标的物: its cost stays inside the technical amount. */
export interface Carrier {
  readonly kind: CarrierKind;
  readonly name: string;
  readonly quantity: number;
  readonly cost: Fen;
}
export interface Royalty {
  readonly base: RoyaltyBase | null;
  readonly trend: RoyaltyTrend | null;
  /** 1/100 of a percent. */
  readonly rateBasisPoints: number | null;
  readonly years: number | null;
  readonly entryFee: Fen | null;
  readonly cap: Fen | null;
  readonly floor: Fen | null;
}
/** 提成到账 that was registered by a supplement (reference A6). */
export interface RoyaltyReceipt {
  readonly from: LegalDay;
  readonly until: LegalDay;
  readonly receivedOn: LegalDay;
  /** Of this period, 1/100 of a percent. */
  readonly rateBasisPoints: number;
  /** 提成基数 of the period. */
  readonly base: Fen;
  /** The rate's part of the base, before cap and guaranteed minimum. */
  readonly share: Fen;
  /** 补充额: what the registered total grew by. */
  readonly supplement: Fen;
}
export interface Money {
  readonly total: Fen | null;
  readonly technical: Fen | null;
  readonly deductions: readonly Deduction[];
  readonly carriers: readonly Carrier[];
  readonly paymentMode: PaymentMode | null;
  readonly royalty: Royalty | null;
  readonly expectedInvestment: Fen | null;
  readonly expectedOutput: Fen | null;
  readonly lowRatioReason: string | null;
  /** Of a royalty, oldest first. Only a granted supplement adds one: no form that is sent changes them. */
  readonly receipts: readonly RoyaltyReceipt[];
}

export interface Flags {
  readonly foreign: ForeignMode | null;
  readonly foreignLicenceNumber: string | null;
  readonly secret: boolean | null;
  readonly relatedParties: boolean | null;
  readonly taxBenefits: readonly TaxBenefit[];
  readonly planProject: boolean | null;
  readonly challengeCall: boolean | null;
  /** 榜单编号 of the challenge list that the contract answers. */
  readonly challengeNumber: string | null;
  readonly resultRegistrationNumber: string | null;
  readonly pricingMethod: PricingMethod | null;
  /** 混合合同: it also holds another typical contract (sale, work, construction). Null counts as no. */
  readonly mixed: boolean | null;
  /** Null counts as CONTRACT. */
  readonly documentBasis: DocumentBasis | null;
  /** 一致性承诺: the Chinese copy says what the foreign text says. */
  readonly translationFaithful: boolean | null;
}

export interface Declaration {
  readonly truthful: boolean;
  readonly signatory: string;
  readonly signedOn: LegalDay | null;
}

/** One condition of recognition as the applicant sees it met, with where the contract shows it (reference A3). */
export interface ChecklistEntry {
  readonly item: string;
  readonly met: boolean | null;
  readonly page: number | null;
  readonly clause: string | null;
}

/** One condition as a reviewer judged it. */
export interface Judgement {
  readonly item: string;
  readonly stage: 'FIRST' | 'SECOND';
  readonly met: boolean;
  readonly note: string;
  readonly by: string;
}

/** The applicant's explanation of a warning. */
export interface FindingAnswer {
  readonly rule: string;
  readonly path: string;
  /** What the finding said and looked at: when that changes, the answer is one to something else. */
  readonly about: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** What the applicant fills in (技术合同登记表, reference A4). */
export interface ContractForm {
  readonly title: string;
  /** 合同编号 that the parties gave it. */
  readonly contractNumber: string | null;
  readonly subclass: string | null;
  readonly licenceMode: LicenceMode | null;
  readonly sellers: readonly Party[];
  readonly buyers: readonly Party[];
  readonly brokers: readonly Broker[];
  readonly signedOn: LegalDay | null;
  readonly signedAt: string | null;
  readonly effectiveFrom: LegalDay | null;
  readonly effectiveTo: LegalDay | null;
  readonly modelText: boolean | null;
  readonly electronic: boolean | null;
  /** ISO 639-1. */
  readonly language: string | null;
  readonly content: Content;
  readonly money: Money;
  readonly flags: Flags;
  /** 认定条件自查. */
  readonly checklist: readonly ChecklistEntry[];
  readonly declaration: Declaration | null;
}

export interface Registry {
  readonly organisationId: string;
  readonly divisionCode: string;
  readonly name: string;
  /** Six digits that its numbers carry after the year. */
  readonly numberPrefix: string;
}

export interface Deficiency {
  readonly path: string;
  readonly message: string;
  readonly article: string | null;
  /** 首次未告知的原因, where it could have been told at an earlier return. */
  readonly lateReason?: string | null;
}

/** 窗口代办: entered by a registrar from the seller's paper. */
export interface CounterIntake {
  readonly clerkId: string;
  /** Who came, and with which papers. */
  readonly note: string;
  /** When the seller took it over; from then on the clerk does not write. */
  readonly takenOverAt: Date | null;
}

/**
 * 评审专家 of one contract, with the undertaking given and the opinion (reference A4, expert review). Whoever was
 * invited and came with an account undertakes and speaks there; of the others the registrar records what stands on paper.
 */
export interface Expert {
  /** 席位: the same while the expert stays on the panel. */
  readonly id: string;
  /** Goes up by one at every change of this seat. */
  readonly version: number;
  /** Whose entry of the expert bank it is; null for one named by hand. */
  readonly expertId: string | null;
  /** The account of that entry, which alone may take the seat. */
  readonly accountId: string | null;
  readonly name: string;
  /** 工作单位: none of the contract's parties. */
  readonly unit: string;
  /** 职称或职务. */
  readonly title: string;
  /** Where the invitation goes; null for an expert who is heard on paper. */
  readonly email: string | null;
  /** Instant of the last invitation. */
  readonly invitedAt: string | null;
  /** 意见截止日 as it was told. */
  readonly answerBy: LegalDay | null;
  /** The account that took the seat. */
  readonly personId: string | null;
  /** 承诺书签署日: of confidentiality and of having no stake; null while it is not given. */
  readonly undertakenOn: LegalDay | null;
  /** Whether this expert finds it registrable; null while there is no opinion. */
  readonly favourable: boolean | null;
  readonly opinion: string;
  /** Instant at which the expert signed the opinion with the account; null for what came on paper. */
  readonly signedAt: string | null;
  /** 回避: why the expert withdrew, declared or found; such a seat counts no more. */
  readonly recusal: string | null;
}

/** A registration application and, later, the registered contract. */
export interface Contract {
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly form: ContractForm;
  readonly dealId: string | null;
  readonly resultId: string | null;
  readonly needId: string | null;
  readonly applicantOrganisationId: string;
  readonly applicantPersonId: string;
  readonly counterIntake: CounterIntake | null;
  readonly registry: Registry | null;
  /** Organisations whose signature the deal has confirmed. */
  readonly confirmedPartyIds: readonly string[];
  readonly submittedAt: Date | null;
  readonly acceptanceNumber: string | null;
  readonly acceptedOn: LegalDay | null;
  readonly dueOn: LegalDay | null;
  /** Day of the return for correction, while a clock that pauses rests. */
  readonly clockPausedOn: LegalDay | null;
  /** Days for which the clock rested, in its own unit. */
  readonly clockPausedDays: number;
  readonly ruleSet: string | null;
  readonly firstReviewerId: string | null;
  readonly secondReviewerId: string | null;
  /** Who reviewed before an objection reopened the review: they have no part in it any more. */
  readonly formerReviewerIds: readonly string[];
  readonly rejectionProposed: boolean;
  readonly expertFavourable: boolean | null;
  readonly deficiencies: readonly Deficiency[];
  /** 补正期限: the last day for what a return asks; null while nothing is asked. */
  readonly correctionDueOn: LegalDay | null;
  readonly refusalGrounds: readonly string[];
  /** 认定条件核对 of the present round of review. */
  readonly judgements: readonly Judgement[];
  /** 专家组 of the present expert review, or of the last one. */
  readonly experts: readonly Expert[];
  readonly answers: readonly FindingAnswer[];
  readonly decisionOpinion: string | null;
  /** Day of the last decision on it, from which the time for an objection runs. */
  readonly decidedOn: LegalDay | null;
  readonly registrationNumber: string | null;
  readonly registeredAt: Date | null;
  readonly registeredOn: LegalDay | null;
  readonly nationalRegNo: string | null;
  /** 0 before registration. */
  readonly certificateVersion: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const classOf = (subclass: string | null): string | null => subclass?.slice(0, 1) ?? null;
/** 转让或许可: the classes that dispose of a right (民法典第862条). */
export const disposesOfRight = (subclass: string | null): boolean =>
  ['2', '3'].includes(classOf(subclass) ?? '');

/** Every organisation of the platform on either side or between them. */
export const organisationIdsOf = (form: ContractForm): readonly string[] => [
  ...new Set(
    [...form.sellers, ...form.buyers, ...form.brokers].flatMap(({ organisationId }) =>
      organisationId === null ? [] : [organisationId],
    ),
  ),
];

export const EMPTY_FORM: ContractForm = {
  title: '',
  contractNumber: null,
  subclass: null,
  licenceMode: null,
  sellers: [],
  buyers: [],
  brokers: [],
  signedOn: null,
  signedAt: null,
  effectiveFrom: null,
  effectiveTo: null,
  modelText: null,
  electronic: null,
  language: 'zh',
  content: {
    summary: null,
    techField: null,
    ipKind: null,
    ipRights: [],
    planSource: null,
    projectNumber: null,
    industry: null,
    industryDivision: null,
    socioEconomicGoal: null,
    trl: null,
    ownershipClause: null,
    confidentialityClause: null,
    acceptanceClause: null,
  },
  money: {
    total: null,
    technical: null,
    deductions: [],
    carriers: [],
    paymentMode: null,
    royalty: null,
    expectedInvestment: null,
    expectedOutput: null,
    lowRatioReason: null,
    receipts: [],
  },
  flags: {
    foreign: null,
    foreignLicenceNumber: null,
    secret: null,
    relatedParties: null,
    taxBenefits: [],
    planProject: null,
    challengeCall: null,
    challengeNumber: null,
    resultRegistrationNumber: null,
    pricingMethod: null,
    mixed: null,
    documentBasis: null,
    translationFaithful: null,
  },
  checklist: [],
  declaration: null,
};

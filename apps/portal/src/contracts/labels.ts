import { useNameOf } from '../api/city.js';
import type { StatusTone } from '../design/StatusTag.js';
import type {
  BrokerPayer,
  CarrierKind,
  ContractFileKind,
  ContractIpKind,
  ContractIpStatus,
  ContractReviewStage,
  ContractReviewVerdict,
  ContractState,
  DeadlineColour,
  DeductionKind,
  ForeignMode,
  LicenceMode,
  PartyIdentifierKind,
  PaymentMode,
  PricingMethod,
  RoyaltyBase,
  RoyaltyTrend,
  TaxBenefit,
} from '../gql/graphql.js';
import { useWords, words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

const zhClasses: Names<string> = {
  '1': '技术开发',
  '2': '技术转让',
  '3': '技术许可',
  '4': '技术咨询',
  '5': '技术服务',
};
const enClasses: Names<string> = {
  '1': 'Development',
  '2': 'Transfer',
  '3': 'Licence',
  '4': 'Consulting',
  '5': 'Service',
};

/** 合同类别 in the language of the page; — where none is stated yet. */
export function useClassName(): (of: { readonly contractClass: string | null }) => string {
  const classes = useWords(contractLabels).class;
  return ({ contractClass }) => (contractClass === null ? '—' : (classes[contractClass] ?? contractClass));
}

type Said = string | null | undefined;

/** 合同类别 and 子类 in the language of the page; empty where none is stated yet. */
export function useKindName(): (of: {
  readonly contractClass?: Said;
  readonly className?: Said;
  readonly subclass?: Said;
  readonly subclassName?: Said;
}) => string {
  const nameOf = useNameOf();
  return ({ contractClass, className, subclass, subclassName }) =>
    [
      nameOf('contractClasses', contractClass, className),
      nameOf('contractSubclasses', subclass, subclassName),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The words of the contracts' codes. */
export const contractLabels = words(
  {
    state: {
      DRAFT: '草稿',
      SUBMITTED: '已提交，待受理',
      ACCEPTED: '已受理，待初审',
      RETURNED: '退回补正',
      NOT_ACCEPTED: '不予受理',
      FIRST_REVIEW: '初审中',
      SECOND_REVIEW: '复核中',
      EXPERT_REVIEW: '专家评审中',
      APPROVED: '复核通过，待登记',
      REGISTERED: '已登记',
      CHANGE_PENDING: '变更办理中',
      SUPPLEMENT_PENDING: '提成补充办理中',
      CANCEL_PENDING: '注销办理中',
      REVOCATION_PENDING: '撤销告知中',
      OBJECTION_PENDING: '认定异议处理中',
      CANCELLED: '已注销',
      REVOKED: '已撤销',
      REJECTED: '不予登记',
      REJECTION_OBJECTED: '不予登记异议处理中',
      WITHDRAWN: '已撤回',
    } satisfies Names<ContractState>,
    class: zhClasses,
    licence: {
      EXCLUSIVE: '独占',
      SOLE: '排他',
      ORDINARY: '普通',
      OPEN: '开放许可',
      CROSS: '交叉',
      SUB: '分许可',
    } satisfies Names<LicenceMode>,
    identifier: {
      USCC: '统一社会信用代码',
      ID_CARD: '居民身份证',
      FOREIGN: '境外登记号或护照',
    } satisfies Names<PartyIdentifierKind>,
    payer: { SELLER: '卖方', BUYER: '买方', BOTH: '双方' } satisfies Names<BrokerPayer>,
    ip: {
      INVENTION_PATENT: '发明专利',
      UTILITY_MODEL: '实用新型专利',
      DESIGN_PATENT: '外观设计专利',
      SOFTWARE_COPYRIGHT: '计算机软件著作权',
      PLANT_VARIETY: '植物新品种',
      IC_LAYOUT: '集成电路布图设计',
      BIO_MEDICINE_VARIETY: '生物、医药新品种',
      DESIGN_COPYRIGHT: '设计著作权',
      KNOW_HOW: '技术秘密',
      NONE: '未涉及知识产权',
    } satisfies Names<ContractIpKind>,
    ipStatus: {
      PENDING: '申请中',
      GRANTED: '有效',
      EXPIRED: '已到期或失效',
      ABANDONED: '已放弃或撤回',
      INVALIDATED: '已宣告无效',
    } satisfies Names<ContractIpStatus>,
    payment: {
      LUMP_SUM: '一次总付',
      INSTALMENTS: '一次总算分期支付',
      ROYALTY: '提成支付',
      ENTRY_FEE_ROYALTY: '提成附加预付入门费',
      OTHER: '其他',
    } satisfies Names<PaymentMode>,
    deduction: {
      EQUIPMENT: '设备',
      INSTRUMENT: '仪器',
      PARTS: '零部件',
      RAW_MATERIAL: '原材料',
      OTHER: '其他非技术性费用',
    } satisfies Names<DeductionKind>,
    carrier: {
      DOCUMENT: '技术文件',
      DISC: '磁盘、光盘',
      SOFTWARE: '软件',
      VARIETY: '动植物新品种、微生物菌种',
      SAMPLE: '样品、样机',
      EQUIPMENT_SET: '成套技术设备、试验装置',
    } satisfies Names<CarrierKind>,
    royaltyBase: {
      PRODUCT_PRICE: '产品价格',
      ADDED_OUTPUT: '新增产值',
      PROFIT: '利润',
      SALES: '销售额',
      OTHER: '其他',
    } satisfies Names<RoyaltyBase>,
    royaltyTrend: { FIXED: '固定', RISING: '逐年递增', FALLING: '逐年递减' } satisfies Names<RoyaltyTrend>,
    foreign: { NONE: '否', IMPORT: '技术进口', EXPORT: '技术出口' } satisfies Names<ForeignMode>,
    tax: {
      VAT: '增值税',
      CORPORATE_INCOME_TAX: '企业所得税',
      PERSONAL_INCOME_TAX: '个人所得税',
      RND_SUPER_DEDUCTION: '研发费用加计扣除',
    } satisfies Names<TaxBenefit>,
    documentBasis: { CONTRACT: '合同', TASK_BOOK: '政府项目任务书', BID_AND_AWARD: '投标文件和中标通知书' },
    pricing: { AGREEMENT: '协议定价', LISTING: '挂牌交易', AUCTION: '拍卖' } satisfies Names<PricingMethod>,
    file: {
      CONTRACT_TEXT: '合同文本及附件',
      TASK_BOOK: '政府项目任务书',
      BID_DOCUMENT: '投标文件',
      AWARD_NOTICE: '中标通知书',
      SELLER_IDENTITY: '卖方主体证明（首次登记）',
      UNIT_AUTHORISATION: '法人授权书（内设机构或课题组签订）',
      PROJECT_CONSENT: '政府项目主管部门同意',
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
    } satisfies Names<ContractFileKind>,
    stage: {
      ACCEPTANCE: '受理',
      FIRST: '初审',
      SECOND: '复核',
      EXPERT: '专家评审',
    } satisfies Names<ContractReviewStage>,
    verdict: {
      PASS: '通过',
      PROPOSE_REJECTION: '建议不予登记',
      RETURN: '退回补正',
      REJECT: '不予登记',
      SEND_BACK: '退回初审',
      TO_EXPERTS: '提交专家评审',
      UNFAVOURABLE: '专家意见为不予认定',
      REOPEN: '撤回复核意见',
    } satisfies Names<ContractReviewVerdict>,
    colour: { GREEN: '期限充裕', AMBER: '临近到期', RED: '今天到期或已超期' } satisfies Names<DeadlineColour>,
  },
  {
    state: {
      DRAFT: 'Draft',
      SUBMITTED: 'Submitted',
      ACCEPTED: 'Accepted, to review',
      RETURNED: 'Returned for correction',
      NOT_ACCEPTED: 'Not accepted',
      FIRST_REVIEW: 'First review',
      SECOND_REVIEW: 'Second review',
      EXPERT_REVIEW: 'Expert review',
      APPROVED: 'Approved, to be registered',
      REGISTERED: 'Registered',
      CHANGE_PENDING: 'Change being decided',
      SUPPLEMENT_PENDING: 'Supplement being decided',
      CANCEL_PENDING: 'Cancellation being decided',
      REVOCATION_PENDING: 'Revocation noticed',
      OBJECTION_PENDING: 'Under objection',
      CANCELLED: 'Cancelled',
      REVOKED: 'Revoked',
      REJECTED: 'Rejected',
      REJECTION_OBJECTED: 'Rejection under objection',
      WITHDRAWN: 'Withdrawn',
    },
    class: enClasses,
    licence: {
      EXCLUSIVE: 'Exclusive',
      SOLE: 'Sole',
      ORDINARY: 'Ordinary',
      OPEN: 'Open licence',
      CROSS: 'Cross licence',
      SUB: 'Sub-licence',
    },
    identifier: {
      USCC: 'Unified social credit code',
      ID_CARD: 'Identity card',
      FOREIGN: 'Foreign number or passport',
    },
    payer: { SELLER: 'Seller', BUYER: 'Buyer', BOTH: 'Both' },
    ip: {
      INVENTION_PATENT: 'Invention patent',
      UTILITY_MODEL: 'Utility model',
      DESIGN_PATENT: 'Design patent',
      SOFTWARE_COPYRIGHT: 'Software copyright',
      PLANT_VARIETY: 'Plant variety',
      IC_LAYOUT: 'IC layout',
      BIO_MEDICINE_VARIETY: 'New biological or medical variety',
      DESIGN_COPYRIGHT: 'Design copyright',
      KNOW_HOW: 'Know-how',
      NONE: 'No intellectual property',
    },
    ipStatus: {
      PENDING: 'Pending',
      GRANTED: 'In force',
      EXPIRED: 'Expired or lapsed',
      ABANDONED: 'Abandoned or withdrawn',
      INVALIDATED: 'Invalidated',
    },
    payment: {
      LUMP_SUM: 'Lump sum',
      INSTALMENTS: 'Fixed sum in instalments',
      ROYALTY: 'Royalty',
      ENTRY_FEE_ROYALTY: 'Entry fee and royalty',
      OTHER: 'Other',
    },
    deduction: {
      EQUIPMENT: 'Equipment',
      INSTRUMENT: 'Instruments',
      PARTS: 'Parts',
      RAW_MATERIAL: 'Raw material',
      OTHER: 'Other non-technical cost',
    },
    carrier: {
      DOCUMENT: 'Documents',
      DISC: 'Discs',
      SOFTWARE: 'Software',
      VARIETY: 'New varieties and strains',
      SAMPLE: 'Samples and prototypes',
      EQUIPMENT_SET: 'Complete equipment, test rigs',
    },
    royaltyBase: {
      PRODUCT_PRICE: 'Product price',
      ADDED_OUTPUT: 'Added output',
      PROFIT: 'Profit',
      SALES: 'Sales',
      OTHER: 'Other',
    },
    royaltyTrend: { FIXED: 'Fixed', RISING: 'Rising each year', FALLING: 'Falling each year' },
    foreign: { NONE: 'No', IMPORT: 'Import of technology', EXPORT: 'Export of technology' },
    tax: {
      VAT: 'Value-added tax',
      CORPORATE_INCOME_TAX: 'Corporate income tax',
      PERSONAL_INCOME_TAX: 'Personal income tax',
      RND_SUPER_DEDUCTION: 'R&D super deduction',
    },
    documentBasis: { CONTRACT: 'Contract', TASK_BOOK: 'Task book', BID_AND_AWARD: 'Bid and award' },
    pricing: { AGREEMENT: 'By agreement', LISTING: 'By listing', AUCTION: 'By auction' },
    file: {
      CONTRACT_TEXT: 'Contract with annexes',
      TASK_BOOK: 'Task book of the government project',
      BID_DOCUMENT: 'Bid',
      AWARD_NOTICE: 'Notice of award',
      SELLER_IDENTITY: 'Seller’s identity (first registration)',
      UNIT_AUTHORISATION: 'Authorisation by the legal person',
      PROJECT_CONSENT: 'Consent of the project’s authority',
      LEGAL_APPROVAL: 'Production licence or approval',
      IP_CERTIFICATE: 'Certificates of rights',
      KNOW_HOW_STATEMENT: 'Statement on know-how',
      CHINESE_COPY: 'Chinese copy with undertaking',
      TRADE_LICENCE: 'Import or export licence',
      POWER_OF_ATTORNEY: 'Power of attorney',
      BROKER_CONTRACT: 'Broker contract',
      PRICE_DISCLOSURE: 'Proof of price disclosure',
      EXPERT_OPINION: 'Expert opinion',
      OTHER: 'Other',
    },
    stage: {
      ACCEPTANCE: 'Acceptance',
      FIRST: 'First review',
      SECOND: 'Second review',
      EXPERT: 'Expert review',
    },
    verdict: {
      PASS: 'Passed',
      PROPOSE_REJECTION: 'Rejection proposed',
      RETURN: 'Returned',
      REJECT: 'Rejected',
      SEND_BACK: 'Sent back',
      TO_EXPERTS: 'To experts',
      UNFAVOURABLE: 'Experts advise against',
      REOPEN: 'Opinion withdrawn',
    },
    colour: { GREEN: 'In good time', AMBER: 'Due soon', RED: 'Due or overdue' },
  },
);

export const contractTones: Readonly<Record<ContractState, StatusTone>> = {
  DRAFT: 'rest',
  SUBMITTED: 'moving',
  ACCEPTED: 'moving',
  RETURNED: 'attention',
  NOT_ACCEPTED: 'refused',
  FIRST_REVIEW: 'moving',
  SECOND_REVIEW: 'moving',
  EXPERT_REVIEW: 'moving',
  APPROVED: 'moving',
  REGISTERED: 'good',
  CHANGE_PENDING: 'moving',
  SUPPLEMENT_PENDING: 'moving',
  CANCEL_PENDING: 'moving',
  REVOCATION_PENDING: 'attention',
  OBJECTION_PENDING: 'attention',
  CANCELLED: 'ended',
  REVOKED: 'refused',
  REJECTED: 'refused',
  REJECTION_OBJECTED: 'attention',
  WITHDRAWN: 'ended',
};

export const colourTones: Readonly<Record<DeadlineColour, StatusTone>> = {
  GREEN: 'moving',
  AMBER: 'attention',
  RED: 'refused',
};

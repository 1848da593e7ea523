import { CONTRACT_SUBCLASSES, formatYuan, LICENCE_MODES, READ_STATUS } from '@jihui/kernel';
import type { Proposal, ProposalField } from './proposals.js';
import { READ_NOTES, type Reading } from './reading.js';

/** Names of the fields as the form calls them. */
export const FIELD_LABELS: { readonly [field in ProposalField]: string } = {
  title: '项目名称',
  subclass: '合同类别',
  licenceMode: '许可方式',
  sellers: '卖方',
  buyers: '买方',
  signedOn: '合同签订日期',
  signedAt: '签订地点',
  effectiveFrom: '有效期起',
  effectiveTo: '有效期止',
  'money.total': '合同成交总额',
  'money.technical': '技术交易额',
  'money.deductions': '非技术性费用',
  'money.paymentMode': '支付方式',
  'money.royalty.rateBasisPoints': '提成比例',
  'money.royalty.years': '提成年限',
  'money.royalty.entryFee': '入门费',
  'money.royalty.base': '提成基数',
  'content.ipRights': '权利清单',
  'content.projectNumber': '项目编号',
  'content.ownershipClause': '成果归属约定',
  'content.confidentialityClause': '保密约定',
  'content.acceptanceClause': '验收标准与方式',
};

const PAYMENT_MODES = {
  LUMP_SUM: '一次总付',
  INSTALMENTS: '一次总算分期支付',
  ROYALTY: '提成支付',
  ENTRY_FEE_ROYALTY: '提成附加预付入门费',
  OTHER: '其他',
} as const;
const ROYALTY_BASES = {
  PRODUCT_PRICE: '产品价格',
  ADDED_OUTPUT: '新增产值',
  PROFIT: '利润',
  SALES: '销售额',
  OTHER: '其他',
} as const;

const yuan = (amount: number): string => `${formatYuan(amount)} 元`;
const besides = (name: string, more: string | null): string => (more ? `${name}（${more}）` : name);

/** The value as people read it. */
export function textOfValue(proposal: Pick<Proposal, 'field' | 'value'>): string {
  const whole = proposal as Proposal;
  switch (whole.field) {
    case 'sellers':
    case 'buyers':
      return besides(whole.value.name, whole.value.identifier);
    case 'money.total':
    case 'money.technical':
    case 'money.royalty.entryFee':
      return yuan(whole.value);
    case 'money.deductions':
      return `${whole.value.name} ${yuan(whole.value.amount)}`;
    case 'money.royalty.rateBasisPoints':
      return `${whole.value / 100}%`;
    case 'money.royalty.years':
      return `${whole.value} 年`;
    case 'money.paymentMode':
      return PAYMENT_MODES[whole.value];
    case 'money.royalty.base':
      return ROYALTY_BASES[whole.value];
    case 'licenceMode':
      return LICENCE_MODES[whole.value];
    case 'subclass':
      return (CONTRACT_SUBCLASSES as Readonly<Record<string, string>>)[whole.value] ?? whole.value;
    case 'content.ipRights':
      return [whole.value.title, whole.value.number].filter((part) => part !== '').join(' ');
    case 'title':
    case 'signedOn':
    case 'signedAt':
    case 'effectiveFrom':
    case 'effectiveTo':
    case 'content.projectNumber':
    case 'content.ownershipClause':
    case 'content.confidentialityClause':
    case 'content.acceptanceClause':
      return whole.value;
  }
}

const CODED: readonly ProposalField[] = [
  'subclass',
  'licenceMode',
  'money.paymentMode',
  'money.royalty.base',
];
/** Values that are codes, which a reader of another language has words for. */
export const codeOfValue = ({ field, value }: Pick<Proposal, 'field' | 'value'>): string | null =>
  typeof value === 'string' && CODED.includes(field) ? value : null;

const NEXT: { readonly [status in Reading['status']]?: string } = {
  NO_TEXT: '登记员将对照原件审查；如有可复制文字的 PDF 或 DOCX，请改传',
  ENCRYPTED: '请解除密码后重新上传',
  DAMAGED: '请重新导出后上传',
  BOMB: '请用文字处理软件重新保存后上传',
  TOO_LARGE: '登记员仍可打开原件审查；建议拆分正文与附件后上传',
  TOO_SLOW: '登记员仍可打开原件审查；建议拆分正文与附件后上传',
  OLD_WORD: '请另存为 DOCX 或 PDF 后上传',
  UNSUPPORTED: '合同正文请上传 PDF 或 DOCX',
  MISSING: '请重新上传合同文本',
};

/** The state in words, with what to do next. */
export function messageOf({
  status,
  pageCount,
  pagesKnown,
  characters,
}: Pick<Reading, 'status' | 'pageCount' | 'pagesKnown' | 'characters'>): string {
  const next = NEXT[status];
  if (next !== undefined) return `${READ_STATUS[status]}；${next}`;
  const extent = pagesKnown ? `${pageCount} 页，` : '';
  return `${READ_STATUS[status]}：${extent}${characters.toLocaleString('en-US')} 字`;
}

const MOST_PAGES_NAMED = 12;

export const remarksOf = ({ notes, emptyPages }: Pick<Reading, 'notes' | 'emptyPages'>): readonly string[] =>
  notes.map((note) => {
    if (note !== 'SOME_PAGES_EMPTY') return READ_NOTES[note];
    const named = emptyPages.slice(0, MOST_PAGES_NAMED).join('、');
    const more = emptyPages.length > MOST_PAGES_NAMED ? ` 等 ${emptyPages.length} 页` : ' 页';
    return `第 ${named}${more}没有可识别的文字（可能是扫描件或图片）`;
  });

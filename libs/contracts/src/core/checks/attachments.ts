import { disposesOfRight, FILE_KINDS, type ContractForm, type FileKind } from '../contract.js';
import type { CaseFacts, FormCheck } from '../facts.js';
import { Findings } from '../findings.js';

interface Need {
  readonly kind: FileKind;
  readonly article: string;
  readonly when: (form: ContractForm, facts: CaseFacts) => boolean;
}

const registered = (form: ContractForm): boolean =>
  disposesOfRight(form.subclass) && form.content.ipRights.some(({ kind }) => kind !== 'KNOW_HOW');
const knowHow = (form: ContractForm): boolean =>
  disposesOfRight(form.subclass) &&
  (form.content.ipKind === 'KNOW_HOW' || form.content.ipRights.some(({ kind }) => kind === 'KNOW_HOW'));
const foreign = (form: ContractForm): boolean =>
  form.flags.foreign === 'IMPORT' || form.flags.foreign === 'EXPORT';
/** A state-established seller that disposes of a result by agreement must have disclosed the price. */
const disclosureDue = (form: ContractForm, facts: CaseFacts): boolean =>
  facts.applicantStateEstablished && disposesOfRight(form.subclass) && form.flags.foreign !== 'IMPORT';

const NEEDS: readonly Need[] = [
  {
    kind: 'CONTRACT_TEXT',
    article: '《技术合同认定登记管理办法》2024年征求意见稿：完整合同文本（含电子合同）',
    when: () => true,
  },
  { kind: 'IP_CERTIFICATE', article: '技术合同认定登记规则（修订稿）第10条', when: registered },
  { kind: 'KNOW_HOW_STATEMENT', article: '技术合同认定登记规则（修订稿）第11条', when: knowHow },
  {
    kind: 'PROJECT_CONSENT',
    article: '技术合同登记材料：政府项目须主管部门同意',
    when: ({ content }) => content.planSource !== null && content.planSource !== '5',
  },
  {
    kind: 'CHINESE_COPY',
    article: '技术合同认定登记规则（修订稿）第36条',
    when: ({ language }) => language !== null && language !== 'zh',
  },
  { kind: 'TRADE_LICENCE', article: '技术进出口管理条例', when: foreign },
  {
    kind: 'PRICE_DISCLOSURE',
    article: '促进科技成果转化法第18条',
    when: (form, facts) => disclosureDue(form, facts) && facts.deal?.disclosureCompleted !== true,
  },
];

/** Attachments by class (reference A4); kinds that only some contracts carry are asked of those. */
export const attachments: FormCheck = (form, facts) => {
  const found = new Findings();
  for (const { kind, article, when } of NEEDS)
    found.blockIf(
      when(form, facts) && !facts.fileKinds.includes(kind),
      `files.${kind}`,
      'CONTRACT.FILE_MISSING',
      `请上传${FILE_KINDS[kind]}`,
      { article, ground: kind === 'TRADE_LICENCE' ? 'R06' : 'R09' },
    );
  found
    .blockIf(
      disclosureDue(form, facts) && form.flags.pricingMethod === null,
      'flags.pricingMethod',
      'REQUIRED',
      '请选择价格确定方式（协议定价、挂牌交易或拍卖）',
      { article: '促进科技成果转化法第18条' },
    )
    .warnIf(
      form.brokers.length > 0 && !facts.fileKinds.includes('BROKER_CONTRACT'),
      'files.BROKER_CONTRACT',
      'CONTRACT.BROKER_CONTRACT_MISSING',
      '有中介方：如另订中介合同，请一并上传；三方合同中已含中介条款的不必',
      { article: '技术合同认定登记规则（修订稿）第28至31条' },
    )
    .warnIf(
      form.sellers.slice(1).some(({ organisationId }) => organisationId === null) &&
        !facts.fileKinds.includes('SELLER_IDENTITY'),
      'files.SELLER_IDENTITY',
      'CONTRACT.SELLER_IDENTITY_MISSING',
      '共同卖方未在平台核验，首次登记的请上传主体证明',
      { article: '技术合同登记材料：首次登记的卖方须提交主体证明' },
    );
  return found.found;
};

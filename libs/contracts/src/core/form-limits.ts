import {
  CONTRACT_SUBCLASSES,
  INDUSTRY_DIVISIONS,
  INDUSTRY_SECTIONS,
  isCode,
  isFen,
  PARTY_NATURES,
  PLAN_SOURCES,
  say,
  SOCIO_ECONOMIC_GOALS,
  TECH_FIELDS,
  Violations,
  type Violation,
} from '@jihui/kernel';
import type { ContractForm, Party } from './contract.js';
import { isChecklistItem } from './rulesets/checklists.js';

const LIMITS = {
  parties: 20,
  brokers: 10,
  rights: 50,
  deductions: 50,
  carriers: 50,
  owners: 20,
  checklist: 40,
} as const;

class FormLimits extends Violations {
  code(path: string, label: string, table: Readonly<Record<string, string>>, value: string | null): this {
    return this.when(
      value !== null && !isCode(table, value),
      path,
      'UNKNOWN_CODE',
      say`请从列表中选择${label}`,
    );
  }
  amount(path: string, label: string, value: number | null): this {
    return this.when(
      value !== null && !isFen(value),
      path,
      'OUT_OF_RANGE',
      say`${label}应在0至1,000亿元之间，精确到分`,
    );
  }
  whole(path: string, label: string, value: number | null, min: number, max: number): this {
    return this.when(
      value !== null && (!Number.isInteger(value) || value < min || value > max),
      path,
      'OUT_OF_RANGE',
      say`${label}应为${min}至${max}的整数`,
    );
  }
  count(path: string, label: string, items: readonly unknown[], max: number): this {
    return this.when(items.length > max, path, 'TOO_MANY', say`${label}最多${max}项`);
  }
  pattern(path: string, value: string | null, pattern: RegExp, hint: string): this {
    return this.when(value !== null && !pattern.test(value), path, 'BAD_FORMAT', hint);
  }
}

function party(subject: Party, path: string, limits: FormLimits): void {
  limits
    .optionalText(`${path}.name`, '名称', subject.name, 200)
    .optionalText(`${path}.identifier`, '证件号', subject.identifier, 50)
    .optionalText(`${path}.legalRepresentative`, '法定代表人', subject.legalRepresentative, 50)
    .optionalText(`${path}.contactName`, '联系人', subject.contactName, 50)
    .optionalText(`${path}.contactPhone`, '联系电话', subject.contactPhone, 30)
    .optionalText(`${path}.bankName`, '开户行', subject.bankName, 100)
    .optionalText(`${path}.bankAccount`, '账号', subject.bankAccount, 50)
    .optionalText(`${path}.controller`, '实际控制人', subject.controller, 100);
  limits
    .pattern(`${path}.country`, subject.country, /^\d{3}$/, '请填写3位海关国别代码')
    .pattern(`${path}.divisionCode`, subject.divisionCode, /^\d{6}$/, '请填写6位行政区划代码')
    .code(`${path}.nature`, '单位性质', PARTY_NATURES, subject.nature);
}

function content(form: ContractForm, limits: FormLimits): void {
  const { content } = form;
  limits
    .optionalText('content.summary', '标的技术内容摘要', content.summary, 5_000)
    .optionalText('content.projectNumber', '项目编号', content.projectNumber, 100)
    .optionalText('content.ownershipClause', '成果归属约定', content.ownershipClause, 2_000)
    .optionalText('content.confidentialityClause', '保密约定', content.confidentialityClause, 2_000)
    .optionalText('content.acceptanceClause', '验收标准与方式', content.acceptanceClause, 2_000);
  limits
    .code('content.techField', '技术领域', TECH_FIELDS, content.techField)
    .code('content.planSource', '计划来源', PLAN_SOURCES, content.planSource)
    .code('content.industry', '国民经济行业', INDUSTRY_SECTIONS, content.industry)
    .code('content.industryDivision', '国民经济行业大类', INDUSTRY_DIVISIONS, content.industryDivision)
    .code('content.socioEconomicGoal', '社会经济目标', SOCIO_ECONOMIC_GOALS, content.socioEconomicGoal)
    .whole('content.trl', '技术成熟度', content.trl, 1, 13)
    .count('content.ipRights', '权利清单', content.ipRights, LIMITS.rights);
  content.ipRights.forEach((right, index) => {
    const path = `content.ipRights.${index}`;
    limits
      .optionalText(`${path}.title`, '权利名称', right.title, 200)
      .optionalText(`${path}.number`, '权利号', right.number, 50)
      .count(`${path}.owners`, '权利人', right.owners, LIMITS.owners)
      .when(right.kind === 'NONE', `${path}.kind`, 'UNKNOWN_CODE', '请选择权利类型');
    right.owners.forEach((owner, at) => limits.optionalText(`${path}.owners.${at}`, '权利人', owner, 200));
  });
}

function money(form: ContractForm, limits: FormLimits): void {
  const { money } = form;
  limits
    .amount('money.total', '合同成交总额', money.total)
    .amount('money.technical', '技术交易额', money.technical)
    .amount('money.expectedInvestment', '预计新增投入', money.expectedInvestment)
    .amount('money.expectedOutput', '预计新增产值', money.expectedOutput)
    .optionalText('money.lowRatioReason', '理由', money.lowRatioReason, 500);
  limits
    .count('money.deductions', '非技术性费用', money.deductions, LIMITS.deductions)
    .count('money.carriers', '合理数量标的物', money.carriers, LIMITS.carriers);
  money.deductions.forEach((deduction, index) => {
    const path = `money.deductions.${index}`;
    limits
      .optionalText(`${path}.name`, '费用名称', deduction.name, 100)
      .optionalText(`${path}.clause`, '合同条款', deduction.clause, 200)
      .amount(`${path}.amount`, '金额', deduction.amount);
  });
  money.carriers.forEach((carrier, index) => {
    const path = `money.carriers.${index}`;
    limits
      .optionalText(`${path}.name`, '标的物名称', carrier.name, 100)
      .whole(`${path}.quantity`, '数量', carrier.quantity, 0, 100_000)
      .amount(`${path}.cost`, '直接成本', carrier.cost);
  });
  const { royalty } = money;
  if (royalty === null) return;
  limits
    .whole('money.royalty.rateBasisPoints', '提成比例', royalty.rateBasisPoints, 1, 10_000)
    .whole('money.royalty.years', '提成年限', royalty.years, 1, 50)
    .amount('money.royalty.entryFee', '入门费', royalty.entryFee)
    .amount('money.royalty.cap', '封顶金额', royalty.cap)
    .amount('money.royalty.floor', '保底金额', royalty.floor);
}

function checklist(form: ContractForm, limits: FormLimits): void {
  limits.count('checklist', '认定条件', form.checklist, LIMITS.checklist);
  const seen = new Set<string>();
  form.checklist.forEach(({ item, page, clause }, index) => {
    const path = `checklist.${index}`;
    limits
      .when(
        !isChecklistItem(item) || seen.has(item),
        `${path}.item`,
        'UNKNOWN_CODE',
        '认定条件不在列表中或重复',
      )
      .whole(`${path}.page`, '页码', page, 1, 10_000)
      .optionalText(`${path}.clause`, '条款', clause, 200);
    seen.add(item);
  });
}

/**
 * What even a draft must keep to: lengths, known codes, exact amounts. A draft may be incomplete,
 * but it never holds what could not be stored or read back as meant.
 */
export function formLimits(form: ContractForm): readonly Violation[] {
  const limits = new FormLimits();
  limits
    .optionalText('title', '项目名称', form.title, 200)
    .optionalText('contractNumber', '合同编号', form.contractNumber, 100)
    .optionalText('signedAt', '签订地点', form.signedAt, 100)
    .optionalText('declaration.signatory', '承诺人姓名', form.declaration?.signatory, 50);
  limits
    .code('subclass', '合同类别', CONTRACT_SUBCLASSES, form.subclass)
    .pattern('language', form.language, /^[a-z]{2}$/, '请填写两位小写语言代码，如zh、en')
    .count('sellers', '卖方', form.sellers, LIMITS.parties)
    .count('buyers', '买方', form.buyers, LIMITS.parties)
    .count('brokers', '中介方', form.brokers, LIMITS.brokers);
  form.sellers.forEach((subject, index) => party(subject, `sellers.${index}`, limits));
  form.buyers.forEach((subject, index) => party(subject, `buyers.${index}`, limits));
  form.brokers.forEach((broker, index) => {
    limits
      .optionalText(`brokers.${index}.name`, '中介方名称', broker.name, 200)
      .amount(`brokers.${index}.fee`, '中介费用', broker.fee);
  });
  content(form, limits);
  money(form, limits);
  checklist(form, limits);
  limits
    .optionalText('flags.foreignLicenceNumber', '许可或登记号', form.flags.foreignLicenceNumber, 100)
    .optionalText('flags.challengeNumber', '榜单编号', form.flags.challengeNumber, 100)
    .optionalText(
      'flags.resultRegistrationNumber',
      '科技成果登记号',
      form.flags.resultRegistrationNumber,
      100,
    );
  return limits.found;
}

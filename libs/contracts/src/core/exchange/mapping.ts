import {
  CONTRACT_CLASSES,
  CONTRACT_SUBCLASSES,
  IP_KINDS,
  LICENCE_MODES,
  PARTY_NATURES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_GOALS,
  TECH_FIELDS,
} from '@jihui/kernel';
import type { Contract } from '../contract.js';
import { isEnd, REPORT_KINDS, type ReportKind } from './reports.js';

/** How a value is written in the form. */
export type FieldKind = 'TEXT' | 'DAY' | 'WAN' | 'CODE' | 'FLAG' | 'LIST';

/** One column of the form: where its value stands in the contract, and by which list its code is read. */
export interface MappedField {
  /** Item of the form. */
  readonly item: string;
  readonly name: string;
  /** Path in what {@link sourceOf} gives; `*` goes through a list. */
  readonly path: string;
  readonly kind: FieldKind;
  readonly list?: CodeList;
  /** Without it the form is not taken. */
  readonly required?: true;
}

const FOREIGN = { NONE: '否', IMPORT: '技术进口', EXPORT: '技术出口' } as const;
const PAYMENT = {
  LUMP_SUM: '一次总付',
  INSTALMENTS: '分期支付',
  ROYALTY: '提成支付',
  ENTRY_FEE_ROYALTY: '提成附加预付入门费',
  OTHER: '其他',
} as const;
const BENEFITS = {
  VAT: '增值税',
  CORPORATE_INCOME_TAX: '企业所得税',
  PERSONAL_INCOME_TAX: '个人所得税',
  RND_SUPER_DEDUCTION: '研发费用加计扣除',
} as const;

/** Code lists of the form, each by the code that the platform keeps. */
export const CODE_LISTS = {
  CLASS: CONTRACT_CLASSES,
  SUBCLASS: CONTRACT_SUBCLASSES,
  LICENCE: LICENCE_MODES,
  NATURE: PARTY_NATURES,
  FIELD: TECH_FIELDS,
  IP: { ...IP_KINDS, NONE: '未涉及知识产权' },
  PLAN: PLAN_SOURCES,
  GOAL: SOCIO_ECONOMIC_GOALS,
  FOREIGN,
  PAYMENT,
  BENEFITS,
  REPORT: REPORT_KINDS,
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;
export type CodeList = keyof typeof CODE_LISTS;

export interface Mapping {
  readonly form: string;
  /** Goes up with every change; a batch keeps the one it was made by. */
  readonly version: string;
  readonly source: string;
  readonly fields: readonly MappedField[];
}

/**
 * 技术合同登记表 (表号 JJ-001, reference A4): only what the form asks. Contacts, accounts, texts, checklists and opinions
 * are in no column, and so leave in none.
 */
export const JJ_001: Mapping = {
  form: 'JJ-001',
  version: '2026.3',
  source:
    '技术合同登记表（JJ-001）及填表说明；列名与代码为本平台所拟，待按全国技术合同管理与服务系统的模板核对',
  fields: [
    { item: '00', name: '平台登记编号', path: 'registrationNumber', kind: 'TEXT', required: true },
    { item: '00.1', name: '报送类型', path: 'report', kind: 'LIST', list: 'REPORT', required: true },
    { item: '00.2', name: '全国登记号', path: 'nationalRegNo', kind: 'TEXT' },
    { item: '01', name: '项目名称', path: 'form.title', kind: 'TEXT', required: true },
    { item: '02', name: '合同类别', path: 'contractClass', kind: 'CODE', list: 'CLASS', required: true },
    { item: '02.1', name: '合同子类', path: 'form.subclass', kind: 'CODE', list: 'SUBCLASS', required: true },
    { item: '02.2', name: '许可方式', path: 'form.licenceMode', kind: 'CODE', list: 'LICENCE' },
    { item: '03', name: '签订日期', path: 'form.signedOn', kind: 'DAY', required: true },
    { item: '03.1', name: '有效期起', path: 'form.effectiveFrom', kind: 'DAY', required: true },
    { item: '03.2', name: '有效期止', path: 'form.effectiveTo', kind: 'DAY', required: true },
    { item: '03.3', name: '签订地点', path: 'form.signedAt', kind: 'TEXT' },
    { item: '04', name: '卖方名称', path: 'form.sellers.0.name', kind: 'TEXT', required: true },
    { item: '04.1', name: '卖方代码', path: 'sellerCode', kind: 'TEXT' },
    {
      item: '04.2',
      name: '卖方单位性质',
      path: 'form.sellers.0.nature',
      kind: 'CODE',
      list: 'NATURE',
      required: true,
    },
    { item: '04.3', name: '卖方行政区划', path: 'form.sellers.0.divisionCode', kind: 'TEXT' },
    { item: '04.4', name: '卖方国别', path: 'form.sellers.0.country', kind: 'TEXT', required: true },
    { item: '04.5', name: '其他卖方', path: 'otherSellers.*', kind: 'LIST' },
    { item: '05', name: '买方名称', path: 'form.buyers.0.name', kind: 'TEXT', required: true },
    { item: '05.1', name: '买方代码', path: 'buyerCode', kind: 'TEXT' },
    {
      item: '05.2',
      name: '买方单位性质',
      path: 'form.buyers.0.nature',
      kind: 'CODE',
      list: 'NATURE',
      required: true,
    },
    { item: '05.3', name: '买方行政区划', path: 'form.buyers.0.divisionCode', kind: 'TEXT' },
    { item: '05.4', name: '买方国别', path: 'form.buyers.0.country', kind: 'TEXT', required: true },
    { item: '05.5', name: '其他买方', path: 'otherBuyers.*', kind: 'LIST' },
    { item: '06', name: '中介方', path: 'form.brokers.*.name', kind: 'LIST' },
    {
      item: '07',
      name: '技术领域',
      path: 'form.content.techField',
      kind: 'CODE',
      list: 'FIELD',
      required: true,
    },
    {
      item: '08',
      name: '知识产权类型',
      path: 'form.content.ipKind',
      kind: 'CODE',
      list: 'IP',
      required: true,
    },
    { item: '08.1', name: '权利号', path: 'form.content.ipRights.*.number', kind: 'LIST' },
    {
      item: '09',
      name: '计划来源',
      path: 'form.content.planSource',
      kind: 'CODE',
      list: 'PLAN',
      required: true,
    },
    { item: '09.1', name: '计划项目编号', path: 'form.content.projectNumber', kind: 'TEXT' },
    { item: '10', name: '服务的国民经济行业', path: 'form.content.industry', kind: 'TEXT' },
    { item: '11', name: '社会经济目标', path: 'form.content.socioEconomicGoal', kind: 'CODE', list: 'GOAL' },
    { item: '12', name: '合同成交额（万元）', path: 'form.money.total', kind: 'WAN', required: true },
    { item: '12.1', name: '技术交易额（万元）', path: 'form.money.technical', kind: 'WAN', required: true },
    {
      item: '12.2',
      name: '支付方式',
      path: 'form.money.paymentMode',
      kind: 'CODE',
      list: 'PAYMENT',
      required: true,
    },
    { item: '12.3', name: '预计新增投入（万元）', path: 'form.money.expectedInvestment', kind: 'WAN' },
    { item: '12.4', name: '预计新增产值（万元）', path: 'form.money.expectedOutput', kind: 'WAN' },
    { item: '13', name: '是否涉外', path: 'form.flags.foreign', kind: 'CODE', list: 'FOREIGN' },
    { item: '13.1', name: '技术进出口许可或登记号', path: 'form.flags.foreignLicenceNumber', kind: 'TEXT' },
    { item: '14', name: '是否关联交易', path: 'form.flags.relatedParties', kind: 'FLAG' },
    {
      item: '15',
      name: '拟申请的税收优惠',
      path: 'form.flags.taxBenefits.*',
      kind: 'LIST',
      list: 'BENEFITS',
    },
    { item: '16', name: '登记机构', path: 'registry.name', kind: 'TEXT', required: true },
    { item: '16.1', name: '登记机构行政区划', path: 'registry.divisionCode', kind: 'TEXT', required: true },
    { item: '17', name: '登记日期', path: 'registeredOn', kind: 'DAY', required: true },
    { item: '18', name: '登记证明版本', path: 'certificateVersion', kind: 'TEXT', required: true },
    { item: '19', name: '注销或撤销日期', path: 'endedOn', kind: 'DAY' },
  ],
};

/** Columns of the file of returned numbers, and what else they may be called. */
export const RETURN_COLUMNS = {
  registrationNumber: ['平台登记编号', '登记编号', '平台编号'],
  nationalRegNo: ['全国登记号', '全国技术合同登记号', '国家登记编号'],
} as const;

/** A column that could not be filled. */
export interface MappingProblem {
  readonly column: string;
  readonly message: string;
}

type Party = Contract['form']['sellers'][number] | undefined;

/** An organisation's code; a person's identity number is no column of the form. */
const codeOf = (party: Party): string | null =>
  party?.identifierKind === 'USCC' ? (party.identifier ?? null) : null;

/** What the paths are looked up in. */
const sourceOf = (contract: Contract, report: ReportKind): object => ({
  report,
  nationalRegNo: contract.nationalRegNo,
  endedOn: isEnd(report) ? contract.decidedOn : null,
  form: contract.form,
  contractClass: contract.form.subclass?.slice(0, 1) ?? null,
  sellerCode: codeOf(contract.form.sellers[0]),
  buyerCode: codeOf(contract.form.buyers[0]),
  otherSellers: contract.form.sellers.slice(1).map(({ name }) => name),
  otherBuyers: contract.form.buyers.slice(1).map(({ name }) => name),
  registrationNumber: contract.registrationNumber,
  registry: contract.registry,
  registeredOn: contract.registeredOn,
  certificateVersion: contract.certificateVersion,
});

function valuesAt(source: unknown, [head, ...rest]: readonly string[]): readonly unknown[] {
  if (head === undefined) return [source];
  if (source === null || source === undefined) return [];
  if (head === '*')
    return Array.isArray(source) ? source.flatMap((item: unknown) => valuesAt(item, rest)) : [];
  return valuesAt((source as Readonly<Record<string, unknown>>)[head], rest);
}

/** 分 as 万元, exact: six decimals are enough for every 分. */
const inWan = (fen: number): string => {
  const text = (BigInt(fen) / 1_000_000n).toString();
  const rest = (BigInt(fen) % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '');
  return rest === '' ? text : `${text}.${rest}`;
};

const labelOf = (list: CodeList, code: string): string | undefined =>
  (CODE_LISTS[list] as Readonly<Record<string, string>>)[code];

function written({ kind, list, name }: MappedField, values: readonly unknown[]): string | MappingProblem {
  const stated = values.filter((value) => value !== null && value !== undefined && value !== '');
  const texts = stated.map((value) => {
    if (kind === 'WAN') return inWan(Number(value));
    if (kind === 'FLAG') return value === true ? '是' : '否';
    if (list === undefined) return String(value);
    const label = labelOf(list, String(value));
    return label === undefined ? undefined : kind === 'CODE' ? `${String(value)} ${label}` : label;
  });
  const unknown = texts.indexOf(undefined);
  if (unknown >= 0) return { column: name, message: `代码 ${String(stated[unknown])} 不在代码表中` };
  return texts.join('；');
}

/** The contract as a row of the form that tells so much of it, or everything that keeps it from being one. */
export function mapped(
  mapping: Mapping,
  contract: Contract,
  report: ReportKind,
): { readonly row: Readonly<Record<string, string>>; readonly problems: readonly MappingProblem[] } {
  const source = sourceOf(contract, report);
  const row: Record<string, string> = {};
  const problems: MappingProblem[] = [];
  for (const field of mapping.fields) {
    const value = written(field, valuesAt(source, field.path.split('.')));
    if (typeof value !== 'string') problems.push(value);
    else if (value === '' && field.required)
      problems.push({ column: field.name, message: `缺少${field.name}` });
    else row[field.name] = value;
  }
  return { row, problems };
}

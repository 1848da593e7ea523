import { cleanText, PARTY_NATURES, toHalfWidth, type OrganisationKind } from '@jihui/kernel';
import { Columns } from '@jihui/platform';

/** What a row says, all of it text as it stands in the file. */
export const organisationColumns = (): Columns<ColumnKey> =>
  new Columns<ColumnKey>({
    externalId: ['编号', '外部编号', '序号', 'external id'],
    name: ['单位名称', '机构名称', '名称', '企业名称'],
    kind: ['机构类型', '单位类型', '类型'],
    uscc: ['统一社会信用代码', '信用代码', '社会信用代码'],
    divisionCode: ['行政区划', '行政区划代码', '所在县区', '所在地', '区划'],
    partyNature: ['单位性质', '性质', '单位性质代码'],
    stateEstablished: ['国家设立', '是否国家设立'],
    legalRepresentative: ['法定代表人', '法人代表', '负责人'],
    address: ['注册地址', '地址', '住所'],
    contactName: ['联系人'],
    contactPhone: ['联系电话', '电话', '手机'],
    contactEmail: ['联系邮箱', '邮箱', 'email'],
    website: ['网站', '网址', '官网'],
    introduction: ['机构简介', '简介', '单位简介'],
  });

export type ColumnKey =
  | 'externalId'
  | 'name'
  | 'kind'
  | 'uscc'
  | 'divisionCode'
  | 'partyNature'
  | 'stateEstablished'
  | 'legalRepresentative'
  | 'address'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
  | 'website'
  | 'introduction';

const KIND_WORDS: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/大学|高校|高等院校|学院/, 'UNIVERSITY'],
  [/研究院|研究所|科研/, 'INSTITUTE'],
  [/经纪|技术转移|中介/, 'BROKER_AGENCY'],
  [/银行|金融|担保|基金|投资机构/, 'FINANCIAL_INSTITUTION'],
  [/企业|公司/, 'ENTERPRISE'],
  [/其他|其它/, 'OTHER'],
];

/** Kinds that a file may bring in: a bureau's officers would approve others, so it registers itself. */
const IMPORTED: readonly OrganisationKind[] = [
  'UNIVERSITY',
  'INSTITUTE',
  'ENTERPRISE',
  'BROKER_AGENCY',
  'FINANCIAL_INSTITUTION',
  'OTHER',
];

export const kindOf = (text: string): OrganisationKind | undefined =>
  IMPORTED.find((kind) => kind === text.toUpperCase()) ?? KIND_WORDS.find(([words]) => words.test(text))?.[1];

/** A code of the table, or the code that a name stands for. */
export function partyNatureOf(text: string, kind: OrganisationKind | undefined): string {
  const code = toHalfWidth(text);
  if (Object.hasOwn(PARTY_NATURES, code)) return code;
  const named = Object.entries(PARTY_NATURES).find(([, name]) => name === text);
  if (named !== undefined) return named[0];
  // Registers of enterprises leave it out: what is most common among their kind stands in.
  if (code !== '') return code;
  switch (kind) {
    case 'UNIVERSITY':
      return '022';
    case 'INSTITUTE':
      return '021';
    case 'ENTERPRISE':
    case 'BROKER_AGENCY':
    case 'FINANCIAL_INSTITUTION':
      return '150';
    case 'OTHER':
    case 'BUREAU_CITY':
    case 'BUREAU_COUNTY':
    case undefined:
      return '600';
  }
}

export const isYes = (text: string): boolean => /^(是|有|y|yes|true|1|√)$/i.test(text);

/** Any cell as text: a spreadsheet holds numbers and dates where people see text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}

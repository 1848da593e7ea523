import {
  cleanText,
  hasValidOrganisationCode,
  isCode,
  isUscc,
  normaliseUscc,
  ORGANISATION_KINDS,
  PARTY_NATURES,
  say,
  toHalfWidth,
  Violations,
  type OrganisationKind,
  type Violation,
} from '@jihui/kernel';
import { isEmail, isTelephone, isWebsite, normaliseEmail, normaliseTelephone } from '../contact.js';
import { IdentityViolations } from '../errors.js';
import { isChineseDivision } from './provinces.js';
import { OWN_FIELDS, type Organisation, type OrganisationForm } from './organisation.js';

/** The city's divisions, as far as a form is checked against them. */
export interface Divisions {
  /** The city's own code, e.g. 140900. */
  readonly cityCode: string;
  /** Whether the code is the city's or one of its counties'. */
  isDivision(code: string): boolean;
}

/** A form as it comes in: optional texts may be missing. */
export type OrganisationInput = Omit<OrganisationForm, 'contactEmail' | 'website' | 'introduction'> & {
  readonly contactEmail?: string | null;
  readonly website?: string | null;
  readonly introduction?: string | null;
};

/** The form as stored: cleaned text, half-width codes, a website with its protocol. */
export function normaliseForm(input: OrganisationInput): OrganisationForm {
  const website = cleanText(input.website ?? '');
  return {
    name: cleanText(input.name).replace(/\s+/g, ' '),
    kind: input.kind,
    uscc: normaliseUscc(cleanText(input.uscc)),
    divisionCode: toHalfWidth(input.divisionCode),
    partyNature: toHalfWidth(input.partyNature),
    stateEstablished: input.stateEstablished,
    legalRepresentative: cleanText(input.legalRepresentative),
    address: cleanText(input.address),
    contactName: cleanText(input.contactName),
    contactPhone: normaliseTelephone(input.contactPhone),
    contactEmail: normaliseEmail(input.contactEmail ?? ''),
    website: website === '' || /^[a-z]+:/i.test(website) ? website : `https://${website}`,
    introduction: cleanText(input.introduction ?? ''),
  };
}

const STATE_KINDS: readonly OrganisationKind[] = ['UNIVERSITY', 'INSTITUTE', 'OTHER'];

/** The division whose bureau is responsible; the city's for an organisation from elsewhere. */
export const scopeOf = (divisionCode: string, divisions: Divisions): string =>
  divisions.isDivision(divisionCode) ? divisionCode : divisions.cityCode;

/** Everything that identifies an organisation: also required of an imported row. */
export function checkRegisteredFacts(form: OrganisationForm, divisions: Divisions): Violations {
  const bureau = form.kind === 'BUREAU_CITY' || form.kind === 'BUREAU_COUNTY';
  const home = divisions.isDivision(form.divisionCode);
  const city = form.divisionCode.endsWith('00');
  return new Violations()
    .text('name', '单位名称', form.name, { min: 2, max: 100 })
    .when(!ORGANISATION_KINDS.includes(form.kind), 'kind', 'UNKNOWN', '请选择机构类型')
    .when(
      !isUscc(form.uscc),
      'uscc',
      IdentityViolations.USCC_INVALID,
      '统一社会信用代码应为18位且校验位正确，请对照证照逐位核对',
      'GB 32100-2015',
    )
    .when(
      !home && !isChineseDivision(form.divisionCode),
      'divisionCode',
      'UNKNOWN',
      '行政区划代码应为6位，请重新选择',
    )
    .when(bureau && !home, 'divisionCode', 'UNKNOWN', '主管部门应在本市行政区划内')
    .when(form.kind === 'BUREAU_CITY' && !city, 'divisionCode', 'UNKNOWN', '市级主管部门的行政区划应为本市')
    .when(
      form.kind === 'BUREAU_COUNTY' && city,
      'divisionCode',
      'UNKNOWN',
      '县级主管部门请选择所在县（市、区）',
    )
    .when(!isCode(PARTY_NATURES, form.partyNature), 'partyNature', 'UNKNOWN', '请选择单位性质')
    .when(
      form.stateEstablished && !STATE_KINDS.includes(form.kind),
      'stateEstablished',
      'UNKNOWN',
      '只有研究开发机构、高等院校可以标为国家设立',
      '促进科技成果转化法第18条',
    );
}

/** Everything that stands in the way of registering; all at once. */
export function checkForm(form: OrganisationForm, divisions: Divisions): readonly Violation[] {
  const violations = checkRegisteredFacts(form, divisions)
    .text('legalRepresentative', '法定代表人', form.legalRepresentative, { max: 50 })
    .text('address', '注册地址', form.address, { min: 2, max: 200 })
    .text('contactName', '联系人', form.contactName, { max: 50 })
    .text('contactPhone', '联系电话', form.contactPhone, { max: 30 });
  if (form.contactPhone !== '' && !isTelephone(form.contactPhone))
    violations.add('contactPhone', 'MALFORMED', '联系电话应为手机号或带区号的座机号，如 0350-3030000');
  return [...violations.found, ...checkOptionalFields(form)];
}

/** The fields that may be left empty. */
export const checkOptionalFields = (form: OrganisationForm): readonly Violation[] =>
  new Violations()
    .when(
      form.contactEmail !== '' && !isEmail(form.contactEmail),
      'contactEmail',
      'MALFORMED',
      '联系邮箱的格式不对',
    )
    .optionalText('website', '网站', form.website, 200)
    .when(
      form.website !== '' && !isWebsite(form.website),
      'website',
      'MALFORMED',
      '网站应以 http:// 或 https:// 开头',
    )
    .optionalText('introduction', '机构简介', form.introduction, 2000).found;

const LABELS: Partial<Record<keyof OrganisationForm, string>> = {
  name: '单位名称',
  kind: '机构类型',
  uscc: '统一社会信用代码',
  divisionCode: '行政区划',
  partyNature: '单位性质',
  stateEstablished: '是否国家设立',
  legalRepresentative: '法定代表人',
};

/** Registered facts that an administrator's edit of an approved organisation would change. */
export function checkOwnEdit(organisation: Organisation, form: OrganisationForm): readonly Violation[] {
  const violations = new Violations();
  if (organisation.state !== 'ACTIVE') return violations.found;
  const own: readonly string[] = OWN_FIELDS;
  for (const field of Object.keys(form) as (keyof OrganisationForm)[])
    if (!own.includes(field) && form[field] !== organisation[field])
      violations.add(
        field,
        IdentityViolations.REGISTERED_FACT,
        say`${LABELS[field] ?? field}已经审核，不能自行修改；确有变更请联系科技主管部门更正`,
      );
  return violations.found;
}

const PREFIXES: Partial<Record<OrganisationKind, readonly string[]>> = {
  ENTERPRISE: ['91', '92', '93'],
  BUREAU_CITY: ['11', '12'],
  BUREAU_COUNTY: ['11', '12'],
};

/** What an officer should look at; nothing here stands in anybody's way. */
export function warningsOf(form: OrganisationForm): readonly Violation[] {
  const prefixes = PREFIXES[form.kind];
  const publicBody = form.uscc.startsWith('12');
  return new Violations()
    .when(
      !hasValidOrganisationCode(form.uscc),
      'uscc',
      'INNER_CODE',
      '代码中第9–17位（组织机构代码）的校验位不符，请核对证照',
      'GB 11714',
    )
    .when(
      prefixes !== undefined && !prefixes.some((prefix) => form.uscc.startsWith(prefix)),
      'uscc',
      'PREFIX',
      '代码的登记管理部门与机构类型不一致，请核对证照',
      'GB 32100-2015',
    )
    .when(
      publicBody && !form.stateEstablished && (form.kind === 'UNIVERSITY' || form.kind === 'INSTITUTE'),
      'stateEstablished',
      'STATE_ESTABLISHED',
      '该单位登记为事业单位而未标为国家设立，请核实；国家设立的，协议定价应当公示',
      '促进科技成果转化法第18条',
    ).found;
}

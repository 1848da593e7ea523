import {
  cleanText,
  FieldReader,
  isCode,
  say,
  TECH_FIELDS,
  toHalfWidth,
  Violations,
  type Fen,
  type Sent,
  type Violation,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { contradicted, isDecimal, type Indicator, type Operator } from '../indicators/indicators.js';
import type { Funding } from '../money/plan.js';
import {
  COMMITMENTS,
  ENTERPRISE_KINDS,
  type CallContent,
  type Commitment,
  type EnterpriseKind,
} from './call.js';

/** Names that the form may use of the city. */
export interface Place {
  isCluster(code: string): boolean;
}

export interface IndicatorForm {
  readonly name?: string | null;
  readonly unit?: string | null;
  readonly operator: Operator;
  readonly target?: string | null;
  readonly upper?: string | null;
  readonly method?: string | null;
  readonly core?: boolean | null;
}

export type CallForm = Sent<Omit<CallContent, 'indicators'>> & {
  readonly indicators?: readonly IndicatorForm[] | null;
  readonly funding?: Sent<Funding> | null;
};

const MAX_INDICATORS = 20;

/** A demand's form as it is kept, with everything that is wrong (not: missing) in it: a draft may be incomplete. */
export function callContentFrom(
  form: CallForm,
  place: Place,
): { readonly content: CallContent; readonly funding: Funding; readonly violations: readonly Violation[] } {
  const reader = new FieldReader(ChallengeCodes);
  const content: CallContent = {
    title: reader.text('title', '榜单名称', form.title, 100),
    type: form.type ?? null,
    cluster: reader.codeOf('cluster', '产业集群', form.cluster, (code) => place.isCluster(code)),
    techField: reader.codeOf('techField', '技术领域', form.techField, (code) => isCode(TECH_FIELDS, code)),
    background: reader.text('background', '需求背景与意义', form.background, 3_000),
    work: reader.text('work', '主要研发内容', form.work, 5_000),
    indicators: indicatorsFrom(reader, form.indicators),
    deliverables: reader.text('deliverables', '成果交付形式', form.deliverables, 1_000),
    acceptance: reader.text('acceptance', '验收标准', form.acceptance, 2_000),
    ipTerms: form.ipTerms ?? null,
    ipNote: reader.text('ipNote', '知识产权说明', form.ipNote, 1_000),
    months: form.months ?? null,
    payment: reader.text('payment', '支付方式', form.payment, 1_000),
    requirements: reader.text('requirements', '对揭榜方的要求', form.requirements, 2_000),
    secrecy: form.secrecy ?? 'PUBLIC',
    bottleneck: form.bottleneck ?? false,
    consortium: form.consortium ?? false,
    contact: reader.text('contact', '联系人', form.contact, 50),
    phone: reader.text('phone', '联系电话', toHalfWidth(form.phone ?? ''), 30),
    enterpriseKinds: ENTERPRISE_KINDS.filter((kind) =>
      (form.enterpriseKinds ?? ([] as readonly EnterpriseKind[])).includes(kind),
    ),
    revenue: reader.fen('revenue', '上年营业收入', form.revenue),
    rdCost: reader.fen('rdCost', '上年研发费用', form.rdCost),
    rdCostBefore: reader.fen('rdCostBefore', '前年研发费用', form.rdCostBefore),
    commitments: COMMITMENTS.filter((one) =>
      (form.commitments ?? ([] as readonly Commitment[])).includes(one),
    ),
  };
  reader.violations.when(
    content.months !== null && (content.months < 1 || content.months > 120),
    'months',
    ChallengeCodes.MONTHS,
    '完成期限应在 1 至 120 个月之间',
  );
  const funding = fundingFrom(reader, form.funding);
  return { content, funding, violations: reader.violations.found };
}

export function fundingFrom(reader: FieldReader, sent: Sent<Funding> | null | undefined): Funding {
  const part = (field: keyof Funding, label: string): Fen =>
    reader.fen(`funding.${field}`, label, sent?.[field]) ?? 0;
  return {
    total: part('total', '发榜总投入'),
    owner: part('owner', '发榜方出资'),
    city: part('city', '申请市级财政资金'),
    county: part('county', '县级财政资金'),
  };
}

function indicatorsFrom(
  reader: FieldReader,
  sent: readonly IndicatorForm[] | null | undefined,
): readonly Indicator[] {
  return reader
    .items('indicators', '核心技术指标', sent, MAX_INDICATORS, (one, path) =>
      indicatorFrom(reader, one, path),
    )
    .map((one, index) => ({ ...one, code: `I${index + 1}` }));
}

function indicatorFrom(reader: FieldReader, one: IndicatorForm, path: string): Omit<Indicator, 'code'> {
  const target = toHalfWidth(cleanText(one.target ?? ''));
  const upper = toHalfWidth(cleanText(one.upper ?? ''));
  for (const [field, value] of [
    ['target', target],
    ['upper', upper],
  ] as const)
    reader.violations.when(
      value !== '' && !isDecimal(value),
      `${path}.${field}`,
      ChallengeCodes.NOT_A_DECIMAL,
      '指标值应是数字，如 0.85 或 -40，单位另填',
    );
  return {
    name: reader.text(`${path}.name`, '指标名称', one.name, 100),
    unit: reader.text(`${path}.unit`, '单位', one.unit, 20),
    operator: one.operator,
    target,
    upper: one.operator === 'BETWEEN' && upper !== '' ? upper : null,
    method: reader.text(`${path}.method`, '检测方法', one.method, 300),
    core: one.core ?? true,
  };
}

/** What an indicator still lacks, or says against itself. */
export function indicatorFaults(indicators: readonly Indicator[]): readonly Violation[] {
  const found = new Violations();
  indicators.forEach(({ name, target, upper, operator, method }, index) => {
    const path = `indicators.${index}`;
    const other = contradicted(indicators, index);
    if (other !== undefined)
      found.add(
        `${path}.target`,
        ChallengeCodes.RANGE,
        say`与第 ${other + 1} 项同名指标的要求互相矛盾，没有同时满足两项的数值`,
      );
    found
      .when(name === '', `${path}.name`, ChallengeCodes.MISSING, '请填写指标名称')
      .when(target === '', `${path}.target`, ChallengeCodes.MISSING, '请填写指标值')
      .when(method === '', `${path}.method`, ChallengeCodes.MISSING, '请填写检测方法，指标须可考核')
      .when(
        operator === 'BETWEEN' &&
          isDecimal(target) &&
          (upper === null || !isDecimal(upper) || Number(upper) <= Number(target)),
        `${path}.upper`,
        ChallengeCodes.RANGE,
        '请填写大于下限的上限',
      );
  });
  return found.found;
}

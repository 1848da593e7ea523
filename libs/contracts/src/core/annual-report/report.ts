import {
  act,
  allow,
  Codes,
  deny,
  hasRole,
  isFen,
  isMember,
  isOfficerFor,
  say,
  violation,
  Violations,
  type Actor,
  type Check,
  type LegalDay,
  type Rule,
  type Violation,
} from '@jihui/kernel';
import { ContractCodes } from '../errors.js';
import { reportLifecycle, type ReportAction, type ReportState } from './lifecycle.js';

/** What the unit adds by hand, since the platform does not know it (第二十一条; reference C4, d to g). */
export const MANUAL_ITEMS = {
  results: { label: '当年取得科技成果数', unit: 'COUNT' },
  newProjects: { label: '新立项科技计划项目数', unit: 'COUNT' },
  newProjectFunds: { label: '新立项财政资金', unit: 'FEN' },
  partTime: { label: '在外兼职从事成果转化人员', unit: 'PERSONS' },
  leaveToStart: { label: '离岗创业人员', unit: 'PERSONS' },
  companies: { label: '创设和参股新公司数', unit: 'COUNT' },
  offices: { label: '技术转移机构数', unit: 'COUNT' },
  officeStaff: { label: '技术转移机构专职人员', unit: 'PERSONS' },
  officeBudget: { label: '技术转移机构经费', unit: 'FEN' },
  jointPlatforms: { label: '与企业共建研发机构、转移机构、转化服务平台数', unit: 'COUNT' },
  problems: { label: '转化工作中的问题与建议', unit: 'TEXT' },
  cases: { label: '典型案例', unit: 'TEXT' },
} as const;
export type ManualKey = keyof typeof MANUAL_ITEMS;
export type ManualItems = { readonly [key in ManualKey]?: number | string };
export const MANUAL_KEYS = Object.keys(MANUAL_ITEMS) as ManualKey[];

export interface AnnualReport {
  readonly organisationId: string;
  readonly year: number;
  /** 0 while nothing was written. */
  readonly version: number;
  readonly state: ReportState;
  readonly items: ManualItems;
  /** The figures as they were handed in, by key; null while it is written. */
  readonly frozen: Readonly<Record<string, number>> | null;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  /** What the bureau said when it sent the report back. */
  readonly returnReason: string | null;
  readonly decidedAt: Date | null;
  readonly updatedAt: Date | null;
}

export interface ReportCase {
  readonly report: AnnualReport;
  /** Where the unit is: its bureau looks at the report. */
  readonly divisionCode: string;
  readonly today: LegalDay;
}

export const emptyReport = (organisationId: string, year: number): AnnualReport => ({
  organisationId,
  year,
  version: 0,
  state: 'DRAFT',
  items: {},
  frozen: null,
  submittedAt: null,
  submittedBy: null,
  returnReason: null,
  decidedAt: null,
  updatedAt: null,
});

const MAX_TEXT = 5_000;
const MAX_COUNT = 1_000_000;

/** What was typed, by item: of the right kind, and no longer or larger than is kept. */
export function itemViolations(items: ManualItems): readonly Violation[] {
  const found = new Violations();
  for (const key of MANUAL_KEYS) {
    const value = items[key];
    if (value === undefined) continue;
    const { label, unit } = MANUAL_ITEMS[key];
    const path = `items.${key}`;
    if (unit === 'TEXT') found.optionalText(path, label, String(value), MAX_TEXT);
    else
      found.when(
        typeof value !== 'number' || !(unit === 'FEN' ? isFen(value) : isCount(value)),
        path,
        'OUT_OF_RANGE',
        unit === 'FEN' ? say`${label}应为不小于0的金额` : say`${label}应为不小于0的整数`,
      );
  }
  return found.found;
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_COUNT;

/** Every number is stated, be it 0; the texts may be left out. */
const complete: Rule<ReportCase> = ({ report }) =>
  MANUAL_KEYS.filter((key) => MANUAL_ITEMS[key].unit !== 'TEXT' && report.items[key] === undefined).map(
    (key) => violation(`items.${key}`, 'REQUIRED', say`请填写${MANUAL_ITEMS[key].label}，没有的填0`),
  );

const yearIsOver: Rule<ReportCase> = ({ report, today }) =>
  Number(today.slice(0, 4)) > report.year
    ? []
    : [violation('', ContractCodes.REPORT_YEAR_NOT_OVER, say`${report.year}年度报告在年度结束后报送`)];

const office: Check<ReportCase> = (actor, { report }) => {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  return hasRole(actor, report.organisationId, 'TRANSFER_OFFICER')
    ? allow
    : deny('只有本单位的技术转移人员或管理员可以填报');
};

const bureau: Check<ReportCase> = (actor, subject) => {
  if (actor.kind !== 'person') return deny('请先登录', Codes.UNAUTHENTICATED);
  if (!isBureauOf(actor, subject)) return deny('只有所在地主管部门可以审核');
  return isMember(actor, subject.report.organisationId)
    ? deny('您在该单位任职，应当回避', ContractCodes.CONFLICT_OF_INTEREST)
    : allow;
};

const isBureauOf = (actor: Actor, { divisionCode }: Pick<ReportCase, 'divisionCode'>): boolean =>
  isOfficerFor(actor, divisionCode, 'OFFICER', 'REGISTRAR', 'ORG_ADMIN');

/** A draft is the unit's own; the bureau sees the figures as they stand and what was handed in. */
export const mayRead = (actor: Actor, subject: Pick<ReportCase, 'report' | 'divisionCode'>): boolean =>
  hasRole(actor, subject.report.organisationId, 'TRANSFER_OFFICER') || isBureauOf(actor, subject);

export const reportMachine = act<ReportCase, ReportState, ReportAction>({
  lifecycle: reportLifecycle,
  stateOf: ({ report }) => report.state,
  rules: { edit: [], submit: [yearIsOver, complete], accept: [], return: [] },
  policy: { edit: office, submit: office, accept: bureau, return: bureau },
});

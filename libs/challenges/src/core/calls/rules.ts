import { formatWan, legalDayOf, Violations, say, type Rule, type Violation } from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { fundingFaults, type FundingFault } from '../money/plan.js';
import { leastOf, panelRuleOf } from '../review/panel.js';
import { FULL } from '../review/scoring.js';
import { approvalsLeft, COMMITMENTS, type Call } from './call.js';
import { indicatorFaults } from './form.js';
import type { CallAction } from './lifecycle.js';
import { MODES, type ModeDocument } from './modes.js';
import type { CallRules } from './parameters.js';

/** A call with what is looked at when it is judged. */
export interface CallCase {
  readonly call: Call;
  readonly rules: CallRules;
  /** Objections that wait for a decision. */
  readonly openObjections: number;
  /** Whether the county has a bureau on the platform; where it has none the city's acts for it. */
  readonly countyServed: boolean;
  /** Custodians of the plan who have not proved their keys yet. */
  readonly keysMissing: number;
  readonly review: ReviewFacts;
}

/** How far qualification and review of the call's round have come; counted, never told to who may not know them. */
export interface ReviewFacts {
  /** 有效方案 whose 资格审查 is not decided. */
  readonly undecided: number;
  readonly qualified: number;
  /** A draw of the round stands, done or under way. */
  readonly drawBegun: boolean;
  /** Seats that nobody holds or is invited to: the replacements are used up. */
  readonly vacant: number;
  /** Bids that the panel's members, without those in conflict, can no longer judge as the rule of panels asks. */
  readonly unjudgeable: number;
  /** Seats of the panel whose expert has not accepted; null before the draw. */
  readonly seatsWaiting: number | null;
  /** Score sheets that are not handed in. */
  readonly sheetsMissing: number;
  /** The second stage has begun, where the plan has one. */
  readonly advanced: boolean;
  /** 专家组意见 is written. */
  readonly opined: boolean;
  /** Members of the panel who have not signed the minutes. */
  readonly unsigned: number;
  /** Bids that passed the review and were not awarded before: an award that lapsed is not given again. Null before it is concluded. */
  readonly passed: number | null;
  /** Whose bids were opened; none before, when nobody may know. Who belongs to one works on none of them. */
  readonly bidders: readonly string[];
}

export const NO_REVIEW: ReviewFacts = {
  ...{
    undecided: 0,
    qualified: 0,
    drawBegun: false,
    vacant: 0,
    unjudgeable: 0,
    seatsWaiting: null,
    sheetsMissing: 0,
    advanced: false,
    opined: false,
    unsigned: 0,
  },
  passed: null,
  bidders: [],
};

const B3 = '本市揭榜制榜单要求（参考 B3）';
const one = (path: string, code: string, message: string, article?: string): readonly Violation[] => [
  article === undefined ? { path, code, message } : { path, code, message, article },
];
const none: readonly Violation[] = [];

const FUNDING_WORDS: { readonly [fault in FundingFault]: readonly [path: string, message: string] } = {
  DOES_NOT_SUM: ['funding.total', '发榜方出资与财政资金之和应等于发榜总投入'],
  FISCAL_RATIO: ['funding.city', '财政资金超过了总投入的最高比例'],
  FISCAL_CAP: ['funding.city', '财政资金超过了单个榜单的上限'],
  OWNER_RATIO: ['funding.owner', '发榜方出资低于最低比例'],
  SPLIT_NOT_KEPT: ['funding.county', '市、县两级财政资金没有按规定比例分担；非市县联合的榜单没有县级资金'],
};

/** What the money has against reference B6, by the mode and type of the call. */
export function fundingViolations({ call, rules }: Pick<CallCase, 'call' | 'rules'>): readonly Violation[] {
  const { funding, mode, content } = call;
  if (funding.total === 0) return one('funding.total', ChallengeCodes.MISSING, '请填写发榜总投入', B3);
  const rule = {
    fiscalRatioMax: content.type === 'RESULT_TRANSFER' ? rules.transferRatio : rules.fiscalRatio,
    fiscalCap: rules.fiscalCap,
    ownerRatioMin: rules.ownerRatio,
  };
  return fundingFaults(funding, rule, MODES[mode].shared ? rules.citySplit : null).map((fault) => {
    const [path, words] = FUNDING_WORDS[fault];
    const limit =
      fault === 'FISCAL_CAP'
        ? `（${formatWan(rule.fiscalCap)} 万元）`
        : fault === 'FISCAL_RATIO'
          ? `（${rule.fiscalRatioMax / 100}%）`
          : fault === 'OWNER_RATIO'
            ? `（${rule.ownerRatioMin / 100}%）`
            : '';
    return { path, code: ChallengeCodes.FUNDING, message: `${words}${limit}` };
  });
}

/** Everything that a demand lacks before it can be submitted. */
export function completeness(subject: Pick<CallCase, 'call' | 'rules'>): readonly Violation[] {
  const { content } = subject.call;
  const { monthsMax } = subject.rules;
  const found = new Violations();
  const need = (path: string, label: string, missing: boolean): unknown =>
    found.when(missing, path, ChallengeCodes.MISSING, say`请填写${label}`, B3);
  need('title', '榜单名称', content.title === '');
  need('type', '榜单类型', content.type === null);
  need('techField', '技术领域', content.techField === null);
  need('background', '需求背景与意义', content.background === '');
  need('work', '主要研发内容', content.work === '');
  need('deliverables', '成果交付形式', content.deliverables === '');
  need('acceptance', '验收标准', content.acceptance === '');
  need('ipTerms', '知识产权归属意向', content.ipTerms === null);
  need('payment', '支付方式', content.payment === '');
  need('requirements', '对揭榜方的要求', content.requirements === '');
  need('contact', '联系人', content.contact === '');
  need('phone', '联系电话', content.phone === '');
  need('months', '完成期限', content.months === null);
  found
    .when(
      content.months !== null && content.months > monthsMax,
      'months',
      ChallengeCodes.MONTHS,
      say`完成期限最长 ${monthsMax} 个月`,
    )
    .when(
      !content.indicators.some(({ core }) => core),
      'indicators',
      ChallengeCodes.NO_CORE_INDICATOR,
      '请至少填写一项核心指标，验收以此为准',
      B3,
    );
  for (const commitment of COMMITMENTS)
    found.when(
      !content.commitments.includes(commitment),
      `commitments.${commitment}`,
      ChallengeCodes.COMMITMENT,
      '请逐条阅读并作出承诺',
      '本市揭榜制发榜方条件（参考 B4）',
    );
  return [...found.found, ...indicatorFaults(content.indicators), ...fundingViolations(subject)];
}

export const DOCUMENT_NAMES: { readonly [document in ModeDocument]: string } = {
  DESIGNATION_REASON: '定向委托理由',
  EXPERT_ARGUMENT: '专家论证意见',
  DECISION_RECORD: '一事一议决策记录',
  FUNDING_AGREEMENT: '市县资金分担协议',
  CO_SIGNATURES: '会签部门意见',
  NOVELTY_REPORT: '查新报告',
  INDICATOR_ARGUMENT: '指标论证意见',
  RECOMMENDATION: '推荐函',
};

/** Everything that the plan lacks before the call can be approved (reference B2, B7, H22). */
export function planFaults({ call, rules }: Pick<CallCase, 'call' | 'rules'>): readonly Violation[] {
  const { plan, mode, ownerId } = call;
  const rule = MODES[mode];
  const { PLAN_INCOMPLETE, PANEL, WEIGHTS, CUSTODIANS, WINNERS, WINDOW, UNDERTAKER, SAME_PERSON } =
    ChallengeCodes;
  const people = new Set(plan.custodians.map(({ personId }) => personId));
  const least = leastOf({ amount: call.funding.total, disputed: false }, panelRuleOf(rules));
  const found = new Violations()
    .when(
      plan.winners < rule.winners.least || plan.winners > rule.winners.most,
      'winners',
      WINNERS,
      rule.winners.most === 1
        ? '该方式只立项一家'
        : `该方式立项 ${rule.winners.least} 至 ${rule.winners.most} 家`,
    )
    .when(
      plan.biddingDays < rules.biddingDays,
      'biddingDays',
      WINDOW,
      say`揭榜期不得少于 ${rules.biddingDays} 天`,
    )
    .when(
      plan.criteria.reduce((sum, { weight }) => sum + weight, 0) !== FULL,
      'criteria',
      WEIGHTS,
      '各评审指标的分值之和应为 100 分',
    )
    .when(
      plan.custodians.length < rules.custodians || people.size < plan.custodians.length,
      'custodians',
      CUSTODIANS,
      say`请指定至少 ${rules.custodians} 名不同的开标密钥保管人`,
    )
    .when(
      new Set(plan.custodians.map(({ office }) => office)).size < 2,
      'custodians',
      CUSTODIANS,
      '保管人不能都来自同一方，请从主管部门、监督部门、公证机构中至少选两方',
    )
    .when(
      plan.threshold < 2 || plan.threshold > plan.custodians.length,
      'threshold',
      CUSTODIANS,
      '开标所需份数应在 2 与保管人数之间',
    )
    .when(!rule.open && plan.undertakerId === null, 'undertakerId', PLAN_INCOMPLETE, '请指定承担单位')
    .when(
      rule.open && plan.undertakerId !== null,
      'undertakerId',
      UNDERTAKER,
      '公开揭榜的榜单不能指定承担单位',
    )
    .when(plan.undertakerId === ownerId, 'undertakerId', UNDERTAKER, '发榜方不能承担自己的榜单')
    .when(
      plan.judges !== null && (plan.judges % 2 === 0 || plan.judges < least),
      'judges',
      PANEL,
      say`每份方案的评审专家数应为单数，且不少于 ${least} 名`,
    )
    .when(plan.panelTimes % 2 === 0, 'panelTimes', PANEL, '专家组人数须为单数：倍数应为 1、3、5、7、9')
    .when(
      plan.secondStage?.line != null && plan.secondStage.line < rules.passLine,
      'secondStage.line',
      ChallengeCodes.STAGE,
      '进入答辩的分数线不能低于及格线',
    )
    .when(plan.office === '', 'office', PLAN_INCOMPLETE, '请填写责任处室')
    .when(plan.responsibleId === null, 'responsibleId', PLAN_INCOMPLETE, '请指定责任人')
    .when(plan.supervisorId === null, 'supervisorId', PLAN_INCOMPLETE, '请指定监督人')
    .when(
      plan.responsibleId !== null && plan.responsibleId === plan.supervisorId,
      'supervisorId',
      SAME_PERSON,
      '监督人不能是责任人本人',
    );
  for (const kind of rule.needs)
    found.when(
      !plan.documents.some((document) => document.kind === kind && document.summary !== ''),
      'documents',
      PLAN_INCOMPLETE,
      say`请补充${DOCUMENT_NAMES[kind]}`,
    );
  return found.found;
}

const isComplete: Rule<CallCase> = (subject) => completeness(subject);
const isPlanned: Rule<CallCase> = (subject) => [...planFaults(subject), ...fundingViolations(subject)];

const isApproved: Rule<CallCase> = ({ call }) =>
  approvalsLeft(call).length === 0
    ? none
    : one('', ChallengeCodes.PLAN_INCOMPLETE, '该方式要求的审批还没有全部完成');

const noOpenObjection: Rule<CallCase> = ({ openObjections }) =>
  openObjections === 0
    ? none
    : one('', ChallengeCodes.OBJECTION_OPEN, `还有 ${openObjections} 件异议没有结论，结论前不能继续`);

const goesOn: Rule<CallCase> = ({ call }) =>
  call.suspendedAt === null ? none : one('', ChallengeCodes.SUSPENDED, '榜单已中止，恢复后才能继续');
const keysStand: Rule<CallCase> = ({ keysMissing }) =>
  keysMissing === 0
    ? none
    : one('', ChallengeCodes.KEYS_MISSING, `还有 ${keysMissing} 位保管人没有登记公钥，登记后才能张榜`);
const isHeld: Rule<CallCase> = ({ call }) =>
  call.suspendedAt !== null ? none : one('', ChallengeCodes.NOT_SUSPENDED, '榜单没有中止');

const noticeIsOver: Rule<CallCase> = ({ call }, { now }) => {
  const until = call.noticeUntil ?? '';
  return legalDayOf(now) > until
    ? none
    : one('', ChallengeCodes.NOTICE_RUNNING, `公示到 ${until} 止，次日起可以完成公示`);
};

const opensNow: Rule<CallCase> = ({ call }, { now }) =>
  call.opensAt !== null && call.opensAt <= now
    ? none
    : one('', ChallengeCodes.NOT_YET, '还没有到开始揭榜的时间');
const closesNow: Rule<CallCase> = ({ call }, { now }) =>
  call.closesAt !== null && call.closesAt <= now ? none : one('', ChallengeCodes.NOT_YET, '还没有到截止时间');

const notOpened: Rule<CallCase> = ({ call }) =>
  call.openingAt === null ? none : one('', ChallengeCodes.TOO_LATE, '已经开始开标，不能再延长');

/** 流标: nobody may say so while bids are there, or while it is unknown whether any are. */
const hasNoBids: Rule<CallCase> = ({ call: { validBids } }) =>
  validBids === 0
    ? none
    : one(
        '',
        ChallengeCodes.HAS_BIDS,
        validBids === null ? '开标以前不能认定流标' : '有有效的揭榜方案，不能认定流标',
      );
const noneIsQualified: Rule<CallCase> = ({ review }) =>
  review.qualified === 0 ? none : one('', ChallengeCodes.HAS_BIDS, '有通过资格审查的方案，不能认定流标');
const nonePassed: Rule<CallCase> = ({ review }) =>
  review.passed === 0 ? none : one('', ChallengeCodes.HAS_BIDS, '有通过评审的方案，不能认定流标');

/** What is left of the bids at each stage at which a call can fail. */
const nothingIsLeft: Rule<CallCase> = (subject, context) => {
  switch (subject.call.state) {
    case 'QUALIFIED':
      return [...noneIsQualified(subject, context), ...stageIsOver(subject, context)];
    case 'REVIEWED':
      return nonePassed(subject, context);
    default:
      return hasNoBids(subject, context);
  }
};

/** 资格审查、立项公示: the day after the last one on which somebody may object. */
const stageIsOver: Rule<CallCase> = ({ call }, { now }) => {
  const until = call.stageUntil ?? '';
  return legalDayOf(now) > until
    ? none
    : one('', ChallengeCodes.NOTICE_RUNNING, `异议期到 ${until} 止，次日起可以继续`);
};

const allAreDecided: Rule<CallCase> = ({ review: { undecided } }) =>
  undecided === 0 ? none : one('', ChallengeCodes.NOT_DECIDED, `还有 ${undecided} 份方案没有资格审查结论`);

const isNotDrawn: Rule<CallCase> = ({ review: { drawBegun, qualified } }) => {
  if (qualified === 0) return one('', ChallengeCodes.NO_PANEL, '没有通过资格审查的方案，无需评审');
  return drawBegun ? one('', ChallengeCodes.DRAW_STANDS, '已经抽取专家，或正在抽取') : none;
};
/** Nobody draws again because the panel is not liked: only where a seat can no longer be filled. */
const isShort: Rule<CallCase> = ({ review: { vacant, unjudgeable } }) =>
  vacant > 0 || unjudgeable > 0
    ? none
    : one('', ChallengeCodes.DRAW_STANDS, '候补专家尚未用尽，不能重新抽取');
const panelIsSeated: Rule<CallCase> = ({ review: { seatsWaiting, qualified } }) => {
  if (qualified === 0) return one('', ChallengeCodes.NO_PANEL, '没有通过资格审查的方案，无需评审');
  if (seatsWaiting === null) return one('', ChallengeCodes.NO_PANEL, '还没有抽取评审专家');
  return seatsWaiting === 0
    ? none
    : one('', ChallengeCodes.NO_PANEL, `还有 ${seatsWaiting} 个专家席位没有确认`);
};
const sheetsAreIn: Rule<CallCase> = ({ review: { sheetsMissing } }) =>
  sheetsMissing === 0
    ? none
    : one('', ChallengeCodes.SHEETS_MISSING, `还有 ${sheetsMissing} 份评分表没有提交`);
const hasDefence: Rule<CallCase> = ({ call, review: { advanced } }) => {
  if (call.plan.secondStage === null) return one('', ChallengeCodes.STAGE, '该榜单的评审没有答辩阶段');
  return advanced ? one('', ChallengeCodes.STAGE, '已经进入答辩') : none;
};
const reviewIsDone: Rule<CallCase> = ({ call, review: { sheetsMissing, opined, advanced } }) => {
  if (sheetsMissing > 0)
    return one('', ChallengeCodes.SHEETS_MISSING, `还有 ${sheetsMissing} 份评分表没有提交`);
  if (call.plan.secondStage !== null && !advanced)
    return one('', ChallengeCodes.STAGE, '书面评审结束后还有答辩，须先确定进入答辩的方案');
  return opined ? none : one('', ChallengeCodes.SHEETS_MISSING, '专家组组长还没有填写专家组意见');
};
const somePassed: Rule<CallCase> = ({ review }) =>
  review.passed === 0 ? one('', ChallengeCodes.NONE_PASSED, '没有方案通过评审，只能认定流标') : none;
const minutesAreSigned: Rule<CallCase> = ({ review: { unsigned } }) =>
  unsigned === 0 ? none : one('', ChallengeCodes.UNSIGNED, `还有 ${unsigned} 位专家没有签署评审纪要`);

const free: readonly Rule<CallCase>[] = [];

/** What in the call's own state stands in the way of each action; all of it at once. */
export const callRules: { readonly [action in CallAction]: readonly Rule<CallCase>[] } = {
  edit: free,
  submit: [isComplete],
  withdraw: free,
  recommend: free,
  return: free,
  decline: free,
  passFormCheck: free,
  passArgument: free,
  reviseArgument: free,
  failArgument: free,
  plan: free,
  approve: [isPlanned],
  settleApproval: [isApproved],
  startNotice: free,
  completeNotice: [goesOn, noOpenObjection, noticeIsOver],
  annulNotice: free,
  publish: [goesOn, noOpenObjection, keysStand],
  openBidding: [goesOn, opensNow],
  extendBidding: [goesOn, notOpened],
  closeBidding: [goesOn, closesNow],
  openBids: free,
  publishQualification: [goesOn, noOpenObjection, allAreDecided],
  reviseQualification: free,
  drawExperts: [goesOn, noOpenObjection, stageIsOver, isNotDrawn],
  redraw: [goesOn, isShort],
  startReview: [goesOn, noOpenObjection, stageIsOver, panelIsSeated],
  advanceReview: [goesOn, hasDefence, sheetsAreIn],
  concludeReview: [goesOn, reviewIsDone],
  reopenReview: [goesOn],
  checkSite: [goesOn, somePassed],
  deliberate: [goesOn, somePassed, minutesAreSigned],
  annulAward: free,
  completeAward: [goesOn, noOpenObjection, stageIsOver],
  passOver: free,
  finish: free,
  fail: [goesOn, noOpenObjection, nothingIsLeft],
  relist: [noOpenObjection],
  suspend: [goesOn],
  resume: [isHeld],
  terminate: free,
};

import {
  act,
  allow,
  Codes,
  deny,
  hasRole,
  legalDayOf,
  sumFen,
  type Actor,
  type Check,
  type Rule,
} from '@jihui/kernel';
import { ChallengeCodes } from '../errors.js';
import { belongsToOneOf, isCityOfficer } from '../calls/perform.js';
import { compared, passes } from '../indicators/indicators.js';
import { balanceOf, paymentFaults, type PaymentFault, type PaymentFacts } from '../money/ledger.js';
import { projectLifecycle, type ProjectAction, type ProjectState } from './lifecycle.js';
import { measurementsOf, type Project } from './project.js';

type Place = Pick<Project, 'divisionCode' | 'organisationId' | 'ownerId'>;
type OfficePlace = Pick<Project, 'divisionCode' | 'ownerId' | 'bidderIds' | 'organisationId'>;

/** An officer of the city's bureau who belongs neither to the owner nor to anybody who bid or undertakes it: a rival gains by what one loses. */
export const isProjectOfficer = (actor: Actor, project: OfficePlace): boolean =>
  isCityOfficer(actor, project) && !belongsToOneOf(actor, [...project.bidderIds, project.organisationId]);
export const isUndertaker = (actor: Actor, { organisationId }: Place): boolean =>
  hasRole(actor, organisationId, 'TRANSFER_OFFICER');
export const isProjectOwner = (actor: Actor, { ownerId }: Place): boolean =>
  hasRole(actor, ownerId, 'TRANSFER_OFFICER');
const isSupervising = (actor: Actor, { supervisorId }: Project): boolean =>
  actor.kind === 'person' && actor.personId === supervisorId;

const check =
  (may: (actor: Actor, project: Project) => boolean, reason: string): Check<Project> =>
  (actor, project) => {
    if (actor.kind === 'anonymous') return deny('请先登录', Codes.UNAUTHENTICATED);
    return may(actor, project) ? allow : deny(reason);
  };
const officer = check(isProjectOfficer, '只有市科技主管部门的经办人可以办理，且不能是发榜方、揭榜单位人员');
const undertaker = check(isUndertaker, '只有承担单位的转移转化负责人、单位管理员可以办理');
const owner = check(isProjectOwner, '只有发榜单位的转移转化负责人、单位管理员可以办理');
const sides = check(
  (actor, project) => isUndertaker(actor, project) || isProjectOwner(actor, project),
  '只有发榜单位、承担单位的转移转化负责人、单位管理员可以办理',
);
const supervisor = check(isSupervising, '由该项目的监督人办理');
const inspector = check(
  (actor, project) => isProjectOfficer(actor, project) || isSupervising(actor, project),
  '只有市科技主管部门的经办人和该项目的监督人可以办理',
);

const one = (code: string, message: string) => [{ path: '', code, message }];
const goesOn: Rule<Project> = ({ suspendedAt }) =>
  suspendedAt === null ? [] : one(ChallengeCodes.SUSPENDED, '项目已中止，恢复后才能继续');
const isHeld: Rule<Project> = ({ suspendedAt }) =>
  suspendedAt === null ? one(ChallengeCodes.NOT_SUSPENDED, '项目没有中止') : [];
const isRace: Rule<Project> = ({ mode }) =>
  mode === 'SM' ? [] : one(ChallengeCodes.PROJECT, '只有赛马制项目有节点淘汰');
const isLate: Rule<Project> = ({ signBy }, { now }) =>
  legalDayOf(now) > signBy ? [] : one(ChallengeCodes.NOT_YET, `签约期限到 ${signBy} 止，此后才能取消立项`);
const allAssessed: Rule<Project> = ({ milestones }) =>
  milestones.every(({ verdict }) => verdict === 'PASSED')
    ? []
    : one(ChallengeCodes.PROJECT, '还有节点没有通过，不能申请验收');
const waits: Rule<Project> = ({ request }) =>
  request === null ? one(ChallengeCodes.PAYMENT, '没有待审批的拨付') : [];
const noRequest: Rule<Project> = ({ request }) =>
  request === null ? [] : one(ChallengeCodes.PAYMENT, '还有一笔拨付待审批');
/** 两级审批: who requested a payment does not approve it. */
const secondLevel: Rule<Project> = ({ request }, { actor }) =>
  actor.kind === 'person' && request?.personId === actor.personId
    ? one(ChallengeCodes.SAME_PERSON, '申请拨付与审批拨付不能是同一人')
    : [];
const hasUserReport: Rule<Project> = ({ acceptance }) =>
  acceptance?.userReport ? [] : one(ChallengeCodes.PROJECT, '发榜方还没有出具用户报告');
/** 通过: every core indicator is met, no other left unmeasured, and the owner does not veto. */
const indicatorsPass: Rule<Project> = (project) => {
  if (project.acceptance?.userReport?.satisfied === false)
    return one(ChallengeCodes.PROJECT, '发榜方认为核心指标没有达到，不能通过验收');
  const results = compared(project.indicators, project.promises, measurementsOf(project));
  return passes(project.indicators, results)
    ? []
    : one(ChallengeCodes.PROJECT, '有核心指标没有达到，或有指标没有检测，不能通过验收');
};
const nothingOpen: Rule<Project> = (project) => {
  const { available } = balanceOf(project.entries);
  if (project.request !== null) return one(ChallengeCodes.PAYMENT, '还有一笔拨付待审批');
  return available === 0 ? [] : one(ChallengeCodes.PAYMENT, '已下达的资金还有结余，须先拨付或退回');
};
const proposed: Rule<Project> = ({ exemption }, { actor }) => {
  if (exemption === null) return one(ChallengeCodes.EXEMPTION, '还没有提出免责认定');
  if (exemption.reviewedBy !== null) return one(ChallengeCodes.EXEMPTION, '免责认定已经初审');
  return actor.kind === 'person' && actor.personId === exemption.proposedBy
    ? one(ChallengeCodes.SAME_PERSON, '提出免责认定与审核不能是同一人')
    : [];
};
const reviewed: Rule<Project> = ({ exemption }, { actor }) => {
  if (exemption?.reviewedBy == null) return one(ChallengeCodes.EXEMPTION, '免责认定还没有初审');
  if (exemption.decidedBy !== null) return one(ChallengeCodes.EXEMPTION, '免责认定已有结论');
  const before = [exemption.proposedBy, exemption.reviewedBy];
  return actor.kind === 'person' && before.includes(actor.personId)
    ? one(ChallengeCodes.SAME_PERSON, '提出、初审免责认定的人不能作结论')
    : [];
};
/** Who decides in the end neither proposes nor reviews, or nobody could decide. */
const notDecider: Rule<Project> = (project, { actor }) =>
  isSupervising(actor, project)
    ? one(ChallengeCodes.SAME_PERSON, '监督人负责作出结论，不能提出或初审免责认定')
    : [];
const notRectified: Rule<Project> = ({ acceptance }) =>
  acceptance?.rectifyBy == null
    ? []
    : one(ChallengeCodes.PROJECT, '项目已经整改过一次，只能通过、结题或终止');
/** Fault is no reason to be exempt; a project that was accepted needs none. */
const mayBeExempt: Rule<Project> = ({ state, exemption }) => {
  if (state === 'ACCEPTED') return one(ChallengeCodes.EXEMPTION, '验收通过的项目无需免责认定');
  return exemption === null ? [] : one(ChallengeCodes.EXEMPTION, '已经提出过免责认定');
};
const isAccepted = ({ state, acceptance }: Project): boolean =>
  state === 'ACCEPTED' || acceptance?.passed === true;
/** 成果登记 asks for an affirmative conclusion (reference C1). */
const wasAccepted: Rule<Project> = (project) =>
  isAccepted(project) ? [] : one(ChallengeCodes.PROJECT, '只有验收通过的项目登记成果');
/** 经济效益 is of what was accepted (reference B8). */
const hasBenefit: Rule<Project> = (project) =>
  isAccepted(project) ? [] : one(ChallengeCodes.PROJECT, '只有验收通过的项目报告经济效益');
/** 尽职免责: what was reasonably spent is not clawed back (reference B8). */
const notExempt: Rule<Project> = ({ exemption }) =>
  exemption?.exempt === true ? one(ChallengeCodes.EXEMPTION, '已认定免责，合理支出不再追回') : [];

/** The one place where an action on a project is decided. */
export const projectMachine = act<Project, ProjectState, ProjectAction>({
  lifecycle: projectLifecycle,
  stateOf: ({ state }) => state,
  rules: {
    sign: [],
    lapse: [isLate],
    linkContract: [],
    report: [goesOn],
    assess: [goesOn],
    change: [goesOn],
    eliminate: [isRace],
    applyAcceptance: [goesOn, allAssessed],
    giveUserReport: [goesOn],
    accept: [goesOn, hasUserReport, indicatorsPass],
    conclude: [goesOn, hasUserReport],
    reject: [goesOn, notRectified],
    appropriate: [goesOn],
    requestPayment: [goesOn, noRequest],
    refusePayment: [waits],
    pay: [goesOn, waits, secondLevel],
    provePayment: [],
    inspect: [],
    suspend: [goesOn],
    resume: [isHeld],
    terminate: [],
    recover: [notExempt],
    giveBack: [],
    proposeExemption: [mayBeExempt, notDecider],
    reviewExemption: [proposed, notDecider],
    decideExemption: [reviewed],
    settle: [nothingOpen],
    registerResult: [wasAccepted],
    reportBenefit: [hasBenefit],
  },
  policy: {
    ...{ sign: officer, lapse: officer, linkContract: sides, report: undertaker, assess: officer },
    ...{ change: officer, eliminate: officer, applyAcceptance: undertaker, giveUserReport: owner },
    ...{ accept: officer, conclude: officer, reject: officer, appropriate: officer },
    ...{ requestPayment: officer, refusePayment: officer, pay: officer, provePayment: owner },
    ...{ inspect: inspector, suspend: officer, resume: officer, terminate: officer, recover: officer },
    ...{ giveBack: officer, proposeExemption: officer, reviewExemption: officer },
    ...{ decideExemption: supervisor, settle: officer, registerResult: undertaker, reportBenefit: sides },
  },
});

/** What a payment of a project is decided on. */
export const paymentFactsOf = (project: Project): PaymentFacts => ({
  approved: project.approved,
  instalments: project.instalments,
  entries: project.entries,
  passed: new Set(project.milestones.filter(({ verdict }) => verdict === 'PASSED').map(({ id }) => id)),
  ownerPaid: sumFen(project.ownerPayments.map(({ amount }) => amount)),
  ownerDue: project.ownerDue,
  suspended: project.suspendedAt !== null,
});

const PAYMENT_WORDS: { readonly [fault in PaymentFault]: string } = {
  UNKNOWN_INSTALMENT: '没有这一期拨付',
  NOTHING_DUE: '这一期的金额为零，无需拨付',
  ALREADY_PAID: '这一期已经拨付',
  EARLIER_NOT_PAID: '前面的分期还没有拨付',
  MILESTONE_NOT_PASSED: '对应的节点还没有通过',
  OWNER_BEHIND: '发榜方的付款证明没有达到相同比例',
  NOT_AVAILABLE: '下达的资金不足',
  ABOVE_APPROVED: '超过了核定的财政资金',
  SUSPENDED: '项目已中止，恢复后才能继续',
};

/** Everything that stands in the way of paying an instalment; the technical contract must be registered first. */
export const paymentViolations = (project: Project, instalment: string) => [
  ...(project.contract === null ? one(ChallengeCodes.PAYMENT, '技术合同还没有登记并关联，不能拨付') : []),
  ...paymentFaults(instalment, paymentFactsOf(project)).map((fault) => ({
    path: 'instalment',
    code: ChallengeCodes.PAYMENT,
    message: PAYMENT_WORDS[fault],
  })),
];

/** What somebody is to a project: the sides and the bureau read all of it, everybody what is public. */
export type ProjectSight = 'OFFICER' | 'SUPERVISOR' | 'UNDERTAKER' | 'OWNER' | 'PUBLIC';
export const projectSightOf = (actor: Actor, project: Project): ProjectSight => {
  if (isProjectOfficer(actor, project)) return 'OFFICER';
  if (isSupervising(actor, project)) return 'SUPERVISOR';
  if (isUndertaker(actor, project)) return 'UNDERTAKER';
  return isProjectOwner(actor, project) ? 'OWNER' : 'PUBLIC';
};

/** 尽职材料: who answers for the work, and who judges whether it was diligent; the owner is the other side of it. */
export const readsDiligence = (actor: Actor, project: Project): boolean =>
  ['OFFICER', 'SUPERVISOR', 'UNDERTAKER'].includes(projectSightOf(actor, project));

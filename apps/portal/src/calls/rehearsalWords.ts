import type { CallRehearsalLevel, CallRehearsalOutcome, CallRehearsalPlace } from '../gql/graphql.js';
import type { StatusTone } from '../design/StatusTag.js';
import { words } from '../i18n/index.js';
import { some } from '../i18n/some.js';

export const rehearsalWords = words(
  {
    title: '预演',
    intro:
      '用模拟的揭榜方，按现行规则、节假日和人员，把这个榜单从今天走到结算。只计算，不写入任何内容，也不通知任何人。',
    running: '正在预演',
    assuming: '设想',
    assumingHint:
      '榜单还没有写明的日期和节点；不填写的按最早可能的日期、期限的一半和期满、30%、40%、30% 计。',
    noticeFrom: '拟发布公示的日期',
    opensOn: '拟开始揭榜的日期',
    milestones: '节点',
    milestoneName: '节点名称',
    month: '签约后第几个月',
    addMilestone: '添加节点',
    removeMilestone: (index: number) => `删除第 ${index + 1} 个节点`,
    instalments: '分期拨付',
    ratio: '比例（%）',
    milestoneOf: '对应的节点',
    onSigning: '签约后即付',
    nth: (place: number) => `第 ${place} 个节点`,
    addInstalment: '添加分期',
    removeInstalment: (index: number) => `删除第 ${index + 1} 期`,
    again: '重新预演',
    faults: '发现的问题',
    noFaults: '没有发现问题',
    noFaultsText: '各种情形都能走到底。发布前如有改动，请再预演一次。',
    counts: (blocking: number, impeding: number, advice: number) =>
      `必须修改 ${blocking} 项，将卡住 ${impeding} 项，提示 ${advice} 项`,
    atStep: '环节',
    calendar: '日历',
    stories: '情形',
    passed: (steps: number) => `${steps} 步全部办成`,
    stopped: (steps: number, of: number) => `${of} 步中有 ${steps} 步办不成`,
    lasts: (from: string, to: string) => `${from} 至 ${to}`,
    ends: '结束时的状态',
    until: (day: string) => `至 ${day}`,
    toPlan: '去榜单安排修改',
    toCall: '退回发榜方修改',
    toBank: '去专家库补充',
    here: '在下面的设想中修改',
    none: '不能预演',
    noneText: '榜单提交后、张榜前，由收到它的科技主管部门预演。',
  },
  {
    title: 'Rehearsal',
    intro:
      'Takes this call from today to its settlement with bidders that are made up, by the rules, holidays and people of today. It computes and writes nothing, and tells nobody.',
    running: 'Rehearsing',
    assuming: 'What is assumed',
    assumingHint:
      'Days and milestones that the call does not say yet. What is left out is the earliest day possible, the half and the end of the term, and 30, 40 and 30 %.',
    noticeFrom: 'Day of the notice',
    opensOn: 'First day of bidding',
    milestones: 'Milestones',
    milestoneName: 'Name',
    month: 'Month after signing',
    addMilestone: 'Add a milestone',
    removeMilestone: (index: number) => `Remove milestone ${index + 1}`,
    instalments: 'Instalments',
    ratio: 'Share in %',
    milestoneOf: 'Tied to',
    onSigning: 'Paid on signing',
    nth: (place: number) => `Milestone ${place}`,
    addInstalment: 'Add an instalment',
    removeInstalment: (index: number) => `Remove instalment ${index + 1}`,
    again: 'Rehearse again',
    faults: 'What was found',
    noFaults: 'Nothing was found',
    noFaultsText: 'Every story comes to its end. Rehearse again after any change.',
    counts: (blocking: number, impeding: number, advice: number) =>
      `${blocking} to change, ${impeding} that will stop a step, ${some(advice, 'hint')}`,
    atStep: 'Step',
    calendar: 'Calendar',
    stories: 'Stories',
    passed: (steps: number) => `All ${some(steps, 'step')} done`,
    stopped: (steps: number, of: number) => `${steps} of ${some(of, 'step')} cannot be done`,
    lasts: (from: string, to: string) => `${from} to ${to}`,
    ends: 'State at the end',
    until: (day: string) => `until ${day}`,
    toPlan: 'Change the plan',
    toCall: 'Return it to the issuer',
    toBank: 'Add experts',
    here: 'Change it in what is assumed, below',
    none: 'It cannot be rehearsed',
    noneText: 'A call is rehearsed by the bureau that has it on its desk, before it is published.',
  },
);

export const rehearsalLevels = words<Readonly<Record<CallRehearsalLevel, string>>>(
  { BLOCKING: '必须修改', IMPEDING: '将卡住', ADVICE: '提示' },
  { BLOCKING: 'Must be changed', IMPEDING: 'Will stop', ADVICE: 'Hint' },
);
export const levelTones: Readonly<Record<CallRehearsalLevel, StatusTone>> = {
  BLOCKING: 'refused',
  IMPEDING: 'attention',
  ADVICE: 'rest',
};

export const rehearsalPlaces = words<Readonly<Record<CallRehearsalPlace, string>>>(
  {
    CONTENT: '需求表',
    PLAN: '榜单安排',
    PEOPLE: '人员和角色',
    POOL: '专家库',
    SCHEDULE: '设想',
    PARAMETERS: '参数',
  },
  {
    CONTENT: 'The demand',
    PLAN: 'The plan',
    PEOPLE: 'People and roles',
    POOL: 'The expert bank',
    SCHEDULE: 'What is assumed',
    PARAMETERS: 'Parameters',
  },
);

export const rehearsalOutcomes = words<Readonly<Record<CallRehearsalOutcome, string>>>(
  { DONE: '办成', WAITS: '须等待', STOPPED: '办不成' },
  { DONE: 'Done', WAITS: 'Has to wait', STOPPED: 'Cannot be done' },
);
export const outcomeTones: Readonly<Record<CallRehearsalOutcome, StatusTone>> = {
  DONE: 'good',
  WAITS: 'attention',
  STOPPED: 'refused',
};

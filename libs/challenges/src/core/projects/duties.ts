import { formatYuan, legalDayOf, type LegalDay } from '@jihui/kernel';
import { benefitsDue, type AftermathRules } from './aftermath.js';
import type { ProjectState } from './lifecycle.js';
import type { Milestone, Project } from './project.js';
import { registerByFrom } from './task-book.js';

/** A step of the project's history as it stands in the chain, with the name of who did it. */
export interface ProvenStep {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly reason: string | null;
  readonly person: string;
  readonly hash: string;
}

export const DUTY_SIDES = ['承担单位', '发榜方', '主管部门', '监督人'] as const;
export type DutySide = (typeof DUTY_SIDES)[number];

/** 已完成、逾期完成、未完成、未到期、提前结束后不再履行. */
export type DutyState = 'MET' | 'LATE' | 'OPEN' | 'NOT_DUE' | 'RELEASED';

/** One duty of one side: until when, and the steps of the history that prove it. */
export interface Duty {
  readonly duty: string;
  readonly side: DutySide;
  /** Where it is laid down. */
  readonly basis: string;
  readonly due: LegalDay | null;
  readonly state: DutyState;
  /** The day of the last step that proves it. */
  readonly metOn: LegalDay | null;
  /** The file of the pack in which what was done stands. */
  readonly record: string;
  readonly steps: readonly ProvenStep[];
}

interface Asked {
  readonly duty: string;
  readonly side: DutySide;
  readonly basis: string;
  readonly record: string;
  readonly due?: LegalDay | null;
  /** Whether it was done, apart from being late. */
  readonly done: boolean;
  readonly steps: readonly ProvenStep[];
  /** The day that counts, where it is another than that of the step, such as the day of a signature. */
  readonly on?: LegalDay;
}

const TASK_BOOK = '项目任务书';
const LAW = {
  exempt: '科学技术进步法第六十八条、第九十七条',
  rules: '本市揭榜制规定（参考 B5、B6、B8）',
  register: '科技成果登记办法（国科发计字〔2000〕542号）',
} as const;

/**
 * Every duty of a project (尽职免责, reference B8: who worked diligently with original records is exempt), in the order in which
 * it falls due: what the task book and the rules ask of the two sides, the bureau and the supervisor, and what was done.
 * @param history all steps of the project's own stream, oldest first
 * @param today by which what is not done is overdue or not due yet
 * @param rules for how long benefit is reported, and by when
 */
export function dutiesOf(
  project: Project,
  history: readonly ProvenStep[],
  today: LegalDay,
  rules: AftermathRules,
): readonly Duty[] {
  const of = (...actions: readonly string[]): readonly ProvenStep[] =>
    history.filter(({ action }) => actions.includes(action));
  // A lapsed award never came to anything else.
  if (project.state === 'LAPSED')
    return signing(project, of)
      .slice(0, 1)
      .map((one) => dutyOf(one, today, null));
  const asked: readonly Asked[] = [
    ...signing(project, of),
    ...project.milestones.flatMap((milestone) => milestoneDuties(milestone, of)),
    ...money(project, of),
    ...supervision(project, of),
    ...ending(project, of),
    ...benefitDuties(project, of, rules),
  ];
  const [stopped] = of(...EARLY);
  const endedOn = stopped === undefined ? null : legalDayOf(new Date(stopped.at));
  return asked.map((one) => dutyOf(one, today, endedOn));
}

type Of = (...actions: readonly string[]) => readonly ProvenStep[];

/** @param endedOn the day on which the project ended early: what its task book asked for later is not owed any more */
function dutyOf(
  { due = null, done, steps, on, ...rest }: Asked,
  today: LegalDay,
  endedOn: LegalDay | null,
): Duty {
  const last = steps.at(-1);
  const metOn = done ? (on ?? (last === undefined ? null : legalDayOf(new Date(last.at)))) : null;
  const late = due !== null && (metOn ?? today) > due;
  const released = endedOn !== null && rest.basis === TASK_BOOK && (due === null || due > endedOn);
  const undone = released ? 'RELEASED' : due === null || late ? 'OPEN' : 'NOT_DUE';
  return { ...rest, due, state: done ? (late ? 'LATE' : 'MET') : undone, metOn, steps };
}

const signing = ({ taskBook, contract, signBy }: Project, of: Of): readonly Asked[] => [
  {
    ...{ duty: '签订任务书', side: '主管部门', basis: LAW.rules, record: 'records/task-book.json' },
    ...{ due: signBy, done: taskBook !== null, steps: of('signProject', 'lapseProject') },
    on: taskBook?.signedOn,
  },
  {
    ...{ duty: '技术合同登记并关联', side: '承担单位', basis: LAW.rules, record: 'records/task-book.json' },
    ...{ done: contract !== null, steps: of('linkProjectContract') },
  },
];

function milestoneDuties(milestone: Milestone, of: Of): readonly Asked[] {
  const { name, dueOn, report, verdict, assessedAt } = milestone;
  const record = 'records/milestones.json';
  const at = (action: string, instant: string | null): readonly ProvenStep[] =>
    of(action).filter((step) => step.at === instant);
  return [
    {
      ...{ duty: `报告节点“${name}”`, side: '承担单位', basis: TASK_BOOK, record, due: dueOn },
      ...{ done: report !== null, steps: at('reportMilestone', report?.at ?? null) },
    },
    {
      ...{ duty: `考核节点“${name}”`, side: '主管部门', basis: TASK_BOOK, record },
      ...{ done: verdict !== null, steps: at('assessMilestone', assessedAt) },
    },
  ];
}

function money({ instalments, entries, ownerDue, ownerPayments }: Project, of: Of): readonly Asked[] {
  const record = 'records/payments.json';
  const paid = (id: string) => entries.find((entry) => entry.kind === 'PAID' && entry.instalment === id);
  const owners = ownerPayments.reduce((sum, { amount }) => sum + amount, 0);
  return [
    {
      ...{ duty: '下达财政资金', side: '主管部门', basis: LAW.rules, record },
      ...{ done: entries.some(({ kind }) => kind === 'APPROPRIATED'), steps: of('appropriateProjectMoney') },
    },
    ...instalments.flatMap(({ id, amount }): readonly Asked[] => {
      if (amount === 0) return [];
      const row = paid(id);
      const steps = of('requestProjectPayment', 'payProject').filter(({ reason }) => reason === row?.voucher);
      const duty = `拨付第 ${id.slice(1)} 期 ${formatYuan(amount)} 元（两级审批）`;
      return [{ duty, side: '主管部门', basis: TASK_BOOK, record, done: row !== undefined, steps }];
    }),
    {
      ...{ duty: `发榜方出资 ${formatYuan(ownerDue)} 元并出具付款证明`, side: '发榜方', basis: TASK_BOOK },
      ...{ record: 'records/owner-receipts.json', done: owners >= ownerDue, steps: of('proveOwnerPayment') },
    },
    ...(entries.some(({ kind }) => kind === 'RECOVERED' || kind === 'RETURNED')
      ? [
          {
            ...{ duty: '追回、退回资金', side: '主管部门' as const, basis: LAW.rules, record, done: true },
            steps: of('recoverProjectMoney', 'returnProjectMoney'),
          },
        ]
      : []),
  ];
}

function supervision({ inspections, changes }: Project, of: Of): readonly Asked[] {
  const watched = of('alarmOverdueMilestones');
  return [
    {
      ...{ duty: '检查', side: '主管部门', basis: LAW.rules, record: 'records/inspections.json' },
      ...{ done: inspections.length > 0, steps: of('inspectProject') },
    },
    ...(changes.length === 0
      ? []
      : [
          {
            ...{ duty: '变更报批', side: '主管部门' as const, basis: TASK_BOOK, done: true },
            ...{ record: 'records/changes.json', steps: of('changeProject', 'replaceProjectUndertaker') },
          },
        ]),
    ...(watched.length === 0
      ? []
      : [
          {
            ...{ duty: '节点逾期提醒', side: '主管部门' as const, basis: LAW.rules, done: true },
            ...{ record: PACK_HISTORY, steps: watched },
          },
        ]),
  ];
}
const PACK_HISTORY = 'history.json';

/** States after a conclusion; 整改 is none. */
const CONCLUDED: readonly ProjectState[] = ['ACCEPTED', 'CONCLUDED', 'TERMINATED', 'ELIMINATED', 'SETTLED'];
const EARLY = ['terminateProject', 'eliminateProject'];
const ENDINGS = ['concludeAcceptance', ...EARLY];

function ending(project: Project, of: Of): readonly Asked[] {
  const { acceptance, exemption, state, taskBook } = project;
  const record = 'records/acceptance.json';
  const early = of(...EARLY).length > 0;
  const accepting: readonly Asked[] = [
    {
      ...{ duty: '申请验收', side: '承担单位', basis: TASK_BOOK, record, due: taskBook?.endsOn },
      ...{ done: acceptance !== null, steps: of('applyForAcceptance') },
    },
    {
      ...{ duty: '出具用户报告', side: '发榜方', basis: LAW.rules, record },
      ...{ done: acceptance?.userReport != null, steps: of('giveUserReport') },
    },
  ];
  const exempting: readonly Asked[] =
    exemption === null
      ? []
      : [
          {
            ...{ duty: '免责认定：提出、初审、结论三人分办', side: '监督人', basis: LAW.exempt },
            ...{ record: 'records/exemption.json', done: exemption.decidedBy !== null },
            steps: of('proposeExemption', 'reviewExemption', 'decideExemption'),
          },
        ];
  return [
    ...(early && acceptance === null ? [] : accepting),
    {
      ...{ duty: early ? '终止决定' : '验收结论', side: '主管部门', basis: LAW.rules, record },
      ...{ done: CONCLUDED.includes(state), steps: of(...ENDINGS) },
    },
    ...exempting,
    ...registering(project, of),
    {
      ...{ duty: '绩效评价与结算', side: '主管部门', basis: LAW.rules, record: 'records/project.json' },
      ...{ done: state === 'SETTLED', steps: of('settleProject') },
    },
  ];
}

/** 成果登记 of what was accepted. */
function registering({ state, acceptance, results }: Project, of: Of): readonly Asked[] {
  const concluded = of('concludeAcceptance').at(-1);
  if (concluded === undefined || !(state === 'ACCEPTED' || acceptance?.passed === true)) return [];
  const [first] = results;
  return [
    {
      ...{ duty: '成果登记', side: '承担单位', basis: LAW.register, record: 'records/results.json' },
      ...{ due: registerByFrom(legalDayOf(new Date(concluded.at))), done: first !== undefined },
      ...{ steps: of('registerProjectResult'), on: first?.registeredOn },
    },
  ];
}

/** 经济效益报告 of each year after an acceptance (reference B8). */
const benefitDuties = (project: Project, of: Of, rules: AftermathRules): readonly Asked[] =>
  benefitsDue(project, rules).map(({ year, by }): Asked => {
    const report = project.benefits.find((one) => one.year === year);
    return {
      ...{ duty: `报告 ${year} 年经济效益`, side: '承担单位', basis: LAW.rules, due: by },
      ...{ record: 'records/benefits.json', done: report !== undefined },
      steps: of('reportProjectBenefit').filter((step) => step.at === report?.at),
    };
  });

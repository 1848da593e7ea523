import { aProject } from '../../../test/project.fixture.js';
import { dutiesOf, type DutyState, type ProvenStep } from './duties.js';
import { projectLifecycle } from './lifecycle.js';
import type { Project } from './project.js';

const TODAY = '2027-01-01';
const RULES = { benefitYears: 3, benefitDays: 90 };
const step = (action: string, at: string, more: Partial<ProvenStep> = {}): ProvenStep => ({
  ...{ seq: 1, at, action, reason: null, person: '郭志强', hash: 'a'.repeat(64) },
  ...more,
});
const statesOf = (
  project: Project,
  history: readonly ProvenStep[] = [],
): Readonly<Record<string, DutyState>> =>
  Object.fromEntries(dutiesOf(project, history, TODAY, RULES).map(({ duty, state }) => [duty, state]));

it.each(projectLifecycle.states)(
  'every duty of a project in %s has a side, a basis and a record',
  (state) => {
    const duties = dutiesOf(aProject(state), [], TODAY, RULES);
    expect(duties.length).toBeGreaterThan(0);
    for (const { duty, side, basis, record } of duties)
      expect([duty, side, basis, record].every((text) => text !== '')).toBe(true);
    expect(new Set(duties.map(({ duty }) => duty)).size).toBe(duties.length);
  },
);

it('tells what was met in time, late, not at all and is not due yet', () => {
  const report = { text: '', evidence: '', at: '2026-07-02T01:00:00.000Z', measurements: [] };
  const plain = { verdict: null, opinion: '', assessedAt: null, report: null };
  const project = aProject('RUNNING', {
    ...{ signBy: '2026-02-01', acceptance: null },
    milestones: [
      { ...plain, id: 'M1', name: '甲', dueOn: '2026-06-30', report },
      { ...plain, id: 'M2', name: '乙', dueOn: '2026-12-31' },
      { ...plain, id: 'M3', name: '丙', dueOn: '2027-06-30' },
    ],
  });
  const history = [
    step('signProject', '2026-01-05T02:00:00.000Z'),
    step('reportMilestone', '2026-03-01T01:00:00.000Z'),
    step('reportMilestone', report.at, { seq: 3 }),
  ];
  expect(statesOf(project, history)).toMatchObject({
    ...{ 签订任务书: 'MET', '报告节点“甲”': 'LATE', '报告节点“乙”': 'OPEN', '报告节点“丙”': 'NOT_DUE' },
    ...{ 申请验收: 'NOT_DUE', 绩效评价与结算: 'OPEN' },
  });
  const reported = dutiesOf(project, history, TODAY, RULES).find(({ duty }) => duty === '报告节点“甲”');
  expect(reported).toMatchObject({ metOn: '2026-07-02', steps: [{ seq: 3 }] });
});

it('proves a payment by both of its levels, and an exemption by all three of its hands', () => {
  const entry = {
    kind: 'PAID' as const,
    amount: 90_000_00,
    instalment: 'P1',
    day: '2026-03-01',
    personIds: [],
  };
  const exemption = {
    ...{ facts: '', records: '', expertOpinion: '', proposedBy: 'a', reviewedBy: 'b', review: '' },
    ...{ decidedBy: 'c', exempt: true, conclusion: '' },
  };
  const project = aProject('TERMINATED', {
    entries: [{ ...entry, voucher: 'PZ-1' }],
    exemption,
    acceptance: null,
  });
  const at = '2026-03-01T01:00:00.000Z';
  const history = [
    step('requestProjectPayment', at, { seq: 1, reason: 'PZ-1' }),
    step('requestProjectPayment', at, { seq: 2, reason: 'PZ-2' }),
    step('payProject', at, { seq: 3, reason: 'PZ-1' }),
    step('terminateProject', at, { seq: 4 }),
    ...['proposeExemption', 'reviewExemption', 'decideExemption'].map((action, place) =>
      step(action, at, { seq: 5 + place }),
    ),
  ];
  const duties = dutiesOf(project, history, TODAY, RULES);
  const seqs = (part: string) => duties.find(({ duty }) => duty.includes(part))?.steps.map(({ seq }) => seq);
  expect(seqs('拨付第 1 期')).toEqual([1, 3]);
  expect(seqs('终止决定')).toEqual([4]);
  expect(seqs('免责认定')).toEqual([5, 6, 7]);
  // What the task book asked for after the end is not owed any more; what was due before is.
  expect(statesOf(project, history)).toMatchObject({
    ...{ '拨付第 2 期 210,000.00 元（两级审批）': 'RELEASED', 终止决定: 'MET', 下达财政资金: 'OPEN' },
  });
  expect(duties.map(({ duty }) => duty)).not.toContain('申请验收');
});

it('asks nothing of an award that lapsed but its task book', () => {
  expect(statesOf(aProject('LAPSED', { taskBook: null, signBy: '2026-11-20' }))).toEqual({
    签订任务书: 'OPEN',
  });
});

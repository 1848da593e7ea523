import { readFileSync } from 'node:fs';
import { DomainError } from '@jihui/kernel';
import { NOW } from '../../../test/call.fixture.js';
import { aProject, PROJECT_ACTORS, type ProjectWho } from '../../../test/project.fixture.js';
import { projectLifecycle, type ProjectAction, type ProjectState } from './lifecycle.js';
import { paymentViolations, projectMachine, projectSightOf } from './perform.js';
import { overdueUntold, type Exemption, type LedgerRow, type Project } from './project.js';

interface Matrix {
  readonly states: readonly ProjectState[];
  readonly actions: Readonly<
    Record<
      ProjectAction,
      {
        readonly by: readonly ProjectWho[];
        readonly to: Readonly<Partial<Record<ProjectState, ProjectState>>>;
      }
    >
  >;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/project.matrix.json', import.meta.url), 'utf8'),
) as Matrix;

const proposed: Exemption = {
  ...{ facts: '', records: '', expertOpinion: '', proposedBy: 'x', reviewedBy: null, review: '' },
  ...{ decidedBy: null, exempt: null, conclusion: '' },
};
const request = { instalment: 'P1', voucher: 'v', personId: 'x', at: '' };

/** What stands of the project so that no rule stands in the way of that action. */
const READY: { readonly [action in ProjectAction]?: Partial<Project> } = {
  resume: { suspendedAt: NOW },
  pay: { request },
  refusePayment: { request },
  reviewExemption: { exemption: proposed },
  decideExemption: { exemption: { ...proposed, reviewedBy: 'y' } },
};

const outcome = (project: Project, action: ProjectAction, who: ProjectWho): string | readonly string[] => {
  try {
    return projectMachine.perform(project, action, PROJECT_ACTORS[who], NOW);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.violations.length > 0 ? error.violations.map(({ code }) => code) : error.code;
  }
};

describe('the matrix of a project', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...projectLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...projectLifecycle.actions].sort());
  });

  it.each(Object.keys(matrix.actions) as ProjectAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const { by, to } = matrix.actions[action];
      for (const state of matrix.states)
        for (const who of Object.keys(PROJECT_ACTORS) as ProjectWho[]) {
          const expected = by.includes(who)
            ? (to[state] ?? 'ILLEGAL_TRANSITION')
            : who === 'anonymous'
              ? 'UNAUTHENTICATED'
              : 'FORBIDDEN';
          const found = outcome(aProject(state, READY[action]), action, who);
          // 验收通过的项目无需免责认定.
          const needless = state === 'ACCEPTED' && action === 'proposeExemption' && by.includes(who);
          expect([state, who, found]).toEqual([state, who, needless ? ['CHALLENGES.EXEMPTION'] : expected]);
        }
    },
  );
});

describe('what stands in the way', () => {
  const codes = (action: ProjectAction, change: Partial<Project>, state: ProjectState = 'RUNNING') =>
    outcome(aProject(state, change), action, action === 'applyAcceptance' ? 'undertaker' : 'officer');

  it('of an acceptance: a milestone, the user, a core indicator, one that was not measured', () => {
    const [milestone] = aProject('RUNNING').milestones;
    if (milestone?.report == null) throw new Error('no milestone');
    const measured = (value: string) => ({
      milestones: [{ ...milestone, report: { ...milestone.report!, measurements: [{ code: 'I1', value }] } }],
    });
    expect(codes('applyAcceptance', { milestones: [{ ...milestone, verdict: 'RECTIFY' }] })).toEqual([
      'CHALLENGES.PROJECT',
    ]);
    const { acceptance } = aProject('ACCEPTANCE');
    const veto = { acceptance: acceptance && { ...acceptance, userReport: { satisfied: false, text: '' } } };
    expect(codes('accept', veto, 'ACCEPTANCE')).toEqual(['CHALLENGES.PROJECT']);
    expect(codes('accept', measured('9400'), 'ACCEPTANCE')).toEqual(['CHALLENGES.PROJECT']);
    expect(codes('accept', measured('9000'), 'ACCEPTANCE')).toEqual(['CHALLENGES.PROJECT']);
    expect(codes('conclude', measured('9000'), 'ACCEPTANCE')).toBe('CONCLUDED');
  });

  it('of a payment: the same officer twice, a contract that is not registered, an owner who is behind', () => {
    const own = { ...request, personId: 'city' };
    expect(codes('pay', { request: own })).toEqual(['CHALLENGES.SAME_PERSON']);
    expect(codes('requestPayment', { request })).toEqual(['CHALLENGES.PAYMENT']);
    const row = (kind: LedgerRow['kind'], amount: number, instalment: string | null): LedgerRow => ({
      ...{ kind, amount, instalment, voucher: 'v', day: '2026-01-02', personIds: [] },
    });
    const first = aProject('RUNNING', { entries: [row('APPROPRIATED', 300_000_00, null)], contract: null });
    expect(paymentViolations(first, 'P1').map(({ message }) => message)).toEqual([
      '技术合同还没有登记并关联，不能拨付',
    ]);
    const second = aProject('RUNNING', {
      entries: [row('APPROPRIATED', 300_000_00, null), row('PAID', 90_000_00, 'P1')],
    });
    expect(paymentViolations(second, 'P2').map(({ message }) => message)).toEqual([
      '发榜方的付款证明没有达到相同比例',
    ]);
    const ownerPayments = [{ day: '2026-01-02', amount: 210_000_00, receipt: 'r', at: '' }];
    expect(paymentViolations({ ...second, ownerPayments }, 'P2')).toEqual([]);
    expect(codes('settle', { entries: first.entries }, 'ACCEPTED')).toEqual(['CHALLENGES.PAYMENT']);
  });

  it('of a recovery: an exemption; of an exemption: the same person, or the wrong order', () => {
    const exempt = { ...proposed, reviewedBy: 'y', decidedBy: 's', exempt: true };
    expect(codes('recover', { exemption: exempt }, 'TERMINATED')).toEqual(['CHALLENGES.EXEMPTION']);
    const own = { ...proposed, proposedBy: 'city' };
    expect(codes('reviewExemption', { exemption: own }, 'TERMINATED')).toEqual(['CHALLENGES.SAME_PERSON']);
    expect(outcome(aProject('TERMINATED', { exemption: proposed }), 'decideExemption', 'supervisor')).toEqual(
      ['CHALLENGES.EXEMPTION'],
    );
  });

  it('of an exemption in two hands: who supervises decides, and neither proposes nor reviews', () => {
    const supervising = { supervisorId: 'city' };
    expect(codes('proposeExemption', supervising, 'TERMINATED')).toEqual(['CHALLENGES.SAME_PERSON']);
    expect(codes('reviewExemption', { ...supervising, exemption: proposed }, 'TERMINATED')).toEqual([
      'CHALLENGES.SAME_PERSON',
    ]);
    const reviewed = { ...proposed, reviewedBy: 'y' };
    const decide = (exemption: Project['exemption']) =>
      outcome(aProject('TERMINATED', { exemption }), 'decideExemption', 'supervisor');
    expect(decide({ ...reviewed, proposedBy: 's' })).toEqual(['CHALLENGES.SAME_PERSON']);
    expect(decide({ ...reviewed, reviewedBy: 's' })).toEqual(['CHALLENGES.SAME_PERSON']);
    expect(decide(reviewed)).toBe('TERMINATED');
  });

  it('of a second rectification', () => {
    const { acceptance } = aProject('ACCEPTANCE');
    const again = { acceptance: acceptance && { ...acceptance, rectifyBy: '2026-06-30' } };
    expect(codes('reject', again, 'ACCEPTANCE')).toEqual(['CHALLENGES.PROJECT']);
    expect(codes('conclude', again, 'ACCEPTANCE')).toBe('CONCLUDED');
  });

  it('of everything while it is suspended, and of elimination outside of a race', () => {
    expect(codes('assess', { suspendedAt: NOW })).toEqual(['CHALLENGES.SUSPENDED']);
    expect(codes('eliminate', { mode: 'JB' })).toEqual(['CHALLENGES.PROJECT']);
    expect(codes('lapse', { signBy: '2026-11-23' }, 'AWARDED')).toEqual(['CHALLENGES.NOT_YET']);
  });
});

it('is read by its sides and the bureau, and in part by everybody', () => {
  const sights = (Object.keys(PROJECT_ACTORS) as ProjectWho[]).map((who) => [
    who,
    projectSightOf(PROJECT_ACTORS[who], aProject('RUNNING')),
  ]);
  expect(Object.fromEntries(sights)).toEqual({
    ...{
      officer: 'OFFICER',
      owner: 'OWNER',
      undertaker: 'UNDERTAKER',
      conflicted: 'PUBLIC',
      county: 'PUBLIC',
    },
    ...{
      rival: 'PUBLIC',
      ownerMember: 'PUBLIC',
      clock: 'PUBLIC',
      anonymous: 'PUBLIC',
      supervisor: 'SUPERVISOR',
    },
  });
});

it('tells of what is overdue once, and only while the project runs', () => {
  const due = {
    ...{ id: 'M1', name: '样件', dueOn: '2026-06-30', opinion: '', assessedAt: null },
    report: null,
  };
  const report = { text: '', evidence: '', measurements: [], at: '' };
  const milestones = [
    { ...due, verdict: null },
    { ...due, verdict: 'PASSED' as const },
    { ...due, verdict: null, alarmedOn: '2026-07-01' },
    { ...due, verdict: null, dueOn: '2026-07-02' },
    // With the bureau, which is late itself.
    { ...due, verdict: null, report },
    { ...due, verdict: 'RECTIFY' as const, report },
  ];
  const told = (state: ProjectState, suspendedAt: Date | null = null): number =>
    overdueUntold({ state, suspendedAt, milestones }, '2026-07-02').length;
  expect([told('RUNNING'), told('RUNNING', NOW), told('TERMINATED'), told('ACCEPTANCE')]).toEqual([
    2, 0, 0, 0,
  ]);
});

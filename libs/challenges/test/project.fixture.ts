import { anonymous, system, type Actor } from '@jihui/kernel';
import type { ProjectState } from '../src/core/projects/lifecycle.js';
import type { Project } from '../src/core/projects/project.js';
import { aContent, ACTORS, COUNTY, NOW, OWNER, RIVAL, RIVAL_OFFICER } from './call.fixture.js';

export const UNDERTAKER = 'u';

/** Everybody who meets a project. */
export const PROJECT_ACTORS = {
  ...{
    officer: ACTORS.city,
    owner: ACTORS.owner,
    undertaker: ACTORS.outsider,
    conflicted: ACTORS.conflicted,
    /** An officer who also belongs to another of the bidders. */
    rival: RIVAL_OFFICER,
  },
  ...{ county: ACTORS.county, ownerMember: ACTORS.ownerMember, clock: system('clock'), anonymous },
  supervisor: { kind: 'person', personId: 's', memberships: [] },
} satisfies Record<string, Actor>;
export type ProjectWho = keyof typeof PROJECT_ACTORS;

/** A project in which no rule stands in the way of most things: its milestone has passed, its indicators are met. */
export const aProject = (state: ProjectState, change: Partial<Project> = {}): Project => ({
  ...{ id: 'p', version: 1, code: 'BD2026-0001-1', state, callId: 'call', round: 1, bidId: 'b', mode: 'SM' },
  ...{ title: '法兰', organisationId: UNDERTAKER, ownerId: OWNER, divisionCode: COUNTY, office: '成果科' },
  ...{ responsibleId: 'r', supervisorId: 's', approved: 300_000_00, ownerDue: 700_000_00 },
  ...{
    indicators: aContent().indicators,
    promises: [],
    bidderIds: [UNDERTAKER, RIVAL],
    contract: { contractId: 'k', registrationNumber: 'N1' },
  },
  taskBook: { number: 'RW1', signedOn: '2026-01-01', endsOn: '2028-01-01' },
  milestones: [
    {
      ...{ id: 'M1', name: '样件', dueOn: '2026-06-30', verdict: 'PASSED', opinion: '', assessedAt: null },
      report: {
        ...{ text: '', evidence: '', at: '' },
        measurements: [
          { code: 'I1', value: '9400' },
          { code: 'I2', value: '0.4' },
        ],
      },
    },
  ],
  instalments: [
    { id: 'P1', amount: 90_000_00, milestone: null },
    { id: 'P2', amount: 210_000_00, milestone: 'M1' },
  ],
  ...{ entries: [], ownerPayments: [], request: null, changes: [], inspections: [], results: [] },
  ...{ benefits: [], alarms: [] },
  acceptance: {
    ...{ appliedAt: '', summary: '', measurements: [], opinion: '', rectifyBy: null, passed: true },
    userReport: { satisfied: true, text: '' },
  },
  ...{
    exemption: null,
    performance: null,
    performanceSheet: [],
    note: '',
    suspendedAt: null,
    signBy: '2026-11-20',
  },
  ...{ createdAt: NOW, updatedAt: NOW },
  ...change,
});

/** 绩效评价, with these points for the aims. */
export const judged = (aims: number) => ({
  performance: [
    ...[['TARGETS', aims] as const, ['MONEY', 2_000] as const],
    ...[['BENEFIT', 2_500] as const, ['MANAGEMENT', 1_500] as const],
  ].map(([criterion, points]) => ({ criterion, points, note: '依据验收材料和专项审计' })),
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DomainError, isWeekday, legalDayOf, type HolidayCalendar } from '@jihui/kernel';
import {
  aCall,
  aCase,
  aContent,
  ACTORS,
  aPlan,
  DEFAULT_RULES,
  fundingOf,
  NOW,
  OWNER,
  type Who,
} from '../../../test/call.fixture.js';
import { approvalsLeft, biddingIsOpen, type Call } from './call.js';
import { callContentFrom } from './form.js';
import { callLifecycle, type CallAction, type CallState } from './lifecycle.js';
import { CALL_MODES, MODES } from './modes.js';
import { callMachine, callSightOf } from './perform.js';
import {
  completeness,
  fundingViolations,
  NO_REVIEW,
  planFaults,
  type CallCase,
  type ReviewFacts,
} from './rules.js';
import { biddingEnd, closingOf, noticeEnd, resumedClosing, resumedNotice } from './windows.js';

interface Matrix {
  readonly states: readonly CallState[];
  readonly actions: Readonly<
    Record<
      CallAction,
      {
        readonly by: readonly Who[];
        readonly to: Readonly<Partial<Record<CallState, CallState>>>;
        readonly byInState?: Readonly<Partial<Record<CallState, readonly Who[]>>>;
      }
    >
  >;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/call.matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const HOUR = 3_600_000;
const before = new Date(NOW.getTime() - HOUR);

/** A call in which no rule stands in the way of that action. */
const ready = (state: CallState, action: CallAction): Call =>
  aCall(state, {
    approvals:
      action === 'settleApproval'
        ? [{ approval: 'BUREAU_MEETING', document: '纪要', opinion: '', day: '2026-11-20', personId: 'p' }]
        : [],
    opensAt: new Date(before.getTime() - HOUR),
    closesAt: before,
    validBids: action === 'fail' ? 0 : null,
    stageUntil: '2026-11-20',
    suspendedAt: action === 'resume' ? before : null,
    plan: aPlan('JB', {
      secondStage: action === 'advanceReview' ? { advance: 3, line: null, weight: 50 } : null,
    }),
  });

/** How far the review must have come so that none of its rules stands in the way. */
const REVIEWS: { readonly [action in CallAction]?: Partial<ReviewFacts> } = {
  drawExperts: { qualified: 1 },
  redraw: { vacant: 1 },
  startReview: { qualified: 1, drawBegun: true, seatsWaiting: 0 },
  concludeReview: { opined: true },
  fail: { passed: 0 },
};
const facts = (action: CallAction): CallCase['review'] => ({ ...NO_REVIEW, ...REVIEWS[action] });

const outcome = (state: CallState, action: CallAction, who: Who): string => {
  try {
    return callMachine.perform(
      aCase(ready(state, action), { review: facts(action) }),
      action,
      ACTORS[who],
      NOW,
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

const CLOCKS: readonly CallAction[] = ['openBidding', 'closeBidding', 'openBids'];

describe('the matrix of a call', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...callLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...callLifecycle.actions].sort());
  });

  it.each(Object.keys(matrix.actions) as CallAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const { by, to, byInState = {} } = matrix.actions[action];
      for (const state of matrix.states)
        for (const who of Object.keys(ACTORS) as Who[]) {
          const expected = (byInState[state] ?? by).includes(who)
            ? (to[state] ?? 'ILLEGAL_TRANSITION')
            : who === 'anonymous' && !CLOCKS.includes(action)
              ? 'UNAUTHENTICATED'
              : 'FORBIDDEN';
          expect([state, who, outcome(state, action, who)]).toEqual([state, who, expected]);
        }
    },
  );
});

describe('the seven modes', () => {
  it.each(CALL_MODES)('%s asks for its own documents, approvals, money and number of winners', (mode) => {
    const call = aCall('CANDIDATE', { mode });
    expect(planFaults(aCase(call))).toEqual([]);
    expect(fundingViolations(aCase(call))).toEqual([]);
    expect(approvalsLeft(call)).toEqual(MODES[mode].approvals);
    const bare = aCall('CANDIDATE', { mode, plan: aPlan(mode, { documents: [], winners: 9 }) });
    const found = planFaults(aCase(bare));
    expect(found.filter(({ path }) => path === 'documents')).toHaveLength(MODES[mode].needs.length);
    expect(found.some(({ path }) => path === 'winners')).toBe(true);
    const wrongMoney = MODES[mode].shared ? fundingOf('JB') : fundingOf('SX');
    expect(fundingViolations(aCase({ ...call, funding: wrongMoney })).map(({ path }) => path)).toContain(
      'funding.county',
    );
  });

  it('of one undertaker name it, open ones do not, and nobody undertakes its own call', () => {
    const faults = (mode: 'DW' | 'JB', undertakerId: string | null): string[] =>
      planFaults(aCase(aCall('CANDIDATE', { mode, plan: aPlan(mode, { undertakerId }) }))).map(
        ({ code }) => code,
      );
    expect(faults('DW', 'u')).toEqual([]);
    expect(faults('DW', null)).toEqual(['CHALLENGES.PLAN_INCOMPLETE']);
    expect(faults('DW', OWNER)).toEqual(['CHALLENGES.UNDERTAKER']);
    expect(faults('JB', 'u')).toEqual(['CHALLENGES.UNDERTAKER']);
  });

  it('the county approves its own part first, and nobody in its place', () => {
    const call = aCall('CANDIDATE', { mode: 'SX' });
    expect(() => callMachine.permit(aCase(call), 'approve', ACTORS.city)).toThrow(/县/);
    expect(callMachine.permit(aCase(call), 'approve', ACTORS.county)).toBe('CANDIDATE');
    const given = {
      approval: 'COUNTY_BUREAU',
      document: '',
      opinion: '',
      day: '2026-11-20',
      personId: 'c',
    } as const;
    const next = aCase({ ...call, approvals: [given] });
    expect(callMachine.permit(next, 'approve', ACTORS.city)).toBe('CANDIDATE');
    expect(() => callMachine.perform(next, 'settleApproval', ACTORS.county, NOW)).toThrow(/审批/);
  });
});

it('of a county without a bureau on the platform is recommended by the city', () => {
  const subject = aCase(aCall('SUBMITTED'), { countyServed: false });
  expect(callMachine.permit(subject, 'recommend', ACTORS.city)).toBe('RECOMMENDED');
  expect(() => callMachine.permit(subject, 'recommend', ACTORS.owner)).toThrow(/推荐/);
});

describe('what a demand must say', () => {
  const lacking = (call: Call): string[] => completeness(aCase(call)).map(({ path }) => path);

  it('is complete with everything of reference B3, and tells all that is missing at once', () => {
    expect(lacking(aCall('DRAFT'))).toEqual([]);
    const { content, funding } = callContentFrom({}, { isCluster: () => true });
    expect(lacking(aCall('DRAFT', { content, funding }))).toEqual([
      ...[
        'title',
        'type',
        'techField',
        'background',
        'work',
        'deliverables',
        'acceptance',
        'ipTerms',
        'payment',
      ],
      ...['requirements', 'contact', 'phone', 'months', 'indicators'],
      ...['REAL_NEED', 'FUNDS', 'CREDIT', 'OPEN_TERMS', 'SIGN_AND_PAY'].map((one) => `commitments.${one}`),
      'funding.total',
    ]);
  });

  it('asks of each indicator a value, a method, and an upper end above the lower', () => {
    const [first] = aContent().indicators;
    if (first === undefined) throw new Error('no indicator');
    const content = aContent({
      indicators: [
        { ...first, target: '', method: '' },
        { ...first, operator: 'BETWEEN', target: '5', upper: '5' },
      ],
    });
    expect(lacking(aCall('DRAFT', { content }))).toEqual([
      'indicators.0.target',
      'indicators.0.method',
      'indicators.1.upper',
    ]);
  });

  it('keeps the money within the parameters, which another type of call has for itself', () => {
    const over = { total: 100_00, owner: 69_00, city: 31_00, county: 0 };
    expect(lacking(aCall('DRAFT', { funding: over }))).toEqual(['funding.city', 'funding.owner']);
    const transfer = aCall('DRAFT', { content: aContent({ type: 'RESULT_TRANSFER' }) });
    expect(lacking(transfer)).toEqual(['funding.city']);
    const rich = { total: 1_000_000_000_00, owner: 997_000_000_00, city: 3_000_000_00, county: 0 };
    expect(completeness(aCase(aCall('DRAFT', { funding: rich })))[0]?.message).toContain('200 万元');
  });

  it('refuses what is no decimal, and keeps what a draft leaves open', () => {
    const indicators = [{ operator: 'AT_LEAST' as const, name: '导热', target: '约10', core: false }];
    const { violations } = callContentFrom({ indicators, months: 0 }, { isCluster: () => false });
    expect(violations.map(({ path, code }) => [path, code])).toEqual([
      ['indicators.0.target', 'CHALLENGES.NOT_A_DECIMAL'],
      ['months', 'CHALLENGES.MONTHS'],
    ]);
  });
});

describe('the plan', () => {
  const faults = (change: Parameters<typeof aPlan>[1]): string[] =>
    planFaults(aCase(aCall('CANDIDATE', { plan: aPlan('JB', change) }))).map(({ path }) => path);

  it('has weights of 100, enough custodians of two sides and a threshold that they can reach', () => {
    expect(faults({ criteria: [{ code: 'C1', name: '甲', weight: 9_999 }] })).toEqual(['criteria']);
    const alone = [1, 2, 3].map((n) => ({ personId: `k${n}`, office: 'BUREAU' as const }));
    expect(faults({ custodians: alone })).toEqual(['custodians']);
    expect(faults({ custodians: aPlan('JB').custodians.slice(1) })).toEqual(['custodians']);
    expect(faults({ threshold: 4 })).toEqual(['threshold']);
  });

  it('has an odd number of judges for each bid, no fewer than a panel, and an odd multiple of them', () => {
    expect(faults({ judges: 7, panelTimes: 3 })).toEqual([]);
    expect(faults({ judges: 3 })).toEqual(['judges']);
    expect(faults({ judges: 6 })).toEqual(['judges']);
    expect(faults({ panelTimes: 2 })).toEqual(['panelTimes']);
  });

  it('lets nobody defend who fails on paper', () => {
    const secondStage = { advance: 3, line: 5_999, weight: 50 };
    expect(faults({ secondStage })).toEqual(['secondStage.line']);
    expect(faults({ secondStage: { ...secondStage, line: null } })).toEqual([]);
  });

  it('names who is responsible and who supervises, who are two people', () => {
    expect(faults({ office: '', responsibleId: null, supervisorId: null })).toEqual([
      'office',
      'responsibleId',
      'supervisorId',
    ]);
    expect(faults({ supervisorId: 'p1' })).toEqual(['supervisorId']);
    expect(faults({ biddingDays: DEFAULT_RULES.biddingDays - 1 })).toEqual(['biddingDays']);
  });
});

describe('the clock', () => {
  const calendar: HolidayCalendar = { isWorkingDay: isWeekday };

  it('counts a notice in working days from the day after, and closes bids at 17:00 of a working day', () => {
    // 2026-11-23 is a Monday.
    expect(noticeEnd('2026-11-23', 5, calendar)).toBe('2026-11-30');
    expect(biddingEnd('2026-11-23', 20, calendar)).toBe('2026-12-14');
    expect(closingOf('2026-12-14').toISOString()).toBe('2026-12-14T09:00:00.000Z');
  });

  it('lets a suspended notice and window go on where they stopped', () => {
    const since = new Date('2026-11-25T02:00:00Z');
    const now = new Date('2026-12-09T02:00:00Z');
    expect(resumedNotice('2026-11-30', since, now, calendar)).toBe('2026-12-14');
    expect(resumedClosing(closingOf('2026-12-14'), since, now, calendar)).toEqual(closingOf('2026-12-29'));
  });

  it('never shortens a window by a suspension', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), (day, lasted) => {
        const closes = closingOf(biddingEnd('2026-01-01', day, calendar));
        const since = new Date(closes.getTime() - HOUR);
        const until = new Date(since.getTime() + lasted * 24 * HOUR);
        const moved = resumedClosing(closes, since, until, calendar);
        expect(moved > closes && moved > until && isWeekday(legalDayOf(moved))).toBe(true);
      }),
    );
  });

  it('alone says whether a bid may come in, and a suspension stops it', () => {
    const call = aCall('BIDDING', { opensAt: before, closesAt: new Date(NOW.getTime() + 1) });
    expect(biddingIsOpen(call, NOW)).toBe(true);
    expect(biddingIsOpen(call, new Date(NOW.getTime() + 1))).toBe(false);
    expect(biddingIsOpen({ ...call, state: 'PUBLISHED' }, new Date(before.getTime() - 1))).toBe(false);
    expect(biddingIsOpen({ ...call, suspendedAt: before }, NOW)).toBe(false);
    expect(biddingIsOpen({ ...call, state: 'BIDS_CLOSED' }, NOW)).toBe(false);
  });

  it('completes no notice on its last day, nor with an open objection, nor while suspended', () => {
    const codes = (change: Partial<Call>, openObjections = 0): string[] => {
      try {
        callMachine.perform(
          aCase(aCall('NOTICED', change), { openObjections }),
          'completeNotice',
          ACTORS.clock,
          NOW,
        );
        return [];
      } catch (error) {
        return error instanceof DomainError ? error.violations.map(({ code }) => code) : [];
      }
    };
    expect(codes({})).toEqual([]);
    expect(codes({ noticeUntil: '2026-11-23' })).toEqual(['CHALLENGES.NOTICE_RUNNING']);
    expect(codes({ suspendedAt: before }, 1)).toEqual(['CHALLENGES.SUSPENDED', 'CHALLENGES.OBJECTION_OPEN']);
  });

  it('lets nobody call a call failed while nobody may know, or while a bid holds', () => {
    const refused = (validBids: number | null) => (): unknown =>
      callMachine.perform(aCase(aCall('BIDS_CLOSED', { validBids })), 'fail', ACTORS.city, NOW);
    expect(refused(null)).toThrow(/开标以前/);
    expect(refused(1)).toThrow(/有有效/);
  });
});

describe('what somebody is to a call', () => {
  const sights = (state: CallState, noticed = true): Record<string, string> =>
    Object.fromEntries(
      (
        [
          'owner',
          'ownerMember',
          'outsider',
          'county',
          'otherCounty',
          'city',
          'conflicted',
          'anonymous',
        ] as const
      ).map((who) => [who, callSightOf(ACTORS[who], aCall(state, noticed ? {} : { noticeFrom: null }))]),
    );
  const nobody = {
    outsider: 'NONE',
    otherCounty: 'NONE',
    ownerMember: 'NONE',
    conflicted: 'NONE',
    anonymous: 'NONE',
  };

  it("is nobody's but the owner's and the bureaus' before the notice, and a draft the owner's alone", () => {
    expect(sights('DRAFT', false)).toEqual({ ...nobody, owner: 'OWNER', county: 'NONE', city: 'NONE' });
    expect(sights('CANDIDATE', false)).toEqual({ ...nobody, owner: 'OWNER', county: 'COUNTY', city: 'CITY' });
    expect(sights('TERMINATED', false)).toEqual({
      ...nobody,
      owner: 'OWNER',
      county: 'COUNTY',
      city: 'CITY',
    });
  });

  it("is everybody's from the notice on", () => {
    expect(sights('NOTICED')).toMatchObject({
      outsider: 'SIGNED_IN',
      otherCounty: 'SIGNED_IN',
      anonymous: 'PUBLIC',
    });
  });
});

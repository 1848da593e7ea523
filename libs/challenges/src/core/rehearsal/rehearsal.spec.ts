import fc from 'fast-check';
import { aCall, aContent, aPlan, ACTORS, FINANCED } from '../../../test/call.fixture.js';
import { aSetting, anExpert, BANK, CALENDAR } from '../../../test/rehearsal.fixture.js';
import type { Call } from '../calls/call.js';
import { CALL_MODES } from '../calls/modes.js';
import { NO_ASSUMPTIONS } from './assumptions.js';
import { mayRehearse, rehearse } from './rehearse.js';
import type { Rehearsal, RehearsalFault, RehearsalStory } from './report.js';
import type { Cast, Setting } from './setting.js';

const brief = ({ level, place, step, path, code, message }: RehearsalFault): string =>
  `${level} ${place} ${step} ${path} ${code} ${message}`;
const stepsOf = ({ runs }: Rehearsal, story: RehearsalStory): readonly string[] =>
  runs.find((run) => run.story === story)?.entries.map(({ step }) => step) ?? [];

describe('a sound call', () => {
  it.each(CALL_MODES)('of mode %s goes through every story to its end without a fault', (mode) => {
    const report = rehearse(aSetting(aCall('SUBMITTED', { mode })));
    expect(report.faults.map(brief).filter((fault) => !fault.startsWith('ADVICE'))).toEqual([]);
    const stopped = report.runs.flatMap(({ story, entries }) =>
      entries.filter(({ outcome }) => outcome === 'STOPPED').map(({ step }) => [story, step]),
    );
    expect(stopped).toEqual([]);
    const ends = Object.fromEntries(report.runs.map(({ story, ends: end }) => [story, end]));
    const closed = mode === 'DW' || mode === 'YY';
    expect(ends).toEqual({
      ...{ NORMAL: 'FINISHED', NO_BID: 'AWARDED', OBJECTION_UPHELD: 'AWARDED', EXTENSION: 'AWARDED' },
      ...{ WITHDRAWAL: closed ? 'REVIEWED' : 'AWARDED', RECTIFICATION: 'FINISHED', TERMINATION: 'FINISHED' },
      ...(closed ? {} : { ONE_BIDDER: 'AWARDED', TIE: 'AWARDED' }),
      ...(mode === 'SM' ? { RACE: 'FINISHED' } : {}),
    });
  });

  it('has a calendar whose days only go on, on which offices act on working days alone', () => {
    for (const { story, entries } of rehearse(aSetting(aCall('CANDIDATE', { mode: 'SM' }))).runs) {
      const days = entries.map(({ day }) => day);
      expect([story, days]).toEqual([story, [...days].sort()]);
      for (const { day, until, step, who } of entries) {
        if (who === 'CITY' || who === 'COUNTY' || who === 'CUSTODIANS')
          expect([story, step, day, CALENDAR.isWorkingDay(day)]).toEqual([story, step, day, true]);
        if (until !== null) expect([story, step, until > day]).toEqual([story, step, true]);
      }
    }
  });

  it('begins where it stands today, with what is open settled first', () => {
    const cleared = rehearse(aSetting(aCall('CLEARED')));
    expect(stepsOf(cleared, 'NORMAL').slice(0, 3)).toEqual(['ENTER_KEYS', 'PUBLISH', 'OPEN_BIDDING']);
    const held = aCall('NOTICED', {
      suspendedAt: new Date('2026-11-18T02:00:00Z'),
      noticeUntil: '2026-11-20',
    });
    const report = rehearse(aSetting(held, {}, { openObjections: 1, keysMissing: 0 }));
    expect(stepsOf(report, 'NORMAL').slice(0, 4)).toEqual([
      ...['RESUME', 'DECIDE_OBJECTION', 'COMPLETE_NOTICE', 'PUBLISH'],
    ]);
    expect(report.faults.map(brief).filter((fault) => !fault.startsWith('ADVICE'))).toEqual([]);
  });

  it('keeps money and order in a race: the eliminated one’s money goes to those who stay', () => {
    const { runs } = rehearse(aSetting(aCall('APPROVED', { mode: 'SM' })));
    const race = runs.find(({ story }) => story === 'RACE')?.entries ?? [];
    const paid = race
      .filter(({ step }) => step === 'PAY')
      .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    expect(paid).toBe(300_000_00);
    expect(race.map(({ step }) => step)).toContain('SHARE_MONEY');
  });

  it('waits while an objection is open, and draws on a panel of those in dispute afterwards', () => {
    const { runs } = rehearse(aSetting(aCall('NOTICED')));
    const entries = runs.find(({ story }) => story === 'OBJECTION_UPHELD')?.entries ?? [];
    expect(entries.filter(({ outcome }) => outcome === 'WAITS').map(({ step }) => step)).toEqual([
      ...['COMPLETE_NOTICE', 'DRAW_EXPERTS'],
    ]);
    const steps = entries.map(({ step }) => step);
    expect(steps.filter((step) => step === 'START_NOTICE')).toHaveLength(1);
    expect(steps.indexOf('ANNUL_NOTICE')).toBeLessThan(steps.indexOf('APPROVE'));
  });
});

describe('a review in two stages', () => {
  const secondStage = { advance: 1, line: null, weight: 50 };
  it('is rehearsed with its defence, and awards go to those alone who came so far', () => {
    const report = rehearse(plan({ secondStage })(aSetting(aCall('SUBMITTED'))));
    expect(report.faults.map(brief).filter((fault) => !fault.startsWith('ADVICE'))).toEqual([]);
    const steps = stepsOf(report, 'NORMAL');
    const advance = steps.indexOf('ADVANCE');
    expect(steps.slice(advance - 1, advance + 3)).toEqual([
      ...['HAND_IN_SHEETS', 'ADVANCE', 'HAND_IN_SHEETS', 'CONCLUDE_REVIEW'],
    ]);
    // The only one who defended does not sign: nobody is next.
    expect(report.runs.find(({ story }) => story === 'WITHDRAWAL')?.ends).toBe('REVIEWED');
    const more = rehearse(
      plan({ secondStage: { ...secondStage, advance: 2 } })(aSetting(aCall('SUBMITTED'))),
    );
    expect(more.runs.find(({ story }) => story === 'WITHDRAWAL')?.ends).toBe('AWARDED');
  });
});

describe('who rehearses', () => {
  it('is an officer of city or county with the call on the desk, before it is published', () => {
    const may = (who: keyof typeof ACTORS, state: Call['state']) => mayRehearse(ACTORS[who], aCall(state));
    expect((Object.keys(ACTORS) as (keyof typeof ACTORS)[]).filter((who) => may(who, 'CANDIDATE'))).toEqual([
      ...['county', 'city'],
    ]);
    for (const state of ['DRAFT', 'RETURNED', 'PUBLISHED', 'BIDDING', 'FAILED', 'WITHDRAWN'] as const)
      expect([state, may('city', state)]).toEqual([state, false]);
  });
});

type Mutation = readonly [name: string, change: (setting: Setting) => Setting, expected: string];

const ofCall =
  (change: (call: Call) => Partial<Call>) =>
  (setting: Setting): Setting => {
    const { call } = setting.subject;
    return { ...setting, subject: { ...setting.subject, call: { ...call, ...change(call) } } };
  };
const plan = (change: Partial<Call['plan']>) => ofCall((call) => ({ plan: { ...call.plan, ...change } }));
const content = (change: Partial<Call['content']>) => ofCall(() => ({ content: aContent(change) }));
const cast = (change: Partial<Cast>) => (setting: Setting) => ({
  ...setting,
  cast: { ...setting.cast, ...change },
});
const rules = (change: object) => (setting: Setting) => ({
  ...setting,
  subject: { ...setting.subject, rules: { ...setting.subject.rules, ...change } },
});
const assume =
  (change: Partial<Setting['assumptions']>) =>
  (setting: Setting): Setting => ({ ...setting, assumptions: { ...NO_ASSUMPTIONS, ...change } });
const bank =
  (near: Setting['bank']['near'], wide = near) =>
  (setting: Setting) => ({
    ...setting,
    bank: { ...setting.bank, near, wide },
  });
const without =
  (...gone: string[]) =>
  (setting: Setting) =>
    cast({ standing: new Set([...setting.cast.standing].filter((id) => !gone.includes(id))) })(setting);
const [i1, i2] = aContent().indicators;
const indicators = (...list: readonly (typeof i1)[]) =>
  content({ indicators: list.flatMap((one) => one ?? []) });
/** What is wrong with the bank, of a call so dear that its panel has a finance expert. */
const financed = (change: (setting: Setting) => Setting) => (setting: Setting) =>
  ofCall(() => ({ funding: FINANCED }))(change(setting));
const thin = BANK.filter(({ disciplines }) => !disciplines.includes('790'));

/** One thing wrong with a sound call, and what of it the report must say. */
const MUTATIONS: readonly Mutation[] = [
  ['no officer of the city', cast({ city: [] }), 'IMPEDING PEOPLE CHECK_FORM  CHALLENGES.NOBODY'],
  [
    'one officer alone',
    (s) => cast({ city: s.cast.city.slice(0, 1) })(s),
    'IMPEDING PEOPLE PAY  CHALLENGES.SAME_PERSON',
  ],
  ['nobody of the county', cast({ county: [] }), 'IMPEDING PEOPLE RECOMMEND  CHALLENGES.NOBODY'],
  ['nobody of the owner', cast({ owner: [] }), 'IMPEDING PEOPLE PROVE_PAYMENT  CHALLENGES.NOBODY'],
  [
    'no supervisor',
    plan({ supervisorId: null }),
    'BLOCKING PLAN APPROVE supervisorId CHALLENGES.PLAN_INCOMPLETE',
  ],
  [
    'a supervisor who left',
    without('p2'),
    'IMPEDING PLAN DECIDE_EXEMPTION supervisorId CHALLENGES.PERSON_UNKNOWN',
  ],
  [
    'an office without a person',
    plan({ responsibleId: null }),
    'BLOCKING PLAN APPROVE responsibleId CHALLENGES.PLAN_INCOMPLETE',
  ],
  ['no office', plan({ office: '' }), 'BLOCKING PLAN APPROVE office CHALLENGES.PLAN_INCOMPLETE'],
  [
    'one person for both',
    plan({ supervisorId: 'p1' }),
    'BLOCKING PLAN APPROVE supervisorId CHALLENGES.SAME_PERSON',
  ],
  ['no custodian', plan({ custodians: [] }), 'BLOCKING PLAN APPROVE custodians CHALLENGES.CUSTODIANS'],
  [
    'a threshold above the custodians',
    plan({ threshold: 4 }),
    'BLOCKING PLAN APPROVE threshold CHALLENGES.CUSTODIANS',
  ],
  [
    'nobody who may stand in',
    plan({ threshold: 3 }),
    'ADVICE PLAN OPEN_BIDS threshold CHALLENGES.CUSTODIANS',
  ],
  ['custodians who left', without('k2', 'k3'), 'IMPEDING PLAN OPEN_BIDS custodians CHALLENGES.TOO_MANY_LOST'],
  [
    'a custodian who left',
    without('k2'),
    'IMPEDING PLAN ENTER_KEYS custodians.1.personId CHALLENGES.PERSON_UNKNOWN',
  ],
  [
    'custodians of one office',
    (s) =>
      plan({
        custodians: s.subject.call.plan.custodians.map((one) => ({ ...one, office: 'BUREAU' as const })),
      })(s),
    'BLOCKING PLAN APPROVE custodians CHALLENGES.CUSTODIANS',
  ],
  [
    'a form without what its mode asks for',
    (s) => ofCall(() => ({ mode: 'SX', plan: aPlan('SX', { documents: [] }) }))(s),
    'BLOCKING PLAN APPROVE documents CHALLENGES.PLAN_INCOMPLETE',
  ],
  [
    'one undertaker too few',
    ofCall(() => ({ mode: 'DW', plan: aPlan('DW', { undertakerId: null }) })),
    'BLOCKING PLAN APPROVE undertakerId CHALLENGES.PLAN_INCOMPLETE',
  ],
  [
    'an undertaker related to the owner',
    (s) => ({
      ...ofCall(() => ({ mode: 'DW', plan: aPlan('DW') }))(s),
      undertaker: { id: 'u', kind: 'UNIVERSITY', active: true, sharedPeople: ['张'] },
    }),
    'IMPEDING PLAN HAND_IN_BIDS undertakerId CHALLENGES.RELATED',
  ],
  ['too many winners', plan({ winners: 3 }), 'BLOCKING PLAN APPROVE winners CHALLENGES.WINNERS'],
  [
    'a defence of fewer than are to be awarded',
    (s) =>
      ofCall(() => ({
        mode: 'SM',
        plan: { ...aPlan('SM'), secondStage: { advance: 1, line: null, weight: 50 } },
      }))(s),
    'ADVICE PLAN ADVANCE secondStage.advance CHALLENGES.STAGE',
  ],
  ['a window too short', plan({ biddingDays: 5 }), 'BLOCKING PLAN APPROVE biddingDays CHALLENGES.WINDOW'],
  [
    'a window in which nobody can ask',
    (s) => rules({ questionDays: 30 })(s),
    'ADVICE PLAN LAST_QUESTION biddingDays CHALLENGES.QUESTIONS_CLOSED',
  ],
  [
    'criteria that do not sum',
    plan({
      criteria: [
        { code: 'C1', name: '甲', weight: 6_000 },
        { code: 'C2', name: '乙', weight: 3_000 },
      ],
    }),
    'BLOCKING PLAN APPROVE criteria CHALLENGES.WEIGHTS',
  ],
  [
    'a criterion twice',
    plan({
      criteria: [
        { code: 'C1', name: '甲', weight: 6_000 },
        { code: 'C1', name: '乙', weight: 4_000 },
      ],
    }),
    'BLOCKING PLAN HAND_IN_SHEETS criteria CHALLENGES.WEIGHTS',
  ],
  [
    'a tie that no criterion breaks',
    plan({ criteria: [{ code: 'C1', name: '甲', weight: 10_000 }] }),
    'ADVICE PLAN VOTE criteria CHALLENGES.TIED',
  ],
  [
    'no core indicator',
    indicators(i1 && { ...i1, core: false }, i2),
    'BLOCKING CONTENT SUBMIT indicators CHALLENGES.NO_CORE_INDICATOR',
  ],
  [
    'no test method',
    indicators(i1 && { ...i1, method: '' }, i2),
    'BLOCKING CONTENT SUBMIT indicators.0.method CHALLENGES.MISSING',
  ],
  [
    'a range upside down',
    indicators(i1 && { ...i1, operator: 'BETWEEN', target: '5', upper: '4' }, i2),
    'BLOCKING CONTENT SUBMIT indicators.0.upper CHALLENGES.RANGE',
  ],
  [
    'targets that contradict',
    indicators(i1, i1 && { ...i1, code: 'I2', operator: 'AT_MOST', target: '9000' }),
    'BLOCKING CONTENT SUBMIT indicators.1.target CHALLENGES.RANGE',
  ],
  [
    'money that does not sum',
    ofCall(({ funding }) => ({ funding: { ...funding, total: 1_100_000_00 } })),
    'BLOCKING PLAN APPROVE funding.total CHALLENGES.FUNDING',
  ],
  [
    'too much of the treasury',
    ofCall(() => ({ funding: { total: 100, owner: 60, city: 40, county: 0 } })),
    'BLOCKING PLAN APPROVE funding.city CHALLENGES.FUNDING',
  ],
  [
    'a split that is not kept',
    ofCall(({ funding }) => ({ funding: { ...funding, city: funding.city - 100, county: 100 } })),
    'BLOCKING PLAN APPROVE funding.county CHALLENGES.FUNDING',
  ],
  [
    'a commitment that is not given',
    content({ commitments: [] }),
    'BLOCKING CONTENT SUBMIT commitments.FUNDS CHALLENGES.COMMITMENT',
  ],
  ['a term too long', content({ months: 60 }), 'BLOCKING CONTENT SUBMIT months CHALLENGES.MONTHS'],
  [
    'a milestone after the end',
    assume({
      milestones: [
        { name: '样件', month: 12 },
        { name: '验收', month: 30 },
      ],
    }),
    'IMPEDING SCHEDULE SIGN_TASK_BOOK milestones CHALLENGES.SCHEDULE',
  ],
  [
    'milestones out of order',
    assume({
      milestones: [
        { name: '样件', month: 12 },
        { name: '验收', month: 6 },
      ],
    }),
    'IMPEDING SCHEDULE SIGN_TASK_BOOK milestones CHALLENGES.SCHEDULE',
  ],
  [
    'instalments that are not the whole',
    assume({
      instalments: [
        { milestone: null, ratio: 3_000 },
        { milestone: 1, ratio: 3_000 },
      ],
    }),
    'IMPEDING SCHEDULE SIGN_TASK_BOOK instalments CHALLENGES.SCHEDULE',
  ],
  [
    'an instalment on no milestone',
    assume({
      instalments: [
        { milestone: null, ratio: 3_000 },
        { milestone: 7, ratio: 7_000 },
      ],
    }),
    'IMPEDING SCHEDULE SIGN_TASK_BOOK instalments CHALLENGES.SCHEDULE',
  ],
  [
    'an instalment of nothing',
    (s) =>
      assume({
        instalments: [
          { milestone: null, ratio: 9_999 },
          { milestone: 1, ratio: 1 },
        ],
      })(ofCall(() => ({ funding: { total: 1_000, owner: 700, city: 300, county: 0 } }))(s)),
    'IMPEDING SCHEDULE APPROPRIATE instalments CHALLENGES.PAYMENT',
  ],
  [
    'a notice in the past',
    assume({ noticeFrom: '2026-11-02' }),
    'IMPEDING SCHEDULE START_NOTICE noticeFrom CHALLENGES.WINDOW',
  ],
  [
    'a notice on a holiday',
    assume({ noticeFrom: '2027-10-03' }),
    'IMPEDING SCHEDULE START_NOTICE noticeFrom CHALLENGES.WINDOW',
  ],
  [
    'bids before the notice is over',
    assume({ opensOn: '2026-11-25' }),
    'IMPEDING SCHEDULE OPEN_BIDDING opensOn CHALLENGES.WINDOW',
  ],
  [
    'bids a year later',
    assume({ opensOn: '2027-12-01' }),
    'IMPEDING SCHEDULE PUBLISH opensOn CHALLENGES.WINDOW',
  ],
  [
    'no working day to sign in',
    (s) =>
      rules({ signDays: 1 })({
        ...s,
        calendar: { isWorkingDay: (day) => CALENDAR.isWorkingDay(day) && !day.startsWith('2027-02') },
      }),
    'IMPEDING PARAMETERS SIGN_TASK_BOOK signDays CHALLENGES.WINDOW',
  ],
  ['a bank without experts', bank([]), 'IMPEDING POOL DRAW_EXPERTS TECHNICAL CHALLENGES.POOL_TOO_SMALL'],
  [
    'no expert of money',
    financed(bank(thin)),
    'IMPEDING POOL DRAW_EXPERTS FINANCE CHALLENGES.POOL_TOO_SMALL',
  ],
  [
    'experts of other fields alone',
    bank([], BANK),
    'ADVICE POOL DRAW_EXPERTS wide CHALLENGES.POOL_TOO_SMALL',
  ],
  [
    'experts of the owner alone',
    bank(BANK.map((one) => ({ ...one, organisationId: aCall('DRAFT').ownerId }))),
    'IMPEDING POOL DRAW_EXPERTS TECHNICAL CHALLENGES.POOL_TOO_SMALL',
  ],
  [
    'experts of one unit',
    bank(BANK.map((one) => ({ ...one, organisationId: 'one' }))),
    'IMPEDING POOL DRAW_EXPERTS  CHALLENGES.POOL_TOO_SMALL',
  ],
  [
    'no replacement',
    financed(bank([...BANK.slice(0, 18), anExpert(40, { disciplines: ['790'] })])),
    'ADVICE POOL DRAW_EXPERTS FINANCE CHALLENGES.POOL_TOO_SMALL',
  ],
  [
    'too few once it is disputed',
    financed(bank([...BANK.slice(0, 4), ...BANK.slice(18, 20)])),
    'ADVICE POOL DRAW_EXPERTS disputed CHALLENGES.POOL_TOO_SMALL',
  ],
];

describe('one thing wrong with a sound call', () => {
  it.each(MUTATIONS)('%s is found', (_, change, expected) => {
    const { faults } = rehearse(change(aSetting(aCall('SUBMITTED'))));
    const [level, place, step = '', ...rest] = expected.split(' ');
    const wanted = step.split('|').map((one) => [level, place, one, ...rest].join(' '));
    const found = faults.map(brief).filter((fault) => wanted.some((one) => fault.startsWith(`${one} `)));
    expect(found.length > 0 ? [] : faults.map(brief)).toEqual([]);
  });

  it('is found with every other at once', () => {
    const all = MUTATIONS.filter(([name]) => /no office|no core|sum|past|bank without/.test(name));
    const broken = all.reduce((setting, [, change]) => change(setting), aSetting(aCall('SUBMITTED')));
    const found = rehearse(broken).faults.map(({ path }) => path);
    for (const path of ['office', 'indicators', 'funding.total', 'criteria', 'noticeFrom', 'TECHNICAL'])
      expect(found).toContain(path);
  });
});

describe('any call', () => {
  it('can be rehearsed, whatever is wrong with it', () => {
    const some = fc.subarray([...MUTATIONS], { minLength: 1, maxLength: 6 });
    const states = fc.constantFrom('SUBMITTED', 'CANDIDATE', 'APPROVED', 'NOTICED', 'CLEARED' as const);
    fc.assert(
      fc.property(some, states, fc.constantFrom(...CALL_MODES), (changes, state, mode) => {
        const start = aSetting(aCall(state, { mode }));
        const broken = changes.reduce((setting, [, change]) => change(setting), start);
        const report = rehearse(broken);
        expect(report.runs.every(({ entries }) => entries.length > 0)).toBe(true);
        expect(rehearse(broken)).toEqual(report);
      }),
      { numRuns: 60 },
    );
  });
});

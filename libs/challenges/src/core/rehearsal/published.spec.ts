import fc from 'fast-check';
import { DomainError, splitFen } from '@jihui/kernel';
import { aCall, aCase, aContent, ACTORS, aPlan, DEFAULT_RULES, NOW } from '../../../test/call.fixture.js';
import { aSetting } from '../../../test/rehearsal.fixture.js';
import { approvalsLeft, COMMITMENTS, type Call, type Commitment } from '../calls/call.js';
import { CALL_MODES, CALL_TYPES, MODES, type CallMode } from '../calls/modes.js';
import { callMachine } from '../calls/perform.js';
import { rehearse } from './rehearse.js';

/** From DRAFT to PUBLISHED by the real machine alone; false where any of its rules refuses. */
function isPublished(draft: Call): boolean {
  let call: Call = draft;
  const act = (
    action: Parameters<typeof callMachine.perform>[1],
    who: keyof typeof ACTORS,
    now = NOW,
  ): void => {
    call = { ...call, state: callMachine.perform(aCase(call), action, ACTORS[who], now) };
  };
  try {
    act('submit', 'owner');
    act('recommend', 'county');
    act('passFormCheck', 'city');
    act('passArgument', 'city');
    for (const approval of approvalsLeft(call)) {
      act('approve', approval === 'COUNTY_BUREAU' ? 'county' : 'city');
      const given = { approval, document: '', opinion: '', day: '2026-11-20', personId: 'p' };
      call = { ...call, approvals: [...call.approvals, given] };
    }
    act('settleApproval', 'city');
    act('startNotice', 'city');
    act('completeNotice', 'clock');
    act('publish', 'city');
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** Mostly what it should be, now and then something else. */
const mostly = <T>(right: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: other });

const decimal = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }).map(String),
  fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 9 })).map(([whole, part]) => `${whole}.${part}`),
);
const indicator = fc.record({
  name: mostly(fc.constantFrom('外径', '平面度', '寿命', '效率'), fc.constant('')),
  unit: fc.constantFrom('mm', '%', '', '小时'),
  operator: fc.constantFrom('AT_LEAST', 'AT_MOST', 'EQUAL', 'BETWEEN' as const),
  target: mostly(decimal, fc.constant('')),
  span: mostly(fc.integer({ min: 1, max: 50 }), fc.integer({ min: -5, max: 0 })),
  method: mostly(fc.constantFrom('GB/T 1804', '三坐标测量'), fc.constant('')),
  core: fc.boolean(),
});
const indicators = fc.array(indicator, { minLength: 1, maxLength: 4 }).map((list) =>
  list.map(({ span, ...one }, at) => ({
    ...one,
    ...{ code: `I${at + 1}`, core: one.core || at === 0 },
    upper:
      one.operator === 'BETWEEN' && one.target !== '' ? String(Math.ceil(Number(one.target)) + span) : null,
  })),
);
const content = fc
  .record({
    type: fc.constantFrom(...CALL_TYPES),
    indicators,
    months: mostly(fc.integer({ min: 1, max: 36 }), fc.constantFrom(null, 37, 120)),
    commitments: mostly(fc.constant<readonly Commitment[]>(COMMITMENTS), fc.constant(COMMITMENTS.slice(1))),
    acceptance: mostly(fc.constant('全部核心指标检测合格'), fc.constant('')),
  })
  .map(aContent);

/** Points that sum to 100, from one criterion to six. */
const criteria = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 })
  .map((weights) =>
    splitFen(10_000, weights).map((weight, at) => ({ code: `C${at + 1}`, name: `指标${at + 1}`, weight })),
  );
const people = fc.integer({ min: 3, max: 9 }).map((many) =>
  Array.from({ length: many }, (_, at) => ({
    personId: `k${at + 1}`,
    office: at === 0 ? ('BUREAU' as const) : at === 1 ? ('NOTARY' as const) : ('SUPERVISION' as const),
  })),
);
const planOf = (mode: CallMode) =>
  fc
    .record({
      winners: mostly(
        fc.integer({ min: MODES[mode].winners.least, max: MODES[mode].winners.most }),
        fc.constantFrom(1, 2, 4),
      ),
      biddingDays: mostly(fc.integer({ min: 20, max: 180 }), fc.integer({ min: 1, max: 19 })),
      criteria: mostly(
        criteria,
        criteria.map((list) => list.slice(1)),
      ),
      custodians: mostly(
        people,
        people.map((list) => list.slice(0, 2)),
      ),
      threshold: mostly(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 4, max: 9 })),
      key: fc.boolean(),
      supervisorId: mostly(fc.constant('p2'), fc.constantFrom(null, 'p1')),
      office: mostly(fc.constant('成果转化科'), fc.constant('')),
    })
    .map((change) => aPlan(mode, change));

/** Money by the rules, now and then a little more of the treasury's. */
const fundingOf = (mode: CallMode) =>
  fc
    .record({
      total: fc.integer({ min: 1_000, max: 600_000_000 }),
      part: mostly(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 2_001, max: 5_000 })),
      astray: mostly(fc.constant(0), fc.integer({ min: 1, max: 9 })),
    })
    .map(({ total, part, astray }) => {
      const fiscal = Math.floor((total * part) / 10_000);
      const [city = 0, county = 0] = MODES[mode].shared ? splitFen(fiscal, [1, 1]) : [fiscal];
      return { total: total + astray, owner: total - fiscal, city, county };
    });

const anyCall = fc
  .constantFrom(...CALL_MODES)
  .chain((mode) =>
    fc
      .record({ content, plan: planOf(mode), funding: fundingOf(mode) })
      .map((parts) => aCall('DRAFT', { ...parts, mode })),
  );

describe('a call and its rehearsal', () => {
  it('what the real machine publishes has no blocking fault, and what it refuses has one', () => {
    let [published, refused] = [0, 0];
    fc.assert(
      fc.property(anyCall, (draft) => {
        const { faults } = rehearse(aSetting({ ...draft, state: 'SUBMITTED' }));
        const blocking = faults.filter(({ level }) => level === 'BLOCKING');
        const passes = isPublished(draft);
        if (passes) published += 1;
        else refused += 1;
        expect(passes ? blocking : blocking.length > 0).toEqual(passes ? [] : true);
      }),
      { numRuns: 250 },
    );
    expect(published).toBeGreaterThan(30);
    expect(refused).toBeGreaterThan(30);
  });

  it('pays out to the 分 what the treasury gives, in every mode and by every split', () => {
    const sound = anyCall.filter(isPublished);
    fc.assert(
      fc.property(sound, (draft) => {
        fc.pre(draft.funding.city + draft.funding.county > 10_000);
        const { runs } = rehearse(aSetting({ ...draft, state: 'APPROVED' }));
        const entries = runs.find(({ story }) => story === 'NORMAL')?.entries ?? [];
        const paid = entries
          .filter(({ step }) => step === 'PAY')
          .reduce((sum, one) => sum + (one.amount ?? 0), 0);
        expect(paid).toBe(draft.funding.city + draft.funding.county);
      }),
      { numRuns: 60 },
    );
  });

  it('asks by the parameters of the day', () => {
    const { faults } = rehearse(
      aSetting(aCall('SUBMITTED'), {}, { rules: { ...DEFAULT_RULES, ownerRatio: 8_000 } }),
    );
    expect(faults.filter(({ level }) => level === 'BLOCKING').map(({ path }) => path)).toEqual([
      'funding.owner',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DomainError, splitFen } from '@jihui/kernel';
import { aContract, actors, SELLER, type Who } from '../../../test/contract.fixture.js';
import { anOwnUseCase, aReward, aRewardCase } from '../../../test/reward.fixture.js';
import { rewardLifecycle, type RewardAction, type RewardState } from './lifecycle.js';
import { rewardMachine, rewardSightOf } from './perform.js';
import { modeOf, netOf, paidByLine, stands, sumOf, unpaidOf, type RewardPayment } from './reward.js';
import { isBoundYear } from './own-use.js';
import { completeness, draftLimits, leastOf, minimumsOf, titleOf } from './rules.js';

interface Matrix {
  readonly states: readonly RewardState[];
  readonly actions: Readonly<Record<RewardAction, Readonly<Partial<Record<RewardState, RewardState>>>>>;
  readonly office: readonly Who[];
  readonly colleagues: readonly Who[];
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/reward.matrix.json', import.meta.url), 'utf8'),
) as Matrix;
const TODAY = '2026-12-20';
const aLine = { personId: null, name: '甲', part: 'MAIN', contribution: '发明人', amount: 1 } as const;
const now = new Date(`${TODAY}T02:00:00Z`);
const codes = (subject: Parameters<typeof completeness>[0]): readonly string[] =>
  completeness(subject, TODAY).map(({ code }) => code);

/** The disclosure runs for who objects, and is over for who confirms. */
const untilFor = (action: RewardAction): string => (action === 'object' ? '2026-12-31' : '2026-12-14');

const outcome = (state: RewardState, action: RewardAction, who: Who): string => {
  const reward = aReward({ state, disclosedUntil: untilFor(action) });
  try {
    return rewardMachine.perform(aRewardCase(reward), action, actors[who], now);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

describe('the matrix of a reward', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...rewardLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...rewardLifecycle.actions].sort());
  });

  it.each(Object.keys(matrix.actions) as RewardAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const allowed = action === 'object' ? matrix.colleagues : matrix.office;
      for (const state of matrix.states)
        for (const who of Object.keys(actors) as Who[]) {
          const got = outcome(state, action, who);
          const expected = matrix.actions[action][state] ?? 'ILLEGAL_TRANSITION';
          if (allowed.includes(who)) expect([state, who, got]).toEqual([state, who, expected]);
          else
            expect([state, who, got]).toEqual([
              state,
              who,
              expect.stringMatching(/^(FORBIDDEN|UNAUTHENTICATED)$/),
            ]);
        }
    },
  );
});

describe('what a plan must hold', () => {
  it('is the vector of the reference: 500,000 − 80,000 − 20,000 → at least 200,000, of it 100,000 to the main ones', () => {
    const subject = aRewardCase(aReward());
    expect(netOf(subject.reward)).toBe(40_000_000);
    expect(minimumsOf(subject)).toEqual({ total: 20_000_000, main: 10_000_000 });
    expect(completeness(subject, TODAY)).toEqual([]);
  });

  it('tells everything that is missing at once, each with its path', () => {
    const empty = aReward({
      receivedOn: null,
      income: 0,
      cost: 0,
      taxes: 0,
      basis: '',
      total: 0,
      people: [],
      channel: '',
    });
    expect(completeness(aRewardCase(empty), TODAY).map(({ path }) => path)).toEqual([
      'receivedOn',
      'income',
      'basis',
      'channel',
      'total',
      'people',
    ]);
  });

  it('is one 分 short of the law and refused, and the very minimum is enough', () => {
    const plan = (total: number, main: number) =>
      codes(
        aRewardCase(
          aReward({
            total,
            people: [
              { personId: null, name: '甲', part: 'MAIN', contribution: '发明人', amount: main },
              { personId: null, name: '乙', part: 'OTHER', contribution: '中试', amount: total - main },
            ],
          }),
        ),
      );
    expect(plan(20_000_000, 10_000_000)).toEqual([]);
    expect(plan(19_999_999, 10_000_000)).toEqual(['CONTRACT.REWARD_BELOW_MINIMUM']);
    expect(plan(20_000_000, 9_999_999)).toEqual(['CONTRACT.REWARD_MAIN_BELOW_MINIMUM']);
  });

  it('binds neither a unit that the state did not found nor work done for somebody', () => {
    const small = aReward({
      total: 100,
      people: [{ personId: null, name: '甲', part: 'OTHER', contribution: '服务', amount: 100 }],
    });
    expect(codes({ ...aRewardCase(small), stateEstablished: false })).toEqual([]);
    expect(codes(aRewardCase({ ...small, mode: 'SERVICE' }))).toEqual([]);
    expect(codes(aRewardCase(small))).toHaveLength(2);
  });

  it('sums exactly, names nobody twice, and gives no more than there is', () => {
    const person = {
      personId: SELLER,
      name: '甲',
      part: 'MAIN',
      contribution: '发明',
      amount: 20_000_000,
    } as const;
    expect(codes(aRewardCase(aReward({ people: [person, person] })))).toEqual([
      'REPEATED',
      'CONTRACT.REWARD_SUM_DIFFERS',
    ]);
    expect(
      codes(aRewardCase(aReward({ total: 40_000_001, people: [{ ...person, amount: 40_000_001 }] }))),
    ).toEqual(['CONTRACT.REWARD_OVER_NET']);
    expect(codes(aRewardCase(aReward({ cost: 60_000_000 })))).toEqual(
      expect.arrayContaining(['CONTRACT.REWARD_NO_NET_INCOME', 'CONTRACT.REWARD_OVER_NET']),
    );
  });

  it('takes a receipt once, and no more than the contract pays unless it pays by what is sold', () => {
    const subject = aRewardCase(aReward());
    expect(codes({ ...subject, sameReceipt: true })).toEqual(['CONTRACT.REWARD_SAME_RECEIPT']);
    expect(codes({ ...subject, otherIncome: 60_000_000 })).toEqual(['CONTRACT.REWARD_OVER_CONTRACT']);
    const contract = aContract({ state: 'REGISTERED' });
    const { form } = contract;
    const royalty = { ...form, money: { ...form.money, paymentMode: 'ROYALTY' as const } };
    expect(codes({ ...subject, contract: { ...contract, form: royalty }, otherIncome: 60_000_000 })).toEqual(
      [],
    );
    expect(codes({ ...subject, contract: { ...contract, state: 'CANCELLED' } })).toEqual([
      'CONTRACT.REWARD_CONTRACT_NOT_STANDING',
    ]);
  });

  it('is complete for every division that keeps to the shares, and for none that loses a 分', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 2_000_000, max: 99_000_000 }), parts, (income, weights) => {
        const total = leastOf(income, 5_000);
        const shares = splitFen(total, weights);
        const people = shares.map((amount, index) => ({
          personId: null,
          name: `第${index}人`,
          part: 'MAIN' as const,
          contribution: '研发',
          amount: Math.max(1, amount),
        }));
        const sum = sumOf(people);
        const plan = aReward({ income, cost: 0, taxes: 0, total: sum, people });
        expect(completeness(aRewardCase(plan), TODAY)).toEqual([]);
        expect(codes(aRewardCase({ ...plan, total: sum + 1 }))).toContain('CONTRACT.REWARD_SUM_DIFFERS');
      }),
    );
  });
});

describe('自行实施 (促进科技成果转化法第四十五条第（三）项)', () => {
  const missing = (change: Parameters<typeof aReward>[0]): readonly string[] => codes(anOwnUseCase(change));

  it('is at least 5 % of the profit of the year, half of it to the main contributors', () => {
    expect(minimumsOf(anOwnUseCase())).toEqual({ total: 5_000_000, main: 2_500_000 });
    expect(missing({})).toEqual([]);
    const [main, other] = anOwnUseCase().reward.people;
    if (main === undefined || other === undefined) throw new Error('two people');
    const short = { total: 4_999_999, people: [main, { ...other, amount: 1_999_999 }] };
    expect(missing(short)).toEqual(['CONTRACT.REWARD_BELOW_MINIMUM']);
    expect(codes({ ...anOwnUseCase(short), stateEstablished: false })).toEqual([]);
  });

  it('binds the years of which a day lies within three years of the production, and no later ones', () => {
    const bound = (year: number, producedOn = '2023-10-08'): boolean =>
      isBoundYear({ resultTitle: '', producedOn, receivedOn: `${year}-12-31` }, { ownUseYears: 3 });
    expect([2023, 2024, 2025, 2026, 2027].map((year) => bound(year))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect([2023, 2025, 2026].map((year) => bound(year, '2023-01-01'))).toEqual([true, true, false]);
    // The 29th of February ends its years on the 28th.
    expect([2026, 2027].map((year) => bound(year, '2024-02-29'))).toEqual([true, true]);
    const later = { producedOn: '2022-01-01', total: 100, people: [{ ...aLine, amount: 100 }] };
    expect(missing(later)).toEqual([]);
  });

  it('names the result, its first day of production and a whole year that does not lie before', () => {
    expect(missing({ resultTitle: '', producedOn: null })).toEqual(['REQUIRED', 'REQUIRED']);
    expect(missing({ receivedOn: '2025-06-30' })).toEqual(['CONTRACT.REWARD_NOT_A_YEAR']);
    expect(missing({ receivedOn: '2022-12-31' })).toEqual(['CONTRACT.REWARD_BEFORE_PRODUCTION']);
    expect(codes({ ...anOwnUseCase(), sameReceipt: true })).toEqual(['CONTRACT.REWARD_SAME_RECEIPT']);
    expect(titleOf(anOwnUseCase())).toBe('高强陶粒制备工艺');
  });

  it('is said in a plan of no contract alone', () => {
    const draft = { ...aReward(), resultTitle: '某成果', producedOn: '2027-01-01' };
    const found = (mode: 'OWN_USE' | 'SERVICE') =>
      draftLimits(draft, { mode }, TODAY).map(({ code }) => code);
    expect(found('OWN_USE')).toEqual(['DATE_IN_FUTURE']);
    expect(found('SERVICE')).toEqual(['DATE_IN_FUTURE', 'CONTRACT.REWARD_OF_A_CONTRACT']);
  });

  it('is read in sums by the bureau of the place, and not by those who belong to the unit', () => {
    const see = (who: Who) => rewardSightOf(actors[who], anOwnUseCase({ state: 'CONFIRMED' }));
    expect([see('cityRegistrar'), see('applicantMember'), see('buyerOfficer')]).toEqual([
      'BUREAU',
      'NONE',
      'NONE',
    ]);
    expect(see('applicantOfficer')).toBe('OFFICE');
  });
});

describe('the disclosure', () => {
  const confirm = (change: Parameters<typeof aReward>[0]): string => {
    try {
      return rewardMachine.perform(
        aRewardCase(aReward({ state: 'DISCLOSED', round: 2, disclosedUntil: '2026-12-14', ...change })),
        'confirm',
        actors.applicantOfficer,
        now,
      );
    } catch (error) {
      return (error as DomainError).violations[0]?.code ?? '';
    }
  };
  const objection = {
    id: 'o',
    round: 2,
    personId: 'p',
    statement: '',
    at: now,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  };

  it('is over on the day after its last, with every objection answered and none upheld', () => {
    expect(confirm({})).toBe('CONFIRMED');
    expect(confirm({ disclosedUntil: TODAY })).toBe('CONTRACT.REWARD_DISCLOSURE_RUNS');
    expect(confirm({ objections: [{ ...objection, upheld: null }] })).toBe('CONTRACT.REWARD_OBJECTION_OPEN');
    expect(confirm({ objections: [{ ...objection, upheld: true }] })).toBe(
      'CONTRACT.REWARD_OBJECTION_UPHELD',
    );
    expect(confirm({ objections: [{ ...objection, upheld: false }] })).toBe('CONFIRMED');
  });

  it('forgets what was upheld before the plan was put right', () => {
    expect(confirm({ objections: [{ ...objection, round: 1, upheld: true }] })).toBe('CONFIRMED');
  });

  it('is not closed by somebody whom the plan rewards', () => {
    const officer = actors.applicantOfficer;
    const personId = officer.kind === 'person' ? officer.personId : '';
    const people = [
      { personId, name: '我', part: 'MAIN' as const, contribution: '发明', amount: 20_000_000 },
    ];
    expect(confirm({ people })).toBe('CONTRACT.CONFLICT_OF_INTEREST');
  });
});

describe('payments', () => {
  const paid = (line: number, amount: number, voidReason: string | null = null): RewardPayment => ({
    id: `${line}-${amount}`,
    rewardId: 'r',
    line,
    amount,
    paidOn: TODAY,
    voucher: '1',
    voidReason,
    corrects: null,
    correctionReason: null,
  });

  it('leave of each line what was not paid; a voided one counts no more', () => {
    const reward = aReward();
    const payments = [paid(1, 5_000_000), paid(1, 1_000_000, '记错'), paid(2, 8_000_000)];
    expect([...paidByLine(payments)]).toEqual([
      [1, 5_000_000],
      [2, 8_000_000],
    ]);
    expect(unpaidOf(reward, payments, 1)).toBe(7_000_000);
    expect(unpaidOf(reward, payments, 2)).toBe(0);
    expect(unpaidOf(reward, payments, 9)).toBeNull();
    const against = {
      ...paid(2, -8_000_000),
      corrects: payments[2]?.id ?? '',
      correctionReason: '户名有误',
    };
    const corrected = [...payments, against];
    expect(unpaidOf(reward, corrected, 2)).toBe(8_000_000);
    expect(corrected.map((payment) => stands(corrected, payment))).toEqual([true, false, false, false]);
  });
});

describe('who sees a reward', () => {
  const see = (state: RewardState, who: Who, people = aReward().people): string =>
    rewardSightOf(actors[who], {
      ...aRewardCase(aReward({ state, people })),
      contract: aContract({ state: 'REGISTERED', submittedAt: now }),
    });
  it('is the office always, colleagues while it is disclosed, the bureau when it is decided', () => {
    for (const state of ['DRAFT', 'DISCLOSED', 'CONFIRMED', 'PAID'] as const)
      expect(see(state, 'applicantOfficer')).toBe('OFFICE');
    expect(
      ['DRAFT', 'DISCLOSED', 'CONFIRMED'].map((state) => see(state as RewardState, 'applicantMember')),
    ).toEqual(['NONE', 'COLLEAGUE', 'NONE']);
    expect(
      ['DRAFT', 'DISCLOSED', 'CONFIRMED'].map((state) => see(state as RewardState, 'cityRegistrar')),
    ).toEqual(['NONE', 'NONE', 'BUREAU']);
    expect(see('CONFIRMED', 'buyerOfficer')).toBe('NONE');
    expect(see('DISCARDED', 'applicantOfficer')).toBe('NONE');
  });
  it('is the person of a line, once it is decided', () => {
    const member = actors.applicantMember;
    const personId = member.kind === 'person' ? member.personId : '';
    const people = [
      { personId, name: '我', part: 'MAIN' as const, contribution: '发明', amount: 20_000_000 },
    ];
    expect(see('CONFIRMED', 'applicantMember', people)).toBe('PERSON');
  });
});

describe('the kind of a reward', () => {
  it('follows from the class of the contract', () => {
    const of = (subclass: string) => {
      const contract = aContract();
      return modeOf({ form: { ...contract.form, subclass } });
    };
    expect(['21', '28', '31', '11', '51'].map(of)).toEqual([
      'TRANSFER_LICENCE',
      'INVESTMENT',
      'TRANSFER_LICENCE',
      'SERVICE',
      'SERVICE',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { actorId, anonymous, DomainError, type Actor } from '@jihui/kernel';
import { aMember } from '@jihui/testing';
import { aContract, actors } from '../../test/contract.fixture.js';
import type { Contract, Expert } from './contract.js';
import {
  expertReads,
  seatLifecycle,
  seatMachine,
  seatStateOf,
  stakeOf,
  type SeatAction,
  type SeatState,
} from './expert-seat.js';
import {
  invitationViolations,
  newSeat,
  panelFrom,
  pickViolations,
  seatViolations,
  signedByAll,
} from './experts.js';

const matrix = JSON.parse(
  readFileSync(new URL('../../test/expert-seat.matrix.json', import.meta.url), 'utf8'),
) as {
  readonly states: readonly SeatState[];
  readonly actions: {
    readonly [action in SeatAction]: {
      readonly by: readonly string[];
      readonly from: Readonly<Partial<Record<SeatState, SeatState>>>;
    };
  };
};
const now = new Date('2026-11-23T02:00:00Z');
const expertActor = aMember('UNIVERSITY', ['RESEARCHER']);
const otherActor = aMember('UNIVERSITY', ['RESEARCHER']);

const SEAT: Expert = {
  ...newSeat('019d0000-0000-7000-8000-000000000001'),
  version: 1,
  name: '郝教授',
  unit: '太原某大学',
  email: 'hao@example.org',
};
const invited = { invitedAt: '2026-11-20T01:00:00.000Z', answerBy: '2026-11-30' } as const;
const joined = { ...invited, personId: expertActor.personId };
const inState: { readonly [state in SeatState]: Expert } = {
  NAMED: SEAT,
  INVITED: { ...SEAT, ...invited },
  JOINED: { ...SEAT, ...joined },
  UNDERTAKEN: { ...SEAT, ...joined, undertakenOn: '2026-11-21' },
  HEARD: {
    ...SEAT,
    ...joined,
    undertakenOn: '2026-11-21',
    favourable: true,
    opinion: '技术内容明确，属于技术转让。',
    signedAt: '2026-11-22T01:00:00.000Z',
  },
  RECUSED: { ...SEAT, ...joined, recusal: '曾任该公司顾问' },
};
const withSeat = (expert: Expert, change: Partial<Contract> = {}): Contract => ({
  ...aContract(),
  state: 'EXPERT_REVIEW',
  experts: [expert],
  ...change,
});

function outcome(action: SeatAction, expert: Expert, actor: Actor, accountName: string | null): string {
  try {
    return seatMachine.perform({ contract: withSeat(expert), expert, accountName }, action, actor, now);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a seat that was picked from the bank', () => {
  it('is taken by the account of that entry alone, whatever others are called', () => {
    const seat = { ...inState.INVITED, expertId: SEAT.id, accountId: expertActor.personId };
    expect(outcome('join', seat, expertActor, '郝某某')).toBe('JOINED');
    expect(outcome('join', seat, otherActor, seat.name)).toBe('FORBIDDEN');
  });

  it('bears what the bank says, and keeps it', () => {
    const bank = new Map([
      [
        SEAT.id,
        { name: '郝教授', unit: '太原某大学', title: '教授', email: 'hao@example.org', personId: 'p' },
      ],
    ]);
    const typed = { name: '别人', unit: '别处', expertId: SEAT.id };
    const [seat] = panelFrom([typed], [], () => 'new', bank);
    expect(seat).toMatchObject({
      name: '郝教授',
      unit: '太原某大学',
      email: 'hao@example.org',
      accountId: 'p',
    });
    const [kept] = panelFrom([{ ...typed, id: 'new', email: null }], seat ? [seat] : [], () => 'other');
    expect(kept).toMatchObject({ id: 'new', name: '郝教授', email: null, expertId: SEAT.id });
  });

  it('needs an entry that is in the bank and bound to no side', () => {
    const picks = [
      { name: '', unit: '', expertId: 'gone' },
      { name: '', unit: '', expertId: 'bound' },
      { name: '', unit: '', expertId: 'free' },
      { name: '', unit: '' },
    ];
    const stakes = new Map([
      ['bound', '所在单位是该合同的一方'],
      ['free', null],
    ]);
    expect(pickViolations(picks, [], stakes).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'experts.0.expertId CONTRACT.EXPERT_NOT_IN_BANK',
      'experts.1.expertId CONTRACT.EXPERT_HAS_STAKE',
    ]);
  });
});

describe('the matrix of an expert’s seat', () => {
  it('has each state and action', () => {
    expect([...matrix.states].sort()).toEqual([...seatLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...seatLifecycle.actions].sort());
    for (const state of matrix.states) expect(seatStateOf(inState[state])).toBe(state);
  });

  it.each(Object.keys(matrix.actions) as SeatAction[])('%s is done by whom and where it says', (action) => {
    const { by, from } = matrix.actions[action];
    for (const state of matrix.states) {
      const expert = inState[state];
      const takes = action === 'join' ? otherActor : expertActor;
      // A seat that nobody has taken is nobody's.
      const isHis = action === 'join' || expert.personId !== null;
      const who = action === 'join' ? 'invited' : 'expert';
      expect([state, outcome(action, expert, takes, '郝教授')]).toEqual([
        state,
        isHis && by.includes(who) ? (from[state] ?? 'ILLEGAL_TRANSITION') : 'FORBIDDEN',
      ]);
      expect(outcome(action, expert, otherActor, '旁人')).toBe('FORBIDDEN');
      expect(outcome(action, expert, anonymous, null)).toBe(
        action === 'invite' ? 'FORBIDDEN' : 'UNAUTHENTICATED',
      );
    }
  });

  it('is shut once the panel has concluded', () => {
    const contract = withSeat(inState.UNDERTAKEN, { state: 'SECOND_REVIEW' });
    const subject = { contract, expert: inState.UNDERTAKEN, accountName: '郝教授' };
    expect(() => seatMachine.perform(subject, 'giveOpinion', expertActor, now)).toThrow('专家评审已经结束');
    expect(expertReads(expertActor, contract)).toBe(false);
  });

  it('opens the papers with the undertaking, and to the expert alone', () => {
    const reads = matrix.states.filter((state) => expertReads(expertActor, withSeat(inState[state])));
    expect(reads).toEqual(['UNDERTAKEN', 'HEARD']);
    expect(expertReads(otherActor, withSeat(inState.UNDERTAKEN))).toBe(false);
  });
});

describe('a stake of an expert', () => {
  const contract = withSeat(inState.INVITED);
  const found = (actor: Actor, change: Partial<Contract> = {}, tied = false) =>
    stakeOf(actor, { ...contract, ...change }, { tied });

  it('is found by what the platform knows', () => {
    expect(found(expertActor)).toBeNull();
    expect(found(expertActor, {}, true)).toContain('利害关系');
    expect(found(actors.applicantOfficer)).not.toBeNull();
    expect(found(expertActor, { firstReviewerId: actorId(expertActor) })).toContain('登记员');
    expect(found(expertActor, { experts: [inState.JOINED] })).toContain('已在该专家组');
    expect(found(expertActor, { applicantPersonId: expertActor.personId })).toContain('申请经办人');
  });
});

describe('the panel and its seats', () => {
  const ids = (): string => '019d0000-0000-7000-8000-0000000000ff';
  const input = ({ id, name, unit, title, email, undertakenOn, favourable, opinion }: Expert) => ({
    id,
    name,
    unit,
    title,
    email,
    undertakenOn,
    favourable,
    opinion,
  });
  const wrong = (inputs: readonly ReturnType<typeof input>[], before: readonly Expert[]) =>
    seatViolations(inputs, panelFrom(inputs, before, ids), before).map(({ path, code }) => `${path} ${code}`);

  it('keep what they know when the panel is saved again', () => {
    const before = [inState.HEARD];
    expect(panelFrom(before.map(input), before, ids)).toEqual(before);
    expect(panelFrom([{ name: '安研究员', unit: '某院' }], before, ids)[0]).toMatchObject({ id: ids() });
  });

  it('ask for another invitation where the address changes', () => {
    const [seat] = panelFrom(
      [{ ...input(inState.INVITED), email: 'New@Example.org' }],
      [inState.INVITED],
      ids,
    );
    expect(seat).toMatchObject({ email: 'new@example.org', invitedAt: null, answerBy: null, version: 2 });
  });

  it('are spoken for by nobody but their expert, and not taken away once signed', () => {
    expect(wrong([input(inState.HEARD)], [inState.HEARD])).toEqual([]);
    expect(
      wrong([{ ...input(inState.UNDERTAKEN), favourable: true, opinion: '同意' }], [inState.UNDERTAKEN]),
    ).toEqual([
      'experts.0.favourable CONTRACT.EXPERT_SPEAKS_ALONE',
      'experts.0.opinion CONTRACT.EXPERT_SPEAKS_ALONE',
    ]);
    expect(wrong([], [inState.HEARD])).toEqual(['experts CONTRACT.EXPERT_SIGNED']);
    expect(wrong([], [inState.UNDERTAKEN])).toEqual([]);
    expect(wrong([{ ...input(SEAT), email: 'nowhere' }], [SEAT])).toEqual(['experts.0.email BAD_EMAIL']);
    expect(wrong([{ ...input(SEAT), id: ids() }], [SEAT])).toEqual(['experts.0.id UNKNOWN']);
    expect(wrong([input(SEAT), input(SEAT)], [SEAT])).toEqual([
      'experts.0.id UNKNOWN',
      'experts.1.id UNKNOWN',
    ]);
  });

  it('need no paper where everybody who counts has signed', () => {
    expect(signedByAll([inState.HEARD, inState.RECUSED])).toBe(true);
    expect(signedByAll([inState.HEARD, inState.UNDERTAKEN])).toBe(false);
    expect(signedByAll([])).toBe(false);
  });

  it('are invited with an address, an open answer and a day within the registry’s own', () => {
    const codes = (experts: readonly Expert[], answerBy: Expert['answerBy'], expertIds = [SEAT.id]) =>
      invitationViolations(
        experts,
        { expertIds, answerBy: answerBy ?? '2026-11-30' },
        { today: '2026-11-23', dueOn: '2026-12-10' },
      ).map(({ path, code }) => `${path} ${code}`);
    expect(codes([SEAT], '2026-12-10')).toEqual([]);
    expect(codes([{ ...SEAT, email: null }], '2026-12-11')).toEqual([
      'answerBy CONTRACT.ANSWER_AFTER_DUE',
      'expertIds.0 CONTRACT.EXPERT_WITHOUT_EMAIL',
    ]);
    expect(codes([inState.HEARD], '2026-11-22')).toEqual([
      'answerBy DATE_IN_PAST',
      'expertIds.0 CONTRACT.EXPERT_ANSWERED',
    ]);
    expect(codes([SEAT], '2026-11-30', [])).toEqual(['expertIds REQUIRED']);
    expect(codes([SEAT], '2026-11-30', [ids()])).toEqual(['expertIds.0 UNKNOWN']);
  });
});

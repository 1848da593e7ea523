import { readFileSync } from 'node:fs';
import { anonymous, DomainError, type Actor } from '@jihui/kernel';
import { ACTORS, aCall, aPlan, NOW } from '../../../test/call.fixture.js';
import { seatLifecycle, seatMachine, type Seat, type SeatAction, type SeatState } from './seat.js';

interface Matrix {
  readonly states: readonly SeatState[];
  readonly actions: Readonly<
    Record<
      SeatAction,
      { readonly by: readonly string[]; readonly to: Readonly<Partial<Record<SeatState, SeatState>>> }
    >
  >;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/review-seat.matrix.json', import.meta.url), 'utf8'),
) as Matrix;

const someone = (personId: string): Actor => ({ kind: 'person', personId, memberships: [] });
const WHO: Readonly<Record<string, Actor>> = {
  ...{ expert: someone('expert'), other: someone('other'), supervisor: someone('p2'), anonymous },
  ...{ city: ACTORS.city, owner: ACTORS.owner, conflicted: ACTORS.conflicted, clock: ACTORS.clock },
};
const aSeat = (state: SeatState, change: Partial<Seat> = {}): Seat => ({
  ...{ id: 's', version: 1, callId: 'call', round: 1, drawId: 'd', row: 0, stratum: 'TECHNICAL' },
  ...{ personId: 'expert', state, reason: '', answerBy: '2026-11-20', reviewBy: null },
  ...{ lead: false, votes: null, signedAt: null, createdAt: NOW, updatedAt: NOW },
  ...change,
});
/** A call whose members judge some of the bids each. */
const call = aCall('REVIEWING', { plan: aPlan('JB', { panelTimes: 3 }) });
const codesOf = (run: () => unknown): string | readonly string[] => {
  try {
    return String(run());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.violations.length > 0 ? error.violations.map(({ code }) => code) : error.code;
  }
};

describe('a seat of the panel', () => {
  it.each(Object.keys(matrix.actions) as SeatAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      expect([...matrix.states].sort()).toEqual([...seatLifecycle.states].sort());
      expect(Object.keys(matrix.actions).sort()).toEqual([...seatLifecycle.actions].sort());
      const { by, to } = matrix.actions[action];
      for (const state of matrix.states)
        for (const [who, actor] of Object.entries(WHO)) {
          const expected = by.includes(who)
            ? (to[state] ?? 'ILLEGAL_TRANSITION')
            : who === 'anonymous'
              ? 'UNAUTHENTICATED'
              : 'FORBIDDEN';
          const subject = { seat: aSeat(state), call, handedIn: false, bidders: [] };
          expect([state, who, codesOf(() => seatMachine.perform(subject, action, actor, NOW))]).toEqual([
            state,
            who,
            expected,
          ]);
        }
    },
  );

  it('is no matter of an officer who belongs to a bidder', () => {
    const subject = { seat: aSeat('ACCEPTED'), call, handedIn: false };
    const record = (bidders: readonly string[]) =>
      codesOf(() => seatMachine.perform({ ...subject, bidders }, 'recordConflict', ACTORS.city, NOW));
    const own = ACTORS.city.kind === 'person' ? (ACTORS.city.memberships[0]?.organisationId ?? '') : '';
    expect(record(['another'])).toBe('LEFT');
    expect(record(['another', own])).toBe('FORBIDDEN');
  });

  it('is in conflict with one bid alone only where members judge some of the bids each', () => {
    const recuse = (panelTimes: number) =>
      codesOf(() =>
        seatMachine.perform(
          {
            ...{ seat: aSeat('ACCEPTED'), handedIn: true, bidders: [] },
            call: aCall('REVIEWING', { plan: aPlan('JB', { panelTimes }) }),
          },
          'recuse',
          someone('expert'),
          NOW,
        ),
      );
    expect(recuse(3)).toBe('ACCEPTED');
    expect(recuse(1)).toEqual(['CHALLENGES.SEAT_STANDS']);
  });

  it('is left by nobody who handed in, declared absent by nobody before its time, and moves only while a review runs', () => {
    const city = ACTORS.city;
    const act = (
      action: SeatAction,
      seat: Seat,
      change: { state?: 'REVIEWED' | 'QUALIFIED'; handedIn?: boolean } = {},
    ) =>
      codesOf(() =>
        seatMachine.perform(
          {
            ...{ seat, call: { ...call, state: change.state ?? 'REVIEWING' }, bidders: [] },
            handedIn: change.handedIn ?? false,
          },
          action,
          action === 'accept' || action === 'decline' ? someone('expert') : city,
          NOW,
        ),
      );
    expect(act('decline', aSeat('ACCEPTED'), { handedIn: true })).toEqual(['CHALLENGES.SEAT_STANDS']);
    expect(act('declareAbsent', aSeat('ACCEPTED'), { handedIn: true })).toEqual(['CHALLENGES.NOT_ABSENT']);
    expect(act('declareAbsent', aSeat('INVITED', { answerBy: '2026-11-23' }))).toEqual([
      'CHALLENGES.NOT_ABSENT',
    ]);
    expect(act('declareAbsent', aSeat('ACCEPTED'), { state: 'QUALIFIED' })).toEqual([
      'CHALLENGES.NOT_ABSENT',
    ]);
    expect(act('recordConflict', aSeat('ACCEPTED'), { state: 'REVIEWED' })).toEqual([
      'CHALLENGES.SEAT_STANDS',
    ]);
    expect(act('recordConflict', aSeat('ACCEPTED'), { handedIn: true })).toBe('LEFT');
  });
});

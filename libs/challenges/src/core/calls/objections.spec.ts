import { readFileSync } from 'node:fs';
import { DomainError } from '@jihui/kernel';
import { aCall, ACTORS, NOW, RIVAL, RIVAL_OFFICER, type Who } from '../../../test/call.fixture.js';
import {
  callObjectionLifecycle,
  callObjectionMachine,
  objectionFaults,
  readsObjection,
  type CallObjection,
  type CallObjectionAction,
  type CallObjectionState,
} from './objections.js';

interface Matrix {
  readonly states: readonly CallObjectionState[];
  readonly actions: Readonly<
    Record<
      CallObjectionAction,
      {
        readonly by: readonly Who[];
        readonly to: Readonly<Partial<Record<CallObjectionState, CallObjectionState>>>;
      }
    >
  >;
}
const matrix = JSON.parse(
  readFileSync(new URL('../../../test/call-objection.matrix.json', import.meta.url), 'utf8'),
) as Matrix;

const anObjection = (state: CallObjectionState): CallObjection => ({
  id: 'o',
  version: 1,
  callId: 'call',
  stage: 'NOTICE',
  state,
  personId: 'outsider',
  name: '王晓岚',
  contact: '0350-3048000',
  statement: '',
  evidence: '',
  acceptBy: '2026-11-26',
  decideBy: null,
  extended: false,
  answer: '',
  answeredBy: null,
  createdAt: NOW,
  updatedAt: NOW,
});

const outcome = (state: CallObjectionState, action: CallObjectionAction, who: Who): string => {
  const subject = { objection: anObjection(state), call: aCall('NOTICED'), bidders: [] };
  try {
    return callObjectionMachine.perform(subject, action, ACTORS[who], NOW);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
};

it('is neither read nor decided by an officer who belongs to a bidder, once bids are opened', () => {
  const of = (bidders: readonly string[]) => ({
    ...{ objection: anObjection('ACCEPTED'), call: aCall('AWARD_NOTICED') },
    bidders,
  });
  const dismissed = (bidders: readonly string[]): string => {
    try {
      return callObjectionMachine.perform(of(bidders), 'dismiss', RIVAL_OFFICER, NOW);
    } catch (error) {
      return (error as DomainError).code;
    }
  };
  expect([readsObjection(RIVAL_OFFICER, of([])), dismissed([])]).toEqual([true, 'DISMISSED']);
  expect([readsObjection(RIVAL_OFFICER, of([RIVAL])), dismissed([RIVAL])]).toEqual([false, 'FORBIDDEN']);
  expect(readsObjection(ACTORS.outsider, of([RIVAL, 'u']))).toBe(true);
});

describe('the matrix of an objection', () => {
  it('names exactly the states and actions there are', () => {
    expect([...matrix.states].sort()).toEqual([...callObjectionLifecycle.states].sort());
    expect(Object.keys(matrix.actions).sort()).toEqual([...callObjectionLifecycle.actions].sort());
  });

  it.each(Object.keys(matrix.actions) as CallObjectionAction[])(
    '%s is done by those it names, in its states',
    (action) => {
      const { by, to } = matrix.actions[action];
      for (const state of matrix.states)
        for (const who of Object.keys(ACTORS) as Who[]) {
          const expected = by.includes(who)
            ? (to[state] ?? 'ILLEGAL_TRANSITION')
            : who === 'anonymous'
              ? 'UNAUTHENTICATED'
              : 'FORBIDDEN';
          expect([state, who, outcome(state, action, who)]).toEqual([state, who, expected]);
        }
    },
  );
});

it('asks for a real name, a way to answer, and evidence', () => {
  const form = { name: '甲', contact: '不留', statement: '不好', evidence: '' };
  expect(objectionFaults(form).map(({ path, code }) => [path, code])).toEqual([
    ['name', 'TOO_SHORT'],
    ['contact', 'CHALLENGES.CONTACT_INVALID'],
    ['statement', 'TOO_SHORT'],
    ['evidence', 'REQUIRED'],
  ]);
});

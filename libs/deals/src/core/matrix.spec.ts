import { readFileSync } from 'node:fs';
import { DomainError, type Actor, type Lifecycle, type Machine } from '@jihui/kernel';
import {
  AGENCY,
  aBrokerage,
  aCommission,
  actorNamed,
  aDeal,
  aDisclosure,
  anInvitation,
  anObjection,
  aPrivateDeal,
  NOW,
} from '../../test/core.factory.js';
import { BROKERAGE_ACTIONS, brokerageMachine, type BrokerageAction } from './brokerage.js';
import { COMMISSION_ACTIONS, commissionMachine, type CommissionAction } from './commission-machine.js';
import {
  disclosureMachine,
  objectionMachine,
  type ObjectionAction,
  type ObjectionState,
} from './disclosure.js';
import {
  INVITATION_ACTIONS,
  invitationMachine,
  type InvitationAction,
  type InvitationState,
} from './invitation.js';
import { DEAL_ACTIONS, type DealAction, type DisclosureAction } from './lifecycle.js';
import { dealMachine } from './perform.js';
import type { CommissionState } from './commission.js';
import type { BrokerageState, DealState, DisclosureState } from './types.js';

interface Row {
  readonly world: string;
  readonly state: string;
  readonly action: string;
  /** Role → what is expected, e.g. `PRICED`, `-`, `x`, `login`, `!OWN_PROPOSAL`. */
  readonly cells: ReadonlyMap<string, string>;
}

/** An expectation file: a row for each world, state and action, a column for each role. */
function matrix(name: string): Row[] {
  const file = new URL(`../../test/${name}.matrix.csv`, import.meta.url);
  const [head = [], ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  return lines.map(([world = '', state = '', action = '', ...cells]) => ({
    world,
    state,
    action,
    cells: new Map(cells.map((cell, index) => [head[index + 3] ?? '', cell])),
  }));
}

/** What happens, in the file's words. */
function outcome<E, S extends string, A extends string>(
  machine: Machine<E, S, A>,
  entity: E,
  action: A,
  actor: Actor,
): string {
  try {
    return machine.perform(entity, action, actor, NOW);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    switch (error.code) {
      case 'FORBIDDEN':
        return '-';
      case 'UNAUTHENTICATED':
        return 'login';
      case 'ILLEGAL_TRANSITION':
        return 'x';
      default:
        return `!${(error.violations[0]?.code ?? error.code).replace('DEALS.', '')}`;
    }
  }
}

const actual = <E, S extends string, A extends string>(
  machine: Machine<E, S, A>,
  row: Row,
  entity: E,
): object =>
  Object.fromEntries(
    [...row.cells.keys()].map((role) => [role, outcome(machine, entity, row.action as A, actorNamed(role))]),
  );

/** Both directions: every state and action of the code stands in the file, and nothing else does. */
function expectComplete(
  rows: readonly Row[],
  lifecycle: Lifecycle<string, string>,
  actions: readonly string[],
): void {
  const pairs = new Set(rows.map(({ state, action }) => `${state}.${action}`));
  expect([...pairs].sort()).toEqual(lifecycle.states.flatMap((s) => actions.map((a) => `${s}.${a}`)).sort());
  expect([...lifecycle.actions].sort()).toEqual([...actions].sort());
}

describe('deal', () => {
  const rows = matrix('deal');
  it('is complete', () =>
    expectComplete(
      rows.filter((row) => row.world === 'STATE'),
      dealMachine.lifecycle,
      DEAL_ACTIONS,
    ));
  it.each(rows.map((row) => [`${row.world} ${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const state = row.state as DealState;
    const deal = row.world === 'STATE' ? aDeal(state) : aPrivateDeal(state);
    expect(actual<typeof deal, DealState, DealAction>(dealMachine, row, deal)).toEqual(
      Object.fromEntries(row.cells),
    );
  });
});

describe('disclosure', () => {
  const rows = matrix('disclosure');
  const { lifecycle } = disclosureMachine;
  it('is complete', () =>
    expectComplete(rows, lifecycle, ['raiseObjection', 'clearObjections', 'complete', 'annul']));
  it.each(rows.map((row) => [`${row.world} ${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const endsOn = row.world === 'IN_TIME' ? '2026-11-23' : '2026-11-22';
    const disclosure = aDisclosure({ state: row.state as DisclosureState, endsOn });
    const subject = { disclosure, ownObjections: 0, objectionLimit: 3 };
    expect(
      actual<typeof subject, DisclosureState, DisclosureAction>(disclosureMachine, row, subject),
    ).toEqual(Object.fromEntries(row.cells));
  });
});

describe('objection', () => {
  const rows = matrix('objection');
  it('is complete', () => expectComplete(rows, objectionMachine.lifecycle, ['sustain', 'reject']));
  it.each(rows.map((row) => [`${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const objection = anObjection({ state: row.state as ObjectionState });
    expect(
      actual<typeof objection, ObjectionState, ObjectionAction>(objectionMachine, row, objection),
    ).toEqual(Object.fromEntries(row.cells));
  });
});

describe('brokerage', () => {
  const rows = matrix('brokerage');
  it('is complete', () => expectComplete(rows, brokerageMachine.lifecycle, BROKERAGE_ACTIONS));
  it.each(rows.map((row) => [`${row.world} ${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const disclosed = row.world === 'DISCLOSED' ? { dualDisclosedAt: NOW, sellerConsentedAt: NOW } : {};
    const dealState = row.world === 'OVER' ? 'ABANDONED' : 'NEGOTIATING';
    const brokerage = aBrokerage({ state: row.state as BrokerageState, dealState, ...disclosed });
    expect(
      actual<typeof brokerage, BrokerageState, BrokerageAction>(brokerageMachine, row, brokerage),
    ).toEqual(Object.fromEntries(row.cells));
  });
});

describe('commission', () => {
  const rows = matrix('commission');
  it('is complete', () => expectComplete(rows, commissionMachine.lifecycle, COMMISSION_ACTIONS));
  it.each(rows.map((row) => [`${row.world} ${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const { terms } = aCommission();
    const commission = aCommission({
      state: row.state as CommissionState,
      dealState: row.world === 'NOT_CONCLUDED' ? 'NEGOTIATING' : 'SIGNED',
      terms: { ...terms, trigger: row.world === 'BY_SIGNATURE' ? 'SIGNATURE' : 'FIRST_PAYMENT' },
    });
    expect(
      actual<typeof commission, CommissionState, CommissionAction>(commissionMachine, row, commission),
    ).toEqual(Object.fromEntries(row.cells));
  });
});

describe('expert invitation', () => {
  const rows = matrix('invitation');
  it('is complete', () => expectComplete(rows, invitationMachine.lifecycle, INVITATION_ACTIONS));
  it.each(rows.map((row) => [`${row.world} ${row.state} ${row.action}`, row] as const))('%s', (_, row) => {
    const invitation = anInvitation({
      state: row.state as InvitationState,
      ...(row.world === 'BROKER' ? { byBroker: true, inviterId: AGENCY } : {}),
    });
    expect(
      actual<typeof invitation, InvitationState, InvitationAction>(invitationMachine, row, invitation),
    ).toEqual(Object.fromEntries(row.cells));
  });
});

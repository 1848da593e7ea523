import { DomainError, type Actor, type Lifecycle, type OrganisationKind } from '@jihui/kernel';
import {
  aLetter,
  aMembership,
  anAccount,
  anonymous,
  anOrganisation,
  matrix,
  NOW,
  officer,
  ORGANISATION,
  person,
  place,
  platformAdmin,
  SELF,
  system,
  type MatrixLine,
} from '../../test/core.factory.js';
import { letters, type LetterAction } from './letter/perform.js';
import type { LetterState } from './letter/letter.js';
import { memberships } from './membership/perform.js';
import type { MembershipAction } from './membership/lifecycle.js';
import type { MembershipState } from './membership/membership.js';
import { organisations } from './organisation/perform.js';
import type { OrganisationAction } from './organisation/lifecycle.js';
import type { OrganisationState } from './organisation/organisation.js';
import { people, type PersonAction } from './person/perform.js';
import type { PersonState } from './person/person.js';

/** The next state, or the code of the refusal. */
function outcome(perform: () => string): string {
  try {
    return perform();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Every state and action of the lifecycle stands in the file, and nothing else does. */
function expectComplete(
  lines: readonly MatrixLine[],
  lifecycle: Lifecycle<string, string>,
  times: number,
): void {
  const pairs = lines.map(({ place: { state, action } }) => `${state} ${action}`);
  const all = lifecycle.states.flatMap((state) => lifecycle.actions.map((action) => `${state} ${action}`));
  expect(new Set(pairs)).toEqual(new Set(all));
  expect(pairs).toHaveLength(all.length * times);
}

describe('organisation matrix', () => {
  const lines = matrix('organisation');
  const actors: Readonly<Record<string, Actor>> = {
    anonymous,
    outsider: person('outsider'),
    member: person('member', place('ENTERPRISE', ['TRANSFER_OFFICER'], '140981', ORGANISATION)),
    admin: person('admin'),
    countyOfficer: person('county', place('BUREAU_COUNTY', ['OFFICER'], '140981')),
    otherCountyOfficer: person('other', place('BUREAU_COUNTY', ['OFFICER'], '140921')),
    cityOfficer: officer,
    cityRegistrar: person('registrar', place('BUREAU_CITY', ['REGISTRAR'])),
    cityOfficerWhoIsMember: officer,
    platformAdmin,
    system: system('test'),
  };
  const scopes: Partial<Record<string, string>> = {
    ENTERPRISE: '140981',
    BUREAU_COUNTY: '140981',
    BUREAU_CITY: '140900',
  };

  it('is complete', () => expectComplete(lines, organisations.lifecycle, 3));
  it.each(lines)('$place.kind $place.state $place.action', ({ place: at, expected }) => {
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => {
        const organisation = anOrganisation({
          state: at['state'] as OrganisationState,
          kind: at['kind'] as OrganisationKind,
          scopeCode: scopes[at['kind'] ?? ''] ?? '',
        });
        const subject = {
          organisation,
          adminIds: ['admin'],
          platformAdmins: [],
          actorIsMember: role === 'member' || role === 'admin' || role === 'cityOfficerWhoIsMember',
        };
        const actor = actors[role] ?? anonymous;
        return [
          role,
          outcome(() => organisations.perform(subject, at['action'] as OrganisationAction, actor, NOW)),
        ];
      }),
    );
    expect(found).toEqual(expected);
  });
});

describe('membership matrix', () => {
  const lines = matrix('membership');
  const actors: Readonly<Record<string, Actor>> = {
    anonymous,
    outsider: person('outsider'),
    self: person(SELF),
    otherMember: person('other', place('ENTERPRISE', ['TRANSFER_OFFICER'], '140981', ORGANISATION)),
    admin: person('admin'),
    officer,
    officerWhereNoAdmin: officer,
    platformAdmin,
    system: system('test'),
  };
  const given: readonly string[] = ['invite', 'approve', 'changeRoles'];

  it('is complete', () => expectComplete(lines, memberships.lifecycle, 1));
  it.each(lines)('$place.state $place.action', ({ place: at, expected }) => {
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => {
        const action = at['action'] as MembershipAction;
        const subject = {
          membership: aMembership({ state: at['state'] as MembershipState }),
          organisation: anOrganisation(),
          adminIds: role === 'officerWhereNoAdmin' ? [] : ['admin'],
          platformAdmins: [],
          ...(given.includes(action) ? { newRoles: ['MEMBER', 'RESEARCHER'] as const } : {}),
        };
        return [role, outcome(() => memberships.perform(subject, action, actors[role] ?? anonymous, NOW))];
      }),
    );
    expect(found).toEqual(expected);
  });
});

describe('person matrix', () => {
  const lines = matrix('person');
  const actors: Readonly<Record<string, Actor>> = {
    anonymous,
    self: person(SELF),
    other: person('other'),
    orgAdmin: person('admin', place('ENTERPRISE', ['ORG_ADMIN'], '140981', ORGANISATION)),
    platformAdmin,
    platformAdminOnSelf: person(SELF, place('BUREAU_CITY', ['PLATFORM_ADMIN'])),
    system: system('test'),
  };

  it('is complete', () => expectComplete(lines, people.lifecycle, 1));
  it.each(lines)('$place.state $place.action', ({ place: at, expected }) => {
    const account = anAccount({ state: at['state'] as PersonState });
    const subject = { person: account, soleAdminOf: [], hasFactor: true, platformAdmins: [] };
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => [
        role,
        outcome(() => people.perform(subject, at['action'] as PersonAction, actors[role] ?? anonymous, NOW)),
      ]),
    );
    expect(found).toEqual(expected);
  });
});

describe('letter matrix', () => {
  const lines = matrix('letter');
  const actors: Readonly<Record<string, Actor>> = {
    anonymous,
    outsider: person('outsider'),
    handler: person(SELF),
    admin: person('admin'),
    officer,
    system: system('test'),
  };

  it('is complete', () => expectComplete(lines, letters.lifecycle, 1));
  it.each(lines)('$place.state $place.action', ({ place: at, expected }) => {
    const subject = {
      letter: aLetter({ state: at['state'] as LetterState }),
      adminIds: ['admin'],
      personIsMember: true,
    };
    const found = Object.fromEntries(
      Object.keys(expected).map((role) => [
        role,
        outcome(() => letters.perform(subject, at['action'] as LetterAction, actors[role] ?? anonymous, NOW)),
      ]),
    );
    expect(found).toEqual(expected);
  });
});

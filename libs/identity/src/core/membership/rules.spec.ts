import { DomainError } from '@jihui/kernel';
import {
  aMembership,
  anOrganisation,
  NOW,
  officer,
  person,
  place,
  platformAdmin,
  SELF,
} from '../../../test/core.factory.js';
import type { MembershipAction } from './lifecycle.js';
import type { MembershipCase } from './membership.js';
import { memberships } from './perform.js';
import { checkRoles, normaliseRoles, ROLE_NAMES, ROLES_OF_KIND } from './roles.js';

const admin = person('admin');
const self = person(SELF);
const aCase = (patch: Partial<MembershipCase> = {}): MembershipCase => ({
  membership: aMembership(),
  organisation: anOrganisation(),
  adminIds: ['admin'],
  platformAdmins: [],
  ...patch,
});

function refusal(action: MembershipAction, subject: MembershipCase, actor = admin): string[] {
  try {
    memberships.perform(subject, action, actor, NOW);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.violations.length === 0 ? [error.code] : error.violations.map(({ code }) => code);
  }
}

describe('membership rules', () => {
  const lastAdmin = aCase({ membership: aMembership({ roles: ['MEMBER', 'ORG_ADMIN'] }), adminIds: [SELF] });

  it('keeps the last administrator', () => {
    expect(refusal('leave', lastAdmin, self)).toEqual(['IDENTITY.LAST_ADMIN']);
    expect(refusal('remove', lastAdmin, self)).toEqual(['IDENTITY.LAST_ADMIN']);
    expect(refusal('suspend', lastAdmin, self)).toEqual(['IDENTITY.LAST_ADMIN']);
    expect(refusal('changeRoles', { ...lastAdmin, newRoles: ['MEMBER'] }, self)).toEqual([
      'IDENTITY.LAST_ADMIN',
    ]);
    expect(refusal('changeRoles', { ...lastAdmin, newRoles: ['MEMBER', 'ORG_ADMIN'] }, self)).toEqual([]);
  });
  it('lets an administrator go who is not the last', () => {
    expect(refusal('leave', { ...lastAdmin, adminIds: [SELF, 'admin'] }, self)).toEqual([]);
  });
  describe('of the platform', () => {
    const place = { membershipId: 'membership-1', personId: SELF, organisationId: 'organisation-1' };
    const another = { membershipId: 'membership-2', personId: 'another', organisationId: 'organisation-1' };
    const last = aCase({
      membership: aMembership({ roles: ['MEMBER', 'PLATFORM_ADMIN'] }),
      organisation: anOrganisation({ kind: 'BUREAU_CITY' }),
      adminIds: ['platform-admin'],
      platformAdmins: [place],
    });
    const roles = { newRoles: ['MEMBER', 'OFFICER'] as const };

    it('keeps the last administrator', () => {
      expect(refusal('leave', last, self)).toEqual(['IDENTITY.LAST_PLATFORM_ADMIN']);
      for (const action of ['remove', 'suspend'] as const)
        expect(refusal(action, last, platformAdmin)).toEqual(['IDENTITY.LAST_PLATFORM_ADMIN']);
      expect(refusal('changeRoles', { ...last, ...roles }, platformAdmin)).toEqual([
        'IDENTITY.LAST_PLATFORM_ADMIN',
      ]);
    });
    it('lets one go who is not the last, and the role stay where it is', () => {
      const two = { ...last, platformAdmins: [place, another] };
      expect(refusal('leave', two, self)).toEqual([]);
      expect(refusal('changeRoles', { ...two, ...roles }, platformAdmin)).toEqual([]);
      const kept = { newRoles: ['MEMBER', 'PLATFORM_ADMIN'] as const };
      expect(refusal('changeRoles', { ...last, ...kept }, platformAdmin)).toEqual([]);
      // Who was suspended before administers nothing any more.
      expect(refusal('leave', { ...last, platformAdmins: [another] }, self)).toEqual([]);
    });
  });

  it('offers a role change to the last administrator and says why leaving is not open', () => {
    const offered = memberships.availableActions(self, lastAdmin, NOW);
    expect(offered.map(({ action, enabled }) => [action, enabled])).toEqual([
      ['changeRoles', true],
      ['suspend', false],
      ['leave', false],
      ['remove', false],
    ]);
    expect(offered.find(({ action }) => action === 'leave')?.reason).toMatch('唯一的管理员');
  });
  it('adds nobody to an organisation that is not active', () => {
    const organisation = anOrganisation({ state: 'SUSPENDED' });
    for (const [state, action] of [
      ['NONE', 'invite'],
      ['REQUESTED', 'approve'],
    ] as const)
      expect(refusal(action, aCase({ organisation, membership: aMembership({ state }) }))).toEqual([
        'IDENTITY.ORGANISATION_NOT_ACTIVE',
      ]);
    for (const [state, action] of [
      ['NONE', 'request'],
      ['INVITED', 'accept'],
    ] as const)
      expect(refusal(action, aCase({ organisation, membership: aMembership({ state }) }), self)).toEqual([
        'IDENTITY.ORGANISATION_NOT_ACTIVE',
      ]);
  });
  it('lets an invitation expire', () => {
    const membership = aMembership({ state: 'INVITED', invitedUntil: NOW });
    expect(refusal('accept', aCase({ membership }), self)).toEqual(['IDENTITY.INVITATION_EXPIRED']);
    expect(refusal('decline', aCase({ membership }), self)).toEqual([]);
  });
  it('gives no role that the kind does not know', () => {
    const subject = aCase({
      membership: aMembership({ state: 'NONE' }),
      newRoles: ['MEMBER', 'REGISTRAR', 'BROKER'],
    });
    expect(refusal('invite', subject)).toEqual(['IDENTITY.ROLE_NOT_ALLOWED', 'IDENTITY.ROLE_NOT_ALLOWED']);
    expect(checkRoles('BUREAU_COUNTY', ['PLATFORM_ADMIN'])).toHaveLength(1);
    expect(checkRoles('BUREAU_CITY', ['PLATFORM_ADMIN', 'OFFICER'])).toEqual([]);
  });
  it('leaves platform administrators to each other', () => {
    const organisation = anOrganisation({ kind: 'BUREAU_CITY', scopeCode: '140900' });
    const given = aCase({ organisation, newRoles: ['MEMBER', 'PLATFORM_ADMIN'] });
    expect(refusal('changeRoles', given)).toEqual(['IDENTITY.PLATFORM_ADMIN_ONLY']);
    const taken = aCase({ organisation, membership: aMembership({ roles: ['MEMBER', 'PLATFORM_ADMIN'] }) });
    expect(refusal('suspend', taken)).toEqual(['IDENTITY.PLATFORM_ADMIN_ONLY']);
    const both = person('admin', place('BUREAU_CITY', ['ORG_ADMIN', 'PLATFORM_ADMIN']));
    expect(refusal('changeRoles', given, both)).toEqual([]);
    expect(refusal('suspend', taken, platformAdmin)).toEqual(['FORBIDDEN']);
  });
  it('lets the bureau in charge act only where there is no administrator', () => {
    const waiting = aCase({
      membership: aMembership({ state: 'REQUESTED' }),
      newRoles: ['MEMBER', 'ORG_ADMIN'],
    });
    expect(refusal('approve', waiting, officer)).toEqual(['FORBIDDEN']);
    expect(refusal('approve', { ...waiting, adminIds: [] }, officer)).toEqual([]);
    const elsewhere = person('county', place('BUREAU_COUNTY', ['OFFICER'], '140921'));
    expect(refusal('approve', { ...waiting, adminIds: [] }, elsewhere)).toEqual(['FORBIDDEN']);
  });
  it('keeps roles in one order, MEMBER always among them', () => {
    expect(normaliseRoles(['ORG_ADMIN', 'BROKER', 'BROKER'])).toEqual(['MEMBER', 'BROKER', 'ORG_ADMIN']);
    expect(normaliseRoles([])).toEqual(['MEMBER']);
    for (const roles of Object.values(ROLES_OF_KIND))
      for (const role of roles) expect(ROLE_NAMES[role]).toBeTruthy();
  });
});

import { allow, deny, isPlatformAdmin, type Actor, type Check, type Verdict } from '@jihui/kernel';
import { IdentityCodes } from '../errors.js';
import { administers, isReviewer } from '../organisation/policy.js';
import type { MembershipAction } from './lifecycle.js';
import type { MembershipCase } from './membership.js';

const isSelf = (actor: Actor, { membership }: MembershipCase): boolean =>
  actor.kind === 'person' && membership.personId === actor.personId;

/**
 * An organisation without an administrator (an imported one, or one whose last was suspended by
 * the platform) would be closed for good: the bureau then acts in its place.
 */
const governs = (actor: Actor, { adminIds, organisation }: MembershipCase): boolean =>
  actor.kind === 'system' ||
  administers(actor, adminIds) ||
  (adminIds.length === 0 && isReviewer(actor, { organisation }));

const touchesPlatformAdmin = ({ membership, newRoles }: MembershipCase): boolean =>
  membership.roles.includes('PLATFORM_ADMIN') || (newRoles?.includes('PLATFORM_ADMIN') ?? false);

const admin: Check<MembershipCase> = (actor, subject): Verdict => {
  if (!governs(actor, subject)) return deny('只有本单位管理员可以管理成员');
  if (touchesPlatformAdmin(subject) && actor.kind !== 'system' && !isPlatformAdmin(actor))
    return deny('平台管理员角色只能由平台管理员调整', IdentityCodes.PLATFORM_ADMIN_ONLY);
  return allow;
};

const self: Check<MembershipCase> = (actor, subject) =>
  actor.kind === 'system' || isSelf(actor, subject) ? allow : deny('只能由本人办理');

export const membershipPolicy: { readonly [action in MembershipAction]: Check<MembershipCase> } = {
  invite: admin,
  request: self,
  found: self,
  accept: self,
  decline: self,
  revokeInvitation: admin,
  approve: admin,
  refuse: admin,
  withdraw: self,
  changeRoles: admin,
  suspend: admin,
  reinstate: admin,
  leave: self,
  remove: admin,
};

import { Violations, type Rule } from '@jihui/kernel';
import { IdentityViolations } from '../errors.js';
import { platformKeepsAdmin } from '../platform-admins.js';
import type { MembershipAction } from './lifecycle.js';
import type { MembershipCase } from './membership.js';
import { checkRoles } from './roles.js';

type MembershipRule = Rule<MembershipCase>;

const organisationActive: MembershipRule = ({ organisation }) =>
  new Violations().when(
    organisation.state !== 'ACTIVE',
    '',
    IdentityViolations.ORGANISATION_NOT_ACTIVE,
    '该单位尚未通过审核或已停用，暂不能增加成员',
  ).found;

const rolesFitKind: MembershipRule = ({ organisation, newRoles }) =>
  newRoles === undefined ? [] : checkRoles(organisation.kind, newRoles);

const invitationOpen: MembershipRule = ({ membership }, { now }) =>
  new Violations().when(
    membership.invitedUntil !== null && membership.invitedUntil <= now,
    '',
    IdentityViolations.INVITATION_EXPIRED,
    '邀请已过期，请联系单位管理员重新邀请',
  ).found;

/** An administrator who goes, is suspended, or gives the role up must leave another behind. */
const adminRemains: MembershipRule = ({ membership, adminIds, newRoles }) => {
  const staysAdmin = newRoles?.includes('ORG_ADMIN') ?? false;
  const isLast =
    membership.state === 'ACTIVE' &&
    membership.roles.includes('ORG_ADMIN') &&
    adminIds.every((id) => id === membership.personId);
  return new Violations().when(
    isLast && !staysAdmin,
    '',
    IdentityViolations.LAST_ADMIN,
    '这是本单位唯一的管理员，请先指定另一位管理员',
  ).found;
};

/** The same of the platform: whoever is its last administrator must leave another behind. */
const platformAdminRemains: MembershipRule = ({ membership, platformAdmins, newRoles }) =>
  newRoles?.includes('PLATFORM_ADMIN') === true
    ? []
    : platformKeepsAdmin(platformAdmins, ({ membershipId }) => membershipId === membership.id);

/** A role change that is only being offered takes nothing from anybody yet. */
const afterChange =
  (rule: MembershipRule): MembershipRule =>
  (subject, context) =>
    subject.newRoles === undefined ? [] : rule(subject, context);

const somebodyRemains = [adminRemains, platformAdminRemains];

export const membershipRules: { readonly [action in MembershipAction]: readonly MembershipRule[] } = {
  invite: [organisationActive, rolesFitKind],
  request: [organisationActive],
  found: [],
  accept: [organisationActive, invitationOpen],
  decline: [],
  revokeInvitation: [],
  approve: [organisationActive, rolesFitKind],
  refuse: [],
  withdraw: [],
  changeRoles: [rolesFitKind, ...somebodyRemains.map(afterChange)],
  suspend: somebodyRemains,
  reinstate: [],
  leave: somebodyRemains,
  remove: somebodyRemains,
};

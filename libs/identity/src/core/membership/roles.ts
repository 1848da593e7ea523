import { ROLES, say, Violations, type OrganisationKind, type Role, type Violation } from '@jihui/kernel';
import { IdentityViolations } from '../errors.js';

const EVERYWHERE: readonly Role[] = ['MEMBER', 'ORG_ADMIN'];
const OWNERS: readonly Role[] = [...EVERYWHERE, 'RESEARCHER', 'TRANSFER_OFFICER'];
const BUREAU: readonly Role[] = [...EVERYWHERE, 'OFFICER', 'REGISTRAR', 'INSPECTOR'];

/** The roles that members of such an organisation may have. A bureau's office exists in bureaus alone. */
export const ROLES_OF_KIND: { readonly [kind in OrganisationKind]: readonly Role[] } = {
  UNIVERSITY: OWNERS,
  INSTITUTE: OWNERS,
  ENTERPRISE: OWNERS,
  OTHER: OWNERS,
  FINANCIAL_INSTITUTION: [...EVERYWHERE, 'TRANSFER_OFFICER'],
  BROKER_AGENCY: [...EVERYWHERE, 'TRANSFER_OFFICER', 'BROKER'],
  BUREAU_COUNTY: BUREAU,
  BUREAU_CITY: [...BUREAU, 'PLATFORM_ADMIN'],
};

/** Without repeats, in the kernel's order, MEMBER always among them. */
export const normaliseRoles = (roles: readonly Role[]): readonly Role[] =>
  ROLES.filter((role) => role === 'MEMBER' || roles.includes(role));

export const checkRoles = (kind: OrganisationKind, roles: readonly Role[]): readonly Violation[] =>
  roles
    .filter((role) => !ROLES_OF_KIND[kind].includes(role))
    .reduce(
      (violations, role) =>
        violations.add(
          'roles',
          IdentityViolations.ROLE_NOT_ALLOWED,
          say`这类机构没有“${ROLE_NAMES[role]}”角色，请重新选择`,
        ),
      new Violations(),
    ).found;

/** What people call the roles. */
export const ROLE_NAMES: { readonly [role in Role]: string } = {
  MEMBER: '成员',
  RESEARCHER: '科研人员',
  TRANSFER_OFFICER: '技术转移专员',
  BROKER: '技术经纪人',
  OFFICER: '主管部门经办人',
  REGISTRAR: '合同登记员',
  INSPECTOR: '纪检监督员',
  ORG_ADMIN: '单位管理员',
  PLATFORM_ADMIN: '平台管理员',
};

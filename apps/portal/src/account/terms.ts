import type { StatusTone } from '../design/StatusTag.js';
import type {
  AuthorisationMatter,
  MembershipState,
  OrganisationKind,
  OrganisationStatus,
  Role,
} from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const roleNames = words<Names<Role>>(
  {
    MEMBER: '成员',
    RESEARCHER: '科研人员',
    TRANSFER_OFFICER: '技术转移专员',
    BROKER: '技术经纪人',
    OFFICER: '主管部门经办人',
    REGISTRAR: '合同登记员',
    INSPECTOR: '纪检监督员',
    ORG_ADMIN: '单位管理员',
    PLATFORM_ADMIN: '平台管理员',
  },
  {
    MEMBER: 'Member',
    RESEARCHER: 'Researcher',
    TRANSFER_OFFICER: 'Transfer officer',
    BROKER: 'Broker',
    OFFICER: 'Bureau officer',
    REGISTRAR: 'Contract registrar',
    INSPECTOR: 'Discipline inspector',
    ORG_ADMIN: 'Administrator',
    PLATFORM_ADMIN: 'Platform administrator',
  },
);

export const roleExplanations = words<Names<Role>>(
  {
    MEMBER: '查看本单位资料',
    RESEARCHER: '起草本人的成果',
    TRANSFER_OFFICER: '单位审核、交易洽谈、签约、申请登记',
    BROKER: '引荐双方、协助谈判',
    OFFICER: '审核供需信息与机构',
    REGISTRAR: '技术合同初审、复核',
    INSPECTOR: '办理揭榜制的举报，不办理榜单',
    ORG_ADMIN: '本单位全部业务，并管理成员',
    PLATFORM_ADMIN: '管理平台',
  },
  {
    MEMBER: 'Reads what is the organisation’s',
    RESEARCHER: 'Drafts own results',
    TRANSFER_OFFICER: 'Unit review, deals, signature, applications',
    BROKER: 'Introduces both sides and helps negotiate',
    OFFICER: 'Reviews listings and organisations',
    REGISTRAR: 'First and second review of contracts',
    INSPECTOR: 'Handles reports of misconduct, and no call',
    ORG_ADMIN: 'All business of the organisation, and its members',
    PLATFORM_ADMIN: 'Administers the platform',
  },
);

/** The roles that an organisation of the kind can give (SDL of Role). */
export function rolesOf(kind: OrganisationKind): readonly Role[] {
  if (kind === 'BUREAU_CITY' || kind === 'BUREAU_COUNTY')
    return ['MEMBER', 'OFFICER', 'REGISTRAR', 'INSPECTOR', 'ORG_ADMIN'];
  if (kind === 'BROKER_AGENCY') return ['MEMBER', 'BROKER', 'TRANSFER_OFFICER', 'ORG_ADMIN'];
  return ['MEMBER', 'RESEARCHER', 'TRANSFER_OFFICER', 'ORG_ADMIN'];
}

export const membershipStates = words<Names<MembershipState>>(
  { INVITED: '已邀请', REQUESTED: '已申请', ACTIVE: '在册', SUSPENDED: '已暂停', ENDED: '已结束' },
  { INVITED: 'Invited', REQUESTED: 'Requested', ACTIVE: 'Active', SUSPENDED: 'Suspended', ENDED: 'Ended' },
);
export const membershipTones: Readonly<Record<MembershipState, StatusTone>> = {
  INVITED: 'moving',
  REQUESTED: 'attention',
  ACTIVE: 'good',
  SUSPENDED: 'refused',
  ENDED: 'ended',
};

export const organisationStatuses = words<Names<OrganisationStatus>>(
  { PENDING: '待审核', ACTIVE: '已认证', REJECTED: '已退回', SUSPENDED: '已停用' },
  { PENDING: 'Waiting for approval', ACTIVE: 'Verified', REJECTED: 'Returned', SUSPENDED: 'Suspended' },
);
export const organisationTones: Readonly<Record<OrganisationStatus, StatusTone>> = {
  PENDING: 'moving',
  ACTIVE: 'good',
  REJECTED: 'refused',
  SUSPENDED: 'refused',
};

export const matters = words<Names<AuthorisationMatter>>(
  {
    CONTRACT_REGISTRATION: '办理技术合同认定登记',
    DEAL_SIGNATURE: '洽谈并签署技术交易合同',
    LISTING_PUBLICATION: '发布成果与需求',
    CHALLENGE_APPLICATION: '揭榜挂帅申报',
  },
  {
    CONTRACT_REGISTRATION: 'Contract registration',
    DEAL_SIGNATURE: 'Negotiation and signature of contracts',
    LISTING_PUBLICATION: 'Publication of results and needs',
    CHALLENGE_APPLICATION: 'Challenge applications',
  },
);

/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where a membership stands (成员状态). */
export type MembershipState =
  /** 在册 */
  | 'ACTIVE'
  /** 已结束（退出、移出、谢绝或撤回） */
  | 'ENDED'
  /** 已邀请，待本人接受 */
  | 'INVITED'
  /** 已申请，待单位同意 */
  | 'REQUESTED'
  /** 已暂停 */
  | 'SUSPENDED';

/** Kind of an organisation (机构类型). */
export type OrganisationKind =
  /** 技术转移服务机构（经纪机构） */
  | 'BROKER_AGENCY'
  /** 市级科技主管部门 */
  | 'BUREAU_CITY'
  /** 县级科技主管部门 */
  | 'BUREAU_COUNTY'
  /** 企业 */
  | 'ENTERPRISE'
  /** 金融机构 */
  | 'FINANCIAL_INSTITUTION'
  /** 科研机构 */
  | 'INSTITUTE'
  /** 其他机构 */
  | 'OTHER'
  /** 高等院校 */
  | 'UNIVERSITY';

/** Where an organisation stands (机构状态). */
export type OrganisationStatus =
  /** 已认证 */
  | 'ACTIVE'
  /** 待审核 */
  | 'PENDING'
  /** 已退回，可修改后重新提交 */
  | 'REJECTED'
  /** 已停用 */
  | 'SUSPENDED';

/** Something the signed-in person may do somewhere: the portal shows menus by it (权限). */
export type Permission =
  /** 管理平台 */
  | 'ADMINISTER_PLATFORM'
  /** 申请技术合同登记 */
  | 'APPLY_FOR_REGISTRATION'
  /** 审核本单位成果 */
  | 'APPROVE_RESULT'
  /** 从事技术经纪 */
  | 'BROKER_DEAL'
  /** 起草成果 */
  | 'DRAFT_RESULT'
  /** 办理交易对接与签约 */
  | 'HANDLE_DEAL'
  /** 管理本单位成员与资料 */
  | 'MANAGE_ORGANISATION'
  /** 发布需求 */
  | 'POST_NEED'
  /** 登记新机构 */
  | 'REGISTER_ORGANISATION'
  /** 审核技术合同登记 */
  | 'REVIEW_CONTRACT'
  /** 审核供需信息 */
  | 'REVIEW_LISTING'
  /** 审核机构 */
  | 'REVIEW_ORGANISATION';

/** What a member may do inside an organisation (成员角色). */
export type Role =
  /** 技术经纪人：限技术转移服务机构 */
  | 'BROKER'
  /** 成员：查看本单位资料 */
  | 'MEMBER'
  /** 主管部门经办人：审核供需信息与机构，限主管部门 */
  | 'OFFICER'
  /** 单位管理员：本单位全部业务角色，并管理成员 */
  | 'ORG_ADMIN'
  /** 平台管理员：限市级主管部门 */
  | 'PLATFORM_ADMIN'
  /** 合同登记员：初审、复核，限主管部门 */
  | 'REGISTRAR'
  /** 科研人员：起草本人成果 */
  | 'RESEARCHER'
  /** 技术转移专员：单位审核、交易、签约、申请登记 */
  | 'TRANSFER_OFFICER';

export type SignOutInput = {
  clientMutationId: string;
};

export type ActionFieldsFragment = { action: string, enabled: boolean, reason: string | null, violations: Array<{ path: string, code: string, message: string, article: string | null }> };

export type TimelineFieldsFragment = { at: string, action: string, reason: string | null, from: string | null, to: string | null, actor: { id: string, displayName: string } | null };

export type CityQueryVariables = Exact<{ [key: string]: never; }>;


export type CityQuery = { city: { code: string, name: string, registryName: string, authorityName: string, divisions: Array<{ code: string, name: string }>, clusters: Array<{ code: string, name: string, priority: boolean }> }, clock: { offsetSeconds: number } };

export type CodeTablesQueryVariables = Exact<{ [key: string]: never; }>;


export type CodeTablesQuery = { codeTables: { techFields: Array<{ code: string, name: string }>, contractClasses: Array<{ code: string, name: string }>, contractSubclasses: Array<{ code: string, name: string }>, partyNatures: Array<{ code: string, name: string }>, planSources: Array<{ code: string, name: string }>, socioEconomicGoals: Array<{ code: string, name: string }>, refusalGrounds: Array<{ code: string, name: string }>, industrySections: Array<{ code: string, name: string }>, trlLevels: Array<{ code: string, name: string }>, licenceModes: Array<{ code: string, name: string }>, ipKinds: Array<{ code: string, name: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { permissions: Array<Permission>, person: { id: string, displayName: string, email: string | null }, memberships: Array<{ id: string, state: MembershipState, roles: Array<Role>, organisation: { id: string, name: string, kind: OrganisationKind, status: OrganisationStatus, divisionCode: string } | null }>, scopes: Array<{ divisionCode: string, divisionName: string, roles: Array<Role> }> } | null };

export type SignOutMutationVariables = Exact<{
  input: SignOutInput;
}>;


export type SignOutMutation = { signOut: { ok: boolean, clientMutationId: string } };

export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { unreadNotificationCount: number };

export const ActionFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ActionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AvailableAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"violations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"article"}}]}}]}}]} as unknown as DocumentNode<ActionFieldsFragment, unknown>;
export const TimelineFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TimelineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TimelineEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]} as unknown as DocumentNode<TimelineFieldsFragment, unknown>;
export const CityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"City"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"city"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"registryName"}},{"kind":"Field","name":{"kind":"Name","value":"authorityName"}},{"kind":"Field","name":{"kind":"Name","value":"divisions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"clusters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"priority"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clock"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"offsetSeconds"}}]}}]}}]} as unknown as DocumentNode<CityQuery, CityQueryVariables>;
export const CodeTablesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CodeTables"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"codeTables"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"techFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contractClasses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contractSubclasses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partyNatures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"planSources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"socioEconomicGoals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"refusalGrounds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"industrySections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"trlLevels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"licenceModes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ipKinds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<CodeTablesQuery, CodeTablesQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"divisionCode"}},{"kind":"Field","name":{"kind":"Name","value":"divisionName"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}},{"kind":"Field","name":{"kind":"Name","value":"clientMutationId"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const UnreadCountDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnreadCount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unreadNotificationCount"}}]}}]} as unknown as DocumentNode<UnreadCountQuery, UnreadCountQueryVariables>;
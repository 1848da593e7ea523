/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment ActionFields on AvailableAction {\n    action\n    enabled\n    reason\n    violations {\n      path\n      code\n      message\n      article\n    }\n  }\n": typeof types.ActionFieldsFragmentDoc,
    "\n  fragment TimelineFields on TimelineEntry {\n    at\n    action\n    reason\n    from\n    to\n    actor {\n      id\n      displayName\n    }\n  }\n": typeof types.TimelineFieldsFragmentDoc,
    "\n  query City {\n    city {\n      code\n      name\n      registryName\n      authorityName\n      divisions {\n        code\n        name\n      }\n      clusters {\n        code\n        name\n        priority\n      }\n    }\n    clock {\n      offsetSeconds\n    }\n  }\n": typeof types.CityDocument,
    "\n  query CodeTables {\n    codeTables {\n      techFields {\n        code\n        name\n      }\n      contractClasses {\n        code\n        name\n      }\n      contractSubclasses {\n        code\n        name\n      }\n      partyNatures {\n        code\n        name\n      }\n      planSources {\n        code\n        name\n      }\n      socioEconomicGoals {\n        code\n        name\n      }\n      refusalGrounds {\n        code\n        name\n      }\n      industrySections {\n        code\n        name\n      }\n      trlLevels {\n        code\n        name\n      }\n      licenceModes {\n        code\n        name\n      }\n      ipKinds {\n        code\n        name\n      }\n    }\n  }\n": typeof types.CodeTablesDocument,
    "\n  query Viewer {\n    viewer {\n      person {\n        id\n        displayName\n        email\n      }\n      memberships {\n        id\n        state\n        roles\n        organisation {\n          id\n          name\n          kind\n          status\n          divisionCode\n        }\n      }\n      permissions\n      scopes {\n        divisionCode\n        divisionName\n        roles\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ok\n      clientMutationId\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query UnreadCount {\n    unreadNotificationCount\n  }\n": typeof types.UnreadCountDocument,
};
const documents: Documents = {
    "\n  fragment ActionFields on AvailableAction {\n    action\n    enabled\n    reason\n    violations {\n      path\n      code\n      message\n      article\n    }\n  }\n": types.ActionFieldsFragmentDoc,
    "\n  fragment TimelineFields on TimelineEntry {\n    at\n    action\n    reason\n    from\n    to\n    actor {\n      id\n      displayName\n    }\n  }\n": types.TimelineFieldsFragmentDoc,
    "\n  query City {\n    city {\n      code\n      name\n      registryName\n      authorityName\n      divisions {\n        code\n        name\n      }\n      clusters {\n        code\n        name\n        priority\n      }\n    }\n    clock {\n      offsetSeconds\n    }\n  }\n": types.CityDocument,
    "\n  query CodeTables {\n    codeTables {\n      techFields {\n        code\n        name\n      }\n      contractClasses {\n        code\n        name\n      }\n      contractSubclasses {\n        code\n        name\n      }\n      partyNatures {\n        code\n        name\n      }\n      planSources {\n        code\n        name\n      }\n      socioEconomicGoals {\n        code\n        name\n      }\n      refusalGrounds {\n        code\n        name\n      }\n      industrySections {\n        code\n        name\n      }\n      trlLevels {\n        code\n        name\n      }\n      licenceModes {\n        code\n        name\n      }\n      ipKinds {\n        code\n        name\n      }\n    }\n  }\n": types.CodeTablesDocument,
    "\n  query Viewer {\n    viewer {\n      person {\n        id\n        displayName\n        email\n      }\n      memberships {\n        id\n        state\n        roles\n        organisation {\n          id\n          name\n          kind\n          status\n          divisionCode\n        }\n      }\n      permissions\n      scopes {\n        divisionCode\n        divisionName\n        roles\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ok\n      clientMutationId\n    }\n  }\n": types.SignOutDocument,
    "\n  query UnreadCount {\n    unreadNotificationCount\n  }\n": types.UnreadCountDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActionFields on AvailableAction {\n    action\n    enabled\n    reason\n    violations {\n      path\n      code\n      message\n      article\n    }\n  }\n"): (typeof documents)["\n  fragment ActionFields on AvailableAction {\n    action\n    enabled\n    reason\n    violations {\n      path\n      code\n      message\n      article\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineFields on TimelineEntry {\n    at\n    action\n    reason\n    from\n    to\n    actor {\n      id\n      displayName\n    }\n  }\n"): (typeof documents)["\n  fragment TimelineFields on TimelineEntry {\n    at\n    action\n    reason\n    from\n    to\n    actor {\n      id\n      displayName\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query City {\n    city {\n      code\n      name\n      registryName\n      authorityName\n      divisions {\n        code\n        name\n      }\n      clusters {\n        code\n        name\n        priority\n      }\n    }\n    clock {\n      offsetSeconds\n    }\n  }\n"): (typeof documents)["\n  query City {\n    city {\n      code\n      name\n      registryName\n      authorityName\n      divisions {\n        code\n        name\n      }\n      clusters {\n        code\n        name\n        priority\n      }\n    }\n    clock {\n      offsetSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CodeTables {\n    codeTables {\n      techFields {\n        code\n        name\n      }\n      contractClasses {\n        code\n        name\n      }\n      contractSubclasses {\n        code\n        name\n      }\n      partyNatures {\n        code\n        name\n      }\n      planSources {\n        code\n        name\n      }\n      socioEconomicGoals {\n        code\n        name\n      }\n      refusalGrounds {\n        code\n        name\n      }\n      industrySections {\n        code\n        name\n      }\n      trlLevels {\n        code\n        name\n      }\n      licenceModes {\n        code\n        name\n      }\n      ipKinds {\n        code\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query CodeTables {\n    codeTables {\n      techFields {\n        code\n        name\n      }\n      contractClasses {\n        code\n        name\n      }\n      contractSubclasses {\n        code\n        name\n      }\n      partyNatures {\n        code\n        name\n      }\n      planSources {\n        code\n        name\n      }\n      socioEconomicGoals {\n        code\n        name\n      }\n      refusalGrounds {\n        code\n        name\n      }\n      industrySections {\n        code\n        name\n      }\n      trlLevels {\n        code\n        name\n      }\n      licenceModes {\n        code\n        name\n      }\n      ipKinds {\n        code\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      person {\n        id\n        displayName\n        email\n      }\n      memberships {\n        id\n        state\n        roles\n        organisation {\n          id\n          name\n          kind\n          status\n          divisionCode\n        }\n      }\n      permissions\n      scopes {\n        divisionCode\n        divisionName\n        roles\n      }\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      person {\n        id\n        displayName\n        email\n      }\n      memberships {\n        id\n        state\n        roles\n        organisation {\n          id\n          name\n          kind\n          status\n          divisionCode\n        }\n      }\n      permissions\n      scopes {\n        divisionCode\n        divisionName\n        roles\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ok\n      clientMutationId\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) {\n      ok\n      clientMutationId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UnreadCount {\n    unreadNotificationCount\n  }\n"): (typeof documents)["\n  query UnreadCount {\n    unreadNotificationCount\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;
import type { MembersQuery, OrganisationQuery } from '../gql/graphql.js';

export type Organisation = NonNullable<OrganisationQuery['organisation']>;
export type Member = MembersQuery['members']['edges'][number]['node'];

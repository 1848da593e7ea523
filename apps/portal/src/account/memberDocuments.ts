import '../api/actions.js';
import { graphql } from '../api/graphql.js';

export const MembersDocument = graphql(`
  query Members($organisationId: ID!, $after: String) {
    members(
      organisationId: $organisationId
      states: [INVITED, REQUESTED, ACTIVE, SUSPENDED]
      first: 50
      after: $after
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          version
          email
          note
          roles
          state
          invitedUntil
          person {
            id
            displayName
          }
          availableActions {
            ...ActionFields
          }
        }
      }
    }
  }
`);

export const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const WithdrawMembershipDocument = graphql(`
  mutation WithdrawMembership($input: WithdrawMembershipInput!) {
    withdrawMembership(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const ApproveMembershipDocument = graphql(`
  mutation ApproveMembership($input: ApproveMembershipInput!) {
    approveMembership(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const RefuseMembershipDocument = graphql(`
  mutation RefuseMembership($input: RefuseMembershipInput!) {
    refuseMembership(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const ChangeMemberRolesDocument = graphql(`
  mutation ChangeMemberRoles($input: ChangeMemberRolesInput!) {
    changeMemberRoles(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const SuspendMemberDocument = graphql(`
  mutation SuspendMember($input: SuspendMemberInput!) {
    suspendMember(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const ReinstateMemberDocument = graphql(`
  mutation ReinstateMember($input: ReinstateMemberInput!) {
    reinstateMember(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const LeaveOrganisationDocument = graphql(`
  mutation LeaveOrganisation($input: LeaveOrganisationInput!) {
    leaveOrganisation(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const RemoveMemberDocument = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

export const InviteMemberDocument = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      membership {
        id
        version
        state
        roles
      }
      clientMutationId
    }
  }
`);

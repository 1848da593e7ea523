import { useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { MembershipTodosQuery } from '../../gql/graphql.js';
import { NOTHING, type Todo, type TodoSource } from './todo.js';

const ContractTodosDocument = graphql(`
  query ContractTodos {
    contracts(filter: { states: [RETURNED, DRAFT, REVOCATION_PENDING] }, first: 20) {
      edges {
        cursor
        node {
          id
          state
          title
          updatedAt
          applicantOrganisation {
            name
          }
        }
      }
    }
  }
`);

const ReturnedResultsDocument = graphql(`
  query ReturnedResults {
    myResults(states: [RETURNED, EXPIRED], first: 10) {
      edges {
        cursor
        node {
          id
          state
          title
          stateReason
          updatedAt
        }
      }
    }
  }
`);

const ReturnedNeedsDocument = graphql(`
  query ReturnedNeeds {
    myNeeds(states: [RETURNED, EXPIRED], first: 10) {
      edges {
        cursor
        node {
          id
          state
          title
          stateReason
          updatedAt
        }
      }
    }
  }
`);

const CommissionTodosDocument = graphql(`
  query CommissionTodos {
    commissionLedger(states: [PROPOSED, DUE], first: 20) {
      edges {
        cursor
        node {
          id
          state
          dealTitle
          proposedAt
          dueSince
          deal {
            id
          }
          availableActions {
            action
            enabled
          }
        }
      }
    }
  }
`);

const MembershipTodosDocument = graphql(`
  query MembershipTodos($organisationId: ID!) {
    members(organisationId: $organisationId, states: [REQUESTED], first: 20) {
      edges {
        cursor
        node {
          id
          createdAt
          person {
            id
            displayName
          }
          organisation {
            id
            name
          }
        }
      }
    }
  }
`);

const FRESH = 'cache-and-network' as const;

const CONTRACT_ACTS = { RETURNED: 'returned', REVOCATION_PENDING: 'defend' } as const;

/** Applications of mine that were returned or never finished, and registrations of mine that may be revoked. */
export function useContractTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: ContractTodosDocument,
    pause: !may('APPLY_FOR_REGISTRATION'),
    requestPolicy: FRESH,
  });
  const todos = (result.data?.contracts.edges ?? []).map(({ node }): Todo => ({
    key: `contract:${node.id}`,
    kind: 'contract',
    act: CONTRACT_ACTS[node.state as keyof typeof CONTRACT_ACTS] ?? 'draft',
    title: node.title || node.id.slice(0, 8),
    about: node.applicantOrganisation?.name,
    to: `/contracts/${node.id}`,
    dueOn: null,
    since: node.updatedAt,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

/** Listings of mine that were returned to me or whose term has ended. */
export function useOwnListingTodos(): TodoSource {
  const { may } = useViewer();
  const [results] = useQuery({
    query: ReturnedResultsDocument,
    pause: !may('DRAFT_RESULT'),
    requestPolicy: FRESH,
  });
  const [needs] = useQuery({ query: ReturnedNeedsDocument, pause: !may('POST_NEED'), requestPolicy: FRESH });
  const entries = [
    ...(results.data?.myResults.edges ?? []).map(({ node }) => ({ node, place: 'results' })),
    ...(needs.data?.myNeeds.edges ?? []).map(({ node }) => ({ node, place: 'needs' })),
  ];
  const todos = entries.map(({ node, place }): Todo => ({
    key: `listing:${node.id}`,
    kind: 'listing',
    act: node.state === 'RETURNED' ? 'correct' : 'renew',
    title: node.title,
    about: node.stateReason ?? undefined,
    to: node.state === 'RETURNED' ? `/listings/${place}/${node.id}/edit` : `/${place}/${node.id}`,
    dueOn: null,
    since: node.updatedAt,
  }));
  return {
    todos,
    loading: (results.fetching && !results.data) || (needs.fetching && !needs.data),
    failed: Boolean(results.error ?? needs.error),
  };
}

/** Commissions that my agency has to answer or whose payment it has to confirm. */
export function useCommissionTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: CommissionTodosDocument,
    pause: !may('BROKER_DEAL'),
    requestPolicy: FRESH,
  });
  const todos = (result.data?.commissionLedger.edges ?? [])
    .filter(({ node }) => node.availableActions.some((entry) => entry.enabled))
    .map(({ node }): Todo => ({
      key: `commission:${node.id}`,
      kind: 'commission',
      act: node.state === 'DUE' ? 'settleCommission' : 'agreeCommission',
      title: node.dealTitle,
      to: node.deal ? `/deals/${node.deal.id}/brokers` : '/commissions',
      dueOn: node.dueSince ?? null,
      since: node.proposedAt,
    }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

/** Invitations made to me. */
export function useInvitationTodos(joins: (organisation: string) => string): TodoSource {
  const { viewer } = useViewer();
  const todos = (viewer?.memberships ?? [])
    .filter((membership) => membership.state === 'INVITED')
    .map((membership): Todo => ({
      key: `invitation:${membership.id}`,
      kind: 'invitation',
      act: 'invitation',
      title: joins(membership.organisation?.name ?? ''),
      to: '/account/organisations',
      dueOn: null,
      since: null,
    }));
  return { ...NOTHING, todos };
}

/** People who ask to join the organisations that I administer. */
export function useMembershipTodos(wants: (person: string) => string): TodoSource {
  const client = useClient();
  const { organisationsAs } = useViewer();
  const key = organisationsAs('ORG_ADMIN')
    .map((organisation) => organisation.id)
    .join(',');
  const [requests, setRequests] = useState<
    readonly MembershipTodosQuery['members']['edges'][number]['node'][]
  >([]);
  useEffect(() => {
    let left = false;
    const ask = key === '' ? [] : key.split(',');
    void Promise.all(
      ask.map((organisationId) =>
        client
          .query(MembershipTodosDocument, { organisationId }, { requestPolicy: 'network-only' })
          .toPromise(),
      ),
    ).then((answers) => {
      if (!left)
        setRequests(answers.flatMap((answer) => answer.data?.members.edges.map((edge) => edge.node) ?? []));
    });
    return () => {
      left = true;
    };
  }, [client, key]);
  const todos = requests.map((node): Todo => ({
    key: `member:${node.id}`,
    kind: 'member',
    act: 'approveMember',
    title: wants(node.person?.displayName ?? ''),
    about: node.organisation?.name,
    to: `/organisations/${node.organisation?.id ?? ''}`,
    dueOn: null,
    since: node.createdAt,
  }));
  return { ...NOTHING, todos };
}

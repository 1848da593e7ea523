import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { Todo, TodoSource } from './todo.js';
import { useNameOf } from '../../api/city.js';

const ListingTodosDocument = graphql(`
  query ListingTodos {
    listingsToReview(first: 20) {
      edges {
        cursor
        node {
          id
          stage
          title
          ownerName
          dueOn
          waitingSince
        }
      }
    }
  }
`);

const RegistrationTodosDocument = graphql(`
  query RegistrationTodos {
    registrationQueue(first: 20) {
      edges {
        cursor
        node {
          id
          state
          title
          submittedAt
          sellers {
            name
          }
          deadline {
            dueOn
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

const ProceedingTodosDocument = graphql(`
  query ProceedingTodos {
    contractProceedings(first: 20) {
      edges {
        cursor
        node {
          id
          kind
          openedOn
          examination {
            examinerName
          }
          deadline {
            dueOn
          }
          contract {
            id
            title
          }
          availableActions {
            action
            enabled
          }
        }
      }
    }
    taxNotices(first: 20) {
      edges {
        cursor
        node {
          id
          dueOn
          decidedOn
          contract {
            id
            title
          }
        }
      }
    }
  }
`);

const OrganisationTodosDocument = graphql(`
  query OrganisationTodos {
    pendingOrganisations(first: 20) {
      edges {
        cursor
        node {
          id
          name
          divisionCode
          divisionName
          updatedAt
        }
      }
    }
  }
`);

const AlertTodosDocument = graphql(`
  query AlertTodos {
    bypassAlerts(states: [OPEN], first: 10) {
      edges {
        cursor
        node {
          id
          sellerName
          buyerName
          raisedAt
          availableActions {
            action
            enabled
          }
        }
      }
    }
  }
`);

const FRESH = 'cache-and-network' as const;

/** Listings that wait for my unit's or my bureau's review. */
export function useListingTodos(): TodoSource {
  const { may } = useViewer();
  const pause = !may('APPROVE_RESULT') && !may('REVIEW_LISTING');
  const [result] = useQuery({ query: ListingTodosDocument, pause, requestPolicy: FRESH });
  const todos = (result.data?.listingsToReview.edges ?? []).map(({ node }): Todo => ({
    key: `listing:${node.id}`,
    kind: node.stage === 'UNIT_REVIEW' ? 'unitReview' : 'bureauReview',
    act: 'approve',
    title: node.title,
    about: node.ownerName,
    to: `/reviews/${node.id}`,
    dueOn: node.dueOn,
    since: node.waitingSince,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

const DECISIONS = ['accept', 'passFirst', 'passSecond', 'register', 'recordOpinion'];

/** Registration applications that I can decide on now. */
export function useRegistrationTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: RegistrationTodosDocument,
    pause: !may('REVIEW_CONTRACT'),
    requestPolicy: FRESH,
  });
  const todos = (result.data?.registrationQueue.edges ?? [])
    .filter(({ node }) =>
      node.availableActions.some(({ action, enabled }) => enabled && DECISIONS.includes(action)),
    )
    .map(({ node }): Todo => ({
      key: `registration:${node.id}`,
      kind: 'registration',
      act: node.state === 'SUBMITTED' ? 'accept' : 'review',
      title: node.title,
      about: node.sellers[0]?.name,
      to: `/registration/${node.id}`,
      dueOn: node.deadline?.dueOn ?? null,
      since: node.submittedAt ?? null,
    }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

/** What decides a proceeding; taking it back or returning it is no decision that waits. */
const PROCEEDING_DECISIONS = [
  'approveChange',
  'approveSupplement',
  'approveCancellation',
  'revoke',
  'keepDecision',
  'redetermine',
  'setAside',
  'refuseRequest',
];

/** Changes, cancellations, revocations and objections that I can examine or decide, and notices to be sent. */
export function useProceedingTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: ProceedingTodosDocument,
    pause: !may('REVIEW_CONTRACT'),
    requestPolicy: FRESH,
  });
  const proceedings = (result.data?.contractProceedings.edges ?? []).flatMap(({ node }): Todo[] => {
    const can = (names: readonly string[]): boolean =>
      node.availableActions.some(({ action, enabled }) => enabled && names.includes(action));
    const act = can(PROCEEDING_DECISIONS)
      ? 'decide'
      : node.examination === null && can(['examine'])
        ? 'examine'
        : null;
    if (act === null) return [];
    return [
      {
        key: `proceeding:${node.id}`,
        kind: 'proceeding',
        act,
        title: node.contract.title,
        to: `/proceedings/${node.id}`,
        dueOn: node.deadline?.dueOn ?? null,
        since: null,
      },
    ];
  });
  const notices = (result.data?.taxNotices.edges ?? []).map(({ node }): Todo => ({
    key: `notice:${node.id}`,
    kind: 'notice',
    act: 'tellTax',
    title: node.contract.title,
    to: '/tax-notices',
    dueOn: node.dueOn,
    since: null,
  }));
  return {
    todos: [...proceedings, ...notices],
    loading: result.fetching && !result.data,
    failed: Boolean(result.error),
  };
}

/** Organisations that wait for my bureau's approval. */
export function useOrganisationTodos(): TodoSource {
  const { may } = useViewer();
  const nameOf = useNameOf();
  const [result] = useQuery({
    query: OrganisationTodosDocument,
    pause: !may('REVIEW_ORGANISATION'),
    requestPolicy: FRESH,
  });
  const todos = (result.data?.pendingOrganisations.edges ?? []).map(({ node }): Todo => ({
    key: `organisation:${node.id}`,
    kind: 'organisation',
    act: 'approveOrganisation',
    title: node.name,
    about: nameOf('divisions', node.divisionCode, node.divisionName),
    to: `/organisations/${node.id}`,
    dueOn: null,
    since: node.updatedAt,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

/** Bypass alerts that my bureau has to look into. */
export function useAlertTodos(): TodoSource {
  const { viewer } = useViewer();
  const officer = viewer?.scopes.some((scope) => scope.roles.includes('OFFICER')) ?? false;
  const [result] = useQuery({ query: AlertTodosDocument, pause: !officer, requestPolicy: FRESH });
  const todos = (result.data?.bypassAlerts.edges ?? [])
    .filter(({ node }) => node.availableActions.some((entry) => entry.enabled))
    .map(({ node }): Todo => ({
      key: `alert:${node.id}`,
      kind: 'alert',
      act: 'alert',
      title: `${node.sellerName} · ${node.buyerName}`,
      to: '/bypass-alerts?state=OPEN',
      dueOn: null,
      since: node.raisedAt,
    }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

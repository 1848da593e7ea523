import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { Todo, TodoSource } from './todo.js';

const CallTodosDocument = graphql(`
  query CallTodos {
    calls(filter: { waiting: true }, first: 20) {
      edges {
        cursor
        node {
          id
          code
          title
          state
          updatedAt
        }
      }
    }
    callProjects(filter: { toApprove: true }, first: 20) {
      edges {
        cursor
        node {
          id
          code
          title
          updatedAt
        }
      }
    }
  }
`);

/** Calls that wait for my bureau, payments that wait for my approval, and my own demands that are not submitted or were returned. */
export function useCallTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: CallTodosDocument,
    pause: !may('REVIEW_LISTING') && !may('POST_NEED'),
    requestPolicy: 'cache-and-network',
  });
  const calls = (result.data?.calls.edges ?? []).map(({ node }): Todo => ({
    key: `call:${node.id}`,
    kind: 'call',
    act: node.state === 'RETURNED' ? 'returned' : node.state === 'DRAFT' ? 'draft' : 'handleCall',
    title: node.title === '' ? node.code : node.title,
    to: `/calls/${node.id}${node.state === 'DRAFT' || node.state === 'RETURNED' ? '/edit' : ''}`,
    dueOn: null,
    since: node.updatedAt,
  }));
  const payments = (result.data?.callProjects.edges ?? []).map(({ node }): Todo => ({
    ...{ key: `payment:${node.id}`, kind: 'callProject', act: 'approvePayment' },
    ...{ title: node.title, about: node.code, to: `/call-projects/${node.id}` },
    ...{ dueOn: null, since: node.updatedAt },
  }));
  return {
    todos: [...calls, ...payments],
    loading: result.fetching && !result.data,
    failed: Boolean(result.error),
  };
}

import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { Todo, TodoSource } from './todo.js';

const AgencyTodosDocument = graphql(`
  query AgencyTodos {
    agenciesToDecide(first: 20) {
      edges {
        cursor
        node {
          id
          name
          stateSince
        }
      }
    }
  }
`);

/** Agencies' entries that wait for my bureau's review. */
export function useAgencyTodos(): TodoSource {
  const { may } = useViewer();
  const [result] = useQuery({
    query: AgencyTodosDocument,
    pause: !may('REVIEW_LISTING'),
    requestPolicy: 'cache-and-network',
  });
  const todos = (result.data?.agenciesToDecide.edges ?? []).map(({ node }): Todo => ({
    key: `agency:${node.id}`,
    kind: 'agency',
    act: 'admitEntry',
    title: node.name,
    to: `/agencies/${node.id}`,
    dueOn: null,
    since: node.stateSince,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

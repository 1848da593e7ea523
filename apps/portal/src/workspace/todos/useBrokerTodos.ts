import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { Todo, TodoSource } from './todo.js';

const BrokerTodosDocument = graphql(`
  query BrokerTodos {
    brokersToDecide(first: 20) {
      edges {
        cursor
        node {
          id
          name
          organisationName
          state
          stateSince
        }
      }
    }
  }
`);

/** Brokers' entries that wait for my agency's confirmation or my bureau's review. */
export function useBrokerTodos(): TodoSource {
  const { may, organisationsAs } = useViewer();
  const pause = organisationsAs('TRANSFER_OFFICER').length === 0 && !may('REVIEW_LISTING');
  const [result] = useQuery({ query: BrokerTodosDocument, pause, requestPolicy: 'cache-and-network' });
  const todos = (result.data?.brokersToDecide.edges ?? []).map(({ node }): Todo => ({
    key: `broker:${node.id}`,
    kind: 'broker',
    act: node.state === 'REVIEW' ? 'admitEntry' : 'confirmEntry',
    title: node.name,
    about: node.organisationName,
    to: `/brokers/${node.id}`,
    dueOn: null,
    since: node.stateSince,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useViewer } from '../../api/viewer.js';
import type { Todo, TodoSource } from './todo.js';

const ExpertTodosDocument = graphql(`
  query ExpertTodos {
    expertsToDecide(first: 20) {
      edges {
        cursor
        node {
          id
          name
          unitName
          state
          stateSince
        }
      }
    }
  }
`);

/** Profiles of the expert bank that wait for my unit's consent or my bureau's review. */
export function useExpertTodos(): TodoSource {
  const { may, organisationsAs } = useViewer();
  const pause = organisationsAs('TRANSFER_OFFICER').length === 0 && !may('REVIEW_LISTING');
  const [result] = useQuery({ query: ExpertTodosDocument, pause, requestPolicy: 'cache-and-network' });
  const todos = (result.data?.expertsToDecide.edges ?? []).map(({ node }): Todo => ({
    key: `expert:${node.id}`,
    kind: 'expert',
    act: node.state === 'REVIEW' ? 'admit' : 'consent',
    title: node.name,
    about: node.unitName,
    to: `/experts/${node.id}`,
    dueOn: null,
    since: node.stateSince,
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { useWords } from '../../i18n/index.js';
import { misconductStates, misconductSubjects } from '../../misconduct/terms.js';
import type { Todo, TodoSource } from './todo.js';

const MisconductTodosDocument = graphql(`
  query MisconductTodos {
    misconductReports(filter: { waiting: true }, first: 20) {
      edges {
        cursor
        node {
          id
          subject
          state
          due
          callTitle
        }
      }
    }
  }
`);

/** Reports of misconduct that I handle. Whoever supervises a call does, whatever the roles: so everybody asks. */
export function useMisconductTodos(): TodoSource {
  const subjects = useWords(misconductSubjects);
  const states = useWords(misconductStates);
  const [result] = useQuery({ query: MisconductTodosDocument, requestPolicy: 'cache-and-network' });
  const todos = (result.data?.misconductReports.edges ?? []).map(({ node }): Todo => ({
    ...{ key: `misconduct:${node.id}`, kind: 'misconduct', act: 'handleReport' },
    ...{ title: subjects[node.subject], to: `/misconduct/${node.id}` },
    about: [node.callTitle, states[node.state]].filter(Boolean).join(' · '),
    ...{ dueOn: node.due ?? null, since: null },
  }));
  return { todos, loading: result.fetching && !result.data, failed: Boolean(result.error) };
}

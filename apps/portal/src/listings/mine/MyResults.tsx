import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../../api/graphql.js';
import { DataTable } from '../../design/DataTable.js';
import { ListPage } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Day, When } from '../../design/Values.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, resultStates, stateTones } from '../terms.js';
import { mineWords } from './words.js';

const MyResultsDocument = graphql(`
  query MyResults($states: [ResultState!], $first: Int, $after: String, $last: Int, $before: String) {
    myResults(states: $states, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          id
          code
          title
          state
          expiresOn
          updatedAt
          missing {
            path
          }
        }
      }
    }
  }
`);

const SORTS = ['NEWEST'] as const;

export function MyResults() {
  const t = useWords(mineWords);
  const states = useWords(resultStates);
  const state = useListState(SORTS);
  const chosen = state.among('state', states);
  const [result, ask] = useQuery({
    query: MyResultsDocument,
    variables: { ...state.paging, states: chosen.length > 0 ? chosen : null },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      embedded
      title={t.results}
      state={state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(states) }]}
      result={result}
      connection={result.data?.myResults}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(node) => node.id}
      renderItem={(node) => node.title}
      renderItems={(nodes) => (
        <DataTable
          caption={t.results}
          rows={nodes}
          keyOf={(node) => node.id}
          columns={[
            {
              key: 'title',
              title: t.name,
              render: (node) => (
                <Link
                  to={node.state === 'DRAFT' ? `/listings/results/${node.id}/edit` : `/results/${node.id}`}
                >
                  {node.title || t.untitled}
                </Link>
              ),
            },
            { key: 'code', title: t.code, render: (node) => <span className="num">{node.code}</span> },
            {
              key: 'state',
              title: t.state,
              render: (node) => (
                <>
                  <StatusTag tone={stateTones[node.state]}>{states[node.state]}</StatusTag>
                  {(node.state === 'DRAFT' || node.state === 'RETURNED') &&
                    node.missing &&
                    node.missing.length > 0 && (
                      <span className="quiet"> {t.lacking(node.missing.length)}</span>
                    )}
                </>
              ),
            },
            { key: 'updated', title: t.updated, render: (node) => <When at={node.updatedAt} /> },
            { key: 'expires', title: t.expires, render: (node) => <Day on={node.expiresOn} /> },
          ]}
        />
      )}
      empty={
        <Empty title={t.none} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}

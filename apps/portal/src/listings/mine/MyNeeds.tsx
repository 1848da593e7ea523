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
import { choicesFrom, needStates, stateTones } from '../terms.js';
import { mineWords } from './words.js';

const MyNeedsDocument = graphql(`
  query MyNeeds($states: [NeedState!], $first: Int, $after: String, $last: Int, $before: String) {
    myNeeds(states: $states, first: $first, after: $after, last: $last, before: $before) {
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

export function MyNeeds() {
  const t = useWords(mineWords);
  const states = useWords(needStates);
  const state = useListState(SORTS);
  const chosen = state.among('state', states);
  const [result, ask] = useQuery({
    query: MyNeedsDocument,
    variables: { ...state.paging, states: chosen.length > 0 ? chosen : null },
    requestPolicy: 'cache-and-network',
  });
  return (
    <ListPage
      embedded
      title={t.needs}
      state={state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(states) }]}
      result={result}
      connection={result.data?.myNeeds}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(node) => node.id}
      renderItem={(node) => node.title}
      renderItems={(nodes) => (
        <DataTable
          caption={t.needs}
          rows={nodes}
          keyOf={(node) => node.id}
          columns={[
            {
              key: 'title',
              title: t.name,
              render: (node) => (
                <Link to={node.state === 'DRAFT' ? `/listings/needs/${node.id}/edit` : `/needs/${node.id}`}>
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
        <Empty title={t.noNeeds} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}

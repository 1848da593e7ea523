import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { TablePage } from '../../design/TablePage.js';
import { type Page } from '../../design/ListPage.js';
import { useListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { StatusTag } from '../../design/StatusTag.js';
import { Day, When } from '../../design/Values.js';
import type { NeedState, OwnListingSort, ResultState } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom, stateTones } from '../terms.js';
import { mineWords } from './words.js';

/** What a row shows of a result or a need. */
interface Own<S extends string> {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: S;
  readonly expiresOn?: string | null;
  readonly updatedAt: string;
  readonly missing?: readonly { readonly path: string }[] | null;
}

const SORTS: readonly [OwnListingSort, ...OwnListingSort[]] = ['CHANGED', 'EXPIRES', 'OLDEST'];

interface OwnVariables<S extends string> {
  readonly states?: S[] | null;
  readonly text?: string | null;
  readonly sort?: OwnListingSort | null;
}

/** One's own results, or needs, in every state. */
export function OwnList<D, S extends ResultState | NeedState>({
  kind,
  document,
  connectionIn,
  states,
}: {
  readonly kind: 'results' | 'needs';
  readonly document: TypedDocumentNode<D, OwnVariables<S>>;
  readonly connectionIn: (data: D) => Page<Own<S>>;
  readonly states: Readonly<Record<S, string>>;
}) {
  const state = useListState(SORTS);
  const chosen = state.among('state', states);
  const [result, ask] = useQuery({
    query: document,
    variables: {
      ...state.paging,
      states: chosen.length > 0 ? chosen : null,
      text: state.text || null,
      sort: state.sort,
    },
    requestPolicy: 'cache-and-network',
  });
  const t = useWords(mineWords);
  return (
    <TablePage
      embedded
      title={t[kind]}
      state={state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(states) }]}
      searchPlaceholder={t.search}
      sorts={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
      result={result}
      connection={result.data && connectionIn(result.data)}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(node) => node.id}
      columns={[
        {
          key: 'title',
          title: t.name,
          render: (node) => (
            <Link to={node.state === 'DRAFT' ? `/listings/${kind}/${node.id}/edit` : `/${kind}/${node.id}`}>
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
                node.missing.length > 0 && <span className="quiet"> {t.lacking(node.missing.length)}</span>}
            </>
          ),
        },
        { key: 'updated', title: t.updated, render: (node) => <When at={node.updatedAt} /> },
        { key: 'expires', title: t.expires, render: (node) => <Day on={node.expiresOn} /> },
      ]}
      empty={
        <Empty title={t.none[kind]} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}

import { Link } from 'react-router';
import type { CombinedError } from 'urql';
import { DataTable } from '../../design/DataTable.js';
import { ListPage, type Page } from '../../design/ListPage.js';
import { useListState, type ListState } from '../../design/listState.js';
import { Empty } from '../../design/States.js';
import { StatusTag, type StatusTone } from '../../design/StatusTag.js';
import { Day, When } from '../../design/Values.js';
import type { OwnListingSort } from '../../gql/graphql.js';
import { useWords } from '../../i18n/index.js';
import { choicesFrom } from '../terms.js';
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

export const useOwnListState = (): ListState<OwnListingSort> => useListState(SORTS);

/** One's own results, or needs, in every state. */
export function OwnList<S extends string>(props: {
  readonly kind: 'results' | 'needs';
  readonly state: ListState<OwnListingSort>;
  readonly states: Readonly<Record<S, string>>;
  readonly tones: Readonly<Record<S, StatusTone>>;
  readonly result: { readonly fetching: boolean; readonly stale: boolean; readonly error?: CombinedError };
  readonly connection: Page<Own<S>> | undefined;
  readonly onRetry: () => void;
}) {
  const { kind, states, tones } = props;
  const t = useWords(mineWords);
  return (
    <ListPage
      embedded
      title={t[kind]}
      state={props.state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(states) }]}
      searchPlaceholder={t.search}
      sorts={SORTS.map((value) => ({ value, label: t.sorts[value] }))}
      result={props.result}
      connection={props.connection}
      onRetry={props.onRetry}
      keyOf={(node) => node.id}
      renderItem={(node) => node.title}
      renderItems={(nodes) => (
        <DataTable
          caption={t[kind]}
          rows={nodes}
          keyOf={(node) => node.id}
          columns={[
            {
              key: 'title',
              title: t.name,
              render: (node) => (
                <Link
                  to={node.state === 'DRAFT' ? `/listings/${kind}/${node.id}/edit` : `/${kind}/${node.id}`}
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
                  <StatusTag tone={tones[node.state]}>{states[node.state]}</StatusTag>
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
        <Empty title={t.none[kind]} icon="file">
          {t.noneText}
        </Empty>
      }
    />
  );
}

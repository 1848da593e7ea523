import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ListPage, type Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import type { ExpertSort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { named } from '../listings/facets.js';
import { ExpertsDocument } from './documents.js';
import { ExpertItem } from './ExpertItem.js';
import { expertAvailabilities, expertModes, expertStates } from './terms.js';
import { expertWords } from './words.js';

const SORTS: readonly [ExpertSort, ...ExpertSort[]] = ['NEWEST', 'WAITING'];

/** The list of experts: the public one, or the whole bank of a bureau. */
export function ExpertList({
  bank,
  title,
  intro,
  empty,
  actions,
}: {
  readonly bank: boolean;
  readonly title: string;
  readonly intro: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly actions?: ReactNode;
}) {
  const t = useWords(expertWords);
  const modes = useWords(expertModes);
  const availabilities = useWords(expertAvailabilities);
  const states = useWords(expertStates);
  const state = useListState(SORTS);
  const chosen = (facet: string): string[] | null =>
    state.values(facet).length > 0 ? [...state.values(facet)] : null;
  const [result, ask] = useQuery({
    query: ExpertsDocument,
    variables: {
      ...state.paging,
      sort: state.sort,
      filter: {
        text: state.text || null,
        techFields: chosen('field'),
        clusters: chosen('cluster'),
        modes: state.values('mode').length > 0 ? state.among('mode', modes) : null,
        availabilities: state.values('time').length > 0 ? state.among('time', availabilities) : null,
        states: bank && state.values('state').length > 0 ? state.among('state', states) : null,
        bank: bank || null,
      },
    },
  });
  const counts = result.data?.experts.facets;
  const facets: Facet[] = [
    ...(bank ? [{ name: 'state', label: t.state, options: named(counts?.states, states) }] : []),
    { name: 'field', label: t.techField, options: counts?.techFields ?? [] },
    { name: 'cluster', label: t.cluster, options: counts?.clusters ?? [] },
    { name: 'mode', label: t.mode, options: named(counts?.modes, modes) },
    { name: 'time', label: t.availability, options: named(counts?.availabilities, availabilities) },
  ];
  return (
    <ListPage
      title={title}
      intro={intro}
      actions={actions}
      state={state}
      facets={facets}
      sorts={(bank ? SORTS : SORTS.slice(0, 1)).map((value) => ({ value, label: t.sorts[value] }))}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.experts}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node) => <ExpertItem expert={node} bank={bank} />}
      keyOf={(node) => node.id}
      empty={<Empty title={empty.title}>{empty.text}</Empty>}
    />
  );
}

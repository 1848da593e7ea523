import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import type { Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import type { ExpertSort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { chosenIn, named, namedBy } from '../listings/facets.js';
import { FoundList } from '../searches/FoundList.js';
import { ExpertsDocument } from './documents.js';
import { ExpertItem } from './ExpertItem.js';
import { ExpertTabs } from './ExpertTabs.js';
import { expertAvailabilities, expertModes, expertStates } from './terms.js';
import { expertWords } from './words.js';
import { useNameOf } from '../api/city.js';

const SORTS: readonly [ExpertSort, ...ExpertSort[]] = ['RELEVANCE', 'NEWEST', 'WAITING'];

/** The list of experts: the public one, or the whole bank of a bureau. */
export function ExpertList({
  bank,
  searched = false,
  title,
  intro,
  empty,
  actions,
}: {
  readonly bank: boolean;
  /** Below the one search box, which has heading and box. */
  readonly searched?: boolean;
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
  const chosen = (facet: string) => chosenIn(state, facet);
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
  const nameOf = useNameOf();
  const connection = result.data?.experts;
  const counts = connection?.facets;
  const facets: Facet[] = [
    ...(bank ? [{ name: 'state', label: t.state, options: named(counts?.states, states) }] : []),
    { name: 'field', label: t.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'cluster', label: t.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
    { name: 'mode', label: t.mode, options: named(counts?.modes, modes) },
    { name: 'time', label: t.availability, options: named(counts?.availabilities, availabilities) },
  ];
  return (
    <FoundList
      kind="expert"
      place={bank ? '/experts/bank' : '/experts'}
      searched={searched}
      tabs={!bank && <ExpertTabs />}
      title={title}
      intro={intro}
      actions={actions}
      state={state}
      facets={facets}
      sorts={(bank ? SORTS : SORTS.slice(0, 2)).map((value) => ({ value, label: t.sorts[value] }))}
      searchPlaceholder={t.search}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      renderItem={(node, highlights) => <ExpertItem expert={node} bank={bank} highlights={highlights} />}
      empty={empty}
    />
  );
}

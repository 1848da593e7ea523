import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useNameOf } from '../api/city.js';
import type { Facet } from '../design/ListPage.js';
import { useListState, type ListState } from '../design/listState.js';
import type { IntermediaryService, RegisterState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { chosenIn, named, namedBy } from '../listings/facets.js';
import type { Highlights } from '../searches/Found.js';
import { FoundList, type FoundPage } from '../searches/FoundList.js';
import { designationWords } from './designationWords.js';
import { IntermediaryTabs } from './IntermediaryTabs.js';
import { intermediaryServices, registerStates } from './terms.js';
import { registerWords } from './words.js';

const SORTS = ['RELEVANCE', 'NEWEST', 'WAITING'] as const;
type Sort = (typeof SORTS)[number];

/** What each list of the register of intermediaries is told. */
export interface RegisterListProps {
  /** All entries of a bureau, instead of who is registered. */
  readonly whole: boolean;
  /** Below the one search box, which has heading and box. */
  readonly searched?: boolean;
  readonly title: string;
  readonly intro: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly actions?: ReactNode;
}

/** What the address asks of a list of brokers or agencies. */
export function useRegisterFilter(whole: boolean) {
  const services = useWords(intermediaryServices);
  const states = useWords(registerStates);
  const state = useListState<Sort>(SORTS);
  const chosen = (facet: string) => chosenIn(state, facet);
  return {
    state,
    chosen,
    filter: {
      text: state.text || null,
      services: chosen('service') && state.among<IntermediaryService>('service', services),
      techFields: chosen('field'),
      clusters: chosen('cluster'),
      designated: chosen('designated') ? true : null,
      states: whole && chosen('state') ? state.among<RegisterState>('state', states) : null,
      whole: whole || null,
    },
  };
}

type Counts = Parameters<typeof named>[0];
interface Found<N> extends FoundPage<N> {
  readonly facets: { readonly [name in 'states' | 'services' | 'techFields' | 'clusters']: Counts };
}

/** The list of brokers or of agencies. */
export function RegisterList<N extends { readonly id: string }>({
  list: { whole, searched = false, title, intro, empty, actions },
  kind,
  place,
  search,
  state,
  more = [],
  result,
  connection,
  onRetry,
  renderItem,
}: {
  readonly list: RegisterListProps;
  readonly kind: 'broker' | 'agency';
  /** The address of the public list. */
  readonly place: string;
  readonly search: string;
  readonly state: ListState<Sort>;
  /** Facets that this list has besides. */
  readonly more?: readonly Facet[];
  readonly result: { readonly fetching: boolean; readonly stale: boolean; readonly error?: CombinedError };
  readonly connection: Found<N> | undefined;
  readonly onRetry: () => void;
  readonly renderItem: (node: N, highlights: Highlights | undefined) => ReactNode;
}) {
  const r = useWords(registerWords);
  const d = useWords(designationWords);
  const services = useWords(intermediaryServices);
  const states = useWords(registerStates);
  const nameOf = useNameOf();
  const counts = connection?.facets;
  const facets: Facet[] = [
    ...(whole ? [{ name: 'state', label: r.state, options: named(counts?.states, states) }] : []),
    { name: 'service', label: r.services, options: named(counts?.services, services) },
    ...more,
    { name: 'field', label: r.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'cluster', label: r.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
    { name: 'designated', label: d.filter, options: [{ value: 'yes', label: d.only }] },
  ];
  return (
    <FoundList
      kind={kind}
      place={whole ? `${place}/register` : place}
      searched={searched}
      tabs={<IntermediaryTabs whole={whole} />}
      title={title}
      intro={intro}
      actions={actions}
      state={state}
      facets={facets}
      sorts={(whole ? SORTS : SORTS.slice(0, 2)).map((value) => ({ value, label: r.sorts[value] }))}
      searchPlaceholder={search}
      result={result}
      connection={connection}
      onRetry={onRetry}
      renderItem={renderItem}
      empty={empty}
    />
  );
}

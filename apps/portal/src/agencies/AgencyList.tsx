import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { useNameOf } from '../api/city.js';
import { ListPage, type Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import type { AgencySort } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { named, namedBy } from '../listings/facets.js';
import { listings } from '../listings/words.js';
import { designationWords } from '../register/designationWords.js';
import { IntermediaryTabs } from '../register/IntermediaryTabs.js';
import { intermediaryServices, registerStates } from '../register/terms.js';
import { registerWords } from '../register/words.js';
import { AboutSearch, breadthIn } from '../searches/Found.js';
import { AgencyItem } from './AgencyItem.js';
import { AgenciesDocument } from './documents.js';
import { agencyWords } from './words.js';

const SORTS: readonly [AgencySort, ...AgencySort[]] = ['RELEVANCE', 'NEWEST', 'WAITING'];

/** The list of agencies: the public one, or all entries of a bureau. */
export function AgencyList({
  whole,
  title,
  intro,
  empty,
  actions,
}: {
  readonly whole: boolean;
  readonly title: string;
  readonly intro: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly actions?: ReactNode;
}) {
  const t = useWords(agencyWords);
  const r = useWords(registerWords);
  const d = useWords(designationWords);
  const services = useWords(intermediaryServices);
  const states = useWords(registerStates);
  const l = useWords(listings);
  const address = whole ? '/agencies/register' : '/agencies';
  const state = useListState(SORTS);
  const chosen = (facet: string): string[] | null =>
    state.values(facet).length > 0 ? [...state.values(facet)] : null;
  const [result, ask] = useQuery({
    query: AgenciesDocument,
    variables: {
      ...state.paging,
      sort: state.sort,
      filter: {
        text: state.text || null,
        services: chosen('service') && state.among('service', services),
        techFields: chosen('field'),
        clusters: chosen('cluster'),
        designated: chosen('designated') ? true : null,
        states: whole && chosen('state') ? state.among('state', states) : null,
        whole: whole || null,
      },
    },
  });
  const nameOf = useNameOf();
  const connection = result.data?.agencies;
  const marks = new Map(connection?.edges.map(({ node, highlights }) => [node.id, highlights]));
  const counts = connection?.facets;
  const facets: Facet[] = [
    ...(whole ? [{ name: 'state', label: r.state, options: named(counts?.states, states) }] : []),
    { name: 'service', label: r.services, options: named(counts?.services, services) },
    { name: 'field', label: r.techField, options: namedBy(nameOf, 'techFields', counts?.techFields) },
    { name: 'cluster', label: r.cluster, options: namedBy(nameOf, 'clusters', counts?.clusters) },
    { name: 'designated', label: d.filter, options: [{ value: 'yes', label: d.only }] },
  ];
  return (
    <ListPage
      tabs={<IntermediaryTabs whole={whole} />}
      title={title}
      intro={intro}
      actions={actions}
      state={state}
      facets={facets}
      sorts={(whole ? SORTS : SORTS.slice(0, 2)).map((value) => ({ value, label: r.sorts[value] }))}
      searchPlaceholder={t.search}
      result={result}
      connection={connection}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      notice={
        <AboutSearch
          breadth={connection && breadthIn(connection, l)}
          suggestion={connection?.suggestion}
          addressOf={(meant) => `${address}?${new URLSearchParams({ q: meant }).toString()}`}
        />
      }
      renderItem={(node) => <AgencyItem agency={node} whole={whole} highlights={marks.get(node.id)} />}
      keyOf={(node) => node.id}
      empty={<Empty title={empty.title}>{empty.text}</Empty>}
    />
  );
}

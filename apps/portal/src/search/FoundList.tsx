import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { ListPage, type Page } from '../design/ListPage.js';
import type { ListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { useWords } from '../i18n/index.js';
import { AgencyItem } from '../agencies/AgencyItem.js';
import { BrokerItem } from '../brokers/BrokerItem.js';
import { ExpertItem } from '../experts/ExpertItem.js';
import { NeedItem, ResultItem } from '../listings/cards.js';
import { listings } from '../listings/words.js';
import { PatentItem } from '../patents/PatentItem.js';
import { AboutSearch, breadthIn, type Breadth } from '../searches/Found.js';
import {
  SearchAgenciesDocument,
  SearchBrokersDocument,
  SearchExpertsDocument,
  SearchNeedsDocument,
  SearchOrganisationsDocument,
  SearchPatentsDocument,
  SearchResultsDocument,
} from './documents.js';
import { listAddress, searchAddress, type Kind } from './kinds.js';
import { OrganisationItem } from './OrganisationItem.js';
import { commonSearch } from './words.js';

/** Everything of one kind that is found, page by page. */
export function FoundList({ kind, state }: { kind: Kind; state: ListState }) {
  switch (kind) {
    case 'result':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchResultsDocument}
          pageOf={({ results }) => results}
          itemOf={({ node, highlights }) => <ResultItem result={node} highlights={highlights} />}
        />
      );
    case 'need':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchNeedsDocument}
          pageOf={({ needs }) => needs}
          itemOf={({ node, highlights }) => <NeedItem need={node} highlights={highlights} />}
        />
      );
    case 'expert':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchExpertsDocument}
          pageOf={({ experts }) => experts}
          itemOf={({ node, highlights }) => <ExpertItem expert={node} highlights={highlights} />}
        />
      );
    case 'patent':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchPatentsDocument}
          pageOf={({ patents }) => patents}
          itemOf={({ node, highlights }) => <PatentItem patent={node} highlights={highlights} />}
        />
      );
    case 'broker':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchBrokersDocument}
          pageOf={({ brokers }) => brokers}
          itemOf={({ node, highlights }) => <BrokerItem broker={node} highlights={highlights} />}
        />
      );
    case 'agency':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchAgenciesDocument}
          pageOf={({ agencies }) => agencies}
          itemOf={({ node, highlights }) => <AgencyItem agency={node} highlights={highlights} />}
        />
      );
    case 'organisation':
      return (
        <Found
          kind={kind}
          state={state}
          document={SearchOrganisationsDocument}
          pageOf={({ organisations }) => organisations}
          itemOf={({ node, highlights }) => <OrganisationItem organisation={node} highlights={highlights} />}
        />
      );
  }
}

type Asked = ListState['paging'] & { readonly text: string | null };
interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}
interface Sought<E extends Edge> extends Page<E['node']>, Breadth {
  readonly edges: readonly E[];
  readonly suggestion?: string | null;
}

function Found<D, E extends Edge>({
  kind,
  state,
  document,
  pageOf,
  itemOf,
}: {
  kind: Kind;
  state: ListState;
  document: TypedDocumentNode<D, Asked>;
  pageOf: (data: D) => Sought<E>;
  itemOf: (edge: E) => ReactNode;
}) {
  const t = useWords(commonSearch);
  const l = useWords(listings);
  const [result, ask] = useQuery({
    query: document,
    variables: { ...state.paging, text: state.text || null },
  });
  const page = result.data && pageOf(result.data);
  const edges = new Map(page?.edges.map((edge) => [edge.node.id, edge]));
  const list = kind === 'organisation' ? null : listAddress(state.text, kind);
  return (
    <ListPage
      embedded
      title={t[kind]}
      state={state}
      result={result}
      connection={page}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      notice={
        <>
          <AboutSearch
            breadth={page && breadthIn(page, l)}
            suggestion={page?.suggestion}
            addressOf={(meant) => searchAddress(meant, kind)}
          />
          {list && <Link to={list}>{t.narrow}</Link>}
        </>
      }
      keyOf={({ id }) => id}
      renderItem={({ id }) => {
        const edge = edges.get(id);
        return edge && itemOf(edge);
      }}
      empty={<Empty title={t.none}>{t.noneText}</Empty>}
    />
  );
}

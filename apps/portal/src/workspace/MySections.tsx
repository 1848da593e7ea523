import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type TypedDocumentNode } from 'urql';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { contractLabels, contractTones } from '../contracts/labels.js';
import { dealLabels, dealTones } from '../deals/labels.js';
import { Button } from '../design/Button.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag, type StatusTone } from '../design/StatusTag.js';
import { When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { needStates, resultStates, stateTones } from '../listings/terms.js';
import { deskWords } from './words.js';
import css from './Workspace.module.css';

const MyResultsDocument = graphql(`
  query DeskResults {
    myResults(first: 5) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          state
          updatedAt
        }
      }
    }
  }
`);
const MyNeedsDocument = graphql(`
  query DeskNeeds {
    myNeeds(first: 5) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          state
          updatedAt
        }
      }
    }
  }
`);
const MyDealsDocument = graphql(`
  query DeskDeals {
    deals(filter: { open: true }, first: 5) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          state
          updatedAt
        }
      }
    }
  }
`);
const MyContractsDocument = graphql(`
  query DeskContracts {
    contracts(first: 5) {
      totalCount
      edges {
        cursor
        node {
          id
          title
          state
          updatedAt
        }
      }
    }
  }
`);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly updatedAt: string;
}
interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Row }[];
}

/** The newest of one kind. */
function Box<D, S extends string>(props: {
  readonly title: string;
  readonly all: string;
  readonly document: TypedDocumentNode<D, Record<string, never>>;
  readonly pageIn: (data: D) => Page;
  readonly to: (row: Row) => string;
  readonly names: Readonly<Record<S, string>>;
  readonly tones: Readonly<Record<S, StatusTone>>;
  readonly empty: ReactNode;
}) {
  const t = useWords(deskWords);
  const names: Readonly<Record<string, string>> = props.names;
  const tones: Readonly<Record<string, StatusTone>> = props.tones;
  const [result, ask] = useQuery({
    query: props.document,
    variables: {},
    requestPolicy: 'cache-and-network',
  });
  const found = result.data && props.pageIn(result.data);
  return (
    <section className={css['box']}>
      <div className="spread">
        <h2>{props.title}</h2>
        {found && found.totalCount > 0 && (
          <Link to={props.all}>
            {t.all} {found.totalCount}
          </Link>
        )}
      </div>
      <Loaded result={result} value={found} cards={1} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(page) =>
          page.edges.length === 0 ? (
            <div className={css['empty']}>{props.empty}</div>
          ) : (
            <ul className={css['rows']}>
              {page.edges.map(({ node }) => (
                <li key={node.id} className={css['row']}>
                  <Link to={props.to(node)}>{node.title || '—'}</Link>
                  <span className={css['rowMeta']}>
                    <StatusTag tone={tones[node.state] ?? 'rest'}>
                      {names[node.state] ?? node.state}
                    </StatusTag>
                    <span className="quiet">
                      <When at={node.updatedAt} />
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function Results() {
  const t = useWords(deskWords);
  return (
    <Box
      title={t.mine.results}
      all="/listings"
      document={MyResultsDocument}
      pageIn={({ myResults }) => myResults}
      names={useWords(resultStates)}
      tones={stateTones}
      to={(row) => (row.state === 'DRAFT' ? `/listings/results/${row.id}/edit` : `/results/${row.id}`)}
      empty={
        <>
          <p>{t.noResultsText}</p>
          <Button tone="primary" icon="plus" to="/listings/results/new/edit">
            {t.newResult}
          </Button>
        </>
      }
    />
  );
}

function Needs() {
  const t = useWords(deskWords);
  return (
    <Box
      title={t.mine.needs}
      all="/listings/needs"
      document={MyNeedsDocument}
      pageIn={({ myNeeds }) => myNeeds}
      names={useWords(needStates)}
      tones={stateTones}
      to={(row) => (row.state === 'DRAFT' ? `/listings/needs/${row.id}/edit` : `/needs/${row.id}`)}
      empty={
        <>
          <p>{t.noNeedsText}</p>
          <Button tone="primary" icon="plus" to="/listings/needs/new/edit">
            {t.newNeed}
          </Button>
        </>
      }
    />
  );
}

function Deals() {
  const t = useWords(deskWords);
  return (
    <Box
      title={t.mine.deals}
      all="/deals?open=yes"
      document={MyDealsDocument}
      pageIn={({ deals }) => deals}
      names={useWords(dealLabels).state}
      tones={dealTones}
      to={(row) => `/deals/${row.id}`}
      empty={
        <>
          <p>{t.noDealsText}</p>
          <Button to="/results">{t.findResults}</Button>
        </>
      }
    />
  );
}

function Contracts() {
  const t = useWords(deskWords);
  return (
    <Box
      title={t.mine.contracts}
      all="/contracts"
      document={MyContractsDocument}
      pageIn={({ contracts }) => contracts}
      names={useWords(contractLabels).state}
      tones={contractTones}
      to={(row) => `/contracts/${row.id}`}
      empty={
        <>
          <p>{t.noContractsText}</p>
          <Button to="/contracts/new">{t.apply}</Button>
        </>
      }
    />
  );
}

/** What is mine, newest change first, by what I may do. */
export function MySections() {
  const { may } = useViewer();
  return (
    <div className={css['boxes']}>
      {may('DRAFT_RESULT') && <Results />}
      {may('POST_NEED') && <Needs />}
      {(may('HANDLE_DEAL') || may('BROKER_DEAL')) && <Deals />}
      {may('APPLY_FOR_REGISTRATION') && <Contracts />}
    </div>
  );
}

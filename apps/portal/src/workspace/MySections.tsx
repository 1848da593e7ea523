import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
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

function Box(props: {
  readonly title: string;
  readonly all: string;
  readonly result: Parameters<typeof Loaded>[0]['result'];
  readonly page: Page | undefined;
  readonly onRetry: () => void;
  readonly to: (row: Row) => string;
  readonly stateOf: (row: Row) => { readonly name: string; readonly tone: StatusTone };
  readonly empty: ReactNode;
}) {
  const t = useWords(deskWords);
  return (
    <section className={css['box']}>
      <div className="spread">
        <h2>{props.title}</h2>
        {props.page && props.page.totalCount > 0 && (
          <Link to={props.all}>
            {t.all} {props.page.totalCount}
          </Link>
        )}
      </div>
      <Loaded result={props.result} value={props.page} cards={1} onRetry={props.onRetry}>
        {(page) =>
          page.edges.length === 0 ? (
            <div className={css['empty']}>{props.empty}</div>
          ) : (
            <ul className={css['rows']}>
              {page.edges.map(({ node }) => {
                const { name, tone } = props.stateOf(node);
                return (
                  <li key={node.id} className={css['row']}>
                    <Link to={props.to(node)}>{node.title || '—'}</Link>
                    <span className={css['rowMeta']}>
                      <StatusTag tone={tone}>{name}</StatusTag>
                      <span className="quiet">
                        <When at={node.updatedAt} />
                      </span>
                    </span>
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

const FRESH = 'cache-and-network' as const;

function Results() {
  const t = useWords(deskWords);
  const names: Readonly<Record<string, string>> = useWords(resultStates);
  const tones: Readonly<Record<string, StatusTone>> = stateTones;
  const [result, ask] = useQuery({ query: MyResultsDocument, requestPolicy: FRESH });
  return (
    <Box
      title={t.mine.results}
      all="/listings"
      result={result}
      page={result.data?.myResults}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      to={(row) => (row.state === 'DRAFT' ? `/listings/results/${row.id}/edit` : `/results/${row.id}`)}
      stateOf={(row) => ({ name: names[row.state] ?? row.state, tone: tones[row.state] ?? 'rest' })}
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
  const names: Readonly<Record<string, string>> = useWords(needStates);
  const tones: Readonly<Record<string, StatusTone>> = stateTones;
  const [result, ask] = useQuery({ query: MyNeedsDocument, requestPolicy: FRESH });
  return (
    <Box
      title={t.mine.needs}
      all="/listings/needs"
      result={result}
      page={result.data?.myNeeds}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      to={(row) => (row.state === 'DRAFT' ? `/listings/needs/${row.id}/edit` : `/needs/${row.id}`)}
      stateOf={(row) => ({ name: names[row.state] ?? row.state, tone: tones[row.state] ?? 'rest' })}
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
  const names: Readonly<Record<string, string>> = useWords(dealLabels).state;
  const tones: Readonly<Record<string, StatusTone>> = dealTones;
  const [result, ask] = useQuery({ query: MyDealsDocument, requestPolicy: FRESH });
  return (
    <Box
      title={t.mine.deals}
      all="/deals?open=yes"
      result={result}
      page={result.data?.deals}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      to={(row) => `/deals/${row.id}`}
      stateOf={(row) => ({ name: names[row.state] ?? row.state, tone: tones[row.state] ?? 'rest' })}
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
  const names: Readonly<Record<string, string>> = useWords(contractLabels).state;
  const tones: Readonly<Record<string, StatusTone>> = contractTones;
  const [result, ask] = useQuery({ query: MyContractsDocument, requestPolicy: FRESH });
  return (
    <Box
      title={t.mine.contracts}
      all="/contracts"
      result={result}
      page={result.data?.contracts}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      to={(row) => `/contracts/${row.id}`}
      stateOf={(row) => ({ name: names[row.state] ?? row.state, tone: tones[row.state] ?? 'rest' })}
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

import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import '../api/page.js';
import { TablePage } from '../design/TablePage.js';
import { Button } from '../design/Button.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Two } from '../design/Two.js';
import { Money, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { contractLabels, contractTones, useClassName } from './labels.js';
import { contractWords } from './words.js';
import { common } from '../i18n/common.js';

const ContractsDocument = graphql(`
  query Contracts($filter: ContractFilter, $first: Int, $after: String, $last: Int, $before: String) {
    contracts(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          id
          state
          title
          contractClass
          sellers {
            name
          }
          buyers {
            name
          }
          money {
            total
          }
          registrationNumber
          acceptanceNumber
          updatedAt
        }
      }
    }
  }
`);

const SORTS = ['NEWEST'] as const;

/** 合同登记: the applications and registered contracts that I see. */
export function Component() {
  const t = useWords(contractWords);
  const { list } = useWords(common);
  const labels = useWords(contractLabels);
  const classOf = useClassName();
  const { may } = useViewer();
  const state = useListState(SORTS);
  const states = state.among('state', labels.state);
  const [result, ask] = useQuery({
    query: ContractsDocument,
    variables: {
      ...state.paging,
      filter: {
        states: states.length > 0 ? states : null,
        text: state.text || null,
        contractClass: state.values('class')[0] ?? null,
      },
    },
  });
  return (
    <TablePage
      title={t.contracts}
      intro={t.contractsIntro}
      actions={
        <>
          {may('REVIEW_CONTRACT') && (
            <>
              <Button to="/exchange">{t.exchange}</Button>
              <Button tone="primary" to="/registration">
                {t.queue}
              </Button>
            </>
          )}
          {may('APPLY_FOR_REGISTRATION') && (
            <Button tone="primary" icon="plus" to="/contracts/new">
              {t.newApplication}
            </Button>
          )}
        </>
      }
      state={state}
      facets={[
        { name: 'state', label: t.state, options: choicesFrom(labels.state) },
        { name: 'class', label: t.class, single: true, options: choicesFrom(labels.class) },
      ]}
      searchPlaceholder={t.search}
      result={result}
      connection={result.data?.contracts}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      keyOf={(contract) => contract.id}
      columns={[
        {
          key: 'title',
          title: t.columns.project,
          render: (contract) => (
            <Two under={contract.registrationNumber ?? contract.acceptanceNumber} mono>
              <Link to={`/contracts/${contract.id}`}>{contract.title || t.untitled}</Link>
            </Two>
          ),
        },
        {
          key: 'parties',
          title: t.columns.parties,
          render: (contract) => (
            <Two>
              <span>{list(contract.sellers.map((party) => party.name)) || '—'}</span>
              <span>{list(contract.buyers.map((party) => party.name)) || '—'}</span>
            </Two>
          ),
        },
        { key: 'class', title: t.columns.class, render: classOf },
        {
          key: 'total',
          title: t.columns.total,
          right: true,
          render: (contract) => <Money fen={contract.money.total} />,
        },
        {
          key: 'state',
          title: t.columns.state,
          render: (contract) => (
            <StatusTag tone={contractTones[contract.state]}>{labels.state[contract.state]}</StatusTag>
          ),
        },
        {
          key: 'changed',
          title: t.columns.changed,
          render: (contract) => <When at={contract.updatedAt} />,
        },
      ]}
      empty={
        <Empty title={t.emptyTitle} action={<Button to="/deals?state=SIGNED">{t.toDeals}</Button>}>
          {t.emptyText}
        </Empty>
      }
    />
  );
}

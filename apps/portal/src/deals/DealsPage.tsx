import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import '../api/page.js';
import { TablePage } from '../design/TablePage.js';
import { Button } from '../design/Button.js';
import { type Facet } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { Deadline, When } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { Link } from 'react-router';
import css from './Deal.module.css';
import './dealRow.js';
import { dealLabels, dealTones } from './labels.js';
import { workbenchWords } from './workbench/words.js';
import { dealWords } from './words.js';

const DealsDocument = graphql(`
  query Deals(
    $filter: DealFilter
    $counted: DealFilter
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    deals(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...DealRow
        }
      }
    }
    dealPipeline(filter: $counted) {
      state
      count
      overdue
    }
  }
`);

const SORTS = ['CHANGED'] as const;

/** The lists beside the deals themselves, for whom they concern. */
export function useDealParts() {
  const t = useWords(dealWords);
  const w = useWords(workbenchWords);
  const { may, viewer } = useViewer();
  const broker = may('BROKER_DEAL');
  const officer = viewer?.scopes.some((scope) => scope.roles.includes('OFFICER')) ?? false;
  return [
    { to: '/deals', label: t.list },
    { to: '/deals/board', label: t.board },
    ...(broker || officer ? [{ to: '/deals/workbench', label: w.title }] : []),
    ...(broker
      ? [
          { to: '/commissions', label: t.commissions },
          { to: '/introductions', label: t.introductions },
        ]
      : []),
    ...(broker || officer ? [{ to: '/bypass-alerts', label: t.bypass }] : []),
  ];
}

/** 对接: what I can see, with the pipeline's counts as filters. */
export function Component() {
  const t = useWords(dealWords);
  const labels = useWords(dealLabels);
  const parts = useDealParts();
  const state = useListState(SORTS);
  const role = state.among('role', t.roles)[0] ?? null;
  const open = state.values('open').includes('yes') || null;
  const counted = { role, open, text: state.text || null };
  const states = state.among('state', labels.state);
  const [result, ask] = useQuery({
    query: DealsDocument,
    variables: {
      ...state.paging,
      filter: { ...counted, states: states.length > 0 ? states : null },
      counted,
    },
  });
  const stages = result.data?.dealPipeline ?? [];
  const facets: Facet[] = [
    {
      name: 'open',
      label: t.open,
      options: [{ value: 'yes', label: t.onlyOpen }],
    },
    {
      name: 'state',
      label: t.stage,
      options: stages
        .filter((stage) => stage.count > 0)
        .map((stage) => ({ value: stage.state, label: labels.state[stage.state], count: stage.count })),
    },
    {
      name: 'role',
      label: t.mine,
      single: true,
      options: Object.entries(t.roles).map(([value, label]) => ({ value, label })),
    },
  ];
  return (
    <TablePage
      title={t.deals}
      intro={t.dealsIntro}
      state={state}
      facets={facets}
      searchPlaceholder={t.searchDeals}
      result={result}
      connection={result.data?.deals}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={t.deals} />}
      keyOf={(deal) => deal.id}
      columns={[
        {
          key: 'deal',
          title: t.columns.deal,
          render: (deal) => (
            <span className={css['party']}>
              <Link to={`/deals/${deal.id}`}>{deal.title}</Link>
              <small className="mono">{deal.code}</small>
            </span>
          ),
        },
        {
          key: 'parties',
          title: t.columns.parties,
          render: (deal) => (
            <span className={css['party']}>
              <span>{deal.seller.name}</span>
              <span>{deal.buyer.name}</span>
            </span>
          ),
        },
        {
          key: 'state',
          title: t.columns.stage,
          render: (deal) => <StatusTag tone={dealTones[deal.state]}>{labels.state[deal.state]}</StatusTag>,
        },
        {
          key: 'owner',
          title: t.columns.waits,
          render: (deal) =>
            labels.owner[deal.stages.find((stage) => !stage.leftAt)?.owner ?? 'NOBODY'] || '—',
        },
        {
          key: 'due',
          title: t.columns.due,
          render: (deal) => {
            const due = deal.stages.find((stage) => !stage.leftAt)?.dueOn;
            return due ? <Deadline on={due} /> : '—';
          },
        },
        { key: 'changed', title: t.columns.changed, render: (deal) => <When at={deal.updatedAt} /> },
      ]}
      empty={
        <Empty
          title={t.emptyTitle}
          action={
            <div className="row">
              <Button tone="primary" to="/results">
                {t.findResults}
              </Button>
              <Button to="/needs">{t.findNeeds}</Button>
            </div>
          }
        >
          {t.emptyText}
        </Empty>
      }
    />
  );
}

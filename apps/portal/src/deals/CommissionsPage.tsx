import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import '../api/page.js';
import { Button } from '../design/Button.js';
import { Figure, Figures } from '../design/Figure.js';
import { ListPage } from '../design/ListPage.js';
import { useListState } from '../design/listState.js';
import { Empty } from '../design/States.js';
import { SubNav } from '../design/SubNav.js';
import { Money } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import { choicesFrom } from '../listings/terms.js';
import { brokerWords } from './brokerWords.js';
import { CommissionCard } from './CommissionCard.js';
import css from './Deal.module.css';
import { useDealParts } from './DealsPage.js';
import './documents.js';
import { dealLabels } from './labels.js';
import { dealWords } from './words.js';

const LedgerDocument = graphql(`
  query CommissionLedger(
    $states: [CommissionState!]
    $text: String
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    commissionLedger(
      states: $states
      text: $text
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      totalCount
      pageInfo {
        ...PageFields
      }
      edges {
        cursor
        node {
          ...CommissionFields
          deal {
            id
          }
        }
      }
    }
    commissionTotals {
      agreed
      due
      settled
    }
  }
`);

const SORTS = ['NEWEST'] as const;

/** 佣金台账 of my agencies, with its totals. */
export function Component() {
  const t = useWords(brokerWords);
  const d = useWords(dealWords);
  const labels = useWords(dealLabels);
  const parts = useDealParts();
  const state = useListState(SORTS);
  const states = state.among('state', labels.commission);
  const [result, ask] = useQuery({
    query: LedgerDocument,
    variables: { ...state.paging, states: states.length > 0 ? states : null, text: state.text || null },
  });
  const totals = result.data?.commissionTotals;
  return (
    <ListPage
      title={t.ledger}
      intro={t.ledgerIntro}
      state={state}
      facets={[{ name: 'state', label: t.state, options: choicesFrom(labels.commission) }]}
      searchPlaceholder={d.searchDeals}
      result={result}
      connection={result.data?.commissionLedger}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      tabs={<SubNav items={parts} label={d.deals} />}
      notice={
        totals && (
          <Figures>
            <Figure label={t.totals.agreed} value={<Money fen={totals.agreed} />} />
            <Figure label={t.totals.due} value={<Money fen={totals.due} />} />
            <Figure label={t.totals.settled} value={<Money fen={totals.settled} />} />
          </Figures>
        )
      }
      keyOf={(commission) => commission.id}
      renderItems={(commissions) => (
        <ul className={css['rows']}>
          {commissions.map((commission) => (
            <CommissionCard key={commission.id} commission={commission} dealId={commission.deal?.id} />
          ))}
        </ul>
      )}
      empty={
        <Empty title={t.ledgerEmpty} action={<Button to="/deals">{t.toDeals}</Button>}>
          {t.ledgerEmptyText}
        </Empty>
      }
    />
  );
}

import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { Heading } from '../design/ListPage.js';
import { Loaded } from '../design/Loaded.js';
import { StatusTag } from '../design/StatusTag.js';
import { SubNav } from '../design/SubNav.js';
import { Deadline } from '../design/Values.js';
import type { DealRowFragment, DealState } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Board.module.css';
import './dealRow.js';
import { useDealParts } from './DealsPage.js';
import { dealLabels, dealTones } from './labels.js';
import { dealWords } from './words.js';

const BoardDocument = graphql(`
  query DealBoard(
    $interest: DealFilter
    $talks: DealFilter
    $price: DealFilter
    $disclosure: DealFilter
    $signing: DealFilter
    $done: DealFilter
    $first: Int!
  ) {
    interest: deals(filter: $interest, first: $first) {
      ...BoardColumn
    }
    talks: deals(filter: $talks, first: $first) {
      ...BoardColumn
    }
    price: deals(filter: $price, first: $first) {
      ...BoardColumn
    }
    disclosure: deals(filter: $disclosure, first: $first) {
      ...BoardColumn
    }
    signing: deals(filter: $signing, first: $first) {
      ...BoardColumn
    }
    done: deals(filter: $done, first: $first) {
      ...BoardColumn
    }
    dealPipeline {
      state
      count
      overdue
    }
  }
`);

const COLUMNS = {
  interest: ['LEAD', 'INTEREST'],
  talks: ['CONFIRMED'],
  price: ['NEGOTIATING', 'PRICED'],
  disclosure: ['DISCLOSING'],
  signing: ['READY_TO_SIGN', 'SIGNATURE_RECORDED'],
  done: ['SIGNED', 'REGISTERED'],
} as const satisfies Record<string, readonly DealState[]>;
type ColumnKey = keyof typeof COLUMNS;
const KEYS = Object.keys(COLUMNS) as ColumnKey[];
const SHOWN = 8;

const variables = {
  first: SHOWN,
  interest: { states: [...COLUMNS.interest] },
  talks: { states: [...COLUMNS.talks] },
  price: { states: [...COLUMNS.price] },
  disclosure: { states: [...COLUMNS.disclosure] },
  signing: { states: [...COLUMNS.signing] },
  done: { states: [...COLUMNS.done] },
};

function DealCard({ deal }: { deal: DealRowFragment }) {
  const labels = useWords(dealLabels);
  const present = deal.stages.find((stage) => !stage.leftAt);
  return (
    <li className={css['card']}>
      <Link to={`/deals/${deal.id}`} className={css['title']}>
        {deal.title}
      </Link>
      <span className={css['parties']}>
        {deal.seller.name} → {deal.buyer.name}
      </span>
      <StatusTag tone={dealTones[deal.state]}>{labels.state[deal.state]}</StatusTag>
      {present?.dueOn && <Deadline on={present.dueOn} />}
    </li>
  );
}

/** 看板: the open deals by stage, the most recently changed first, with what is late. */
export function Component() {
  const t = useWords(dealWords);
  const parts = useDealParts();
  const [result, ask] = useQuery({ query: BoardDocument, variables });
  return (
    <div className="wrap">
      <Heading title={t.deals} intro={t.dealsIntro} />
      <SubNav items={parts} label={t.deals} />
      <Loaded result={result} value={result.data} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => (
          <div className={css['board']}>
            {KEYS.map((key) => {
              const states: readonly DealState[] = COLUMNS[key];
              const late = data.dealPipeline
                .filter((stage) => states.includes(stage.state))
                .reduce((sum, stage) => sum + stage.overdue, 0);
              const { edges, totalCount } = data[key];
              return (
                <section key={key} className={css['column']} aria-label={t.column[key]}>
                  <h2>
                    {t.column[key]} <span className="num quiet">{totalCount}</span>
                  </h2>
                  {late > 0 && <p className={css['late']}>{t.overdueCount(late)}</p>}
                  {edges.length === 0 && <p className="quiet">{t.noneInColumn}</p>}
                  <ul className={css['cards']}>
                    {edges.map(({ node }) => (
                      <DealCard key={node.id} deal={node} />
                    ))}
                  </ul>
                  {totalCount > edges.length && (
                    <Link to={`/deals?${states.map((state) => `state=${state}`).join('&')}`}>
                      {t.allOf(totalCount)}
                    </Link>
                  )}
                </section>
              );
            })}
          </div>
        )}
      </Loaded>
    </div>
  );
}

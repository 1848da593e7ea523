import { Link } from 'react-router';
import type { CombinedError } from 'urql';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Loaded } from '../design/Loaded.js';
import { Day, Money } from '../design/Values.js';
import type { BrokerCasesQuery, PerformanceFigure } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { performanceFigures, performanceWords } from './performanceWords.js';

type CaseNode = BrokerCasesQuery['brokerCases']['edges'][number]['node'];

/** What one figure counts, as far as the viewer may read of it. */
export function Cases({
  figure,
  result,
  cases,
  onRetry,
}: {
  readonly figure: PerformanceFigure;
  readonly result: { readonly fetching: boolean; readonly stale: boolean; readonly error?: CombinedError };
  readonly cases: BrokerCasesQuery['brokerCases'] | undefined;
  readonly onRetry: () => void;
}) {
  const t = useWords(performanceWords);
  const names = useWords(performanceFigures);
  const money = figure === 'CONTRACTS' || figure === 'COMMISSION';
  return (
    <section aria-label={t.cases(names[figure])} className="stack" style={{ gap: 10 }}>
      <div className="spread">
        <h3>{t.cases(names[figure])}</h3>
        <Button size="small" tone="quiet" to="?">
          {t.close}
        </Button>
      </div>
      <Loaded result={result} value={cases} onRetry={onRetry}>
        {({ edges, totalCount }) =>
          edges.length === 0 ? (
            <p className="quiet">{t.none}</p>
          ) : (
            <>
              <DataTable
                caption={t.cases(names[figure])}
                rows={edges.map(({ node }) => node)}
                keyOf={({ id }) => id}
                columns={[
                  { key: 'on', title: t.on, render: ({ on }) => <Day on={on} /> },
                  { key: 'what', title: t.what, render: (node) => <What node={node} /> },
                  ...(money
                    ? [
                        {
                          key: 'sum',
                          title: t.sum,
                          render: ({ amount }: CaseNode) => <Money fen={amount} />,
                        },
                      ]
                    : []),
                ]}
              />
              {totalCount > edges.length && <p className="quiet">{t.more(totalCount - edges.length)}</p>}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** The deal or contract, with a way to it where the viewer sees it. */
function What({ node: { deal, contract, title, number } }: { readonly node: CaseNode }) {
  const t = useWords(performanceWords);
  if (title !== '')
    return (
      <>
        {contract ? <Link to={`/contracts/${contract.id}`}>{title}</Link> : title}{' '}
        <span className="num quiet">{number}</span>
      </>
    );
  if (!deal) return <span className="quiet">{t.withheld}</span>;
  return (
    <>
      <Link to={`/deals/${deal.id}`}>{deal.title}</Link> <span className="num quiet">{deal.code}</span>
    </>
  );
}

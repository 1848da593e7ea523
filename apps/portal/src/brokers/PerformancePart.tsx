import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Section } from '../design/DetailPage.js';
import { Figure, Figures } from '../design/Figure.js';
import { Loaded } from '../design/Loaded.js';
import { Day, Money } from '../design/Values.js';
import type { BrokerCasesQuery, BrokerPageFragment, PerformanceFigure } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { performanceFigures, performanceWords } from '../register/performanceWords.js';
import { BrokerCasesDocument } from './ledgerDocuments.js';

const FIGURES: readonly PerformanceFigure[] = ['INTRODUCTIONS', 'DEALS', 'SIGNED', 'CONTRACTS', 'COMMISSION'];

/** 业绩: each figure opens its cases, for whoever signed in. */
export function PerformancePart({ broker: { id, performance } }: { readonly broker: BrokerPageFragment }) {
  const t = useWords(performanceWords);
  const names = useWords(performanceFigures);
  const { viewer } = useViewer();
  const [params] = useSearchParams();
  const figure = FIGURES.find((one) => one === params.get('figure'));
  const opens = (one: PerformanceFigure, count: number | null | undefined): string | undefined =>
    viewer && count ? `?figure=${one}` : undefined;
  const hidden = <span className="quiet">{t.hidden}</span>;
  const withheld = performance.contractAmount == null;
  return (
    <Section title={t.title} id="performance">
      <Figures>
        <Figure
          label={names.INTRODUCTIONS}
          value={performance.introductions}
          to={opens('INTRODUCTIONS', performance.introductions)}
        />
        <Figure label={names.DEALS} value={performance.deals} to={opens('DEALS', performance.deals)} />
        <Figure label={names.SIGNED} value={performance.signed} to={opens('SIGNED', performance.signed)} />
        <Figure
          label={names.CONTRACTS}
          value={performance.contracts}
          to={opens('CONTRACTS', performance.contracts)}
        />
        <Figure label={t.amount} value={withheld ? hidden : <Money fen={performance.contractAmount} />} />
        <Figure label={t.technical} value={withheld ? hidden : <Money fen={performance.technicalAmount} />} />
        {performance.commission != null && (
          <Figure
            label={t.commission}
            value={<Money fen={performance.commission} />}
            note={t.commissionNote}
            to={opens('COMMISSION', performance.commission)}
          />
        )}
      </Figures>
      <p className="quiet">
        {t.note}
        {withheld && ` ${t.hiddenNote(performance.amountsFrom)}`}
      </p>
      {figure && viewer && <Cases brokerId={id} figure={figure} />}
    </Section>
  );
}

type CaseNode = BrokerCasesQuery['brokerCases']['edges'][number]['node'];

function Cases({ brokerId, figure }: { readonly brokerId: string; readonly figure: PerformanceFigure }) {
  const t = useWords(performanceWords);
  const names = useWords(performanceFigures);
  const [result, ask] = useQuery({
    query: BrokerCasesDocument,
    variables: { brokerId, figure },
    requestPolicy: 'cache-and-network',
  });
  const money = figure === 'CONTRACTS' || figure === 'COMMISSION';
  return (
    <section aria-label={t.cases(names[figure])} className="stack" style={{ gap: 10 }}>
      <div className="spread">
        <h3>{t.cases(names[figure])}</h3>
        <Button size="small" tone="quiet" to="?">
          {t.close}
        </Button>
      </div>
      <Loaded
        result={result}
        value={result.data?.brokerCases}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      >
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

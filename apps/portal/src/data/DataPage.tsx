import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { choicesOf, useCity, useToday } from '../api/city.js';
import { failureOf } from '../api/failure.js';
import { graphql } from '../api/graphql.js';
import { useViewer } from '../api/viewer.js';
import { useAddress } from '../design/address.js';
import { exactTime } from '../design/amounts.js';
import { Figure, Figures } from '../design/Figure.js';
import { Field, SelectInput } from '../design/Field.js';
import { Heading } from '../design/ListPage.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { Term } from '../design/Tip.js';
import { Money } from '../design/Values.js';
import type { DataQuery, StatisticsDimension } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import css from './Data.module.css';
import { FigureChart, type ContractFigure } from './FigureChart.js';
import { LedgerDialog } from './LedgerDialog.js';
import { dataWords } from './words.js';

const DataDocument = graphql(`
  query Data($fromMonth: String, $toMonth: String, $registryDivision: String) {
    registeredContractsStatistics(
      fromMonth: $fromMonth
      toMonth: $toMonth
      registryDivision: $registryDivision
    ) {
      queryId
      coverage
      asOf
      totals {
        ...Figure
      }
      breakdowns {
        dimension
        title
        figures {
          ...Figure
        }
      }
    }
  }
`);

type Period = 'year' | 'last' | '12';

/** The months of a period, `2026-01` to `2026-11`. */
function monthsOf(period: Period, today: string): { readonly fromMonth: string; readonly toMonth: string } {
  const year = Number(today.slice(0, 4));
  const month = today.slice(0, 7);
  if (period === 'year') return { fromMonth: `${year}-01`, toMonth: month };
  if (period === 'last') return { fromMonth: `${year - 1}-01`, toMonth: `${year - 1}-12` };
  const index = year * 12 + Number(today.slice(5, 7)) - 12;
  return {
    fromMonth: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    toMonth: month,
  };
}

/** 数据: the city's registered contracts, each number with its chart and, for the bureau, its rows. */
export function DataPage() {
  const t = useWords(dataWords);
  const city = useCity();
  const today = useToday();
  const { may } = useViewer();
  const [params, change] = useAddress();
  const period = (['year', 'last', '12'] as const).find((entry) => entry === params.get('period')) ?? 'year';
  const place = params.get('place') ?? '';
  const [picked, setPicked] = useState<{ dimension: StatisticsDimension; figure: ContractFigure } | null>(
    null,
  );
  const [result, ask] = useQuery({
    query: DataDocument,
    variables: { ...monthsOf(period, today), registryDivision: place || null },
  });
  const statistics = result.data?.registeredContractsStatistics;
  const set = (key: string, value: string): void =>
    change((next) => {
      if (value) next.set(key, value);
      else next.delete(key);
    });
  const inside = may('REVIEW_CONTRACT');
  return (
    <div className="wrap">
      <Heading title={t.title} intro={t.intro} />
      <div className={css['controls']}>
        <Field label={t.period}>
          <SelectInput
            value={period}
            onChange={(value) => set('period', value === 'year' ? '' : value)}
            choices={[
              { value: 'year', label: t.thisYear },
              { value: '12', label: t.last12 },
              { value: 'last', label: t.lastYear },
            ]}
          />
        </Field>
        <Field label={t.registry}>
          <SelectInput
            value={place}
            onChange={(value) => set('place', value)}
            placeholder={t.allRegistries}
            choices={choicesOf(city?.divisions)}
          />
        </Field>
      </div>
      {result.error && !statistics && (
        <FailureState
          failure={failureOf(result.error)}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {!statistics && result.fetching && <Skeleton cards={3} />}
      {statistics && (
        <>
          <Figures>
            <Figure label={t.count} value={statistics.totals.count.toLocaleString('en-US')} unit={t.items} />
            <Figure label={t.total} value={<Money fen={statistics.totals.total} />} />
            <Figure label={t.technical} value={<Money fen={statistics.totals.technical} />} />
          </Figures>
          {statistics.totals.count === 0 ? (
            <Empty title={t.none} icon="chart">
              {t.noneText}
            </Empty>
          ) : (
            <Charts breakdowns={statistics.breakdowns} onPick={inside ? setPicked : undefined} />
          )}
          <div className={css['foot']}>
            <p>
              {t.coverage}：{statistics.coverage} {t.article}
            </p>
            <p className="num">
              {t.asOf(exactTime(statistics.asOf))} · <Term explanation={t.queryExplanation}>{t.queryId}</Term>{' '}
              <span className="mono">{statistics.queryId}</span>
            </p>
          </div>
          {picked && (
            <LedgerDialog
              queryId={statistics.queryId}
              dimension={picked.dimension}
              figure={picked.figure}
              onClose={() => setPicked(null)}
            />
          )}
        </>
      )}
    </div>
  );
}

type Breakdowns = DataQuery['registeredContractsStatistics']['breakdowns'];

/** What the page draws; the rest stands in the export. */
const DRAWN: readonly StatisticsDimension[] = [
  'CLASS',
  'TECH_FIELD',
  'SELLER_DIVISION',
  'BUYER_DIVISION',
  'IP_KIND',
  'PLAN_SOURCE',
];

function Charts({
  breakdowns,
  onPick,
}: {
  breakdowns: Breakdowns;
  onPick: ((picked: { dimension: StatisticsDimension; figure: ContractFigure }) => void) | undefined;
}) {
  const of = (dimension: StatisticsDimension): Breakdowns =>
    breakdowns.filter((breakdown) => breakdown.dimension === dimension);
  return (
    <div className={css['grid']}>
      {of('MONTH').map((breakdown) => (
        <div key={breakdown.dimension} className={css['full']}>
          <Chart {...breakdown} onPick={onPick} upright />
        </div>
      ))}
      {DRAWN.flatMap(of).map((breakdown) => (
        <Chart key={breakdown.dimension} {...breakdown} onPick={onPick} />
      ))}
    </div>
  );
}

function Chart(props: {
  readonly title: string;
  readonly figures: readonly ContractFigure[];
  readonly dimension: StatisticsDimension;
  readonly onPick: ((picked: { dimension: StatisticsDimension; figure: ContractFigure }) => void) | undefined;
  readonly upright?: boolean;
}) {
  const { figures, dimension, onPick } = props;
  const shown = useMemo(() => figures.filter((figure) => figure.count > 0), [figures]);
  const pick = useCallback((figure: ContractFigure) => onPick?.({ dimension, figure }), [onPick, dimension]);
  if (shown.length === 0) return null;
  return (
    <FigureChart
      title={props.title}
      figures={shown}
      upright={props.upright ?? false}
      onPick={onPick && pick}
    />
  );
}

export { DataPage as Component };

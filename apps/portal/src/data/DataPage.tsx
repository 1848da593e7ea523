import { useCallback, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { failureOf } from '../api/failure.js';
import { useViewer } from '../api/viewer.js';
import { exactTime } from '../design/amounts.js';
import { Button } from '../design/Button.js';
import { Figure, Figures } from '../design/Figure.js';
import { Heading } from '../design/ListPage.js';
import { Empty, FailureState, Skeleton } from '../design/States.js';
import { StatusTag } from '../design/StatusTag.js';
import { Term } from '../design/Tip.js';
import { Money } from '../design/Values.js';
import type { DataQuery, StatisticsDimension } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { Closings } from './Closings.js';
import { Controls } from './Controls.js';
import css from './Data.module.css';
import { DataDocument } from './documents.js';
import { FigureChart } from './FigureChart.js';
import { percent, type ContractFigure } from './FigureTable.js';
import { FlowMatrix } from './FlowMatrix.js';
import { useNamedBreakdowns } from './labels.js';
import { LedgerDialog, type Picked } from './LedgerDialog.js';
import { National } from './National.js';
import { useDataState } from './query.js';
import { dataWords } from './words.js';
import './documents.js';

type Statistics = DataQuery['registeredContractsStatistics'];
type Pick = ((picked: Picked) => void) | undefined;

/** What the overview draws; everything else stands under its item. */
const OVERVIEW: readonly StatisticsDimension[] = [
  'CLASS',
  'TECH_FIELD',
  'SELLER_DIVISION',
  'BUYER_DIVISION',
  'IP_KIND',
  'PLAN_SOURCE',
];
/** Drawn upright along time. */
const TIMES: readonly StatisticsDimension[] = ['MONTH', 'QUARTER', 'YEAR'];
/** The items of the reporting list, with what cuts across them. */
const ITEMS = Array.from({ length: 17 }, (_, item) => item);

/** 数据: the city's registered contracts by every item, each number with its chart and, for the bureau, its rows. */
export function DataPage() {
  const t = useWords(dataWords);
  const { may } = useViewer();
  const state = useDataState();
  const [picked, setPicked] = useState<Picked | null>(null);
  const [result, ask] = useQuery({ query: DataDocument, variables: state.question });
  const statistics = result.data?.registeredContractsStatistics;
  const onPick: Pick = may('REVIEW_CONTRACT') ? setPicked : undefined;
  return (
    <div className="wrap">
      <Heading
        title={t.title}
        intro={t.intro}
        actions={
          <Button icon="chart" to="/market-health">
            {t.health}
          </Button>
        }
      />
      <Controls state={state} />
      {result.error && !statistics && (
        <FailureState
          failure={failureOf(result.error)}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {!statistics && result.fetching && <Skeleton cards={3} />}
      {statistics && (
        <>
          <Flags statistics={statistics} />
          <Totals statistics={statistics} onPick={onPick} />
          <ItemNav item={state.item} onChoose={(item) => state.set('item', item)} />
          {statistics.totals.gross.count === 0 && statistics.totals.count === 0 ? (
            <Empty title={t.none} icon="chart">
              {t.noneText}
            </Empty>
          ) : (
            <Charts statistics={statistics} item={state.item} onPick={onPick} />
          )}
          <div className={css['below']}>
            <Closings
              onSee={(month) => state.put({ period: 'own', from: month, to: month })}
              onClosed={() => ask({ requestPolicy: 'network-only' })}
            />
            <National
              totals={statistics.totals}
              period={
                statistics.fromMonth === statistics.toMonth
                  ? statistics.toMonth
                  : `${statistics.fromMonth}–${statistics.toMonth}`
              }
            />
          </div>
          <div className={css['foot']}>
            <p>
              {t.coverage}：{statistics.coverage}。{t.article}
            </p>
            <p className="num">
              {t.asOf(exactTime(statistics.asOf))} · <Term explanation={t.queryExplanation}>{t.queryId}</Term>{' '}
              <span className="mono">{statistics.queryId}</span>
            </p>
          </div>
          {picked && (
            <LedgerDialog queryId={statistics.queryId} picked={picked} onClose={() => setPicked(null)} />
          )}
        </>
      )}
    </div>
  );
}

/** What every figure stands under: what is not covered, and whether it may still change. */
function Flags({ statistics }: { statistics: Statistics }) {
  const t = useWords(dataWords);
  return (
    <p className={css['flags']}>
      <Term explanation={statistics.coverage}>
        <StatusTag tone="attention">{t.coverageFlag}</StatusTag>
      </Term>
      {statistics.closedThrough && <StatusTag tone="good">{t.published(statistics.closedThrough)}</StatusTag>}
      {statistics.provisional && <StatusTag tone="moving">{t.provisional}</StatusTag>}
      {!statistics.comparedWith.reported && <StatusTag tone="rest">{t.notReported}</StatusTag>}
    </p>
  );
}

function Totals({ statistics, onPick }: { statistics: Statistics; onPick: Pick }) {
  const t = useWords(dataWords);
  const { totals } = statistics;
  const cancelled = totals.gross.count !== totals.count || totals.gross.total !== totals.total;
  return (
    <>
      <Figures>
        <Figure label={t.count} value={totals.count.toLocaleString('en-US')} unit={t.items} />
        <Figure label={t.total} value={<Money fen={totals.total} />} />
        <Figure label={t.technical} value={<Money fen={totals.technical} />} />
      </Figures>
      <p className={css['under']}>
        {cancelled && (
          <span>
            {t.gross}：{totals.gross.count} {t.items} · <Money fen={totals.gross.total} />
          </span>
        )}
        {totals.previous && (
          <span>
            {t.previous}：{totals.previous.count} {t.items} · <Money fen={totals.previous.total} /> · {t.yoy}{' '}
            {percent(totals.yoyBasisPoints)}
          </span>
        )}
        {onPick && (
          <Button
            size="small"
            label={t.rowsOf(t.wholePeriod)}
            onClick={() => onPick({ dimension: null, key: null, label: t.wholePeriod })}
          >
            {t.rows}
          </Button>
        )}
      </p>
    </>
  );
}

function ItemNav({ item, onChoose }: { item: number | null; onChoose: (item: string) => void }) {
  const t = useWords(dataWords);
  const entry = (value: string, label: string, current: boolean) => (
    <button
      key={value}
      type="button"
      className={css['item']}
      aria-pressed={current}
      onClick={() => onChoose(value)}
    >
      {label}
    </button>
  );
  return (
    <div role="group" aria-label={t.itemsNav} className={css['items']}>
      {entry('', t.overview, item === null)}
      {ITEMS.map((each) => {
        const name = t.item[String(each)] ?? '';
        return entry(String(each), each === 0 ? name : `${each} ${name}`, item === each);
      })}
    </div>
  );
}

function Charts({ statistics, item, onPick }: { statistics: Statistics; item: number | null; onPick: Pick }) {
  const t = useWords(dataWords);
  const { comparedWith } = statistics;
  const breakdowns = useNamedBreakdowns()(statistics.breakdowns);
  const shown =
    item === null
      ? (['MONTH', ...OVERVIEW] as const).flatMap((name) =>
          breakdowns.filter(({ dimension }) => dimension === name),
        )
      : breakdowns.filter((breakdown) => breakdown.item === item);
  const flow = item === 9 ? shown.find(({ dimension }) => dimension === 'FLOW') : undefined;
  const filled = shown.filter(({ figures }) => figures.length > 0);
  if (filled.length === 0) return <p className="quiet">{t.emptyItem}</p>;
  return (
    <>
      {filled.some(({ additive }) => !additive) && <p className="quiet">{t.itemNote}</p>}
      <div className={css['grid']}>
        {flow && flow.figures.length > 0 && (
          <div className={css['full']}>
            <FlowMatrix
              figures={flow.figures}
              onPick={
                onPick && (({ key, label }: ContractFigure) => onPick({ dimension: 'FLOW', key, label }))
              }
            />
          </div>
        )}
        {filled.map((breakdown) => {
          const upright = TIMES.includes(breakdown.dimension);
          return (
            <div key={breakdown.dimension} className={upright || item !== null ? css['full'] : undefined}>
              <Chart
                breakdown={breakdown}
                upright={upright}
                open={item !== null}
                compared={comparedWith.reported}
                onPick={onPick}
              />
            </div>
          );
        })}
      </div>
    </>
  );
}

function Chart(props: {
  readonly breakdown: Statistics['breakdowns'][number];
  readonly upright: boolean;
  readonly open: boolean;
  readonly compared: boolean;
  readonly onPick: Pick;
}) {
  const { onPick } = props;
  const { dimension, title, figures } = props.breakdown;
  const shown = useMemo(
    () => figures.filter(({ count, total, gross }) => count !== 0 || total !== 0 || gross.count !== 0),
    [figures],
  );
  const pick = useCallback(
    ({ key, label }: ContractFigure) => onPick?.({ dimension, key, label }),
    [onPick, dimension],
  );
  if (shown.length === 0) return null;
  return (
    <FigureChart
      title={title}
      figures={shown}
      upright={props.upright}
      open={props.open}
      compared={props.compared}
      onPick={onPick && pick}
    />
  );
}

export { DataPage as Component };

import { useEffect, useRef } from 'react';
import type { ECharts } from 'echarts/core';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { Money } from '../design/Values.js';
import { useMoneyText } from '../design/Values.js';
import { useTheme } from '../design/Theme.js';
import type { DataQuery } from '../gql/graphql.js';
import { useWords } from '../i18n/index.js';
import { saveFile, toCsv } from './save.js';
import css from './Data.module.css';
import { dataWords } from './words.js';

export type ContractFigure =
  DataQuery['registeredContractsStatistics']['breakdowns'][number]['figures'][number];

const FEN_PER_WAN = 1_000_000;
const ROW_HEIGHT = 34;

const percent = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${(basisPoints / 100).toFixed(1)}%`;

/** One breakdown: a chart labelled directly, its table, and both to take away. */
export function FigureChart(props: {
  readonly title: string;
  readonly figures: readonly ContractFigure[];
  readonly upright?: boolean;
  readonly onPick?: (figure: ContractFigure) => void;
}) {
  const { title, figures, upright = false, onPick } = props;
  const t = useWords(dataWords);
  const { theme } = useTheme();
  const money = useMoneyText();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    let gone = false;
    const resize = new ResizeObserver(() => chart.current?.resize());
    void import('./chart.js').then(({ drawBars }) => {
      if (gone || !element.current) return;
      chart.current = drawBars(
        element.current,
        figures.map(({ key, label, total }) => ({
          key,
          label,
          value: total / FEN_PER_WAN,
          text: money(total),
        })),
        {
          theme,
          upright,
          onPick: (key) =>
            figures.filter((figure) => figure.key === key).forEach((figure) => onPick?.(figure)),
        },
      );
      resize.observe(element.current);
    });
    return () => {
      gone = true;
      resize.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [figures, theme, upright, money, onPick]);
  const savePng = (): void => {
    const url = chart.current?.getDataURL({ type: 'png', pixelRatio: 2 });
    if (url) saveFile(url, `${title}.png`);
  };
  const saveCsv = (): void => {
    const rows = figures.map((figure) => [
      figure.label,
      String(figure.count),
      (figure.total / FEN_PER_WAN).toFixed(6),
      (figure.technical / FEN_PER_WAN).toFixed(6),
      percent(figure.shareBasisPoints),
    ]);
    const csv = toCsv([[t.name, t.count, `${t.total}（万元）`, `${t.technical}（万元）`, t.share], ...rows]);
    saveFile(URL.createObjectURL(new Blob([csv], { type: 'text/csv' })), `${title}.csv`);
  };
  return (
    <section className={css['chart']}>
      <div className="spread">
        <h2>{title}</h2>
        <span className="row">
          <Button size="small" tone="quiet" icon="download" onClick={savePng}>
            {t.png}
          </Button>
          <Button size="small" tone="quiet" icon="download" onClick={saveCsv}>
            {t.csv}
          </Button>
        </span>
      </div>
      <div
        ref={element}
        className={css['canvas']}
        style={{ height: upright ? 260 : figures.length * ROW_HEIGHT + 16 }}
        aria-hidden="true"
      />
      <details className={css['table']}>
        <summary>{t.table}</summary>
        <DataTable
          caption={title}
          rows={figures}
          keyOf={(figure) => figure.key}
          columns={[
            { key: 'label', title: t.name, render: (figure) => figure.label },
            {
              key: 'count',
              title: t.count,
              right: true,
              render: (figure) => figure.count.toLocaleString('en-US'),
            },
            { key: 'total', title: t.total, right: true, render: (figure) => <Money fen={figure.total} /> },
            {
              key: 'technical',
              title: t.technical,
              right: true,
              render: (figure) => <Money fen={figure.technical} />,
            },
            {
              key: 'share',
              title: t.share,
              right: true,
              render: (figure) => percent(figure.shareBasisPoints),
            },
            ...(onPick
              ? [
                  {
                    key: 'rows',
                    title: t.rows,
                    render: (figure: ContractFigure) => (
                      <Button size="small" onClick={() => onPick(figure)}>
                        {t.rows}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </details>
    </section>
  );
}

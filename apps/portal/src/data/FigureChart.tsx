import { useEffect, useRef, type CSSProperties } from 'react';
import type { ECharts } from 'echarts/core';
import { Button } from '../design/Button.js';
import { useMoneyText } from '../design/Values.js';
import { useTheme } from '../design/Theme.js';
import { useWords } from '../i18n/index.js';
import { FigureTable, percent, type ContractFigure } from './FigureTable.js';
import { saveFile, toCsv } from './save.js';
import css from './Data.module.css';
import { dataWords } from './words.js';

const FEN_PER_WAN = 1_000_000;

/** One breakdown: a chart labelled directly, its table, and both to take away. */
export function FigureChart(props: {
  readonly title: string;
  readonly figures: readonly ContractFigure[];
  readonly upright?: boolean;
  /** Whether the year before is in the ledger. */
  readonly compared: boolean;
  /** The table stands open beside the chart. */
  readonly open?: boolean;
  readonly onPick?: ((figure: ContractFigure) => void) | undefined;
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
      String(figure.gross.count),
      (figure.gross.total / FEN_PER_WAN).toFixed(6),
      figure.previous ? (figure.previous.total / FEN_PER_WAN).toFixed(6) : '',
      percent(figure.yoyBasisPoints),
    ]);
    const head = [
      t.name,
      t.count,
      `${t.total}（万元）`,
      `${t.technical}（万元）`,
      t.share,
      t.grossCount,
      `${t.grossTotal}（万元）`,
      `${t.previous}（万元）`,
      t.yoy,
    ];
    const csv = toCsv([head, ...rows]);
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
        data-upright={upright || undefined}
        style={{ '--rows': figures.length } as CSSProperties}
        aria-hidden="true"
      />
      <details className={css['table']} open={props.open ?? false}>
        <summary>{t.table}</summary>
        <FigureTable title={title} figures={figures} compared={props.compared} onPick={onPick} />
      </details>
    </section>
  );
}

import { useEffect, useRef } from 'react';
import type { ECharts } from 'echarts/core';
import { Button } from '../design/Button.js';
import { DataTable } from '../design/DataTable.js';
import { useTheme } from '../design/Theme.js';
import css from '../data/Data.module.css';
import { useWords } from '../i18n/index.js';
import { landscapeWords } from './landscapeWords.js';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

const ROW_HEIGHT = 34;

/** Counts as bars, with the same as a table; each opens what is behind it. */
export function BarPanel(props: {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly upright?: boolean;
  readonly onPick: (key: string) => void;
}) {
  const { title, bars, upright = false } = props;
  const t = useWords(landscapeWords);
  const { theme } = useTheme();
  const element = useRef<HTMLDivElement>(null);
  const pick = useRef(props.onPick);
  pick.current = props.onPick;
  useEffect(() => {
    let gone = false;
    let chart: ECharts | null = null;
    const resize = new ResizeObserver(() => chart?.resize());
    void import('../data/chart.js').then(({ drawBars }) => {
      if (gone || !element.current) return;
      const drawn = bars.map(({ key, label, count }) => ({ key, label, value: count, text: String(count) }));
      chart = drawBars(element.current, drawn, { theme, upright, onPick: (key) => pick.current(key) });
      resize.observe(element.current);
    });
    return () => {
      gone = true;
      resize.disconnect();
      chart?.dispose();
    };
  }, [bars, theme, upright]);
  return (
    <section className={css['chart']}>
      <h2>{title}</h2>
      <div
        ref={element}
        className={css['canvas']}
        style={{ height: upright ? 260 : bars.length * ROW_HEIGHT + 16 }}
        aria-hidden="true"
      />
      <details className={css['table']}>
        <summary>{t.table}</summary>
        <DataTable
          caption={title}
          rows={bars}
          keyOf={({ key }) => key}
          columns={[
            {
              key: 'label',
              title: t.name,
              render: ({ key, label }) => (label === key ? key : `${key} ${label}`),
            },
            {
              key: 'count',
              title: t.count,
              right: true,
              render: ({ count }) => <span className="num">{count}</span>,
            },
            {
              key: 'open',
              title: t.open,
              render: ({ key, label }) => (
                <Button size="small" label={t.openOf(label)} onClick={() => props.onPick(key)}>
                  {t.open}
                </Button>
              ),
            },
          ]}
        />
      </details>
    </section>
  );
}

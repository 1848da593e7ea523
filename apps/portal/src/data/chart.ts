import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { colour, fonts, type ThemeName } from '../design/theme.js';

register([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** In 万元. */
  readonly value: number;
  /** As it stands beside the bar. */
  readonly text: string;
}

/** Where there is little room, long names take several lines rather than being cut off: each row is higher there. */
const NARROW = {
  query: { maxWidth: 480 },
  option: { yAxis: { axisLabel: { width: 104, overflow: 'break', lineHeight: 14 } } },
};

/** Draws bars labelled directly, without a legend; a click on one opens its rows. */
export function drawBars(
  element: HTMLElement,
  bars: readonly Bar[],
  options: { readonly theme: ThemeName; readonly upright: boolean; readonly onPick?: (key: string) => void },
): ECharts {
  const { theme, upright } = options;
  const chart = init(element, undefined, { renderer: 'canvas' });
  const ordered = upright ? bars : [...bars].reverse();
  const names = {
    type: 'category' as const,
    data: ordered.map((bar) => bar.label),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour(theme, 'line-strong') } },
    axisLabel: { color: colour(theme, 'ink2'), fontFamily: fonts.text },
  };
  const values = { type: 'value' as const, splitLine: { show: false }, axisLabel: { show: false } };
  const baseOption = {
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    backgroundColor: colour(theme, 'surface'),
    grid: { left: 8, right: upright ? 8 : 96, top: upright ? 28 : 4, bottom: 4, containLabel: true },
    xAxis: upright ? names : values,
    yAxis: upright ? values : names,
    tooltip: { trigger: 'item', confine: true },
    series: [
      {
        type: 'bar',
        barMaxWidth: 26,
        itemStyle: { color: colour(theme, 'accent'), borderRadius: upright ? [3, 3, 0, 0] : [0, 3, 3, 0] },
        data: ordered.map((bar) => ({ value: bar.value, name: bar.label })),
        label: {
          show: true,
          position: upright ? 'top' : 'right',
          color: colour(theme, 'ink'),
          fontFamily: fonts.text,
          formatter: ({ dataIndex }: { dataIndex: number }) => ordered[dataIndex]?.text ?? '',
        },
      },
    ],
  };
  chart.setOption({ baseOption, media: upright ? [] : [NARROW] });
  chart.on('click', ({ dataIndex }) => {
    const bar = typeof dataIndex === 'number' ? ordered[dataIndex] : undefined;
    if (bar) options.onPick?.(bar.key);
  });
  return chart;
}

import { ITEM_TITLES } from './dimensions.js';
import { flowEnds, type Figure } from './figures.js';

/** 分 in 万元. */
const wan = (fen: number): number => fen / 1_000_000;
/** 1/100 of a percent as a share of one. */
const share = (basisPoints: number | null): number | null =>
  basisPoints === null ? null : basisPoints / 10_000;

export type SheetCell = string | number | null;
export interface StatisticsSheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
}
export interface ExportedBreakdown {
  readonly dimension: string;
  readonly item: number;
  readonly title: string;
  readonly additive: boolean;
  readonly figures: readonly Figure[];
}

/** Columns of every sheet of an item, in their order (docs/statistics-export.md). */
export const FIGURE_COLUMNS = [
  '分项',
  '归类',
  '代码',
  '名称',
  '项数',
  '成交额（万元）',
  '技术交易额（万元）',
  '成交额占比',
  '毛口径项数',
  '毛口径成交额（万元）',
  '毛口径技术交易额（万元）',
  '上年同期项数',
  '上年同期成交额（万元）',
  '上年同期技术交易额（万元）',
  '成交额同比',
] as const;

const rowOf = (title: string, figure: Figure): readonly SheetCell[] => [
  title,
  figure.group,
  figure.key,
  figure.label,
  figure.count,
  wan(figure.total),
  wan(figure.technical),
  share(figure.shareBasisPoints),
  figure.gross.count,
  wan(figure.gross.total),
  wan(figure.gross.technical),
  figure.previous?.count ?? null,
  figure.previous ? wan(figure.previous.total) : null,
  figure.previous ? wan(figure.previous.technical) : null,
  share(figure.yoyBasisPoints),
];

/** 流向 as a matrix of 成交额: sellers' regions down, buyers' across. */
function matrixOf({ figures }: ExportedBreakdown): StatisticsSheet {
  const ends = figures.map((figure) => ({
    figure,
    ends: flowEnds(figure.key),
    names: figure.label.split(' → '),
  }));
  const named = (at: 0 | 1): Map<string, string> =>
    new Map(ends.map(({ ends: keys, names }) => [keys[at], names[at] ?? keys[at]]));
  const [sellers, buyers] = [named(0), named(1)];
  const cell = (seller: string, buyer: string): number | null => {
    const found = ends.find(({ ends: keys }) => keys[0] === seller && keys[1] === buyer);
    return found === undefined ? null : wan(found.figure.total);
  };
  return {
    name: '9 流向矩阵',
    columns: ['卖方地区＼买方地区（成交额，万元）', ...buyers.values()],
    rows: [...sellers].map(([seller, name]) => [
      name,
      ...[...buyers.keys()].map((buyer) => cell(seller, buyer)),
    ]),
  };
}

/** One sheet an item of reference A8, each dimension of it below the other with the totals at its end. */
export function sheetsOf(
  breakdowns: readonly ExportedBreakdown[],
  totals: Figure,
): readonly StatisticsSheet[] {
  const items = [...new Set(breakdowns.map(({ item }) => item))].sort((a, b) => a - b);
  return items.flatMap((item) => {
    const own = breakdowns.filter((breakdown) => breakdown.item === item);
    const sheet: StatisticsSheet = {
      name: `${item} ${ITEM_TITLES[item] ?? ''}`,
      columns: FIGURE_COLUMNS,
      rows: own.flatMap(({ title, additive, figures }) => [
        ...figures.map((figure) => rowOf(title, figure)),
        ...(additive ? [rowOf(title, totals)] : []),
      ]),
    };
    const flow = own.find(({ dimension }) => dimension === 'FLOW');
    return flow === undefined ? [sheet] : [sheet, matrixOf(flow)];
  });
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@jihui/kernel';
import { City, writeXlsx, type WorkbookSheet } from '@jihui/platform';
import { FIGURE_COLUMNS, sheetsOf, type SheetCell, type StatisticsSheet } from '../core/statistics/sheets.js';
import { csvCell } from '../queue-export.js';
import { StatisticsQueries, type Statistics, type StatisticsArgs } from './statistics.queries.js';

const AMOUNT = '#,##0.00####';
const PERCENT = '0.00%';
const FORMATS: Readonly<Record<string, string>> = { 成交额占比: PERCENT, 成交额同比: PERCENT };

/** The figures of one question to take away: a workbook with one sheet an item, or one long table. */
@Injectable()
export class StatisticsExport {
  constructor(
    private readonly statistics: StatisticsQueries,
    private readonly city: City,
  ) {}

  /** @throws DomainError CONTRACT.BAD_PERIOD. */
  async xlsx(actor: Actor, args: StatisticsArgs): Promise<Buffer> {
    const figures = await this.statistics.figures(actor, args);
    const sheets = sheetsOf(figures.breakdowns, figures.totals);
    return writeXlsx([this.cover(figures), ...sheets.map(workbookSheet)]);
  }

  /** The same rows below each other, with the item's number before them. @throws DomainError CONTRACT.BAD_PERIOD. */
  async csv(actor: Actor, args: StatisticsArgs): Promise<string> {
    const figures = await this.statistics.figures(actor, args);
    const sheets = sheetsOf(figures.breakdowns, figures.totals).filter(
      ({ columns }) => columns === FIGURE_COLUMNS,
    );
    const lines: (readonly SheetCell[])[] = [
      ['统计项目', ...FIGURE_COLUMNS],
      ...sheets.flatMap(({ name, rows }) => rows.map((row) => [name, ...row])),
    ];
    // The mark at the start tells spreadsheets that the text is UTF-8.
    return `\uFEFF${lines.map((cells) => cells.map(textOf).join(',')).join('\r\n')}\r\n`;
  }

  /** 统计口径: what was asked and what the figures stand on, so that a sheet explains itself. */
  private cover(figures: Statistics): WorkbookSheet {
    const place = (code: string | null, all: string): string =>
      code === null ? all : `${code} ${this.city.divisionName(code) ?? ''}`.trim();
    return {
      name: '说明',
      columns: [
        { header: '项目', width: 18 },
        { header: '内容', width: 90 },
      ],
      rows: [
        ['统计期间', `${figures.fromMonth} 至 ${figures.toMonth}`],
        ['时间口径', figures.axis === 'REGISTRATION' ? '登记日期' : '签订日期'],
        ['登记机构', place(figures.registryDivision, '全市')],
        ['卖方县区', place(figures.sellerDivision, '全部')],
        ['覆盖范围', figures.coverage],
        ['已公布至', figures.closedThrough ?? '尚未公布'],
        ['数据状态', figures.provisional ? '含未公布月份，数字可能变化' : '已公布，不再变化'],
        [
          '同比基期',
          `${figures.comparedWith.fromMonth} 至 ${figures.comparedWith.toMonth}${figures.comparedWith.reported ? '' : '（未填报）'}`,
        ],
        ['净额与毛额', '净额为登记加变更减注销撤销；毛口径不减注销撤销'],
        ['金额单位', '万元'],
        ['取数时间', figures.asOf.toISOString()],
        ['查询编号', figures.queryId],
      ],
    };
  }
}

/** A negative number is one, and no formula. */
const textOf = (cell: SheetCell): string => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''));

const workbookSheet = ({ name, columns, rows }: StatisticsSheet): WorkbookSheet => ({
  name,
  columns: columns.map((header) => ({
    header,
    width: header === '名称' ? 28 : 16,
    ...(FORMATS[header] !== undefined
      ? { format: FORMATS[header] }
      : header.includes('万元') || name.startsWith('9 流向矩阵')
        ? { format: AMOUNT }
        : {}),
  })),
  rows,
});

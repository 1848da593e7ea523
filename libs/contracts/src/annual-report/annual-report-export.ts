import { Injectable } from '@nestjs/common';
import { notFound, type Actor } from '@jihui/kernel';
import { pageArgs, writeXlsx, type Cell, type WorkbookSheet } from '@jihui/platform';
import { csvCell } from '../queue-export.js';
import type { ReportRecord } from '../store/annual-reports.store.js';
import { AnnualReportsQueries } from './annual-reports.queries.js';

type Report = NonNullable<Awaited<ReturnType<AnnualReportsQueries['one']>>>;

/** Figures whose records together are everything that the report counts. */
const SOURCES = {
  'conversion.all.amount': '转化合同',
  'work.all.amount': '开发咨询服务合同',
  'reward.total': '奖励',
  'reward.paid': '奖励发放',
  'deal.count': '平台签约对接',
} as const;

const UNITS = { COUNT: '项', PERSONS: '人次', FEN: '元', TEXT: '' } as const;
const YUAN = '#,##0.00';

/** 分 are told in 元, exact to the last. */
const shown = (value: number, unit: keyof typeof UNITS): number => (unit === 'FEN' ? value / 100 : value);

const FIGURES = ['部分', '统计项', '单位', '本年', '上年'] as const;
const rowsOf = (report: Report): readonly (readonly Cell[])[] => [
  ...report.figures.map(({ groupName, label, unit, value, previous }) => [
    groupName,
    label,
    UNITS[unit],
    shown(value, unit),
    shown(previous, unit),
  ]),
  ...report.items.map(({ label, unit, number, text }) => [
    '单位补充填报',
    label,
    UNITS[unit],
    number === null ? text : shown(number, unit),
    null,
  ]),
];

/** The report as a file, in three ways. @throws DomainError NOT_FOUND for who may not read it. */
@Injectable()
export class AnnualReportExport {
  constructor(private readonly queries: AnnualReportsQueries) {}

  async json(actor: Actor, organisationId: string, year: number): Promise<object> {
    const { availableActions: _, timeline: __, ...report } = await this.report(actor, organisationId, year);
    return report;
  }

  async csv(actor: Actor, organisationId: string, year: number): Promise<string> {
    const report = await this.report(actor, organisationId, year);
    const lines: readonly (readonly Cell[])[] = [FIGURES, ...rowsOf(report)];
    const text = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : csvCell(cell ?? ''));
    // The mark at the start tells spreadsheets that the text is UTF-8.
    return `\uFEFF${lines.map((cells) => cells.map(text).join(',')).join('\r\n')}\r\n`;
  }

  /** The figures, and a sheet of records for each source. */
  async xlsx(actor: Actor, organisationId: string, year: number): Promise<Buffer> {
    const report = await this.report(actor, organisationId, year);
    const sheets: WorkbookSheet[] = [
      {
        name: `${year}年度报告`,
        columns: FIGURES.map((header, index) => ({
          header,
          width: index < 2 ? 44 : 18,
          ...(index > 2 && { format: YUAN }),
        })),
        rows: rowsOf(report),
      },
    ];
    for (const [figure, name] of Object.entries(SOURCES)) {
      const rows: (readonly Cell[])[] = [];
      for await (const record of this.records(actor, { organisationId, year, figure }))
        rows.push([
          record.day,
          record.number,
          record.title,
          shown(record.value, figure === 'deal.count' ? 'COUNT' : 'FEN'),
        ]);
      sheets.push({
        name: `明细 ${name}`,
        columns: [
          { header: '日期', width: 14 },
          { header: '编号', width: 24 },
          { header: '名称', width: 50 },
          { header: '计入数', width: 20, format: YUAN },
        ],
        rows,
      });
    }
    return writeXlsx(sheets);
  }

  private async report(actor: Actor, organisationId: string, year: number): Promise<Report> {
    const report = await this.queries.one(actor, organisationId, year);
    if (report === null) throw notFound('年度报告');
    return report;
  }

  /** Page by page until the end. */
  private async *records(
    actor: Actor,
    of: { readonly organisationId: string; readonly year: number; readonly figure: string },
  ): AsyncGenerator<ReportRecord> {
    for (let after: string | null | undefined = null; after !== undefined;) {
      const page: Awaited<ReturnType<AnnualReportsQueries['records']>> = await this.queries.records(
        actor,
        of,
        pageArgs({ first: 100, after }),
      );
      for (const { node } of page.edges) yield node;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    }
  }
}

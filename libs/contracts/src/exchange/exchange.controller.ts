import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, type Actor } from '@jihui/kernel';
import {
  Files,
  formatOf,
  readRows,
  RequestActor,
  streamXlsx,
  type Cell,
  type ExportedRow,
  Uploads,
} from '@jihui/platform';
import { JJ_001 } from '../core/exchange/mapping.js';
import { csvCell } from '../queue-export.js';
import { NationalNumbersImporter, NationalPackageExport, PACKAGE_COLUMNS } from './exchange-files.js';
import { ExchangeQueries } from './exchange.queries.js';
import { ExchangeService } from './exchange.service.js';

const PROBLEM_COLUMNS = ['行', '平台登记编号', '列', '问题'] as const;
const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function* csvOf(columns: readonly string[], rows: AsyncIterable<ExportedRow>): AsyncGenerator<string> {
  const cell = (value: unknown): string =>
    typeof value === 'string' ? csvCell(value) : typeof value === 'number' ? String(value) : '';
  // The mark at the start tells spreadsheets that the text is UTF-8.
  yield `\uFEFF${columns.map(csvCell).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column) => cell(row[column])).join(',')}\r\n`;
}

const xlsxOf = (columns: readonly string[], rows: AsyncIterable<ExportedRow>): Readable =>
  streamXlsx(
    JJ_001.form,
    columns.map((header) => ({ header, width: 18 })),
    cellsOf(columns, rows),
  );

async function* cellsOf(
  columns: readonly string[],
  rows: AsyncIterable<ExportedRow>,
): AsyncGenerator<Cell[]> {
  for await (const row of rows)
    yield columns.map((column) => {
      const value = row[column];
      return typeof value === 'string' || typeof value === 'number' ? value : null;
    });
}

async function* jsonLinesOf(rows: AsyncIterable<ExportedRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

/** Packages and reports of the exchange, streamed; and the file of returned numbers. */
@Controller()
export class ExchangeController {
  constructor(
    private readonly queries: ExchangeQueries,
    private readonly exchange: ExchangeService,
    private readonly importer: NationalNumbersImporter,
    private readonly packages: NationalPackageExport,
    private readonly files: Files,
    private readonly uploads: Uploads,
  ) {}

  /** Multipart: the file of returned numbers (.csv, .xlsx, .jsonl). Answers the batch's counts. */
  @Post('files/contracts/exchange')
  async takeIn(@RequestActor() actor: Actor, @Req() request: FastifyRequest) {
    const received = await this.uploads.receive(actor, request, {
      before: () => {
        this.exchange.refuseStrangers(actor);
        return Promise.resolve();
      },
    });
    const format = formatOf(received.name);
    const batch = await this.exchange.beginImport(actor, received.name);
    const counts = await this.importer.into(batch, {
      actor,
      rows: readRows(this.files.open(received.sha256), format),
      report: () => Promise.resolve(),
    });
    return { id: batch.id, number: batch.number, ...counts };
  }

  @Get('files/contracts/exchange/:id/:file')
  async file(
    @RequestActor() actor: Actor,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ) {
    const batch = await this.queries.one(actor, id);
    const streams: Readonly<Record<string, readonly [type: string, () => Readable]>> = {
      'package.csv': [CSV, () => Readable.from(csvOf(PACKAGE_COLUMNS, this.packages.of(id)))],
      'package.xlsx': [XLSX, () => xlsxOf(PACKAGE_COLUMNS, this.packages.of(id))],
      'package.jsonl': ['application/x-ndjson', () => Readable.from(jsonLinesOf(this.packages.of(id)))],
      'problems.csv': [CSV, () => Readable.from(csvOf(PROBLEM_COLUMNS, this.packages.problemsOf(id)))],
      'problems.xlsx': [XLSX, () => xlsxOf(PROBLEM_COLUMNS, this.packages.problemsOf(id))],
    };
    const found = Object.hasOwn(streams, file) ? streams[file] : undefined;
    if (found === undefined) throw notFound('交换批次的文件');
    const [type, stream] = found;
    return reply
      .header('content-type', type)
      .header('content-disposition', `attachment; filename="${batch.number}-${file}"`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(stream());
  }
}

import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatOf, streamXlsx, type Cell, type Exporter, type SourceFormat } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { withModules, type Context } from '../context.js';
import { cellOf, csvLine } from '../csv.js';
import { ProgressLine } from '../progress.js';

export const command: Command = {
  help: `jihui export results|needs|organisations|national FILE
  按 FILE 的后缀导出为 .csv、.xlsx 或 .jsonl；列与导入相同，可再次导入。导出在线的成果、需求与已批准的机构；附件不在其中。
  national：报送国家系统的登记合同（JJ-001 各列）。
  Exports what is online, or approved, as .csv, .xlsx or .jsonl by the file's ending, with the columns that the import
  reads. Attachments are not in the file. national: the registered contracts for the national system.`,
  words: 2,
  async run(typed) {
    const [what, file] = typed.words;
    if (what === undefined || file === undefined) throw new UsageError('请写明导出什么、写到哪个文件');
    const format = formatOf(basename(file));
    const count = await withModules(async (context) => {
      const exporter = exporterOf(context, what);
      const rows = new Counted(exporter);
      await pipeline(written(rows, format), createWriteStream(file));
      return rows.count;
    });
    console.log(`✓ 已导出 ${count} 行到 ${file} (exported)`);
  },
};

function exporterOf({ domains, get }: Context, what: string): Exporter {
  const all = Object.assign({}, ...domains.map((domain) => domain.exporters ?? {})) as NonNullable<
    (typeof domains)[number]['exporters']
  >;
  const found = Object.hasOwn(all, what) ? all[what] : undefined;
  if (found === undefined)
    throw new UsageError(`不能导出 ${what}；可选：${Object.keys(all).sort().join('、')}`);
  return get(found);
}

/** An exporter's rows, counted on the terminal as they pass. */
class Counted {
  count = 0;
  readonly columns: readonly string[];
  private readonly progress = new ProgressLine();

  constructor(private readonly exporter: Exporter) {
    this.columns = exporter.columns;
  }

  /** Values in the order of the columns. */
  async *all(): AsyncGenerator<readonly unknown[]> {
    for await (const row of this.exporter.rows()) {
      this.count += 1;
      this.progress.show(undefined, `${this.count} 行`);
      yield this.columns.map((column) => row[column] ?? null);
    }
    this.progress.end();
  }
}

function written(rows: Counted, format: SourceFormat): Readable {
  if (format === 'csv') return Readable.from(csvOf(rows));
  if (format === 'jsonl') return Readable.from(jsonLinesOf(rows));
  return streamXlsx(
    '导出',
    rows.columns.map((header) => ({ header })),
    cellsOf(rows),
  );
}

async function* csvOf(rows: Counted): AsyncGenerator<string> {
  // The mark lets spreadsheet programs read the Chinese text as UTF-8.
  yield `\ufeff${csvLine(rows.columns)}`;
  for await (const row of rows.all()) yield csvLine(row);
}

async function* jsonLinesOf(rows: Counted): AsyncGenerator<string> {
  for await (const row of rows.all())
    yield `${JSON.stringify(Object.fromEntries(rows.columns.map((column, index) => [column, row[index]])))}\n`;
}

async function* cellsOf(rows: Counted): AsyncGenerator<Cell[]> {
  for await (const row of rows.all()) yield row.map(cellOf);
}

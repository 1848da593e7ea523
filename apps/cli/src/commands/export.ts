import { createWriteStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatOf, type Exporter } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { withModules, type Context } from '../context.js';
import { csvLine } from '../csv.js';
import { ProgressLine } from '../progress.js';

export const command: Command = {
  help: `jihui export results|needs|organisations|national FILE
  按 FILE 的后缀导出为 .csv 或 .jsonl；列与导入相同，可再次导入。导出在线的成果、需求与已批准的机构；附件不在其中。
  national：报送国家系统的登记合同（JJ-001 各列）。
  Exports what is online, or approved, as .csv or .jsonl by the file's ending, with the columns that the import
  reads. Attachments are not in the file. national: the registered contracts for the national system.`,
  words: 2,
  async run(typed) {
    const [what, file] = typed.words;
    if (what === undefined || file === undefined) throw new UsageError('请写明导出什么、写到哪个文件');
    const format = formatOf(basename(file));
    if (format === 'xlsx') throw new UsageError('可导出为 .csv 或 .jsonl (export as .csv or .jsonl)');
    const count = await withModules(async (context) => {
      const exporter = exporterOf(context, what);
      const lines = new Lines(exporter, format);
      await pipeline(Readable.from(lines.all()), createWriteStream(file));
      return lines.count;
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

class Lines {
  count = 0;
  private readonly progress = new ProgressLine();

  constructor(
    private readonly exporter: Exporter,
    private readonly format: 'csv' | 'jsonl',
  ) {}

  async *all(): AsyncGenerator<string> {
    const { columns } = this.exporter;
    // The mark lets spreadsheet programs read the Chinese text as UTF-8.
    if (this.format === 'csv') yield `\ufeff${csvLine(columns)}`;
    for await (const row of this.exporter.rows()) {
      this.count += 1;
      this.progress.show(undefined, `${this.count} 行`);
      yield this.format === 'csv'
        ? csvLine(columns.map((column) => row[column] ?? null))
        : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}\n`;
    }
    this.progress.end();
  }
}

import { once } from 'node:events';
import { constants, createReadStream, createWriteStream, statSync, type WriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { system } from '@jihui/kernel';
import { isUuid, readerFor, type ImportCounts, type Importer, type RowProblem } from '@jihui/platform';
import { UsageError, type Command } from '../command.js';
import { withModules, type Context } from '../context.js';
import { csvLine } from '../csv.js';
import { ProgressLine } from '../progress.js';

/** Problems shown on the terminal; the report file holds all of them. */
const SHOWN = 10;

export const command: Command = {
  help: `jihui import results|needs|patents|projects|organisations|national-numbers FILE [--owner ID] [--dry-run] [--report FILE]
  导入 .csv、.xlsx 或 .jsonl 文件，专利还可以是 WIPO ST.96 的 .xml；可重复执行（按外部编号更新）。
  有误的行写入报告，不影响其他行。
  national-numbers 回填国家系统的登记编号 (the numbers that the national system gave, by the platform's number)
  --owner ID     未写明单位的行归属的机构 (organisation of rows that name none)
  --dry-run      只检查，不写入 (checks everything, stores nothing)
  --report FILE  报告文件，缺省为 FILE.report.csv (where bad rows are reported)
  有误的行数大于 0 时退出码为 2 (exit code 2 when some rows are wrong)`,
  words: 2,
  options: { owner: { type: 'string' }, 'dry-run': { type: 'boolean' }, report: { type: 'string' } },
  async run(typed) {
    const [what, file] = typed.words;
    if (what === undefined || file === undefined) throw new UsageError('请写明导入什么、哪个文件');
    const { size, isFile } = fileAt(file);
    if (!isFile) throw new UsageError(`${file} 不是文件 (not a file)`);
    const owner = typed.text('owner');
    if (owner !== undefined && !isUuid(owner)) throw new UsageError('--owner 应为机构编号（UUID）');
    const reportPath = typed.text('report') ?? `${file}.report.csv`;
    // Told now, not after the first bad row: the good ones before it would be stored already.
    await access(dirname(resolve(reportPath)), constants.W_OK);
    const counts = await withModules(async (context) => {
      const importer = importerOf(context, what);
      const read = readerFor(importer, basename(file));
      const source = createReadStream(file);
      const line = new ProgressLine();
      const report = new Report(reportPath);
      try {
        return await importer.run({
          actor: system('import'),
          rows: read(source),
          ownerId: owner ?? null,
          dryRun: typed.flag('dry-run'),
          report: (problems) => report.add(problems),
          progress: (counts) => line.show(size === 0 ? undefined : source.bytesRead / size, inWords(counts)),
        });
      } finally {
        line.end();
        await report.close();
      }
    });
    console.log(
      `${typed.flag('dry-run') ? '检查完毕，未写入 (dry run)' : '导入完毕 (done)'}：${inWords(counts)}`,
    );
    console.log(`内存峰值 (peak memory) ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
    return counts.failed > 0 ? 2 : 0;
  },
};

const fileAt = (path: string): { readonly size: number; readonly isFile: boolean } => {
  const found = statSync(path);
  return { size: found.size, isFile: found.isFile() };
};

function importerOf({ domains, get }: Context, what: string): Importer {
  const all = Object.assign({}, ...domains.map((domain) => domain.importers ?? {})) as NonNullable<
    (typeof domains)[number]['importers']
  >;
  const found = Object.hasOwn(all, what) ? all[what] : undefined;
  if (found === undefined)
    throw new UsageError(`不能导入 ${what}；可选：${Object.keys(all).sort().join('、')}`);
  return get(found);
}

const inWords = ({ processed, created, updated, unchanged, failed }: Readonly<ImportCounts>): string =>
  `${processed} 行，新增 ${created}，更新 ${updated}，未变 ${unchanged}，有误 ${failed}`;

/** The report of bad rows: a CSV file, made when the first problem comes. */
class Report {
  private file: WriteStream | undefined;
  private count = 0;
  private trouble: Error | undefined;

  constructor(private readonly path: string) {}

  async add(problems: readonly RowProblem[]): Promise<void> {
    if (this.file === undefined) {
      this.file = createWriteStream(this.path);
      // A full disk is told at the next piece: without a listener it would end the process with a stack.
      this.file.on('error', (error) => (this.trouble ??= error));
      await once(this.file, 'open');
      this.file.write(`\ufeff${csvLine(['row', 'column', 'value', 'code', 'message'])}`);
    }
    for (const { row, column, value, code, message } of problems) {
      if (this.trouble !== undefined) throw this.trouble;
      this.count += 1;
      if (this.count <= SHOWN) console.error(`  第 ${row} 行「${column}」${message}：${value}`);
      if (!this.file.write(csvLine([row, column, value, code, message]))) await once(this.file, 'drain');
    }
  }

  async close(): Promise<void> {
    if (this.file === undefined) return;
    if (this.trouble !== undefined) throw this.trouble;
    this.file.end();
    await finished(this.file);
    console.error(`共 ${this.count} 处问题，报告 (report)：${this.path}`);
  }
}

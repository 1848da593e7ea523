import { Readable } from 'node:stream';
import { system } from '@jihui/kernel';
import {
  readRows,
  sql,
  type ExportedRow,
  type Exporter,
  type ImportCounts,
  type RowProblem,
} from '@jihui/platform';
import { NeedsExport, ResultsExport } from '../src/imports/listing-export.js';
import { NeedsImporter, ResultsImporter } from '../src/imports/listing-import.js';
import { aNeedIn, aResultIn, aStage, type Stage } from './listings.factory.js';

describe('exports', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await aStage();
  });
  afterAll(() => stage?.app.close());

  const KINDS = {
    results: [ResultsExport, ResultsImporter],
    needs: [NeedsExport, NeedsImporter],
  } as const;
  type What = keyof typeof KINDS;

  async function exported(what: What): Promise<ExportedRow[]> {
    const exporter: Exporter = stage.app.get<Exporter>(KINDS[what][0]);
    const rows: ExportedRow[] = [];
    for await (const row of exporter.rows()) rows.push(row);
    for (const row of rows) expect(Object.keys(row)).toEqual([...exporter.columns]);
    return rows;
  }

  async function imported(what: What, rows: readonly ExportedRow[]): Promise<[ImportCounts, RowProblem[]]> {
    const problems: RowProblem[] = [];
    const text = rows.map((row) => JSON.stringify(row)).join('\n');
    const counts = await stage.app.get<ResultsImporter | NeedsImporter>(KINDS[what][1]).run({
      actor: system('import'),
      rows: readRows(Readable.from([Buffer.from(text)]), 'jsonl'),
      dryRun: false,
      report: (found) => Promise.resolve(void problems.push(...found)),
    });
    return [counts, problems];
  }

  describe.each(['results', 'needs'] as const)('an export of %s', (what) => {
    const table = what === 'results' ? sql`listings.result` : sql`listings.need`;

    it('holds what is online, and no draft', async () => {
      if (what === 'results') {
        await aResultIn(stage, 'ONLINE', {
          title: '可导出的成果',
          keywords: ['甲；乙', '丙', '=丁'],
          unitApprovalDocument: '校科转审〔2026〕17号',
          stateOwned: false,
          media: [
            {
              title: '我市锻件技术出口',
              outlet: '忻州日报',
              url: 'https://example.cn/a?b=1,2',
              publishedOn: '2026-05-06',
            },
          ],
        });
        await aResultIn(stage, 'DRAFT', { title: '草稿' });
      } else {
        await aNeedIn(stage, 'ONLINE', { title: '可导出的需求', anonymous: true });
        await aNeedIn(stage, 'DRAFT', { title: '草稿' });
      }
      const rows = await exported(what);
      const heading = what === 'results' ? '成果名称' : '需求名称';
      expect(rows.map((row) => row[heading])).toEqual([what === 'results' ? '可导出的成果' : '可导出的需求']);
    });

    it('changes nothing when it is imported where it came from', async () => {
      const rows = await exported(what);
      const [counts, problems] = await imported(what, rows);
      expect(problems).toEqual([]);
      expect(counts).toMatchObject({
        processed: rows.length,
        unchanged: rows.length,
        created: 0,
        updated: 0,
      });
    });

    it('brings everything back where it is imported anew', async () => {
      const before = await exported(what);
      await stage.db.query(sql`update ${table} set code = code || '-gone', state = 'DISCARDED'`);
      const [counts, problems] = await imported(what, before);
      expect(problems).toEqual([]);
      expect(counts).toMatchObject({ created: before.length, failed: 0 });
      expect(await exported(what)).toEqual(before);
    });
  });
});

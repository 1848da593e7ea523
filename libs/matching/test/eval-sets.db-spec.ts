import { jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate } from '../eval/match.eval.js';
import { readSet } from '../eval/set.js';

const asLines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Needs with a title and a content, bare titles of results, and a judged pool for each need, by the format of such sets. */
const DOCUMENTS = [
  { id: 'r1', text: '煤矸石制备多孔陶瓷滤料的烧结工艺' },
  { id: 'r2', text: '煤矸石发电的尾气处理' },
  { id: 'r3', text: '沙棘黄酮的超声提取' },
  { id: 'r4', text: '藜麦全谷物的挤压膨化' },
  { id: 'r5', text: '高压法兰的锻造控制' },
];
const QUERIES = [
  { id: 'n1', title: '煤矸石陶瓷滤料的烧结', content: '我公司每年产生大量煤矸石，希望烧结成陶瓷滤料。' },
  { id: 'n2', title: '沙棘饮品的黄酮', content: '希望从果渣中提取黄酮，用于藜麦食品。' },
  { id: 'n3', title: '没有人评判的需求', content: '' },
];
const JUDGEMENTS = [
  { qid: 'n1', did: 'r1', grade: 4 },
  { qid: 'n1', did: 'r2', grade: 1 },
  { qid: 'n1', did: 'r3', grade: 0 },
  { qid: 'n2', did: 'r3', grade: 3 },
  { qid: 'n2', did: 'r4', grade: 1 },
  { qid: 'n2', did: 'r5', grade: 0 },
];

describe('sets that an evaluation reads', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jihui-set-'));
    await writeFile(join(folder, 'docs.jsonl'), asLines(DOCUMENTS));
    await writeFile(join(folder, 'queries.jsonl'), `${asLines(QUERIES)}\n\n`);
    await writeFile(join(folder, 'qrels.jsonl'), asLines(JUDGEMENTS));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('may hold judged pools: title and content for a need, one text for a result', async () => {
    const [task, ...others] = await readSet(folder);
    expect(others).toEqual([]);
    expect(task!.type).toBe('match');
    expect(task!.documents[0]).toEqual({ id: 'r1', fields: { text: DOCUMENTS[0]!.text } });
    expect(task!.queries.map(({ id, title, pool, judged }) => [id, title, pool, judged.size])).toEqual([
      ['n1', QUERIES[0]!.title, true, 3],
      ['n2', QUERIES[1]!.title, true, 3],
    ]);
  });

  it('may hold queries of several types, each with the fields that may be indexed for it', async () => {
    await writeFile(
      join(folder, 'task.json'),
      JSON.stringify({ types: { words: { index: ['keywords'] }, sentence: { index: ['title', 'text'] } } }),
    );
    await writeFile(
      join(folder, 'docs.jsonl'),
      asLines([{ id: 'r1', title: '煤矸石', keywords: ['滤料', '陶瓷'], text: '烧结' }]),
    );
    await writeFile(
      join(folder, 'queries.jsonl'),
      asLines([
        { id: 'n1', type: 'words', text: '陶瓷' },
        { id: 'n2', type: 'sentence', text: '烧结的陶瓷' },
      ]),
    );
    await writeFile(
      join(folder, 'qrels.jsonl'),
      asLines([
        { qid: 'n1', did: 'r1', grade: 1 },
        { qid: 'n2', did: 'r1', grade: 2 },
      ]),
    );
    const tasks = await readSet(folder);
    expect(tasks.map(({ type, documents, queries }) => [type, documents[0]!.fields, queries])).toEqual([
      ['words', { keywords: '滤料 陶瓷' }, [expect.objectContaining({ title: '陶瓷', pool: false })]],
      ['sentence', { title: '煤矸石', text: '烧结' }, [expect.objectContaining({ title: '烧结的陶瓷' })]],
    ]);
  });

  it('are ranked by the product, pool by pool, beside BM25 in the same run', async () => {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const figures = { ndcg10: 1, auc: 1, mrr: 1, recall10: 1 };
    try {
      expect(await evaluate(['--data', folder])).toMatchObject({
        ...figures,
        types: { match: figures },
        bm25: { ndcg10: expect.any(Number), auc: expect.any(Number) },
      });
      const text = printed.mock.calls.flat().join('\n');
      expect(text).toContain('match: 5 documents, 2 queries');
      expect(text).toContain('AUC above BM25');
      for (const signal of ['single characters', 'pairs', 'single characters + pairs'])
        expect(text).toContain(signal);
    } finally {
      printed.mockRestore();
    }
  });
});

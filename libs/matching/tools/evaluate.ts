/**
 * Measures the text ranker on a retrieval set: `evaluate <folder> …`, formats of the data's README.
 * Prints one JSON object a folder: nDCG@10, recall, MRR (and pair AUC on judged pools) by query type.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ndcg, pairAuc, recall, reciprocalRank } from '../src/core/text/metrics.js';
import { prepareQuery } from '../src/core/text/query.js';
import { TextIndex } from '../src/core/text/text-index.js';

interface Document {
  readonly id: string;
  readonly [field: string]: unknown;
}
interface Query {
  readonly id: string;
  readonly type?: string;
  readonly text?: string;
  readonly title?: string;
  readonly content?: string;
}
interface Judgement {
  readonly qid: string;
  readonly did: string;
  readonly grade: number;
}
interface Task {
  readonly types: Readonly<Record<string, { readonly index: readonly string[] }>>;
}

async function readLines<T>(file: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') rows.push(JSON.parse(line) as T);
  return rows;
}

const fieldText = (document: Document, field: string): string => {
  const value = document[field];
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';
};

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** The fields that documents may be seen by, by type of query. A matching set has one type. */
async function taskOf(
  folder: string,
  queries: readonly Query[],
  documents: readonly Document[],
): Promise<Task> {
  const text = await readFile(join(folder, 'task.json'), 'utf8').catch(() => null);
  if (text !== null) return JSON.parse(text) as Task;
  const index = documents.some((document) => 'text' in document)
    ? ['text']
    : ['title', 'abstract', 'keywords'];
  return { types: Object.fromEntries(queries.map((query) => [query.type ?? 'match', { index }])) };
}

function evaluateType(
  documents: readonly Document[],
  fields: readonly string[],
  queries: readonly Query[],
  judgements: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Record<string, number> {
  const index = new TextIndex();
  index.put(
    documents.map((document) => ({
      id: document.id,
      text: fields.map((field) => fieldText(document, field)).join('\n'),
    })),
  );
  const figures = {
    ndcg10: [] as number[],
    recall10: [] as number[],
    recall50: [] as number[],
    mrr: [] as number[],
    auc: [] as number[],
  };
  const started = process.hrtime.bigint();
  for (const query of queries) {
    const judged = judgements.get(query.id);
    if (judged === undefined) continue;
    // A judged pool holds graded zeros: the task is to rank it and nothing else.
    const pool = [...judged.values()].some((grade) => grade === 0);
    const prepared = prepareQuery(
      { title: query.title ?? query.text ?? '', content: query.content ?? '' },
      new Set(),
    );
    const hits = index.search(prepared, pool ? { limit: 0, include: [...judged.keys()] } : { limit: 200 });
    const ranked = hits.map((hit) => hit.id);
    figures.ndcg10.push(ndcg(ranked, judged));
    figures.recall10.push(recall(ranked, judged, 10));
    figures.recall50.push(recall(ranked, judged, 50));
    figures.mrr.push(reciprocalRank(ranked, judged));
    const auc = pool ? pairAuc(new Map(hits.map((hit) => [hit.id, hit.fused])), judged) : undefined;
    if (auc !== undefined) figures.auc.push(auc);
  }
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6 / Math.max(1, figures.ndcg10.length);
  const means = Object.entries(figures)
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => [name, rounded(mean(values))] as const);
  return {
    queries: figures.ndcg10.length,
    ...Object.fromEntries(means),
    millisecondsPerQuery: rounded(milliseconds),
  };
}

async function evaluate(folder: string): Promise<unknown> {
  const [documents, queries, graded] = await Promise.all([
    readLines<Document>(join(folder, 'docs.jsonl')),
    readLines<Query>(join(folder, 'queries.jsonl')),
    readLines<Judgement>(join(folder, 'qrels.jsonl')),
  ]);
  const judgements = new Map<string, Map<string, number>>();
  for (const { qid, did, grade } of graded)
    judgements.set(qid, (judgements.get(qid) ?? new Map<string, number>()).set(did, grade));
  const task = await taskOf(folder, queries, documents);
  const types = Object.entries(task.types).map(([type, { index }]) => [
    type,
    evaluateType(
      documents,
      index,
      queries.filter((query) => (query.type ?? 'match') === type),
      judgements,
    ),
  ]);
  return { set: basename(folder), documents: documents.length, types: Object.fromEntries(types) as unknown };
}

const folders = process.argv.slice(2);
if (folders.length === 0) {
  process.stderr.write('usage: evaluate <folder> …\n');
  process.exitCode = 2;
}
for (const folder of folders) process.stdout.write(`${JSON.stringify(await evaluate(folder))}\n`);

/**
 * Measures the text index at a size: `bench <folder with results-*.jsonl and projects-*.jsonl> [documents]`.
 * Documents are made by joining halves of two records' abstracts under a title of each, so that words keep
 * their real frequencies and no two documents are equal. Prints one JSON object.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareQuery } from '../src/core/text/query.js';
import { TextIndex, type IndexedText } from '../src/core/text/text-index.js';

interface Record {
  readonly title: string;
  readonly abstract?: string;
  readonly keywords?: readonly string[];
}

async function records(folder: string, prefix: string): Promise<Record[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(prefix) && name.endsWith('.jsonl'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record),
  );
}

/** A fixed sequence, so that two runs measure the same documents. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const [folder, size = '100000'] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: bench <folder> [documents]');
const results = await records(folder, 'results-');
const needs = await records(folder, 'projects-');
const pick = sequence(20_261_123);
const one = (list: readonly Record[]): Record => list[pick(list.length)] ?? { title: '' };
const half = (text: string, second: boolean): string =>
  second ? text.slice(text.length / 2) : text.slice(0, text.length / 2);

const document = (id: number): IndexedText => {
  const [left, right] = [one(results), one(results)];
  const title = `${half(left.title, false)}${half(right.title, true)}`;
  const body = `${half(left.abstract ?? '', false)}${half(right.abstract ?? '', true)}`;
  return { id: String(id), text: `${title}\n${(left.keywords ?? []).join(' ')}\n${body}` };
};

/** Processor time, which other processes on the machine change little. */
const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

const BATCH = 500;
const before = process.memoryUsage();
const index = new TextIndex();
let buildMs = 0;
let longestBatchMs = 0;
let characters = 0;
for (let from = 0; from < Number(size); from += BATCH) {
  const batch = Array.from({ length: Math.min(BATCH, Number(size) - from) }, (_, at) => document(from + at));
  characters += batch.reduce((sum, { text }) => sum + text.length, 0);
  const started = process.cpuUsage();
  index.put(batch);
  const took = cpuMs(started);
  buildMs += took;
  longestBatchMs = Math.max(longestBatchMs, took);
}
const queries = Array.from({ length: 300 }, () => {
  const need = one(needs);
  const said = one(results).abstract ?? '';
  return { title: need.title, content: said.repeat(3).slice(0, 600) };
});
const times = queries.map((query) => {
  const started = process.cpuUsage();
  index.search(prepareQuery(query, new Set()), { limit: 200 });
  return cpuMs(started);
});
times.sort((a, b) => a - b);
const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 100) / 100;
const after = process.memoryUsage();
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
process.stdout.write(
  `${JSON.stringify({
    documents: Number(size),
    averageCharacters: Math.round(characters / Number(size)),
    queryCharacters: 600,
    buildSeconds: Math.round(buildMs / 100) / 10,
    longestBatchMs: Math.round(longestBatchMs),
    indexMb: megabytes(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers),
    rssMb: megabytes(after.rss),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
  })}\n`,
);

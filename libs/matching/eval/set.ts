import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Judgements } from '@jihui/platform';

/** A document under test, with every field it has; what may be seen of it the task says. */
export interface SetDocument {
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface SetQuery {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly content: string;
}

/** The queries of one type, and the documents by the fields that may be indexed for it. */
export interface Task {
  readonly type: string;
  readonly documents: readonly {
    readonly id: string;
    readonly fields: Readonly<Record<string, string>>;
    /** Who entered it, where that matters. */
    readonly by?: string;
  }[];
  readonly queries: readonly (SetQuery & {
    readonly judged: Judgements;
    /** Whether what was judged is all that is to be ranked. */
    readonly pool: boolean;
  })[];
}

interface Query {
  readonly id: string;
  readonly type?: string;
  readonly text?: string;
  readonly title?: string;
  readonly content?: string;
}

export async function readLines<T>(file: string): Promise<T[]> {
  const rows: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') rows.push(JSON.parse(line) as T);
  return rows;
}

/** The folder after `--data`. @throws Error where none is given. */
export function folderIn(words: readonly string[]): string {
  const folder = words[words.indexOf('--data') + 1];
  if (!words.includes('--data') || folder === undefined) throw new Error('usage: --data DIR');
  return folder;
}

/** Reads a retrieval or matching set (docs.jsonl, queries.jsonl, qrels.jsonl, task.json). */
export async function readSet(folder: string): Promise<Task[]> {
  const [documents, queries, graded, task] = await Promise.all([
    readLines<SetDocument>(join(folder, 'docs.jsonl')),
    readLines<Query>(join(folder, 'queries.jsonl')),
    readLines<{ qid: string; did: string; grade: number }>(join(folder, 'qrels.jsonl')),
    readFile(join(folder, 'task.json'), 'utf8').catch(() => null),
  ]);
  const judgements = new Map<string, Map<string, number>>();
  for (const { qid, did, grade } of graded)
    judgements.set(qid, (judgements.get(qid) ?? new Map<string, number>()).set(did, grade));
  return [...fieldsByType(task, queries, documents)].map(([type, fields]) => ({
    type,
    documents: documents.map((document) => ({
      id: document.id,
      fields: Object.fromEntries(fields.map((field) => [field, textIn(document[field])])),
    })),
    queries: queries
      .filter((query) => (query.type ?? MATCH) === type)
      .flatMap((query) => {
        const judged = judgements.get(query.id);
        if (judged === undefined) return [];
        const { id, title = query.text ?? '', content = '' } = query;
        const pool = query.title !== undefined || [...judged.values()].includes(0);
        return [{ id, type, title, content, judged, pool }];
      }),
  }));
}

const MATCH = 'match';

/** Which fields may be indexed for each type of query: the task's word, or everything where there is no task. */
function fieldsByType(
  task: string | null,
  queries: readonly Query[],
  documents: readonly SetDocument[],
): Map<string, readonly string[]> {
  if (task !== null) {
    const { types } = JSON.parse(task) as { types: Record<string, { index: string[] }> };
    return new Map(Object.entries(types).map(([type, { index }]) => [type, index]));
  }
  const all = documents.some((document) => 'text' in document) ? ['text'] : ['title', 'abstract', 'keywords'];
  return new Map(queries.map((query) => [query.type ?? MATCH, all]));
}

const textIn = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '';

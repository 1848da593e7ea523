/** Documents and questions of `npm run bench -- search`, resampled from records. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../lib/paths.mjs';

const QUERIES = 60;
export const FACETS = [
  { name: 'clusters' },
  { name: 'techFields' },
  { name: 'cooperationModes', many: true },
  { name: 'divisions', filteredBy: 'areas' },
];
export const VISITOR = ['anyone'];

/** The records that documents are put together from. */
export function results() {
  const folder = process.env.JIHUI_DATA_DIR;
  const given = folder ? readdirSync(folder).filter((name) => /^results.*\.jsonl$/.test(name)) : [];
  const files =
    given.length > 0
      ? given.sort().map((name) => path.join(folder, name))
      : [inRoot('config/demo/results.jsonl')];
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ title, keywords, summary, keyPoints, abstract }) => ({
      title,
      keywords,
      summary: summary ?? abstract,
      keyPoints: keyPoints ?? abstract,
    }));
}

/** The n-th document: a result's title with the texts of three others. */
export function documentOf(told, n) {
  const one = (step) => told[(n * step + Math.floor(n / told.length)) % told.length];
  const [titled, worded, summed, pointed] = [one(1), one(5), one(3), one(7)];
  const field = (name, weight, text, kind) => ({ name, weight, text: text ?? '', ...(kind && { kind }) });
  const division = ['140902', '140981', '140921', '140922'][n % 4];
  return {
    type: 'result',
    id: randomUUID(),
    version: 1,
    listed: true,
    belongsTo: null,
    values: {
      clusters: `8-${(n % 8) + 1}`,
      techFields: String((n % 11) + 1).padStart(2, '0'),
      cooperationModes: n % 3 === 0 ? ['TRANSFER', 'LICENCE'] : ['TRANSFER'],
      divisions: division,
      areas: [division, '140900', '140000'],
    },
    sorts: { newest: n },
    faces: [
      {
        visibleTo: VISITOR,
        fields: [
          field('title', 'A', titled.title),
          field('keywords', 'B', (worded.keywords ?? []).join(' ')),
          field('code', 'D', `CG2026${String(n).padStart(6, '0')}`, 'number'),
          field('summary', 'C', summed.summary),
          field('text', 'D', pointed.keyPoints?.slice(0, 800)),
        ],
      },
    ],
  };
}

/** What people type: keywords, alone, two at once, and the beginning of a title; half of them within a cluster. */
export function questions(told, segment) {
  return Array.from({ length: QUERIES }, (_, n) => {
    const { title, keywords = [] } = told[(n * 13) % told.length];
    const [first = title, second = ''] = keywords;
    const text = [first, `${first} ${second}`.trim(), title.slice(0, 8)][n % 3];
    const word = segment(first).sort((a, b) => b.length - a.length)[0] ?? '';
    return { text, word, filters: n % 2 === 0 ? {} : { clusters: [`8-${(n % 8) + 1}`] } };
  }).filter(({ word }) => word !== '');
}

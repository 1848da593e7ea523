/** Results to import: records put together from several others, so that no text is whole and its words are as common as there. */
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { inRoot } from '../lib/paths.mjs';

const linesOf = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Texts of the records in JIHUI_DATA_DIR (results*.jsonl, an abstract for summary and key points), or of the bundled ones. */
function texts(bundled) {
  const folder = process.env.JIHUI_DATA_DIR;
  const files = folder ? readdirSync(folder).filter((name) => /^results.*\.jsonl$/.test(name)) : [];
  if (files.length === 0) return bundled;
  return files
    .sort()
    .flatMap((name) => linesOf(path.join(folder, name)))
    .map(({ title, keywords, abstract }) => ({
      title,
      keywords: keywords.slice(0, 5),
      summary: abstract.slice(0, 800),
      keyPoints: abstract.slice(0, 1_500),
    }));
}

/**
 * Writes a file for `jihui import results`.
 * @param wrongEvery one row in so many has a maturity that there is none of; 0 for no such row
 */
export async function writeResults(file, rows, { wrongEvery = 0 } = {}) {
  const bundled = linesOf(inRoot('config/demo/results.jsonl'));
  const told = texts(bundled);
  const one = (index) => told[index % told.length];
  const stream = createWriteStream(file);
  for (let index = 0; index < rows; index += 1) {
    const base = bundled[index % bundled.length];
    const row = {
      ...base,
      externalId: `BENCH-${index}`,
      visibility: 'PUBLIC',
      title: `${one(index).title.slice(0, 100)}（${index}）`,
      summary: one(index * 3 + 1).summary,
      keyPoints: one(index * 7 + 2).keyPoints,
      keywords: [
        ...new Set([...one(index).keywords.slice(0, 3), ...one(index * 5 + 3).keywords.slice(0, 2)]),
      ],
      ipRights: [],
      trl: wrongEvery > 0 && index % wrongEvery === wrongEvery - 1 ? 99 : base.trl,
    };
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

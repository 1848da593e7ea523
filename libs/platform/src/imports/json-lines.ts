import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { holdsUnstorable } from '../unstorable.js';
import type { AnyRow } from './row.js';

/** Longest line in characters: what is longer is skipped and reported. */
const MAX_LINE = 1_000_000;

interface Line {
  readonly text: string;
  readonly tooLong: boolean;
}

/** Lines of a stream; of one that is too long only the beginning is kept. */
async function* linesOf(source: Readable): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let tooLong = false;
  for await (const chunk of source) {
    const parts = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = parts.pop() ?? '';
    for (const text of parts) {
      yield { text, tooLong: tooLong || text.length > MAX_LINE };
      tooLong = false;
    }
    if (rest.length > MAX_LINE) {
      tooLong = true;
      rest = rest.slice(0, 200);
    }
  }
  yield { text: rest + decoder.end(), tooLong };
}

function parseLine(row: number, text: string): AnyRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { row, raw: text.slice(0, 200), problem: '本行不是有效的 JSON，请检查引号、逗号和括号' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { row, raw: text.slice(0, 200), problem: '本行应是一个 JSON 对象，形如 {"title":"…"}' };
  // Only an escape can write them.
  if (text.includes('\\u') && holdsUnstorable(value))
    return {
      row,
      raw: text.slice(0, 200),
      problem: '本行含有空字符或残缺的字符（如 \\u0000、\\ud800），请修正',
    };
  return { row, cells: value as Record<string, unknown> };
}

/** Objects of a JSONL file in UTF-8, one a line. */
export async function* readJsonLines(source: Readable): AsyncGenerator<AnyRow> {
  let row = 0;
  try {
    for await (const { text, tooLong } of linesOf(source)) {
      row += 1;
      const line = (row === 1 ? text.replace(/^\uFEFF/, '') : text).trim();
      if (tooLong) yield { row, raw: line.slice(0, 200), problem: '本行超过 100 万字符，未读取' };
      else if (line !== '') yield parseLine(row, line);
    }
  } finally {
    source.destroy();
  }
}

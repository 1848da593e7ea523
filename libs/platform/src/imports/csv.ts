import type { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse';
import { byHeader, checkHeader } from './header.js';
import type { AnyRow } from './row.js';

/** Longest row in bytes: what is longer is an unclosed quotation mark. */
const MAX_ROW = 1_000_000;

const PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: '引号没有闭合，从本行起的内容无法读取，请补上引号再导入',
  CSV_MAX_RECORD_SIZE: '本行过长，多半是引号没有闭合；从本行起的内容无法读取，请检查后再导入',
};

/**
 * Records of a CSV stream. The parser is fed and emptied chunk by chunk: read as a stream, it would
 * throw away the records it still holds when it meets the bad one.
 */
async function* recordsOf(source: Readable): AsyncGenerator<string[]> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_ROW,
  });
  let failure: Error | undefined;
  parser.on('error', (error) => (failure = error));
  let ended = false;
  parser.once('close', () => (ended = true));
  function* held(): Generator<string[]> {
    for (let record: unknown; (record = parser.read()) !== null;) yield record as string[];
  }

  for await (const chunk of source) {
    parser.write(chunk);
    yield* held();
    if (failure !== undefined) throw failure;
  }
  parser.end();
  while (!ended) {
    yield* held();
    await setImmediate();
  }
  if (failure !== undefined) throw failure;
}

/** Rows of a CSV file in UTF-8, with or without a byte order mark. */
export async function* readCsv(source: Readable): AsyncGenerator<AnyRow> {
  let headers: readonly string[] | undefined;
  let row = 0;
  try {
    for await (const cells of recordsOf(source)) {
      row += 1;
      if (headers === undefined) {
        headers = checkHeader(cells);
        continue;
      }
      const object = byHeader(headers, cells);
      if (object !== undefined) yield { row, cells: object };
    }
  } catch (error) {
    const problem = PROBLEMS[(error as { code?: string }).code ?? ''];
    if (problem === undefined) throw error;
    yield { row: row + 1, raw: '', problem };
  } finally {
    source.destroy();
  }
}

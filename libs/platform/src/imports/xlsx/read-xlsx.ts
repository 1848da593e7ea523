import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { byHeader, checkHeader } from '../header.js';
import type { AnyRow } from '../row.js';
import { readBook } from './book.js';
import { Parts } from './parts.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet, type Line } from './sheet.js';
import { Unreadable } from './unreadable.js';

/** Bytes that a part unpacks to: 100,000 rows of forty long texts are a tenth of it. */
const MAX_SHEET = 2 * 1024 ** 3;
const MAX_SHARED_STRINGS = 512 * 1024 ** 2;

/**
 * Rows of the first sheet of an XLSX workbook. Memory holds the shared texts and a row, whatever the file says of
 * itself: unpacked bytes, texts, rows, columns and the length of a row are bounded, so that no file of a few kilobytes
 * can fill memory or disk or keep the server busy for hours.
 * @param temporary an existing folder, in which the file stands while it is read
 * @throws DomainError IMPORT.UNREADABLE for what is no workbook, is encrypted, or goes beyond these bounds.
 */
export async function* readXlsx(source: Readable, temporary = tmpdir()): AsyncGenerator<AnyRow> {
  // An archive's directory is at its end, so it is read by places, not as a stream.
  const folder = await mkdtemp(join(temporary, 'jihui-xlsx-'));
  try {
    const path = join(folder, 'workbook');
    await pipeline(source, createWriteStream(path));
    yield* withHeader(linesOf(path));
  } finally {
    source.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* linesOf(path: string): AsyncGenerator<Line> {
  const parts = await Parts.open(path);
  try {
    const book = await readBook(parts);
    const texts =
      book.sharedStrings === null
        ? []
        : await readSharedStrings(parts.read(book.sharedStrings, MAX_SHARED_STRINGS));
    yield* readSheet(parts.read(book.sheet, MAX_SHEET), book, texts);
  } finally {
    parts.close();
  }
}

async function* withHeader(lines: AsyncIterable<Line>): AsyncGenerator<AnyRow> {
  let headers: readonly string[] | undefined;
  for await (const { number, cells } of lines) {
    if (headers === undefined) {
      if (cells.some((cell) => cell?.trim())) headers = checkHeader(Array.from(cells, (cell) => cell ?? ''));
      continue;
    }
    const object = byHeader(headers, cells);
    if (object !== undefined) yield { row: number, cells: object };
  }
  if (headers === undefined) throw new Unreadable('文件没有表头，请在第一行写明各列的名称');
}

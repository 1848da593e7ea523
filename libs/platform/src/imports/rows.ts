import type { Readable } from 'node:stream';
import { DomainError, say } from '@jihui/kernel';
import { readCsv } from './csv.js';
import { readJsonLines } from './json-lines.js';
import type { Importer, RowReader } from './importer.js';
import type { AnyRow } from './row.js';
import { readXlsx } from './xlsx/read-xlsx.js';

export type SourceFormat = 'csv' | 'xlsx' | 'jsonl';

const extensionOf = (fileName: string): string => /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';

/**
 * The format that a file's name states.
 * @param own extensions of what is read besides, for the refusal
 * @throws DomainError IMPORT.FORMAT_UNKNOWN
 */
export function formatOf(fileName: string, own: readonly string[] = []): SourceFormat {
  const extension = extensionOf(fileName);
  if (extension === 'csv' || extension === 'xlsx' || extension === 'jsonl') return extension;
  if (extension === 'ndjson') return 'jsonl';
  const formats = ['.csv', '.xlsx', '.jsonl', ...own.map((one) => `.${one}`)].join(' / ');
  throw new DomainError('IMPORT.FORMAT_UNKNOWN', say`只能导入 ${formats} 文件，请另存为其中一种再导入`);
}

/**
 * Refuses a file before it is read.
 * @param own extensions that are read beside tables and JSONL
 * @throws DomainError IMPORT.FORMAT_UNKNOWN
 */
export function checkFormat(fileName: string, own: readonly string[]): void {
  if (!own.includes(extensionOf(fileName))) formatOf(fileName, own);
}

/**
 * The rows of a file, one at a time: memory does not grow with the file. Empty rows are left out
 * but counted.
 * @throws DomainError IMPORT.UNREADABLE when the file as a whole is not of the format.
 */
export function readRows(source: Readable, format: SourceFormat): AsyncGenerator<AnyRow> {
  switch (format) {
    case 'csv':
      return readCsv(source);
    case 'xlsx':
      return readXlsx(source);
    case 'jsonl':
      return readJsonLines(source);
  }
}

/**
 * How an importer reads a file of that name: in a format of its own, or as a table or JSONL.
 * @throws DomainError IMPORT.FORMAT_UNKNOWN
 */
export function readerFor({ reads = {} }: Pick<Importer, 'reads'>, fileName: string): RowReader {
  const extension = extensionOf(fileName);
  const own = Object.hasOwn(reads, extension) ? reads[extension] : undefined;
  if (own !== undefined) return own;
  const format = formatOf(fileName, Object.keys(reads));
  return (source) => readRows(source, format);
}

/** One line of CSV (RFC 4180); null is an empty cell. */
export const csvLine = (cells: readonly unknown[]): string =>
  `${cells.map((cell) => quoted(typeof cell === 'number' ? String(cell) : guarded(textOf(cell)))).join(',')}\r\n`;

/** The same value in a cell of a workbook, which runs no text. */
export const cellOf = (value: unknown): string | number | null => {
  if (typeof value === 'number') return value;
  return textOf(value) || null;
};

/** Between the items of a list, as the import reads it. */
const SEPARATOR = '；';
const HOLDS_SEPARATOR = /[;；、，,|\n[\]]/u;

/** A list of short texts is written as people write one; what has parts as JSON. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'string') return cell;
  if (!Array.isArray(cell)) return JSON.stringify(cell);
  if (cell.length === 0) return '';
  const isPlain = cell.every(
    (item) => typeof item === 'string' && item !== '' && !HOLDS_SEPARATOR.test(item),
  );
  return isPlain ? cell.join(SEPARATOR) : JSON.stringify(cell);
}

/** A spreadsheet runs a cell that begins like a formula; the quotation mark makes it text, and the import drops it. */
const guarded = (text: string): string => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import { DomainError, say } from '@jihui/kernel';

/** No template has a tenth of it; each row is looked up by each column. */
const MAX_COLUMNS = 1_000;

/** A row of cells as an object by header; undefined for a row without any content. */
export function byHeader(
  headers: readonly string[],
  cells: readonly (string | undefined)[],
): Record<string, string> | undefined {
  const object: Record<string, string> = {};
  let filled = false;
  headers.forEach((header, index) => {
    const cell = unguarded(cells[index]?.trim() ?? '');
    if (header === '' || cell === '') return;
    object[header] = cell;
    filled = true;
  });
  return filled ? object : undefined;
}

/** An export puts a quotation mark before what a spreadsheet would run as a formula. */
const unguarded = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell);

/**
 * Checks a table's first row: it names the columns.
 * @throws DomainError IMPORT.UNREADABLE when it is not text, is empty or names a column twice.
 */
export function checkHeader(cells: readonly string[]): string[] {
  const headers = cells.map((cell) => cell.trim());
  if (headers.some((header) => header.includes('\uFFFD') || header.includes('\u0000')))
    throw new DomainError('IMPORT.UNREADABLE', '文件不是 UTF-8 编码，请另存为 “CSV UTF-8” 再导入');
  const named = headers.filter((header) => header !== '');
  if (named.length === 0)
    throw new DomainError('IMPORT.UNREADABLE', '文件没有表头，请在第一行写明各列的名称');
  if (named.length > MAX_COLUMNS)
    throw new DomainError(
      'IMPORT.UNREADABLE',
      say`表头有 ${named.length} 列，最多 ${MAX_COLUMNS} 列，请检查分隔符`,
    );
  const twice = named.find((header, index) => named.indexOf(header) !== index);
  if (twice !== undefined)
    throw new DomainError('IMPORT.UNREADABLE', say`表头中“${twice}”出现了两次，请改名或删去一列`);
  return headers;
}

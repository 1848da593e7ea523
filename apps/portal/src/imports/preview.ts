/** How much of the file is read for its preview. */
const READ_BYTES = 64 * 1024;
const ROWS = 5;

export interface Preview {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The first records of CSV text: quotes may hold commas and line breaks. */
export function csvRecords(text: string, most: number): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && records.length < most; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      record.push(cell);
      cell = '';
    } else if (character === '\n') {
      records.push([...record, cell.replace(/\r$/, '')]);
      record = [];
      cell = '';
    } else cell += character;
  }
  if (records.length < most && (cell !== '' || record.length > 0)) records.push([...record, cell]);
  return records;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** The first records of JSON lines, under the keys of the first. */
function jsonLines(source: string): Preview | null {
  const rows = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, ROWS)
    .flatMap((line): Record<string, unknown>[] => {
      try {
        return [JSON.parse(line) as Record<string, unknown>];
      } catch {
        return [];
      }
    });
  const columns = Object.keys(rows[0] ?? {});
  return columns.length > 0
    ? { columns, rows: rows.map((row) => columns.map((column) => text(row[column]))) }
    : null;
}

/** Columns and first rows of a CSV or JSONL file; null for what it does not read (XLSX, XML). */
export async function previewOf(file: File): Promise<Preview | null> {
  if (/\.(xlsx|xml)$/i.test(file.name)) return null;
  const source = (await file.slice(0, READ_BYTES).text()).replace(/^\uFEFF/, '');
  if (source.trimStart().startsWith('{')) return jsonLines(source);
  const [columns, ...rows] = csvRecords(source, ROWS + 1);
  return columns ? { columns, rows } : null;
}

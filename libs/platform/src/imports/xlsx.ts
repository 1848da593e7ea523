import type { Readable } from 'node:stream';
import { DomainError } from '@jihui/kernel';
import { byHeader, checkHeader } from './header.js';
import type { AnyRow } from './row.js';

const isoDay = (value: Date): string => value.toISOString().slice(0, 10);

/** What a person sees in the cell. Excel's dates have no zone: exceljs gives them as UTC. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return isoDay(value);
  const cell = value as { richText?: { text: string }[]; text?: unknown; result?: unknown; error?: string };
  if (cell.richText !== undefined) return cell.richText.map((part) => part.text).join('');
  if (cell.text !== undefined) return cellText(cell.text);
  if (cell.error !== undefined) return cell.error;
  return cellText(cell.result);
}

const textsOf = (values: unknown): string[] =>
  Array.isArray(values) ? Array.from(values.slice(1) as unknown[], cellText) : [];

/** Rows of the first sheet of an XLSX workbook. */
export async function* readXlsx(source: Readable): AsyncGenerator<AnyRow> {
  // Loaded when the first workbook comes: it is a tenth of what the server loads to start.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(source, {
    entries: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
    worksheets: 'emit',
  });
  let headers: readonly string[] | undefined;
  try {
    for await (const sheet of workbook) {
      for await (const line of sheet) {
        const cells = textsOf(line.values);
        if (headers === undefined) {
          if (cells.some((cell) => cell.trim() !== '')) headers = checkHeader(cells);
          continue;
        }
        const object = byHeader(headers, cells);
        if (object !== undefined) yield { row: line.number, cells: object };
      }
      break;
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('IMPORT.UNREADABLE', '文件不是有效的 .xlsx 工作簿，请用表格软件重新保存后再导入');
  } finally {
    source.destroy();
  }
  if (headers === undefined)
    throw new DomainError('IMPORT.UNREADABLE', '文件没有表头，请在第一行写明各列的名称');
}

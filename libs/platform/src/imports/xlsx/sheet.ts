import type { Book } from './book.js';
import { listen, type Attributes, type Listener } from './elements.js';
import { unescaped } from './escapes.js';
import { tooLarge, Unreadable } from './unreadable.js';

/** Excel's own bounds of a sheet. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/**
 * What is read of one sheet at most. Characters are those of shared texts, counted wherever a cell names one: a few bytes
 * each time, while whoever reads the rows has the whole text before them.
 */
const MOST = { rows: MAX_ROWS, characters: 2 * 1024 ** 3 } as const;

export interface Line {
  readonly number: number;
  /** Texts of the row's cells by their columns; a row may have its only cell in the last one. */
  readonly cells: readonly (string | undefined)[];
}

/** Column of a cell's reference, from 0: A1 is 0, AA7 is 26. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const DAY_MS = 86_400_000;
/** Day 0 of a workbook that counts from 1900, as Excel counts from March 1900 on. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);

/** A day as it is written; the number itself where it is no day. */
function dayText(serial: number, from1904: boolean): string {
  const day = new Date((from1904 ? FROM_1904 : FROM_1900) + Math.round(serial * DAY_MS));
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999
    ? String(serial)
    : day.toISOString().slice(0, 10);
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
}

/** Rows of one sheet. A formula is read as the result that was stored with it. */
class Sheet implements Listener {
  done = false;
  pieces = 0;
  private lines: Line[] = [];
  private number = 0;
  private cells: string[] | null = null;
  private nextColumn = 0;
  private cell: Cell | null = null;
  private value: string[] = [];
  private listening = false;
  private inPhonetic = false;
  private characters = 0;

  constructor(
    private readonly book: Book,
    private readonly texts: readonly string[],
    private readonly most: { readonly rows: number; readonly characters: number },
  ) {}

  /** The rows read since this was asked last. */
  taken(): readonly Line[] {
    const { lines } = this;
    this.lines = [];
    return lines;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.startRow(attributes);
    else if (name === 'c') this.startCell(attributes);
    else if (name === 'rPh') this.inPhonetic = true;
    else if (name === 'v' || name === 't') this.listening = this.cell !== null && !this.inPhonetic;
  }

  text(text: string): void {
    if (this.listening) this.value.push(text);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.listening = false;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
    else if (name === 'sheetData') this.done = true;
  }

  private startRow({ r }: Attributes): void {
    this.pieces += 1;
    if (this.pieces > this.most.rows) throw tooLarge();
    const stated = Number(r);
    if (stated > MAX_ROWS) throw new Unreadable();
    this.number = Number.isInteger(stated) && stated > this.number ? stated : this.number + 1;
    this.cells = [];
    this.nextColumn = 0;
  }

  private startCell({ r, t, s }: Attributes): void {
    const column = r === undefined ? this.nextColumn : columnOf(r);
    if (column < 0 || column >= MAX_COLUMNS) throw new Unreadable();
    this.nextColumn = column + 1;
    this.cell = { column, type: t ?? 'n', style: Number(s ?? 0) };
    this.value = [];
  }

  private endCell(): void {
    const { cell, cells } = this;
    this.cell = null;
    if (cell === null || cells === null || this.value.length === 0) return;
    cells[cell.column] = this.shown(cell, this.value.join(''));
  }

  private endRow(): void {
    if (this.cells !== null) this.lines.push({ number: this.number, cells: this.cells });
    this.cells = null;
  }

  /** What a person sees in the cell; a date without its time. */
  private shown({ type, style }: Cell, value: string): string {
    switch (type) {
      case 's':
        return this.shared(Number(value));
      case 'b':
        return value === '0' ? 'false' : 'true';
      case 'd':
        return value.slice(0, 10);
      case 'n': {
        const number = Number(value);
        if (value.trim() === '' || Number.isNaN(number)) return value;
        return this.book.isDate(style) ? dayText(number, this.book.from1904) : String(number);
      }
      default:
        return unescaped(value);
    }
  }

  private shared(index: number): string {
    const text = this.texts[index];
    // Rather no table than one whose texts are lost without a word.
    if (text === undefined) throw new Unreadable();
    this.characters += text.length;
    if (this.characters > this.most.characters) throw tooLarge();
    return text;
  }
}

/** Rows of the sheet, those without any cell among them. */
export async function* readSheet(
  bytes: AsyncIterable<Buffer>,
  book: Book,
  texts: readonly string[],
  most: { readonly rows: number; readonly characters: number } = MOST,
): AsyncGenerator<Line> {
  const sheet = new Sheet(book, texts, most);
  for await (const _ of listen(bytes, sheet)) yield* sheet.taken();
  yield* sheet.taken();
}

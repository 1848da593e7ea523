import type { ReadOutcome, ReadStatus, TextFormat } from '@jihui/kernel';

/** What a person should know of a file that could be read. */
export const READ_NOTES = {
  /** The end of the file is missing; what could be read is there. */
  TRUNCATED: '文件不完整，可能上传或传输时中断，请核对末页',
  /** More pages or characters than are read. */
  CUT: '文件过长，仅识别了前面的部分',
  /** The name says another kind of file than the bytes. */
  WRONG_EXTENSION: '扩展名与文件内容不符',
  /** Some pages hold no text: pictures or scans among them. */
  SOME_PAGES_EMPTY: '部分页面没有可识别的文字',
} as const;
export type ReadNote = keyof typeof READ_NOTES;

/** A file's text as it is kept, and how it came to be. */
export interface Reading {
  readonly status: ReadStatus;
  readonly format: TextFormat | null;
  readonly pages: readonly string[];
  readonly pageCount: number;
  readonly pagesKnown: boolean;
  readonly characters: number;
  /** Pages without text, counted from 1. */
  readonly emptyPages: readonly number[];
  readonly notes: readonly ReadNote[];
}

/** A page of a contract holds hundreds of characters; a stamp or a page number alone is no text. */
const LEAST_ON_A_PAGE = 10;
/** Fonts without a map to characters come out as private or replacement signs. */
const UNREADABLE = /[^\P{Cc}\n\t]|[\p{Co}\uFFFD]/gu;
const MOST_UNREADABLE = 0.3;

const sizeOf = (text: string): number => text.replace(/\s/g, '').length;

const isGarbage = (text: string): boolean =>
  (text.match(UNREADABLE) ?? []).length > sizeOf(text) * MOST_UNREADABLE;

const EXTENSIONS: { readonly [format in TextFormat]: RegExp } = { PDF: /\.pdf$/i, DOCX: /\.docx$/i };

/** Judges what the reader found. @param name the file's name as it was uploaded */
export function readingOf(outcome: ReadOutcome, name: string): Reading {
  const raw = outcome.status === 'READ' ? (outcome.pages ?? []) : [];
  // PostgreSQL's text takes no NUL; private and replacement signs say nothing.
  const pages = raw.map((page) => (isGarbage(page) ? '' : page.replace(UNREADABLE, '')));
  const emptyPages = pages.flatMap((page, index) => (sizeOf(page) < LEAST_ON_A_PAGE ? [index + 1] : []));
  const scanned = outcome.status === 'READ' && emptyPages.length === pages.length;
  const status = scanned ? 'NO_TEXT' : outcome.status;
  const format = outcome.format ?? null;
  const notes: readonly (ReadNote | false)[] = [
    outcome.truncated === true && 'TRUNCATED',
    outcome.cut === true && 'CUT',
    format !== null && !EXTENSIONS[format].test(name) && 'WRONG_EXTENSION',
    status === 'READ' && emptyPages.length > 0 && 'SOME_PAGES_EMPTY',
  ];
  return {
    status,
    format,
    pages: status === 'READ' ? pages : [],
    pageCount: outcome.pageCount ?? 0,
    pagesKnown: outcome.pagesKnown ?? false,
    characters: status === 'READ' ? pages.reduce((sum, page) => sum + sizeOf(page), 0) : 0,
    emptyPages,
    notes: notes.filter((note) => note !== false),
  };
}

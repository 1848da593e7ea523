import { headingOf } from './headings.js';
import type { Place } from './place.js';

/**
 * A contract's text as one reads it: lines that only the width of the page broke are joined, spaces between Chinese
 * characters and the numbers of pages are gone, full-width letters and figures are plain. Every character knows where
 * it stands in the pages.
 */
export interface Flow {
  readonly text: string;
  /** Where these characters stand; cut at the end of the page on which they begin. */
  place(start: number, end: number): Place;
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]/;
const WORD = /[A-Za-z0-9]/;
/** A running page number: 第 3 页 共 10 页, - 3 -, 3/10. */
const PAGE_NUMBER = /^[-—\s]*(第\s*\d+\s*页(\s*[，,/]?\s*共\s*\d+\s*页)?|\d{1,4}(\s*\/\s*\d{1,4})?)[-—\s]*$/;
const ENDS = /[。；;：:！!？?]["”’）)]?\s*$/;
/** 受让方（甲方）：… begins a line of its own however wide the one before. */
const LABELLED = /^\s*[^：:，,。；;（()）]{1,12}([（(][^（()）]{1,12}[)）])?[：:]/;
/** Below this share of the usual width a line ended by itself. */
const SHORT = 0.75;

/** Full-width ASCII and the ideographic space, one for one: lengths stay. */
function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x3000 || code === 0xa0) return ' ';
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}
/** Brackets, commas and colons of Chinese text stay: rules look for them. */
const KEPT = new Set('，：；？！（）');

const usualWidth = (lines: readonly string[]): number => {
  const lengths = lines.map((line) => line.length).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.8)] ?? 0;
};

/** @param broken whether lines end at the width of the page (PDF), or each is a paragraph (DOCX) */
export function flowOf(pages: readonly string[], broken: boolean): Flow {
  let text = '';
  const at: number[] = [];
  const pageStarts: number[] = [];
  let offset = 0;
  let previous = '';
  for (const page of pages) {
    pageStarts.push(offset);
    const lines = page.split('\n');
    const width = usualWidth(lines);
    for (const line of lines) {
      if (!PAGE_NUMBER.test(line) || line.trim() === '') {
        const soft = broken && goesOn(previous, line, width);
        if (text !== '' && !soft) push('\n', offset);
        else if (soft && WORD.test(text.at(-1) ?? '') && WORD.test(line.trimStart()[0] ?? ''))
          push(' ', offset);
        write(line, offset);
        previous = line;
      }
      offset += line.length + 1;
    }
  }
  return { text, place };

  function push(character: string, where: number): void {
    text += character;
    at.push(where);
  }
  function write(line: string, from: number): void {
    for (let index = 0; index < line.length; index += 1) {
      const raw = line[index] ?? '';
      const character = KEPT.has(raw) ? raw : plain(raw);
      if (character === ' ' && !keepsSpace(line, index)) continue;
      push(character, from + index);
    }
  }
  function place(start: number, end: number): Place {
    const first = at[start] ?? offset;
    const last = (at[Math.max(start, end - 1)] ?? offset) + 1;
    const page = Math.max(1, pageStarts.findLastIndex((begin) => begin <= first) + 1);
    const begin = pageStarts[page - 1] ?? 0;
    const length = pages[page - 1]?.length ?? 0;
    return { page, start: first - begin, end: Math.min(last - begin, length) };
  }
}

/** One space between words of letters; none beside a Chinese character, where the printer put it. */
function keepsSpace(line: string, index: number): boolean {
  const before = line[index - 1] ?? '';
  const after = line[index + 1] ?? '';
  if (before === '' || before === ' ' || before === '\t') return false;
  return !CJK.test(before) && !CJK.test(after) && after !== '';
}

/** Whether the line goes on with the sentence of the one before. */
function goesOn(previous: string, line: string, width: number): boolean {
  if (previous.trim() === '' || line.trim() === '') return false;
  if (previous.includes('\t') || line.includes('\t')) return false;
  if (ENDS.test(previous) || LABELLED.test(line) || headingOf(line) !== null) return false;
  return previous.length >= width * SHORT;
}

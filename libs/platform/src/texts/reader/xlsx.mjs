import { Pages } from './limits.mjs';
import { parse } from './numbering.mjs';
import { readParts } from './zip.mjs';

const BOOK = 'xl/workbook.xml';
const STRINGS = 'xl/sharedStrings.xml';
/** Rows left out are lines without text up to here, so that a line's number is its row's. */
const MOST_ROWS = 20_000;
const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/;

export const isWorkbook = async (file, limits) =>
  (await readParts(file, [BOOK], limits.unpackedBytes)).has(BOOK);

/**
 * Rows as lines, cells apart by tabs, a page for each sheet in the order of their parts. What a formula gave is read as it
 * was kept.
 * @param {import('./limits.mjs').Limits} limits
 */
export async function readXlsx(file, limits) {
  const parts = await readParts(file, [STRINGS, SHEETS], limits.unpackedBytes);
  const strings = stringsIn(parts.get(STRINGS));
  const sheets = [...parts.keys()].filter((name) => SHEETS.test(name));
  const taken = new Pages(limits);
  for (const name of sheets) if (!taken.add(sheetOf(parts.get(name), strings, limits))) break;
  const { pages, cut } = taken;
  const short = pages.length < sheets.length || taken.characters >= limits.characters;
  return { pages, pageCount: sheets.length, pagesKnown: true, cut: cut && short, truncated: false };
}

/** Each string of the table; runs of one stand together, how it is pronounced is left out. */
function stringsIn(xml) {
  const strings = [];
  if (xml === undefined) return strings;
  let [said, inText, aside] = ['', false, 0];
  parse(xml, {
    open(name) {
      if (name === 'si') said = '';
      if (name === 'rPh') aside += 1;
      if (name === 't') inText = aside === 0;
    },
    close(name) {
      if (name === 'si') strings.push(said);
      if (name === 'rPh') aside -= 1;
      if (name === 't') inText = false;
    },
    text(content) {
      if (inText) said += content;
    },
    self: null,
  });
  return strings;
}

/** No more than the limit: a string that a million cells repeat is short in the file and long when it is read. */
function sheetOf(xml, strings, { characters }) {
  const lines = [];
  let [row, cell, kind, inValue, left] = [[], '', '', false, characters];
  parse(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = [];
        const before = Math.min(Number(attributes.r ?? 1) - 1, MOST_ROWS);
        while (lines.length < before) lines.push('');
      }
      if (name === 'c') [cell, kind] = ['', attributes.t ?? ''];
      if (name === 'v' || name === 't') inValue = true;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c') {
        const said = kind === 's' ? (strings[Number(cell)] ?? '') : cell;
        if (left > 0) row.push(said);
        left -= said.length + 1;
      }
      if (name === 'row') lines.push(row.join('\t').replaceAll('\n', ' '));
    },
    text(content) {
      if (inValue) cell += content;
    },
    self: null,
  });
  return lines.join('\n');
}

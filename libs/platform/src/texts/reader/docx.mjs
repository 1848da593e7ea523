import { Pages, Unreadable } from './limits.mjs';
import { Numbering, parse } from './numbering.mjs';
import { readParts } from './zip.mjs';

const DOCUMENT = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

/** The parts of which the second half repeats the first for older programs; and what Word does not show. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:del', 'w:moveFrom', 'w:instrText', 'w:delText']);

/**
 * Paragraphs as lines and rows of tables as cells apart by tabs, in pages as Word last broke them where it
 * left its marks; one page otherwise.
 * @param {import('./limits.mjs').Limits} limits
 */
export async function readDocx(file, limits) {
  const parts = await readParts(file, [TYPES, DOCUMENT, NUMBERING, STYLES], limits.unpackedBytes);
  if (!parts.has(TYPES)) throw new Unreadable('UNSUPPORTED', 'a ZIP archive that is no document');
  const xml = parts.get(DOCUMENT);
  if (xml === undefined) throw new Unreadable('UNSUPPORTED', 'no word/document.xml');
  const body = new Body(new Numbering(parts.get(NUMBERING), parts.get(STYLES)));
  parse(xml, { open: body.open, close: body.close, text: body.text, self: body });
  const found = body.end();
  const taken = new Pages(limits);
  for (const page of found) if (!taken.add(page)) break;
  const { pages } = taken;
  return {
    pages,
    pageCount: found.length,
    pagesKnown: found.length > 1,
    cut:
      taken.cut &&
      (pages.length < found.length || (pages.at(-1)?.length ?? 0) < found[pages.length - 1].length),
    truncated: false,
  };
}

/** Follows the document's elements and writes lines. */
class Body {
  constructor(numbering) {
    this.numbering = numbering;
    this.pages = [];
    this.lines = [];
    this.rows = [];
    this.paragraph = null;
    this.run = null;
    this.hiddenDepth = 0;
    this.inText = false;
  }

  open(name, attributes) {
    if (this.hiddenDepth > 0 || LEFT_OUT.has(name)) {
      this.hiddenDepth += 1;
      return;
    }
    const value = attributes['w:val'];
    switch (name) {
      case 'w:p':
        this.paragraph = { outer: this.paragraph, text: '', style: undefined, own: {}, numbered: false };
        break;
      case 'w:pStyle':
        if (this.paragraph) this.paragraph.style = value;
        break;
      case 'w:numId':
        if (this.paragraph) this.paragraph.own.list = value;
        break;
      case 'w:ilvl':
        if (this.paragraph) this.paragraph.own.level = Number(value);
        break;
      case 'w:r':
        this.run = { vanish: false };
        break;
      case 'w:vanish':
        if (this.run) this.run.vanish = value !== '0' && value !== 'false';
        break;
      case 'w:t':
        this.inText = true;
        break;
      case 'w:tab':
        if (this.run) this.write(' ');
        break;
      case 'w:br':
        if (attributes['w:type'] === 'page') this.breakPage();
        else this.write('\n');
        break;
      case 'w:lastRenderedPageBreak':
        this.breakPage();
        break;
      case 'w:noBreakHyphen':
        this.write('-');
        break;
      case 'w:tr':
        this.rows.push([]);
        break;
      case 'w:tc':
        this.rows.at(-1)?.push('');
        break;
    }
  }

  close(name) {
    if (this.hiddenDepth > 0) {
      this.hiddenDepth -= 1;
      return;
    }
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:r') this.run = null;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:tr') this.endRow();
  }

  text(content) {
    if (this.inText && this.hiddenDepth === 0) this.write(content);
  }

  write(text) {
    if (this.paragraph === null || this.run?.vanish) return;
    this.paragraph.text += text;
  }

  endParagraph() {
    const { outer, text, style, own } = this.paragraph;
    this.paragraph = outer;
    if (text.trim() === '') return;
    const line = this.numbering.next(style, own) + text;
    const row = this.rows.at(-1);
    if (row && row.length > 0)
      row[row.length - 1] += (row.at(-1) === '' ? '' : ' ') + line.replace(/\s+/g, ' ');
    else this.lines.push(line);
  }

  endRow() {
    const cells = this.rows.pop() ?? [];
    const line = cells.join('\t');
    if (line.trim() === '') return;
    const outer = this.rows.at(-1);
    if (outer && outer.length > 0) outer[outer.length - 1] += ` ${line.replaceAll('\t', ' ')}`;
    else this.lines.push(line);
  }

  /** What stands before the break belongs to the page that ends; a break before all text makes no empty page. */
  breakPage() {
    const before = this.paragraph?.text ?? '';
    if (this.rows.length === 0 && this.paragraph && before.trim() !== '') {
      this.lines.push(this.numbering.next(this.paragraph.style, this.paragraph.own) + before);
      this.paragraph = { ...this.paragraph, text: '', own: { list: '0' } };
    }
    if (this.lines.length === 0) return;
    this.pages.push(this.lines.join('\n'));
    this.lines = [];
  }

  end() {
    return [...this.pages, this.lines.join('\n')].filter((page, index) => page !== '' || index === 0);
  }
}

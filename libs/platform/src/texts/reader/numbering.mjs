import { SaxesParser } from 'saxes';

/** Chinese counting as in 第十二条, up to 9,999. */
export function chineseNumber(value) {
  const digits = '〇一二三四五六七八九';
  const units = ['', '十', '百', '千'];
  if (value <= 0 || value >= 10_000) return String(value);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + digits[digit] + units[power];
      gap = false;
    }
  }
  return text.replace(/^一十/, '十');
}

function roman(value) {
  const signs = ['m', 'cm', 'd', 'cd', 'c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'];
  const worths = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let text = '';
  let left = value;
  worths.forEach((worth, index) => {
    for (; left >= worth; left -= worth) text += signs[index];
  });
  return text;
}
const letter = (value) =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(1 + Math.floor((value - 1) / 26));

/** ST_NumberFormat (ECMA-376, 17.18.59), those that contracts use. */
const FORMATS = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  ideographDigital: (value) =>
    [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  japaneseCounting: chineseNumber,
  lowerLetter: letter,
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  decimalEnclosedCircle: (value) => (value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value)),
  decimalEnclosedCircleChinese: (value) =>
    value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value),
};

const LEVELS = 9;

/**
 * Numbers that Word computes and does not store: 第一条 of an automatic list is no text of the document.
 * Read from numbering.xml and styles.xml, counted as the paragraphs go by.
 */
export class Numbering {
  constructor(numberingXml, stylesXml) {
    this.abstracts = new Map();
    this.lists = new Map();
    this.styles = new Map();
    this.counters = new Map();
    if (numberingXml) this.readNumbering(numberingXml);
    if (stylesXml) this.readStyles(stylesXml);
  }

  /** @returns {string} the number before the paragraph's text, or nothing */
  next(style, own) {
    const of = { ...this.ofStyle(style), ...own };
    if (of.list === undefined || of.list === '0') return '';
    const list = this.lists.get(of.list);
    const levels = list && this.abstracts.get(list.abstract);
    const at = Math.min(of.level ?? 0, LEVELS - 1);
    const level = list?.overrides.get(at) ?? levels?.get(at);
    if (!list || !level) return '';
    const counts = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counts);
    counts[at] = (counts[at] ?? (level.start ?? 1) - 1) + 1;
    counts.length = at + 1;
    return this.rendered(level, list, levels, counts);
  }

  rendered(level, list, levels, counts) {
    if (level.format === 'bullet' || level.format === 'none') return '';
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1;
      const other = list.overrides.get(at) ?? levels?.get(at) ?? level;
      const format = level.legal ? 'decimal' : other.format;
      return (FORMATS[format] ?? String)(counts[at] ?? other.start ?? 1);
    });
  }

  /** Through `basedOn`, at most so many steps: a style may be based on itself. */
  ofStyle(id, left = 12) {
    const style = id === undefined || left === 0 ? undefined : this.styles.get(id);
    return style ? { ...this.ofStyle(style.basedOn, left - 1), ...style.numbering } : {};
  }

  readNumbering(xml) {
    let levels = null;
    let list = null;
    let level = null;
    parse(xml, {
      open(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:abstractNum') this.abstracts.set(attributes['w:abstractNumId'], (levels = new Map()));
        else if (name === 'w:num') {
          this.lists.set(attributes['w:numId'], (list = { abstract: undefined, overrides: new Map() }));
          levels = null;
        } else if (name === 'w:abstractNumId' && list) list.abstract = value;
        else if (name === 'w:lvl') {
          level = { format: 'decimal', text: '', start: 1 };
          (levels ?? list?.overrides)?.set(Number(attributes['w:ilvl']), level);
        } else if (level && name === 'w:numFmt') level.format = value;
        else if (level && name === 'w:lvlText') level.text = value ?? '';
        else if (level && name === 'w:start') level.start = Number(value);
        else if (level && name === 'w:isLgl') level.legal = value !== '0';
      },
      close(name) {
        if (name === 'w:lvl') level = null;
        if (name === 'w:abstractNum') levels = null;
        if (name === 'w:num') list = null;
      },
      self: this,
    });
  }

  readStyles(xml) {
    let style = null;
    parse(xml, {
      open(name, attributes) {
        const value = attributes['w:val'];
        if (name === 'w:style') this.styles.set(attributes['w:styleId'], (style = { numbering: {} }));
        else if (!style) return;
        else if (name === 'w:basedOn') style.basedOn = value;
        else if (name === 'w:numId') style.numbering.list = value;
        else if (name === 'w:ilvl') style.numbering.level = Number(value);
      },
      close(name) {
        if (name === 'w:style') style = null;
      },
      self: this,
    });
  }
}

/** Calls back for each element; no entity is ever expanded but the five of XML. */
export function parse(xml, { open, close, text, self }) {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE has no place in a document part');
  });
  parser.on('opentag', ({ name, attributes }) => open.call(self, name, attributes));
  parser.on('closetag', ({ name }) => close.call(self, name));
  if (text) parser.on('text', (content) => text.call(self, content));
  parser.write(xml).close();
}

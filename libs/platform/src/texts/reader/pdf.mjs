import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Pages, Unreadable } from './limits.mjs';

const require = createRequire(import.meta.url);
/** Without its end mark a file was cut on its way, even where a reader can make something of the rest. */
const END_MARK_WITHIN = 2_048;

/**
 * pdf.js, for text alone. It would load a native canvas to draw with: hostile bytes are kept away from native code,
 * so it finds none, and a matrix class that is only asked for when something is drawn.
 */
async function pdfjs() {
  const own = { module: { createRequire: () => refuse }, fs: require('node:fs'), url: require('node:url') };
  process.getBuiltinModule = (name) => own[name] ?? require(`node:${name}`);
  globalThis.DOMMatrix = class {};
  globalThis.Path2D = class {};
  globalThis.ImageData = class {};
  console.log = console.warn = () => undefined;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
function refuse(name) {
  throw new Error(`${name} is not loaded here`);
}

/** The maps by which Chinese fonts that are not embedded name their characters. */
const assets = () => path.dirname(require.resolve('pdfjs-dist/package.json'));

/**
 * The text of each page, lines as they stand, cells of a table apart by tabs.
 * @param {import('./limits.mjs').Limits} limits
 */
export async function readPdf(file, limits) {
  const bytes = readFileSync(file);
  const truncated = !bytes.subarray(-END_MARK_WITHIN).includes('%%EOF');
  const { getDocument, Util } = await pdfjs();
  const document = await opened(getDocument, bytes);
  const taken = new Pages(limits);
  const count = document.numPages;
  let beside = {};
  try {
    if (limits.office) beside = { beside: await propertiesOf(document) };
    for (let number = 1; number <= count; number += 1) {
      const page = await document.getPage(number);
      const more = taken.add(await textOf(page, Util));
      page.cleanup();
      if (!more) break;
    }
  } finally {
    await document.loadingTask.destroy();
  }
  const { pages, cut } = taken;
  return {
    pages,
    pageCount: count,
    pagesKnown: true,
    cut: cut && pages.length < count,
    truncated,
    ...beside,
  };
}

/** Title, author and whatever else whoever made the file wrote of it; no more than a page. */
async function propertiesOf(document) {
  const { info } = await document.getMetadata();
  const said = ['Title', 'Author', 'Subject', 'Keywords'].map((name) => info?.[name]);
  return said
    .filter((one) => typeof one === 'string')
    .join('\n')
    .slice(0, 4_000);
}

async function opened(getDocument, bytes) {
  const folder = assets();
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${folder}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${folder}/standard_fonts/`,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw new Unreadable(
      error?.name === 'PasswordException' ? 'ENCRYPTED' : 'DAMAGED',
      String(error?.message),
    );
  }
}

async function textOf(page, Util) {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const pieces = items
    .filter(({ str }) => str !== '')
    .map(({ str, transform, width }) => {
      const [, , c, d, x, y] = Util.transform(viewport.transform, transform);
      return { str, x, y, width, height: Math.hypot(c, d) || 1 };
    })
    .filter(({ str, width }) => str.trim() !== '' || width > 0);
  return linesOf(pieces)
    .map(joined)
    .filter((line) => line.trim() !== '')
    .join('\n');
}

/** Pieces on one height are a line; lines from above to below, pieces from left to right. */
function linesOf(pieces) {
  const lines = [];
  for (const piece of pieces) {
    const line = lines.findLast(
      (other) => Math.abs(other.y - piece.y) < Math.min(other.height, piece.height) * 0.5,
    );
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  lines.sort((a, b) => a.y - b.y);
  return lines.map((line) => line.pieces.sort((a, b) => a.x - b.x));
}

const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/** A wide gap is the border of a cell; a narrow one a space, unless a Chinese character stands beside it. */
function joined(pieces) {
  let text = '';
  let end = null;
  let last = null;
  for (const piece of pieces) {
    if (last && last.str === piece.str && Math.abs(last.x - piece.x) < piece.height * 0.1) continue; // drawn twice for boldness
    if (end !== null) {
      const gap = (piece.x - end) / piece.height;
      if (gap > 1.8) text += '\t';
      else if (gap > 0.2 && !CJK.test(text.at(-1) ?? '') && !CJK.test(piece.str[0])) text += ' ';
    }
    text += piece.str.replace(/\s+/g, ' ');
    end = piece.x + piece.width;
    last = piece;
  }
  return text.trimEnd();
}

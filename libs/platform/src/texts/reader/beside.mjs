import { parse } from './numbering.mjs';
import { readParts } from './zip.mjs';

/** Parts in which a name stands as easily as in the text, and is seen less. */
const BESIDE = [
  /^word\/(?:header|footer)\d*\.xml$/,
  /^word\/(?:footnotes|endnotes|comments)\.xml$/,
  /^xl\/comments\d*\.xml$/,
  /^xl\/drawings\/drawing\d*\.xml$/,
  /^docProps\/(?:core|app)\.xml$/,
];
/** Elements that end what is said: the next is another line. */
const LINES = new Set(
  [
    'w:p',
    'a:p',
    'text',
    'dc:creator',
    'cp:lastModifiedBy',
    'dc:title',
    'dc:subject',
    'dc:description',
  ].concat([
    'cp:keywords',
    'cp:category',
    'Company',
    'Manager',
    'vt:lpstr',
    'Application',
    'Template',
    'authors',
    'author',
  ]),
);

/** Of an Office file: each part's text, its lines apart. */
export async function besideOf(file, limits) {
  const parts = await readParts(file, BESIDE, limits.unpackedBytes);
  return [...parts.values()].map(textOf).join('\n').slice(0, limits.characters);
}

function textOf(xml) {
  let text = '';
  parse(xml, {
    open() {},
    close(name) {
      if (LINES.has(name)) text += '\n';
    },
    text(content) {
      text += content;
    },
    self: null,
  });
  return text.replace(/\n\s*\n/g, '\n');
}

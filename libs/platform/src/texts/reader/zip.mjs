import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { Unreadable } from './limits.mjs';

/** A document has some dozens of parts; thousands are made to tire a reader. */
const MAX_ENTRIES = 5_000;
/** Deflate cannot do better than about 1,032 to 1; text in XML stays far below this. */
const MAX_RATIO = 400;
/** Below this size a high ratio harms nobody (an empty picture, a page of blanks). */
const RATIO_MATTERS_FROM = 10 * 1024 * 1024;

/**
 * The named parts of a ZIP archive as text, a pattern standing for all whose names fit it, in the order of their numbers. Before a byte is unpacked the directory is weighed: what it declares
 * must be within the limit, and parts may not share their packed bytes (a bomb whose parts overlap).
 * While unpacking, what really comes out is counted as well: a directory may lie.
 * @returns {Promise<Map<string, string>>}
 */
export async function readParts(file, wanted, limit) {
  const zip = await promisify(yauzl.open)(file, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
  });
  try {
    const entries = weighed(await entriesOf(zip), limit);
    const parts = new Map();
    let left = limit;
    for (const name of wanted.flatMap((one) => fitting(one, entries))) {
      const entry = entries.get(name);
      if (entry === undefined) continue;
      const text = await unpacked(zip, entry, left);
      left -= text.length;
      parts.set(name, text.toString('utf8'));
    }
    return parts;
  } finally {
    zip.close();
  }
}

const fitting = (wanted, entries) =>
  typeof wanted === 'string'
    ? [wanted]
    : [...entries.keys()]
        .filter((name) => wanted.test(name))
        .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));

function entriesOf(zip) {
  return new Promise((resolve, reject) => {
    const entries = [];
    zip.on('entry', (entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) reject(new Unreadable('BOMB', `more than ${MAX_ENTRIES} parts`));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** Of a local file's header, its name and extra field not counted. */
const HEADER_BYTES = 30;

function weighed(entries, limit) {
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
  if (declared > limit) throw new Unreadable('BOMB', `declares ${declared} bytes`);
  const inPlace = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  inPlace.forEach(({ relativeOffsetOfLocalHeader, compressedSize }, index) => {
    const next = inPlace[index + 1]?.relativeOffsetOfLocalHeader ?? Infinity;
    if (relativeOffsetOfLocalHeader + HEADER_BYTES + compressedSize > next)
      throw new Unreadable('BOMB', 'parts overlap');
  });
  if (declared > RATIO_MATTERS_FROM && declared > packed * MAX_RATIO)
    throw new Unreadable('BOMB', `packed ${packed} to ${declared}`);
  return new Map(entries.map((entry) => [entry.fileName, entry]));
}

async function unpacked(zip, entry, limit) {
  if (entry.isEncrypted()) throw new Unreadable('ENCRYPTED', entry.fileName);
  const stream = await promisify(zip.openReadStream.bind(zip))(entry);
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) {
      stream.destroy();
      throw new Unreadable('BOMB', `${entry.fileName} unpacks to more than ${limit} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

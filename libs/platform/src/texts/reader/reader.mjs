/**
 * The process that opens a file that was uploaded. What people upload may be built to harm: nothing of it is parsed in the
 * server. This process holds no secret, no connection and no environment; its parent (text-reader.ts) kills it at
 * the limits of time and memory. Plain JavaScript, so that it runs the same from source as when built.
 *
 * Each message { path, limits } is answered by one: a ReadOutcome.
 */
import { openSync, readFileSync, readSync, closeSync, writeFileSync } from 'node:fs';
import { besideOf } from './beside.mjs';
import { readDocx } from './docx.mjs';
import { Unreadable } from './limits.mjs';
import { readPdf } from './pdf.mjs';
import { isWorkbook, readXlsx } from './xlsx.mjs';

/** Where memory runs out in spite of the limits, the kernel takes this process and not the server. */
function offerItselfFirst() {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // Not Linux, or not allowed: the parent's watch remains.
  }
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** Compound file: Word before 2007, and the wrapping of an encrypted DOCX. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
/** A PDF's header may stand after other bytes, within the first 1,024 (ISO 32000-1, annex H). */
const PDF_HEADER_WITHIN = 1_024;

/** What the bytes are, whatever the file is called. */
function formatOf(path) {
  const head = Buffer.alloc(PDF_HEADER_WITHIN);
  const file = openSync(path, 'r');
  const length = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  const start = head.subarray(0, length);
  if (start.subarray(0, 4).equals(ZIP) || start.subarray(0, 4).equals(EMPTY_ZIP)) return 'DOCX';
  if (start.subarray(0, 8).equals(COMPOUND)) return 'COMPOUND';
  return start.includes('%PDF-') ? 'PDF' : null;
}

async function read(path, limits) {
  const format = formatOf(path);
  if (format === 'PDF') return { status: 'READ', format, ...(await readPdf(path, limits)) };
  if (format === 'DOCX') return limits.office ? readOffice(path, limits) : readWord(path, limits);
  if (format === 'COMPOUND')
    return { status: readFileSync(path).includes(ENCRYPTED_PACKAGE) ? 'ENCRYPTED' : 'OLD_WORD' };
  return { status: 'UNSUPPORTED' };
}

const readWord = async (path, limits) => ({
  ...{ status: 'READ', format: 'DOCX' },
  ...(await readDocx(path, limits)),
});

/** A document or a workbook, with what stands beside its text. */
async function readOffice(path, limits) {
  const book = await isWorkbook(path, limits);
  const text = book ? { status: 'READ', ...(await readXlsx(path, limits)) } : await readWord(path, limits);
  return { ...text, beside: await besideOf(path, limits) };
}

offerItselfFirst();
process.on('message', async ({ path, limits }) => {
  const outcome = await read(path, limits).catch((error) => ({
    status: error instanceof Unreadable ? error.status : 'DAMAGED',
    detail: String(error?.message ?? error).slice(0, 200),
  }));
  process.send(outcome);
});

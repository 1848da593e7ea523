import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { font } from '@jihui/platform';

export { docxOf, NUMBERING, numbered, paragraph, row, smallPdf, zipOf, type ZipEntry } from '@jihui/testing';

/** A PDF with one page a list of lines; encrypted with a user's password where one is given. */
export function pdfOf(
  pages: readonly (readonly string[])[],
  options: { readonly password?: string } = {},
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    autoFirstPage: false,
    ...(options.password === undefined ? {} : { userPassword: options.password, pdfVersion: '1.7' as const }),
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<Buffer>((resolve, reject) =>
    doc.on('end', () => resolve(Buffer.concat(chunks))).on('error', reject),
  );
  doc.registerFont('regular', font('400Regular'));
  for (const lines of pages) {
    doc.addPage().font('regular').fontSize(11);
    for (const line of lines) doc.text(line);
  }
  doc.end();
  return ended;
}

/** Files on disk for as long as a test needs them. */
export async function folderOf(
  files: Readonly<Record<string, Buffer>>,
): Promise<{ path(name: string): string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jihui-documents-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  return {
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

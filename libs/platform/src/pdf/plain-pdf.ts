import { font } from './fonts.js';

/** A plain Chinese document: a heading and paragraphs on A4. */
export async function drawPages(heading: string, paragraphs: readonly string[]): Promise<Buffer> {
  // Loaded with the first document, as for certificates.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({ size: 'A4', margin: 72, info: { Title: heading } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.registerFont('regular', font('400Regular')).registerFont('bold', font('600SemiBold'));
  doc.font('bold').fontSize(18).text(heading, { align: 'center' }).moveDown(1.5);
  doc.font('regular').fontSize(11);
  for (const paragraph of paragraphs) doc.text(paragraph, { lineGap: 6 }).moveDown(0.6);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

import type PDFDocument from 'pdfkit';
import type { Modules } from 'qrcode';
import { CONTRACT_CLASSES, CONTRACT_SUBCLASSES, formatYuan } from '@jihui/kernel';
import { font } from '@jihui/platform';
import type { CertificateFacts, CertificatePayload } from '../core/certificates/payload.js';
import { amountInWords } from '../core/rmb.js';

export interface CertificateDrawing {
  readonly payload: CertificatePayload;
  readonly facts: CertificateFacts;
  /** What the QR code opens. */
  readonly verifyUrl: string;
  readonly ruleSetName: string;
  readonly issuedAt: Date;
}

const INK = '#14213D';
const GOLD = '#A8834B';
const PALE = '#F7F3EA';
const GREY = '#5B6472';
const LINE = '#D9CFBB';

const A4 = { width: 595.28, height: 841.89 } as const;
const LEFT = 66;
const WIDTH = A4.width - 2 * LEFT;
const LABEL = 92;
const SIZE = 10.5;
/** Where the code and the registry's name begin. */
const FOOT = 634;

const day = (legalDay: string): string => {
  const [year, month, date] = legalDay.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const nameIn = (table: Readonly<Record<string, string>>, code: string): string => table[code] ?? code;

type Row = readonly (readonly [label: string, value: string])[];

function rowsOf({ facts, payload }: CertificateDrawing): readonly Row[] {
  const amount = (fen: number): string => `¥${formatYuan(fen)}\n人民币${amountInWords(fen)}`;
  return [
    [['项目名称', facts.title]],
    [
      ['合同类别', nameIn(CONTRACT_CLASSES, payload.class)],
      ['合同子类', nameIn(CONTRACT_SUBCLASSES, facts.subclass)],
    ],
    [[facts.sellers.length > 1 ? `卖方（${facts.sellers.length}方）` : '卖方', facts.sellers.join('；')]],
    [[facts.buyers.length > 1 ? `买方（${facts.buyers.length}方）` : '买方', facts.buyers.join('；')]],
    [
      ['签订日期', day(facts.signedOn)],
      ['合同有效期', `${day(facts.effectiveFrom)}\n至 ${day(facts.effectiveTo)}`],
    ],
    [
      ['合同成交额', amount(facts.total)],
      ['技术交易额', amount(facts.technical)],
    ],
    [
      ['受理编号', facts.acceptanceNumber],
      ['全国登记号', facts.nationalRegNo ?? '未回填'],
    ],
    [
      ['登记员', `初审 ${facts.firstReviewer}\n复核 ${facts.secondReviewer}`],
      ['登记日期', day(payload.date)],
    ],
    [
      ['证明版本', `第 ${payload.version} 版，${day(payload.issued)}出具`],
      ['登记状态', '有效（出具时）'],
    ],
  ];
}

type Doc = InstanceType<typeof PDFDocument>;

function frame(doc: Doc): void {
  doc
    .rect(30, 30, A4.width - 60, A4.height - 60)
    .lineWidth(2.2)
    .stroke(GOLD);
  doc
    .rect(36.5, 36.5, A4.width - 73, A4.height - 73)
    .lineWidth(0.6)
    .stroke(GOLD);
  for (const [x, y, right, down] of [
    [36.5, 36.5, 1, 1],
    [A4.width - 36.5, 36.5, -1, 1],
    [36.5, A4.height - 36.5, 1, -1],
    [A4.width - 36.5, A4.height - 36.5, -1, -1],
  ] as const) {
    const arm = (length: number, inset: number): Doc =>
      doc
        .moveTo(x + right * inset, y + down * length)
        .lineTo(x + right * inset, y + down * inset)
        .lineTo(x + right * length, y + down * inset);
    arm(26, 5).lineWidth(1.2).stroke(GOLD);
    arm(18, 9).lineWidth(0.5).stroke(GOLD);
  }
}

function heading(doc: Doc, { payload }: CertificateDrawing): number {
  const centred = { width: A4.width, align: 'center' } as const;
  doc
    .font('bold')
    .fontSize(30)
    .fillColor(INK)
    .text('技术合同登记证明', 0, 82, { ...centred, characterSpacing: 5 });
  doc
    .moveTo(A4.width / 2 - 120, 134)
    .lineTo(A4.width / 2 + 120, 134)
    .lineWidth(0.8)
    .stroke(GOLD);
  doc.circle(A4.width / 2, 134, 2.6).fill(GOLD);
  doc.roundedRect(LEFT, 152, WIDTH, 34, 3).fill(PALE);
  doc
    .font('regular')
    .fontSize(SIZE)
    .fillColor(GREY)
    .text('登记编号', LEFT + 14, 162.5, { lineBreak: false });
  doc
    .font('bold')
    .fontSize(14)
    .fillColor(INK)
    .text(payload.number, LEFT + 70, 159.5, { lineBreak: false, characterSpacing: 1.2 });
  doc
    .font('regular')
    .fontSize(SIZE)
    .fillColor(GREY)
    .text(`第 ${payload.version} 版`, LEFT, 162.5, { width: WIDTH - 14, align: 'right', lineBreak: false });
  return 200;
}

/** How dense the page is set: the first that leaves room for the foot is taken. */
interface Setting {
  readonly size: number;
  readonly lines: number;
}
const SETTINGS: readonly Setting[] = [
  { size: SIZE, lines: 5 },
  { size: 9.5, lines: 4 },
  { size: 9, lines: 3 },
];
const DENSEST: Setting = { size: 8.5, lines: 2 };
const PAD = 8;
const GAP = 3;

/** A row is as high as its fullest cell, as far as the setting allows; what does not fit ends in an ellipsis. */
function heightOf(doc: Doc, row: Row, { size, lines }: Setting): number {
  doc.font('regular').fontSize(size);
  const line = doc.heightOfString('国', { lineGap: GAP });
  const width = WIDTH / row.length - LABEL - 12;
  const fullest = Math.max(...row.map(([, value]) => doc.heightOfString(value, { width, lineGap: GAP })));
  return Math.min(fullest, lines * line) + 2 * PAD;
}

function drawRow(doc: Doc, row: Row, top: number, height: number, { size }: Setting): void {
  const cell = WIDTH / row.length;
  doc.font('regular').fontSize(size);
  row.forEach(([label, value], index) => {
    const x = LEFT + index * cell;
    doc.rect(x, top, LABEL, height).fill(PALE);
    doc.fillColor(GREY).text(label, x + 12, top + PAD, { width: LABEL - 16, lineBreak: false });
    doc.fillColor(INK).text(value, x + LABEL + 10, top + PAD, {
      width: cell - LABEL - 12,
      height: height - 2 * PAD,
      lineGap: GAP,
      ellipsis: true,
    });
  });
}

const rule = (doc: Doc, y: number, width: number, colour: string): Doc =>
  doc
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(width)
    .stroke(colour);

const statementOf = ({ facts, ruleSetName }: CertificateDrawing): string => {
  const open = facts.amountOpen
    ? '本合同含提成条款，上列金额为登记时的固定部分，提成到账后补充登记并换发证明。'
    : '';
  return `经审查，上列合同符合${ruleSetName}的规定，予以登记，特此证明。${open}`;
};

/** Table and statement, between heading and foot. */
function body(doc: Doc, drawing: CertificateDrawing, top: number): void {
  const rows = rowsOf(drawing);
  const text = { width: WIDTH, lineGap: 5, indent: 2 * SIZE } as const;
  doc.font('regular').fontSize(SIZE);
  const statementHeight = doc.heightOfString(statementOf(drawing), text);
  const heightsIn = (setting: Setting): readonly number[] => rows.map((row) => heightOf(doc, row, setting));
  const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);
  const room = FOOT - top - statementHeight - 32;
  const setting = SETTINGS.find((each) => sum(heightsIn(each)) <= room) ?? DENSEST;
  const heights = heightsIn(setting);
  const tops = heights.map((_, index) => top + sum(heights.slice(0, index)));
  rows.forEach((row, index) => drawRow(doc, row, tops[index] ?? 0, heights[index] ?? 0, setting));
  for (const y of tops.slice(1)) rule(doc, y, 0.5, LINE);
  const bottom = top + sum(heights);
  rule(doc, top, 1, GOLD);
  rule(doc, bottom, 1, GOLD);
  doc
    .font('regular')
    .fontSize(SIZE)
    .fillColor(INK)
    .text(statementOf(drawing), LEFT, bottom + 14, text);
}

/** The code as squares of the page, sharp at any size: runs of one row are one rectangle. */
function drawCode(doc: Doc, modules: Modules, left: number, top: number, width: number): void {
  const side = width / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let from = 0; from < modules.size; from += 1) {
      let to = from;
      while (to < modules.size && modules.get(row, to) !== 0) to += 1;
      if (to > from) doc.rect(left + from * side, top + row * side, (to - from) * side, side);
      from = to;
    }
  doc.fill('#000000');
}

function foot(doc: Doc, { payload }: CertificateDrawing, code: Modules): void {
  const top = FOOT;
  drawCode(doc, code, LEFT, top, 112);
  doc
    .font('bold')
    .fontSize(9.5)
    .fillColor(INK)
    .text('扫码核验真伪', LEFT + 126, top + 4, { lineBreak: false });
  doc
    .font('regular')
    .fontSize(8.5)
    .fillColor(GREY)
    .text(
      '二维码含登记机构的数字签名，可脱网核验；其后是否换发、注销或撤销，以登记机构签名公布的状态清单为准。',
      LEFT + 126,
      top + 22,
      { width: 146, lineGap: 3 },
    );
  doc.text(`密钥 ${payload.key}`, LEFT + 126, top + 100, { lineBreak: false });
  const right = { width: 190, align: 'center' } as const;
  const x = LEFT + WIDTH - 190;
  doc
    .font('regular')
    .fontSize(SIZE)
    .fillColor(GREY)
    .text('登记机构（章）', x, top + 10, right);
  doc
    .font('bold')
    .fontSize(14)
    .fillColor(INK)
    .text(payload.registry, x, top + 38, { ...right, height: 44, ellipsis: true });
  doc
    .font('regular')
    .fontSize(11.5)
    .text(day(payload.date), x, top + 92, right);
  doc
    .fontSize(7.5)
    .fillColor(GREY)
    .text(
      '登记编号由本平台登记机构编列，不是全国技术合同管理系统的登记号。本文件每一字节均在数字签名之内，任何改动都会使核验失败；登记其后的状态以核验结果为准。',
      LEFT,
      764,
      { width: WIDTH, lineGap: 2, align: 'left' },
    );
}

/** Draws the certificate (reference A9): one A4 page, complete PDF bytes, not yet sealed. */
export async function drawCertificate(drawing: CertificateDrawing): Promise<Buffer> {
  const { payload, facts, issuedAt, verifyUrl } = drawing;
  // Loaded with the first certificate: a server starts sooner without them.
  const { default: PdfKit } = await import('pdfkit');
  const { default: QRCode } = await import('qrcode');
  const { modules } = QRCode.create(verifyUrl, { errorCorrectionLevel: 'M' });
  const doc = new PdfKit({
    size: 'A4',
    margin: 0,
    info: {
      Title: `技术合同登记证明 ${payload.number}`,
      Author: payload.registry,
      Subject: facts.title,
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject));
  doc.registerFont('regular', font('400Regular')).registerFont('bold', font('600SemiBold'));
  frame(doc);
  body(doc, drawing, heading(doc, drawing));
  foot(doc, drawing, modules);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

import { readingOf } from '../src/core/text/reading.js';
import { READER_LIMITS, TextReader } from '@jihui/platform';
import { docxOf, folderOf, numbered, NUMBERING, paragraph, pdfOf, row, zipOf } from './documents.js';

const reader = new TextReader();
const read = async (bytes: Buffer, limits = READER_LIMITS) => {
  const folder = await folderOf({ file: bytes });
  try {
    return await reader.read(folder.path('file'), limits);
  } finally {
    await folder.remove();
  }
};

describe('a PDF', () => {
  it('gives its text by page, lines as they stand', async () => {
    const { status, pages, pageCount } = await read(
      await pdfOf([['技术开发合同', '第一条 研究开发目标'], ['第二条 合同总额 1,000,000.00 元']]),
    );
    expect({ status, pages, pageCount }).toEqual({
      status: 'READ',
      pages: ['技术开发合同\n第一条 研究开发目标', '第二条 合同总额 1,000,000.00 元'],
      pageCount: 2,
    });
  });

  it('of 300 pages is read whole, within its limits', async () => {
    const pages = Array.from({ length: 300 }, (_, index) => [
      `第${index + 1}条 本条约定第${index + 1}项试验的内容、指标与验收方法。`,
    ]);
    const outcome = await read(await pdfOf(pages));
    expect(outcome).toMatchObject({ status: 'READ', pageCount: 300, cut: false });
    expect(outcome.pages?.[299]).toBe('第300条 本条约定第300项试验的内容、指标与验收方法。');
  }, 120_000);

  it('that is encrypted, cut short or empty of sense says so', async () => {
    const whole = await pdfOf([['技术服务合同：甲方委托乙方解决特定技术问题']]);
    expect(await read(await pdfOf([['机密']], { password: 'only-they-know' }))).toMatchObject({
      status: 'ENCRYPTED',
    });
    expect(await read(Buffer.from('%PDF-1.7\nnothing of a document'))).toMatchObject({ status: 'DAMAGED' });
    const cut = await read(whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect(cut.status === 'DAMAGED' || cut.truncated).toBe(true);
    const tail = await read(whole.subarray(0, whole.length - 40));
    expect(tail).toMatchObject({ status: 'READ', truncated: true });
  });

  it('without text is known as a scan', async () => {
    expect(readingOf(await read(await pdfOf([[], []])), '合同.pdf')).toMatchObject({
      status: 'NO_TEXT',
      pages: [],
      emptyPages: [1, 2],
    });
  });

  it('with more pages than the limit is read as far as that', async () => {
    const pages = Array.from({ length: 5 }, (_, index) => [`第${index + 1}页的内容足够长，有十个字以上`]);
    const outcome = await read(await pdfOf(pages), { ...READER_LIMITS, pages: 3 });
    expect(outcome).toMatchObject({ status: 'READ', pageCount: 5, cut: true });
    expect(outcome.pages).toHaveLength(3);
  });
});

describe('a DOCX', () => {
  it('gives paragraphs, rows of tables and the numbers that Word computes', async () => {
    const body = [
      paragraph('技术转让合同'),
      numbered('标的'),
      numbered('专利权的名称', 1),
      numbered('专利号', 1),
      numbered('价款'),
      `<w:tbl>${row('期次', '金额（元）')}${row('第一期', '300,000.00')}</w:tbl>`,
      numbered('税费', 1),
    ].join('');
    const { status, pages, pagesKnown } = await read(docxOf(body, [NUMBERING]));
    expect({ status, pagesKnown }).toEqual({ status: 'READ', pagesKnown: false });
    expect(pages?.[0]?.split('\n')).toEqual([
      '技术转让合同',
      '第一条\u3000标的',
      '1.1 专利权的名称',
      '1.2 专利号',
      '第二条\u3000价款',
      '期次\t金额（元）',
      '第一期\t300,000.00',
      '2.1 税费',
    ]);
  });

  it('keeps the pages that Word marked, and leaves out what is deleted or hidden', async () => {
    const body = [
      paragraph('第一页的内容'),
      '<w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页的内容</w:t></w:r></w:p>',
      '<w:p><w:del><w:r><w:delText>删去的</w:delText></w:r></w:del><w:r><w:t>留下的</w:t></w:r></w:p>',
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见的</w:t></w:r></w:p>',
    ].join('');
    const { pages, pagesKnown } = await read(docxOf(body));
    expect({ pages, pagesKnown }).toEqual({
      pages: ['第一页的内容', '第二页的内容\n留下的'],
      pagesKnown: true,
    });
  });

  it('that is a bomb is refused before it is unpacked, also when its directory lies', async () => {
    const blank = Buffer.alloc(200 * 1024 * 1024, 0x20);
    const honest = docxOf('', [{ name: 'word/media/image1.bin', content: blank }]);
    expect(await read(honest)).toMatchObject({ status: 'BOMB' });
    const lying = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: blank, declaredSize: 1_000 },
    ]);
    expect(['BOMB', 'DAMAGED']).toContain((await read(lying)).status);
  }, 60_000);

  it('whose parts share their packed bytes is refused', async () => {
    const part = zipOf([{ name: 'a', content: 'x'.repeat(5_000) }]);
    const end = part.length - 22;
    const start = part.readUInt32LE(end + 16);
    const entry = part.subarray(start, end);
    const directory = Buffer.concat(Array.from({ length: 40 }, () => entry));
    const tail = Buffer.from(part.subarray(end));
    tail.writeUInt16LE(40, 8);
    tail.writeUInt16LE(40, 10);
    tail.writeUInt32LE(directory.length, 12);
    expect(await read(Buffer.concat([part.subarray(0, start), directory, tail]))).toMatchObject({
      status: 'BOMB',
    });
  });

  it('that is cut short, no document, or entity-ridden is told from the others', async () => {
    const whole = docxOf(paragraph('技术咨询合同'.repeat(200)));
    expect(await read(whole.subarray(0, Math.floor(whole.length / 2)))).toMatchObject({ status: 'DAMAGED' });
    expect(await read(zipOf([{ name: 'readme.txt', content: 'hello' }]))).toMatchObject({
      status: 'UNSUPPORTED',
    });
    const laughs = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      {
        name: 'word/document.xml',
        content: '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>',
      },
    ]);
    expect(await read(laughs)).toMatchObject({ status: 'DAMAGED' });
  });
});

describe('what is neither', () => {
  it('is told by its bytes', async () => {
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await read(compound)).toMatchObject({ status: 'OLD_WORD' });
    const wrapped = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await read(wrapped)).toMatchObject({ status: 'ENCRYPTED' });
    expect(await read(Buffer.from('MZ not a contract at all'))).toMatchObject({ status: 'UNSUPPORTED' });
  });

  it('under a wrong name is read, and the name is remarked on', async () => {
    const outcome = await read(docxOf(paragraph('技术服务合同，甲方委托乙方解决技术问题')));
    expect(readingOf(outcome, '合同.pdf')).toMatchObject({ status: 'READ', notes: ['WRONG_EXTENSION'] });
  });
});

describe('the limits', () => {
  it('end a reading that takes too long or too much memory', async () => {
    const pdf = await pdfOf(Array.from({ length: 60 }, () => ['技术开发合同的一页内容，足够长']));
    expect(await read(pdf, { ...READER_LIMITS, timeMs: 50 })).toEqual({ status: 'TOO_SLOW' });
    expect(await read(pdf, { ...READER_LIMITS, memoryMb: 20 })).toEqual({ status: 'TOO_LARGE' });
  });

  it('let no more than two readers run at once', async () => {
    const bytes = docxOf(paragraph('技术咨询合同的内容在此'));
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => read(bytes)));
    expect(outcomes.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'READ'));
  });
});

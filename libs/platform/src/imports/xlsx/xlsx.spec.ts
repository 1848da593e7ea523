import { Readable } from 'node:stream';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainError } from '@jihui/kernel';
import { strToU8, zipSync } from 'fflate';
import type { AnyRow } from '../index.js';
import { readXlsx } from './read-xlsx.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheet } from './sheet.js';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relations = (...kinds: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${kinds
    .map(([kind, target], at) => `<Relationship Id="r${at}" Type="${RELATION}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of the parts that matter, each of which may be replaced; packed only where that is asked, for it takes long. */
function workbook(parts: Readonly<Record<string, string>>, level: 0 | 6 = 0): Buffer {
  const all: Readonly<Record<string, string>> = {
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><sheets><sheet name="一" r:id="r0"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    ...parts,
  };
  const bytes = Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync(bytes, { level }));
}

const sheet = (rows: string, after = ''): string =>
  `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const HEAD = `<row>${inline('名称')}</row>`;

async function read(bytes: Buffer): Promise<AnyRow[]> {
  const rows: AnyRow[] = [];
  for await (const row of readXlsx(Readable.from([bytes]), own)) rows.push(row);
  return rows;
}
const refusal = (bytes: Buffer): Promise<{ code: string; message: string }> =>
  read(bytes).then(
    (rows) => ({ code: 'none', message: `${rows.length} rows` }),
    (error: unknown) => {
      const { code, message } = error as DomainError;
      return { code, message };
    },
  );

/** A folder for temporary files that nobody else uses. */
const own = mkdtempSync(join(tmpdir(), 'jihui-xlsx-spec-'));
afterAll(() => rmSync(own, { recursive: true, force: true }));
const leftBehind = (): string[] => readdirSync(own);

describe('what a workbook says', () => {
  it('is read whatever prefix, place of the parts and order of the cells the writing program took', async () => {
    const bytes = workbook({
      '_rels/.rels': relations(['officeDocument', '/book/main.xml']),
      'book/main.xml': `<x:workbook xmlns:x="m" xmlns:rel="${RELATION}"><x:sheets><x:sheet rel:id="r0"/></x:sheets></x:workbook>`,
      'book/_rels/main.xml.rels': relations(['worksheet', '/book/表%201.xml']),
      'book/表 1.xml': `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c r="B1" t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c>
        <x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>
        <x:row r="7"><x:c r="B7"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await read(bytes)).toEqual([{ row: 7, cells: { 乙: '2' } }]);
  });

  it('is text as a person sees it: shared and rich texts, truth, errors, days of both calendars', async () => {
    const cells = (style: number) =>
      sheet(`<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>${inline('对')}${inline('错')}${inline('公式日')}</row>
        <row><c t="s"><v>2</v></c><c s="${style}"><v>46082</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>
        <c s="2"><f>TODAY()</f><v>46082.75</v></c><c/></row>`);
    const shared = `<sst><si><t>名称</t></si><si><t>日期</t></si>
      <si><r><t>A&amp;lt;</t></r><rPh><t>イロハ</t></rPh><r><t xml:space="preserve">B</t></r></si></sst>`;
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode='[Red]yyyy"年"m"月"'/>
      <numFmt numFmtId="171" formatCode='0.0"days"'/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="171"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const bytes = (style: number, from1904 = 0): Buffer =>
      workbook({
        'xl/worksheets/sheet1.xml': cells(style),
        'xl/sharedStrings.xml': shared,
        'xl/styles.xml': styles,
        'xl/workbook.xml': `<workbook xmlns:r="${RELATION}"><workbookPr date1904="${from1904}"/><sheets><sheet r:id="r0"/></sheets></workbook>`,
      });
    const row = { 名称: 'A&lt;B', 日期: '2026-03-01', 对: 'true', 错: '#N/A', 公式日: '2026-03-01' };
    expect(await read(bytes(3))).toEqual([{ row: 2, cells: row }]);
    expect(await read(bytes(1))).toEqual([{ row: 2, cells: { ...row, 日期: '46082' } }]);
    expect(await read(bytes(3, 1))).toEqual([
      { row: 2, cells: { ...row, 日期: '2030-03-02', 公式日: '2030-03-02' } },
    ]);
  });

  it('is Chinese to the last character, wherever the bytes are cut', async () => {
    const text = (row: number): string => `第${row}行${'技术'.repeat(10)}${'x'.repeat(row % 3)}`;
    const shared = Array.from({ length: 20_000 }, (_, row) => `<si><t>${text(row)}</t></si>`).join('');
    const rows = Array.from(
      { length: 20_000 },
      (_, row) => `<row><c t="s"><v>${row}</v></c>${inline(text(row))}</row>`,
    ).join('');
    const found = await read(
      workbook({
        'xl/worksheets/sheet1.xml': sheet(`<row>${inline('共')}${inline('内')}</row>${rows}`),
        'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
      }),
    );
    expect(found).toEqual(
      Array.from({ length: 20_000 }, (_, row) => ({ row: row + 2, cells: { 共: text(row), 内: text(row) } })),
    );
  });

  it('is the character that stands escaped, except where that cannot be stored', async () => {
    const escaped = ['a_x000D_\nb', '_x005F_x000D_', '_x0000_', '_xD83D_', '_xd_'];
    const shared = `<sst>${escaped.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`;
    const cells = escaped.map(
      (_, index) => `<row><c t="s"><v>${index}</v></c>${inline(escaped[index] ?? '')}</row>`,
    );
    const bytes = workbook({
      'xl/worksheets/sheet1.xml': sheet(`<row>${inline('共')}${inline('内')}</row>${cells.join('')}`),
      'xl/sharedStrings.xml': shared,
    });
    expect((await read(bytes)).map((row) => 'cells' in row && row.cells)).toEqual(
      ['a\r\nb', '_x000D_', '_x0000_', '_xD83D_', '_xd_'].map((text) => ({ 共: text, 内: text })),
    );
  });

  it('is found in parts whose names are written in other letters', async () => {
    const bytes = workbook({
      'xl/worksheets/Sheet1.xml': sheet(`<row><c t="s"><v>0</v></c></row><row><c t="s"><v>1</v></c></row>`),
      'xl/SharedStrings.xml': '<sst><si><t>名称</t></si><si><t>甲</t></si></sst>',
    });
    expect(await read(bytes)).toEqual([{ row: 2, cells: { 名称: '甲' } }]);
  });

  it('has a row whose only cell stands in the last column', async () => {
    const rows = '<row><c r="XFD2"><v>1</v></c></row>'.repeat(50_000);
    expect(await read(workbook({ 'xl/worksheets/sheet1.xml': sheet(HEAD + rows) }))).toEqual([]);
  });
});

describe('a workbook made to harm', () => {
  const TOO_LARGE = { code: 'IMPORT.UNREADABLE', message: expect.stringContaining('过大') as string };
  const DAMAGED = { code: 'IMPORT.UNREADABLE', message: expect.stringContaining('不是有效的') as string };

  it.each([
    ['a cell without end', sheet(`${HEAD}<row>${inline('x'.repeat(9_000_000))}</row>`)],
    ['an attribute without end', sheet(`${HEAD}<row s="${'x'.repeat(9_000_000)}"/>`)],
    ['elements inside each other without end', sheet('<row><x>'.repeat(1_000))],
  ])('is refused: %s', async (_, text) => {
    expect(await refusal(workbook({ 'xl/worksheets/sheet1.xml': text }))).toEqual(TOO_LARGE);
    expect(leftBehind()).toEqual([]);
  });

  it('is refused when it has more rows than any sheet, also empty ones', async () => {
    const book = { sheet: '', sharedStrings: null, from1904: false, isDate: () => false };
    const counted = async (rows: number): Promise<number> => {
      let lines = 0;
      const bytes = Readable.from([Buffer.from(sheet('<row/>'.repeat(rows)))]);
      for await (const _ of readSheet(bytes, book, [], { rows: 100, characters: 100 })) lines += 1;
      return lines;
    };
    expect(await counted(100)).toBe(100);
    await expect(counted(101)).rejects.toMatchObject(TOO_LARGE);
  });

  it('is refused when its cells repeat a long text until all of them are longer than any sheet', async () => {
    const book = { sheet: '', sharedStrings: null, from1904: false, isDate: () => false };
    const repeated = async (times: number): Promise<number> => {
      let lines = 0;
      const bytes = Readable.from([Buffer.from(sheet('<row><c t="s"><v>0</v></c></row>'.repeat(times)))]);
      for await (const _ of readSheet(bytes, book, ['x'.repeat(10)], { rows: 100, characters: 100 }))
        lines += 1;
      return lines;
    };
    expect(await repeated(10)).toBe(10);
    await expect(repeated(11)).rejects.toMatchObject(TOO_LARGE);
  });

  it('is refused when its shared texts would fill memory', async () => {
    const asked = (count: number, length: number, most: { texts: number; characters: number }) =>
      readSharedStrings(
        Readable.from([Buffer.from(`<sst>${`<si><t>${'x'.repeat(length)}</t></si>`.repeat(count)}</sst>`)]),
        most,
      );
    const most = { texts: 10, characters: 100 };
    expect(await asked(10, 10, most)).toHaveLength(10);
    await expect(asked(11, 1, most)).rejects.toMatchObject(TOO_LARGE);
    await expect(asked(5, 21, most)).rejects.toMatchObject(TOO_LARGE);
  });

  it.each([
    ['a column far out', sheet('<row><c r="ZZZZ1"><v>1</v></c></row>')],
    ['a row that no sheet has', sheet(`${HEAD}<row r="3000000000">${inline('x')}</row>`)],
    ['a shared text that is not there', sheet('<row><c t="s"><v>7</v></c></row>')],
    ['no XML', 'x'],
    ['an entity of its own', `<!DOCTYPE w [<!ENTITY a "b">]>${sheet(`<row>${inline('&a;')}</row>`)}`],
    ['a tag without end', '<worksheet><sheetData><row>'],
  ])('is refused: %s', async (_, text) => {
    expect(await refusal(workbook({ 'xl/worksheets/sheet1.xml': text }))).toEqual(DAMAGED);
  });

  it.each(['%', 'http://['])('is refused when it refers to %s', async (target) => {
    expect(await refusal(workbook({ '_rels/.rels': relations(['officeDocument', target]) }))).toEqual(
      DAMAGED,
    );
  });

  it('is refused when it is cut, altered, or without a sheet', async () => {
    const whole = workbook({ 'xl/worksheets/sheet1.xml': sheet(HEAD.repeat(2_000)) }, 6);
    expect(await refusal(whole.subarray(0, whole.length - 40))).toEqual(DAMAGED);
    const altered = Buffer.from(whole);
    altered.fill(0x55, whole.indexOf('sheet1.xml') + 20, whole.indexOf('sheet1.xml') + 60);
    expect(await refusal(altered)).toEqual(DAMAGED);
    expect(await refusal(workbook({ 'xl/workbook.xml': '<workbook/>' }))).toEqual(DAMAGED);
    expect(leftBehind()).toEqual([]);
  });
});

import { jest } from '@jest/globals';
import { docxOf, paragraph, smallPdf, zipOf } from '@jihui/testing';
import { ChallengesHandlers } from '../src/challenges.handlers.js';
import { aFile, organisationOf } from './bids.world.js';
import { aForm, aReviewWorld, checksOf, decide, type ReviewWorld } from './reviews.world.js';

jest.setTimeout(300_000);

let world: ReviewWorld;
let callId: string;
const HEADER = '<w:hdr xmlns:w="w"><w:p><w:r><w:t>联系人 13903500001</w:t></w:r></w:p></w:hdr>';
const SHEET = `<worksheet><sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3"><v>13903500002</v></c></row></sheetData></worksheet>`;
const FILES = [
  aFile('参数.pdf', smallPdf('rolling schedule, contact someone@example.com for more')),
  aFile(
    '方案.docx',
    docxOf(`${paragraph('控温轧制的工艺路线')}${paragraph('课题由课题负责人甲主持，钱学森林参加')}`, [
      { name: 'word/header1.xml', content: HEADER },
    ]),
  ),
  aFile(
    '预算.xlsx',
    zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/sharedStrings.xml', content: '<sst><si><t>联系电话</t></si></sst>' },
      { name: 'xl/worksheets/sheet1.xml', content: SHEET },
      {
        name: 'docProps/core.xml',
        content:
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>钱学森林</dc:creator></cp:coreProperties>',
      },
    ]),
  ),
  aFile('照片.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
];
beforeAll(async () => {
  world = await aReviewWorld();
  const named = aForm({ people: [{ name: '钱学森林', unit: '重点实验室' }] });
  ({ id: callId } = await world.opened([named, aForm({ route: '等温锻造' })], 'JB', [], [FILES]));
}, 200_000);
afterAll(() => world?.close());

const own = async () =>
  (await checksOf(world, callId)).find(
    ({ organisationId }) => organisationId === organisationOf(world.university),
  )!;
const messages = async (): Promise<readonly string[]> =>
  (await own()).findings.map(({ code, message }) => `${code} ${message}`);

it('says of files that wait that they wait, and of a bid without files nothing', async () => {
  expect((await messages()).at(-1)).toMatch(/^FILES_WAITING/);
  const other = (await checksOf(world, callId)).find(({ bidId, mine }) => !mine && bidId !== '')!;
  expect(other).toBeDefined();
  const codes = (await checksOf(world, callId)).map(({ findings }) => findings.map(({ code }) => code));
  expect(codes.filter((list) => list.includes('FILES_WAITING'))).toHaveLength(1);
});

it('reads PDF, DOCX and XLSX once, tells where somebody is named, and what it could not read', async () => {
  const before = await own();
  const handlers = world.get(ChallengesHandlers);
  await handlers.readBidFiles({ bidId: before.bidId });
  const said = await messages();
  const of = (file: string) => said.filter((one) => one.includes(`“${file}”`));
  expect(of('参数.pdf')).toEqual([
    expect.stringMatching(/^FILE_NAMES_BIDDER .*第 1 页.*someone@example\.com/),
  ]);
  expect(of('方案.docx')).toEqual([
    expect.stringMatching(/^FILE_NAMES_BIDDER .*第 2 段.*钱学森林/),
    expect.stringMatching(/^FILE_NAMES_BIDDER .*页眉页脚.*13903500001/),
  ]);
  expect(of('预算.xlsx')).toEqual([
    expect.stringMatching(/^FILE_NAMES_BIDDER .*第 1 张工作表第 3 行.*13903500002/),
    expect.stringMatching(/^FILE_NAMES_BIDDER .*文件属性.*钱学森林/),
  ]);
  expect(of('照片.png')).toEqual([expect.stringMatching(/^FILE_UNREAD .*须人工核对/)]);
  expect(said.some((one) => one.startsWith('FILES_WAITING'))).toBe(false);

  // What an officer decides, he decides knowing it; and it is read once, however often it is asked for.
  const decided = { bidId: before.bidId, verdict: 'QUALIFIED' };
  await decide(world, world.officer, { ...decided, expectedVersion: before.version }).expectCode(
    'STALE_VERSION',
  );
  const { version } = await own();
  await handlers.readBidFiles({ bidId: before.bidId });
  expect((await own()).version).toBe(version);
  await decide(world, world.officer, { ...decided, expectedVersion: version });
});

it('tells the other bidder nothing of it', async () => {
  const seen = await checksOf(world, callId, world.rival);
  expect(JSON.stringify(seen)).not.toContain('方案.docx');
});

import { Readable } from 'node:stream';
import type { DomainError } from '@jihui/kernel';
import type { AnyRow } from '@jihui/platform';
import { readSt96 } from './st96.js';

const NS =
  'xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent" xmlns:com="http://www.wipo.int/standards/XMLSchema/ST96/Common"';
const file = (records: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<pat:PatentDocumentBag ${NS}>${records}</pat:PatentDocumentBag>`;

const RECORD = `
<pat:PatentDocument com:languageCode="zh">
  <pat:BibliographicData>
    <pat:ApplicationIdentification>
      <com:IPOfficeCode>CN</com:IPOfficeCode>
      <com:ApplicationNumber><com:ApplicationNumberText>200310100002X</com:ApplicationNumberText></com:ApplicationNumber>
      <pat:FilingDate>2003-10-08+08:00</pat:FilingDate>
    </pat:ApplicationIdentification>
    <pat:PatentPublicationIdentification>
      <com:IPOfficeCode>CN</com:IPOfficeCode>
      <pat:PublicationNumber>1606450</pat:PublicationNumber>
      <com:PublicationDate>20050413</com:PublicationDate>
    </pat:PatentPublicationIdentification>
    <pat:PatentGrantIdentification><pat:GrantDate>2006-05-10</pat:GrantDate></pat:PatentGrantIdentification>
    <pat:PriorityClaimBag><pat:PriorityClaim>
      <com:ApplicationNumber><com:ApplicationNumberText>US10/1</com:ApplicationNumberText></com:ApplicationNumber>
      <pat:FilingDate>2002-01-01</pat:FilingDate>
    </pat:PriorityClaim></pat:PriorityClaimBag>
    <pat:InventionTitle com:languageCode="en">Ceramsite of coal gangue</pat:InventionTitle>
    <pat:InventionTitle com:languageCode="zh">煤矸石陶粒 &lt;A&amp;B&gt;</pat:InventionTitle>
    <pat:IPCRClassificationBag>
      <pat:IPCRClassification><pat:Section>C</pat:Section><pat:Class>04</pat:Class><pat:Subclass>B</pat:Subclass>
        <pat:MainGroup>33</pat:MainGroup><pat:Subgroup>132</pat:Subgroup></pat:IPCRClassification>
      <pat:IPCClassification><pat:MainClassification>C04B 38/00 (2006.01)</pat:MainClassification></pat:IPCClassification>
    </pat:IPCRClassificationBag>
    <pat:PartyBag>
      <pat:ApplicantBag><pat:Applicant><com:Contact><com:Name><com:OrganizationName>
        <com:OrganizationStandardName>忻州工业技术大学</com:OrganizationStandardName>
      </com:OrganizationName></com:Name></com:Contact></pat:Applicant></pat:ApplicantBag>
      <pat:InventorBag>
        <pat:Inventor><com:PersonName><com:LastName>李</com:LastName><com:FirstName>文博</com:FirstName></com:PersonName></pat:Inventor>
        <pat:Inventor><com:PersonName><com:PersonFullName>Ada Wong</com:PersonFullName></com:PersonName></pat:Inventor>
      </pat:InventorBag>
    </pat:PartyBag>
    <pat:PatentFamilyBag><pat:PatentFamilyMember>
      <com:IPOfficeCode>EP</com:IPOfficeCode><pat:PublicationNumber>EP1606450A1</pat:PublicationNumber>
      <pat:InventionTitle>Ceramsite</pat:InventionTitle>
    </pat:PatentFamilyMember></pat:PatentFamilyBag>
  </pat:BibliographicData>
  <pat:Abstract><com:P>以煤矸石为原料。</com:P><com:P><![CDATA[经焙烧制得陶粒。]]></com:P></pat:Abstract>
</pat:PatentDocument>`;

async function read(content: string | Buffer, size = 7): Promise<AnyRow[]> {
  const bytes = Buffer.from(content as string);
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const rows: AnyRow[] = [];
  for await (const row of readSt96(Readable.from(pieces()))) rows.push(row);
  return rows;
}
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error as DomainError).code,
  );

describe('ST.96', () => {
  it('is read as the rows of a table, whatever the prefix and wherever a chunk ends', async () => {
    const expected = {
      row: 1,
      cells: {
        申请号: '200310100002X',
        申请日: '2003-10-08',
        公布号: 'CN1606450',
        公布日: '2005-04-13',
        授权公告日: '2006-05-10',
        专利名称: '煤矸石陶粒 <A&B>',
        摘要: '以煤矸石为原料。\n经焙烧制得陶粒。',
        申请人: ['忻州工业技术大学'],
        发明人: ['李文博', 'Ada Wong'],
        国际专利分类号: ['C04B33/132', 'C04B38/00'],
        同族专利: [{ office: 'EP', number: 'EP1606450A1', title: 'Ceramsite' }],
      },
    };
    for (const size of [1, 7, 100_000]) expect(await read(file(RECORD), size)).toEqual([expected]);
    const plain = file(RECORD)
      .replace(/(<\/?)(pat|com):/g, '$1')
      .replace(/ (com|xmlns:\w+)[:=]/g, (found) => (found.startsWith(' com') ? ' ' : found));
    expect(await read(plain)).toEqual([expected]);
  });

  it('tells the place where a file breaks, after what stands before it', async () => {
    const [first, broken, ...more] = await read(file(`${RECORD}<pat:PatentDocument><pat:x></pat:y>`));
    expect(first).toMatchObject({ row: 1, cells: { 申请号: '200310100002X' } });
    expect(broken).toMatchObject({ row: 2, problem: expect.stringMatching(/^XML 在第 \d+ 行第 \d+ 列有误/) });
    expect(more).toEqual([]);
    expect(await read(file(RECORD).slice(0, -10))).toHaveLength(2);
  });

  it('refuses document types, so that no entity is expanded and nothing outside is read', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${file('').slice(39)}`;
    const outside = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${file('').slice(39)}`;
    for (const content of [laughs, outside]) expect(await codeOf(read(content))).toBe('IMPORT.UNREADABLE');
    const [row] = await read(file(RECORD.replace('Ada Wong', '&xxe;')));
    expect(row).toMatchObject({ row: 1, problem: expect.stringContaining('XML') });
  });

  it('bounds depth, tokens and records', async () => {
    const [deep] = await read(file('<a>'.repeat(70)), 1_000);
    expect(deep).toMatchObject({ problem: expect.stringContaining('64') });
    const [long] = await read(file(`<a b="${'x'.repeat(1_200_000)}"/>`), 50_000);
    expect(long).toMatchObject({ problem: expect.stringContaining('过长') });
    const fat = RECORD.replace('以煤矸石为原料。', '字'.repeat(200_001));
    const [refused, next] = await read(file(fat + RECORD), 50_000);
    expect(refused).toMatchObject({
      row: 1,
      raw: '200310100002X',
      problem: expect.stringContaining('200000'),
    });
    expect(next).toMatchObject({ row: 2, cells: { 申请号: '200310100002X' } });
  });

  it('says of another XML, another encoding and no XML at all what it is', async () => {
    expect(await codeOf(read('<html><body/></html>'))).toBe('PATENT.NO_COLUMNS');
    expect(await codeOf(read('<?xml version="1.0" encoding="GBK"?><a/>'))).toBe('IMPORT.UNREADABLE');
    expect(await read(Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]))).toMatchObject([
      { row: 1, problem: expect.stringContaining('UTF-8') },
    ]);
    expect(await read('no xml')).toMatchObject([{ row: 1, problem: expect.stringContaining('XML') }]);
  });
});

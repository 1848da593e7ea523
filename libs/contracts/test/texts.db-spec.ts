import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@jihui/kernel';
import { sql } from '@jihui/platform';
import { READER_VERSION } from '../src/core/text/analyse.js';
import { ChecksService } from '../src/checks/checks.service.js';
import { TextJobs } from '../src/text/text-jobs.js';
import { aWorld, type World } from './contracts.world.js';
import { docxOf, paragraph, pdfOf, zipOf } from './documents.js';

describe('texts', () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld();
  }, 120_000);
  afterAll(() => world.close());

  const LINES = [
    '技术转让（专利权）合同',
    '项目名称：高效光伏组件低应力封装方法专利权转让',
    '受让方（甲方）：原平光电科技有限公司',
    '让与方（乙方）：忻州示范大学',
    '签订日期：2026年11月2日',
    '第一条 专利权转让费',
    '转让费总额为人民币捌拾捌万元整（小写：￥880,000.00），分期支付。',
    '第二条 保密',
    '双方对未公开的工艺参数保密五年。',
  ];

  interface Proposal {
    readonly id: string;
    readonly field: string;
    readonly text: string;
    readonly clause: string;
    readonly status: string;
    readonly agrees: boolean;
  }
  interface Reading {
    readonly state: string;
    readonly message: string;
    readonly remarks: readonly string[];
    readonly pageCount: number;
    readonly proposals: readonly Proposal[];
  }
  const QUERY = `query ($id: ID!) { contract(id: $id) { version files { id kind
  reading { state message remarks pageCount proposals { id field text clause status agrees } } } } }`;
  interface Seen {
    readonly version: number;
    readonly files: readonly { readonly id: string; readonly reading: Reading | null }[];
  }
  const seen = async (id: string, as: PersonActor = world.seller) =>
    (await world.app.as(as).query<{ contract: Seen | null }>(QUERY, { id })).contract;
  const readingOf = async (id: string, fileId: string, as?: PersonActor): Promise<Reading> => {
    const reading = (await seen(id, as))?.files.find((file) => file.id === fileId)?.reading;
    if (!reading) throw new Error('no reading');
    return reading;
  };
  const TEXT = `query ($fileId: ID!) { contractText(fileId: $fileId) { contractId name pages
  clauses { label title page } } }`;
  const textAs = (actor: PersonActor, fileId: string) =>
    world.app.as(actor).query<{ contractText: object }>(TEXT, { fileId });

  describe('the text of an uploaded contract', () => {
    it('is read in the background, with what it gives for the form', async () => {
      const id = await world.application();
      const fileId = await world.upload(id, 'CONTRACT_TEXT', '专利权转让合同.pdf', await pdfOf([LINES]));
      await world.app.settle();
      const reading = await readingOf(id, fileId);
      expect(reading).toMatchObject({ state: 'READ', pageCount: 1, remarks: [] });
      const total = reading.proposals.find(({ field }) => field === 'money.total');
      expect(total).toMatchObject({
        text: '880,000.00 元',
        clause: '第一条',
        status: 'OPEN',
        agrees: false,
      });
      const buyer = reading.proposals.find(({ field }) => field === 'buyers');
      expect(buyer).toMatchObject({ text: '原平光电科技有限公司', agrees: true });
    });

    it('is asked for again by night where nobody read it, and never read twice by the same rules', async () => {
      const id = await world.application();
      const fileId = await world.upload(
        id,
        'CONTRACT_TEXT',
        '合同.docx',
        docxOf(paragraph(LINES.join('，'))),
      );
      await world.app.settle();
      await world.rows(sql`update contracts.text_reading set reader = 0 where file_id = ${fileId}`);
      expect((await readingOf(id, fileId)).state).toBe('READ');
      const jobs = world.app.get(TextJobs);
      await Promise.all([jobs.read(fileId), jobs.read(fileId)]);
      const [row] = await world.rows<{ reader: number }>(
        sql`select reader from contracts.text_reading where file_id = ${fileId}`,
      );
      expect(row?.reader).toBe(READER_VERSION);
      const { proposals } = await readingOf(id, fileId);
      expect(new Set(proposals.map(({ field, text }) => `${field}:${text}`)).size).toBe(proposals.length);
    });
  });

  describe('what harms or cannot be read', () => {
    const hostile: readonly (readonly [string, string, () => Promise<Buffer> | Buffer, RegExp])[] = [
      ['合同.pdf', 'ENCRYPTED', () => pdfOf([LINES], { password: 'secret' }), /解除密码/],
      [
        '合同.docx',
        'BOMB',
        () => zipOf([{ name: 'word/document.xml', content: Buffer.alloc(140_000_000) }]),
        /重新保存/,
      ],
      ['合同.pdf', 'NO_TEXT', () => pdfOf([[], []]), /扫描件/],
      ['合同.pdf', 'UNSUPPORTED', () => Buffer.from('MZ\x90 not a contract'), /PDF 或 DOCX/],
      ['合同.docx', 'DAMAGED', () => docxOf(paragraph('正文'.repeat(300))).subarray(0, 300), /损坏/],
    ];

    it.each(hostile)('%s that is %s says so, and the server goes on', async (name, state, make, words) => {
      const id = await world.application();
      const fileId = await world.upload(id, 'CONTRACT_TEXT', name, await make());
      await world.app.settle();
      const reading = await readingOf(id, fileId);
      expect(reading).toMatchObject({ state, proposals: [] });
      expect(reading.message).toMatch(words);
    });

    it('an unreadable text stops the submission; a scan is remarked on and does not', async () => {
      const id = await world.application();
      const locked = await world.upload(
        id,
        'CONTRACT_TEXT',
        '合同.pdf',
        await pdfOf([LINES], { password: 'x' }),
      );
      await world.app.settle();
      const submit = async () => world.applications.submit(world.seller, await world.target(id));
      await expect(submit()).rejects.toMatchObject({
        violations: [{ path: 'files.CONTRACT_TEXT', code: 'CONTRACT.TEXT_UNREADABLE' }],
      });
      await world.applications.removeFile(world.seller, { ...(await world.target(id)), fileId: locked });
      await world.upload(id, 'CONTRACT_TEXT', '扫描件.pdf', await pdfOf([[], []]));
      await world.app.settle();
      await submit();
      const { contract } = await world.app
        .as(world.registrarA)
        .query<{ contract: { findings: { code: string; level: string }[] } }>(
          'query ($id: ID!) { contract(id: $id) { findings { code level } } }',
          { id },
        );
      expect(contract.findings).toContainEqual({ code: 'CONTRACT.TEXT_NOT_RECOGNISED', level: 'WARNING' });
    });

    it('a file of no bytes is refused at the door', async () => {
      const id = await world.application();
      const sent = await world.app
        .as(world.seller)
        .upload('/files/contracts', '合同.pdf', Buffer.alloc(0), { contractId: id, kind: 'CONTRACT_TEXT' });
      expect(sent.body).toMatchObject({ code: 'FILE.EMPTY' });
    });

    it('a wrong extension and a missing end are remarked on', async () => {
      const id = await world.application();
      const whole = await pdfOf([LINES]);
      const cut = await world.upload(id, 'CONTRACT_TEXT', '合同.docx', whole.subarray(0, whole.length - 30));
      await world.app.settle();
      const { state, remarks } = await readingOf(id, cut);
      expect(state).toBe('READ');
      expect(remarks.join()).toMatch(/不完整.*扩展名/);
    });
  });

  describe('a proposal', () => {
    const withProposals = async (): Promise<{
      id: string;
      proposals: readonly Proposal[];
      fileId: string;
    }> => {
      const id = await world.application();
      const fileId = await world.upload(
        id,
        'CONTRACT_TEXT',
        '合同.pdf',
        await pdfOf([LINES, [randomUUID()]]),
      );
      await world.app.settle();
      return { id, fileId, proposals: (await readingOf(id, fileId)).proposals };
    };
    const decide = async (verb: 'accept' | 'dismiss', id: string, proposalId: string, as = world.seller) => {
      const name = `${verb}TextProposal`;
      const type = `${verb === 'accept' ? 'Accept' : 'Dismiss'}TextProposalInput!`;
      const { expectedVersion } = await world.target(id);
      const document = `mutation ($input: ${type}) { ${name}(input: $input) { contract { version } } }`;
      return world.app.as(as).mutate(document, { input: { id, expectedVersion, proposalId } }).answer();
    };

    it('changes the form when it is accepted, and nothing when it is dismissed', async () => {
      const { id, fileId, proposals } = await withProposals();
      const total = proposals.find(({ field }) => field === 'money.total')!;
      const title = proposals.find(({ field }) => field === 'title')!;
      const [before] = await world.rows<{ form: { title: string; money: { total: number } } }>(
        sql`select form from contracts.contract where id = ${id}`,
      );
      expect(before?.form.money.total).not.toBe(88_000_000);
      await decide('accept', id, total.id);
      await decide('dismiss', id, title.id);
      const [after] = await world.rows<{ form: { title: string; money: { total: number } } }>(
        sql`select form from contracts.contract where id = ${id}`,
      );
      expect(after?.form.money.total).toBe(88_000_000);
      expect(after?.form.title).toBe(before?.form.title);
      const now = (await readingOf(id, fileId)).proposals;
      expect(now.find((proposal) => proposal.id === total.id)).toMatchObject({
        status: 'ACCEPTED',
        agrees: true,
      });
      expect(now.find((proposal) => proposal.id === title.id)).toMatchObject({ status: 'DISMISSED' });
    });

    it('is decided by the applicant alone, on the contract it belongs to, while its file is there', async () => {
      const { id, fileId, proposals } = await withProposals();
      const other = await withProposals();
      const [first] = proposals;
      const code = async (...of: Parameters<typeof decide>) =>
        (await decide(...of)).errors?.[0]?.extensions.code;
      expect(await code('accept', id, first!.id, world.stranger)).toBe('NOT_FOUND');
      expect(await code('accept', id, other.proposals[0]!.id)).toBe('NOT_FOUND');
      await world.applications.removeFile(world.seller, { ...(await world.target(id)), fileId });
      expect(await code('dismiss', id, first!.id)).toBe('NOT_FOUND');
      const gone = await world.applications.removeFile(world.seller, {
        ...(await world.target(other.id)),
        fileId: other.fileId,
      });
      expect(gone.id).toBe(other.id);
    });

    it('keeps what was decided when the text is read again', async () => {
      const { id, fileId, proposals } = await withProposals();
      const total = proposals.find(({ field }) => field === 'money.total')!;
      await decide('dismiss', id, total.id);
      await world.rows(sql`update contracts.text_reading set reader = 0 where file_id = ${fileId}`);
      await world.app.get(TextJobs).read(fileId);
      const now = (await readingOf(id, fileId)).proposals.filter(({ field }) => field === 'money.total');
      expect(now).toMatchObject([{ id: total.id, status: 'DISMISSED' }]);
    });
  });

  describe('what the text states', () => {
    it('is held against the form, and each difference is the applicant’s to explain', async () => {
      const id = await world.application();
      const other = [
        ...LINES.map((line) => line.replace('原平光电科技有限公司', '定襄恒泰机械有限公司')),
        '第三条 改进',
        '甲方不得自行改进该专利技术。',
      ];
      const fileId = await world.upload(id, 'CONTRACT_TEXT', '合同.pdf', await pdfOf([other]));
      await world.app.settle();
      const asked = async (as: PersonActor) =>
        (
          await world.app.as(as).query<{
            contract: {
              version: number;
              findings: { rule: string; path: string; message: string; answer: { text: string } | null }[];
            };
          }>('query ($id: ID!) { contract(id: $id) { version findings { rule path message answer { text } } } }', {
            id,
          })
        ).contract;
      const found = (await asked(world.seller)).findings;
      const of = (rule: string) => found.find((finding) => finding.rule === rule);
      expect(of('texts.parties')).toMatchObject({
        path: 'buyers',
        message: expect.stringContaining('定襄恒泰机械有限公司'),
      });
      expect(of('texts.restrictive')).toMatchObject({
        path: 'files.CONTRACT_TEXT',
        message: expect.stringMatching(/第1页第三条“甲方不得自行改进该专利技术”/),
      });
      expect(of('texts.rights')).toBeUndefined();
      await world.app.get(ChecksService).answer(world.seller, {
        ...(await world.target(id)),
        rule: 'texts.restrictive',
        path: 'files.CONTRACT_TEXT',
        text: '该条已由补充协议删除。',
      });
      const explained = (await asked(world.seller)).findings.find(({ rule }) => rule === 'texts.restrictive');
      expect(explained?.answer?.text).toBe('该条已由补充协议删除。');
      await world.rows(
        sql`update contracts.text_reading set reader = 0, restrictions = '[]' where file_id = ${fileId}`,
      );
      await world.app.get(TextJobs).read(fileId);
      expect((await asked(world.seller)).findings.map(({ rule }) => rule)).toContain('texts.restrictive');
    });
  });

  describe('reading the text', () => {
    it('is for those who may read the file, and each time is recorded', async () => {
      const id = await world.application();
      const fileId = await world.upload(id, 'CONTRACT_TEXT', '合同.pdf', await pdfOf([LINES]));
      await world.app.settle();
      expect(await textAs(world.seller, fileId)).toMatchObject({
        contractText: {
          contractId: id,
          name: '合同.pdf',
          clauses: [
            { label: '' },
            { label: '第一条', title: '专利权转让费', page: 1 },
            { label: '第二条', title: '保密' },
          ],
        },
      });
      for (const actor of [world.stranger, world.registrarA, world.buyer])
        await textAs(actor, fileId).expectCode('NOT_FOUND');
      const views = await world.app
        .as(world.seller)
        .query('query ($id: ID!) { contract(id: $id) { textViews { fileName personName } } }', { id });
      expect(views).toEqual({ contract: { textViews: [{ fileName: '合同.pdf', personName: '王晓岚' }] } });
    });

    it('shows reviewers what was recognised, and other officers nothing', async () => {
      const id = await world.application();
      const fileId = await world.upload(
        id,
        'CONTRACT_TEXT',
        '合同.pdf',
        await pdfOf([LINES, [randomUUID()]]),
      );
      await world.app.settle();
      await world.applications.submit(world.seller, await world.target(id));
      expect((await readingOf(id, fileId, world.registrarA)).proposals.length).toBeGreaterThan(3);
      expect((await seen(id, world.officer))?.files).toEqual([]);
      await textAs(world.officer, fileId).expectCode('NOT_FOUND');
    });
  });
});

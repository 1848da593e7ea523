import fc from 'fast-check';
import type { ReadOutcome, ReadStatus } from '@jihui/kernel';
import { READ_STATUS } from '@jihui/kernel';
import { contentsOf } from './contents.js';
import { fileFindings } from './file-naming.js';

const contents = contentsOf({
  format: 'jihui-bid-form/1',
  ...{ answers: [], route: '轧制', team: '六人', schedule: '两年', price: '1', members: [] },
  people: [{ name: '钱学森林', unit: '重点实验室' }],
});
const LEAD = '忻州工业技术大学';
const found = (outcome: ReadOutcome): readonly string[] =>
  fileFindings(LEAD, contents, [{ name: '方案.pdf', outcome }]).map(
    ({ code, message }) => `${code} ${message}`,
  );
const pdf = (...pages: string[]): ReadOutcome => ({
  ...{ status: 'READ', format: 'PDF', pages, pageCount: pages.length, pagesKnown: true },
});
const BODY = '本页说明控温轧制的工艺路线与检测方法。';

describe('the files of a bid', () => {
  it('are silent where nobody is named, and named by their page where somebody is', () => {
    expect(found(pdf(BODY, BODY))).toEqual([]);
    expect(found(pdf(BODY, `${BODY}${LEAD}承担过同类任务，联系 13903500001。`))).toEqual([
      `FILE_NAMES_BIDDER 附件“方案.pdf”第 2 页写有揭榜方的名称、人名或联系方式（${LEAD}、13903500001），评审专家会看到`,
    ]);
  });

  it('are named by paragraph where pages are not known, and by row in a workbook', () => {
    const lines = `${BODY}\n项目负责人钱学森林\n${BODY}`;
    const docx: ReadOutcome = { status: 'READ', format: 'DOCX', pages: [lines], pagesKnown: false };
    expect(found(docx)[0]).toContain('第 2 段写有');
    const book: ReadOutcome = { status: 'READ', pages: [BODY, lines], pagesKnown: true };
    expect(found(book)[0]).toContain('第 2 张工作表第 2 行写有');
  });

  it('are named where a name stands beside the text', () => {
    expect(found({ ...pdf(BODY), beside: `${LEAD}\n2026` })[0]).toContain('文件属性写有');
  });

  it('say of many places how many more there are', () => {
    const all = found(pdf(...Array.from({ length: 30 }, () => `${BODY}${LEAD}`)));
    expect(all).toHaveLength(11);
    expect(all.at(-1)).toContain('另有 20 处');
  });

  it('are never silent where they were not read, or not to their end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(READ_STATUS) as ReadStatus[])), (status) => {
        fc.pre(status !== 'READ');
        const [only, ...more] = found({ status });
        expect(only).toMatch(/^FILE_UNREAD 附件“方案.pdf”/);
        expect(more).toEqual([]);
      }),
    );
    expect(found(pdf('', ''))[0]).toContain('扫描件');
    expect(found(pdf(BODY, '', ''))[0]).toContain('有 2 页没有可识别的文字（先是第 2 页）');
    expect(found({ ...pdf(BODY), cut: true })[0]).toContain('过长');
    expect(found({ ...pdf(BODY), truncated: true })[0]).toContain('不完整');
  });
});

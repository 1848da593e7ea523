import { words } from '../i18n/index.js';
import { some } from '../i18n/some.js';

export const exchangeWords = words(
  {
    title: '与全国系统交换',
    search: '批次号或文件名',
    intro: '按技术合同登记表（JJ-001）报送已登记的合同及其变更、注销、撤销，取回全国登记号后在这里回填。',
    export: '生成报送包',
    exportHint:
      '包含还没有全国登记号、且按现在的内容尚未报送的合同，以及已报送或已回填的合同此后的变更、注销、撤销。',
    again: '全部重新报送',
    exported: '报送包已生成',
    take: '回填全国登记号',
    takeHint: '.csv、.xlsx 或 .jsonl，列：平台登记编号、全国登记号。可重复上传，已回填的不变。',
    taken: (updated: number, unchanged: number, failed: number) =>
      `回填 ${updated} 份，未变 ${unchanged} 份，有误 ${failed} 行`,
    batches: '批次',
    direction: '方向',
    directions: { EXPORT: '报送', IMPORT: '回填' },
    states: { RUNNING: '正在处理', COMPLETE: '全部成功', WITH_PROBLEMS: '有误' },
    number: '批次号',
    when: '时间',
    who: '经办人',
    counts: '行数',
    countsOf: (rows: number, done: number, unchanged: number, failed: number) =>
      `共 ${rows}，成功 ${done}，未变 ${unchanged}，有误 ${failed}`,
    state: '状态',
    files: '文件',
    problems: '错误报告',
    none: '还没有批次',
    noneText: '登记合同后生成第一个报送包，报送到全国系统，再把返回的登记号上传到这里。',
    mapping: '字段对应关系',
    mappingOf: (form: string, version: string) => `${form}，版本 ${version}`,
    item: '项',
    column: '列名',
    path: '取自',
    codes: '代码表',
    required: '必填',
  },
  {
    title: 'Exchange with the national system',
    search: 'Batch number or file name',
    intro:
      'Send registered contracts, their changes and their ends by form JJ-001; write back the national numbers that are returned.',
    export: 'Make a package',
    exportHint:
      'Contracts without a national number that did not go out as they stand now; and later changes, cancellations and revocations of those that the national system knows.',
    again: 'Send all again',
    exported: 'Package made',
    take: 'Write back national numbers',
    takeHint:
      '.csv, .xlsx or .jsonl with the columns 平台登记编号 and 全国登记号. Uploading again changes nothing that is done.',
    taken: (updated: number, unchanged: number, failed: number) =>
      `${updated} written back, ${unchanged} unchanged, ${some(failed, 'row')} wrong`,
    batches: 'Batches',
    direction: 'Direction',
    directions: { EXPORT: 'Out', IMPORT: 'Back' },
    states: { RUNNING: 'In progress', COMPLETE: 'Complete', WITH_PROBLEMS: 'With problems' },
    number: 'Batch',
    when: 'Time',
    who: 'By',
    counts: 'Rows',
    countsOf: (rows: number, done: number, unchanged: number, failed: number) =>
      `${rows}: ${done} done, ${unchanged} unchanged, ${failed} wrong`,
    state: 'State',
    files: 'Files',
    problems: 'Error report',
    none: 'No batches yet',
    noneText:
      'Make the first package, send it to the national system, then upload the numbers that it returns.',
    mapping: 'Mapping',
    mappingOf: (form: string, version: string) => `${form}, version ${version}`,
    item: 'Item',
    column: 'Column',
    path: 'From',
    codes: 'Codes',
    required: 'required',
  },
);

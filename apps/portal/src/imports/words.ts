import type { StatusTone } from '../design/StatusTag.js';
import type { ImportKind, ImportState } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

export const importStates = words<Readonly<Record<ImportState, string>>>(
  { WAITING: '等待处理', RUNNING: '处理中', DONE: '已完成', FAILED: '未能读取' },
  { WAITING: 'Waiting', RUNNING: 'Running', DONE: 'Done', FAILED: 'Unreadable' },
);
export const importTones: Readonly<Record<ImportState, StatusTone>> = {
  WAITING: 'rest',
  RUNNING: 'moving',
  DONE: 'good',
  FAILED: 'refused',
};

/** What can be chosen in the dialog of files, by what is imported. */
const TABLES = ['.csv', '.xlsx', '.jsonl', '.ndjson'];
export const importFormats: Readonly<Record<ImportKind, readonly string[]>> = {
  RESULT: TABLES,
  NEED: TABLES,
  PATENT: [...TABLES, '.xml'],
  PROJECT: TABLES,
};

export const importWords = words(
  {
    title: '批量导入',
    intro:
      '从 CSV、XLSX 或 JSONL 文件导入成果、需求、专利或科研项目。有问题的行单独列出，不影响其他行；同一文件重复导入不会产生重复内容。',
    start: '新的导入',
    kind: '导入内容',
    RESULT: '成果',
    NEED: '需求',
    PATENT: '专利',
    PROJECT: '科研项目',
    owner: '归属单位',
    file: '文件',
    fileHint: 'CSV（UTF-8）、XLSX 或 JSONL，不超过 100 MB',
    patentFileHint:
      '国家知识产权局导出的 CSV（UTF-8）或 XLSX 表格、JSONL，或 WIPO ST.96 的 XML，不超过 100 MB',
    projectFileHint:
      'CSV（UTF-8）、XLSX 或 JSONL，不超过 100 MB；第一行写表头，如项目编号、项目名称、级别、状态、负责人、参加人员、立项日期、结束日期、经费（万元）、是否公开',
    preview: '文件开头',
    previewNote: '请核对列名和内容是否对应。系统会自动识别列，识别结果在校验报告中显示。',
    noPreview: '这种格式不能在浏览器中预览，校验后可查看结果。',
    check: '先校验',
    run: '直接导入',
    dryRun: '仅校验',
    real: '正式导入',
    recent: '导入记录',
    mode: '方式',
    search: '文件名',
    withProblems: '有问题行',
    none: '还没有导入记录',
    noneText: '导入过的文件和逐行报告会保留在这里。',
    noOwner: '批量导入由已认证单位的转化专员、管理员或科技部门办理。',
    report: '导入报告',
    reportTitle: (file: string) => `导入报告：${file}`,
    mapping: '识别的格式',
    processed: '已处理',
    created: '新增',
    updated: '更新',
    unchanged: '无变化',
    failed: '有误',
    rows: '行',
    problems: '问题清单',
    noProblems: '没有发现问题',
    row: '行号',
    column: '列',
    value: '值',
    what: '哪里不对，怎么改',
    running: '正在处理，可以离开本页；结果留在导入记录中。',
    importNow: '校验无误，正式导入',
    importRest: (count: number) => `跳过 ${count} 行问题，导入其余`,
    failedText: '文件没有读成，请按提示修改后重新上传。',
    progress: '导入进度',
    download: '下载问题清单',
    at: '时间',
    state: '状态',
    next: '下一页',
    previous: '上一页',
  },
  {
    title: 'Import',
    intro:
      'Results, needs, patents or research projects from CSV, XLSX or JSONL. Bad rows are listed and stop no others; importing a file twice duplicates nothing.',
    start: 'New import',
    kind: 'What',
    RESULT: 'Results',
    NEED: 'Needs',
    PATENT: 'Patents',
    PROJECT: 'Research projects',
    owner: 'For the organisation',
    file: 'File',
    fileHint: 'CSV (UTF-8), XLSX or JSONL, up to 100 MB',
    patentFileHint:
      'A table of the patent office as CSV (UTF-8) or XLSX, JSONL, or WIPO ST.96 XML, up to 100 MB',
    projectFileHint:
      'CSV (UTF-8), XLSX or JSONL, up to 100 MB, with a header: 项目编号, 项目名称, 级别, 状态, 负责人, 参加人员, 立项日期, 结束日期, 经费（万元）, 是否公开',
    preview: 'Beginning of the file',
    previewNote:
      'Check that columns and contents match. Columns are recognised automatically; the report says how.',
    noPreview: 'This format cannot be previewed here; check it to see.',
    check: 'Check first',
    run: 'Import at once',
    dryRun: 'Check only',
    real: 'Import',
    recent: 'Imports',
    mode: 'How',
    search: 'File name',
    withProblems: 'With faulty rows',
    none: 'No imports yet',
    noneText: 'Files and their row reports are kept here.',
    noOwner:
      'Importing is for transfer officers and administrators of verified organisations, and for bureaux.',
    report: 'Report',
    reportTitle: (file: string) => `Report: ${file}`,
    mapping: 'Recognised format',
    processed: 'Processed',
    created: 'New',
    updated: 'Updated',
    unchanged: 'Unchanged',
    failed: 'Wrong',
    rows: 'rows',
    problems: 'Problems',
    noProblems: 'No problems found',
    row: 'Row',
    column: 'Column',
    value: 'Value',
    what: 'What is wrong and how to mend it',
    running: 'Running; you may leave this page: the report stays among your imports.',
    importNow: 'Import now',
    importRest: (count: number) => `Leave out ${count} wrong rows and import the rest`,
    failedText: 'The file could not be read; mend it and upload it again.',
    progress: 'Progress',
    download: 'Download the problems',
    at: 'When',
    state: 'Status',
    next: 'Next',
    previous: 'Previous',
  },
);

/** The recognised formats of an import file, by name. */
export const importMappings = words<Readonly<Record<string, string>>>(
  {
    template: '平台模板',
    csl: '文献引用格式（CSL）',
    chinaxiv: 'ChinaXiv',
    nkrdp: '国家重点研发计划',
  },
  {
    template: 'Platform template',
    csl: 'Citation format (CSL)',
    chinaxiv: 'ChinaXiv',
    nkrdp: 'National key R&D programme',
  },
);

import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'contracts', title: '技术合同登记', field: 'contracts(first: 100, after: $after)' },
  {
    name: 'proceedings',
    title: '登记后事项',
    field: 'contract(id: $parent)',
    inside: 'proceedings',
    of: 'contracts',
  },
  {
    name: 'taxNotices',
    title: '税务通知',
    field: 'contractProceeding(id: $parent)',
    inside: 'taxNotice',
    of: 'proceedings',
  },
  {
    name: 'reportYears',
    title: '',
    field: 'annualReportYears(organisationId: $organisation)',
    isStep: true,
  },
  {
    name: 'annualReports',
    title: '成果转化年度报告',
    field: 'annualReport(organisationId: $organisation, year: $parent)',
    of: 'reportYears',
  },
  { name: 'rewards', title: '奖励方案', field: 'rewards(first: 100, after: $after)' },
];

import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'contracts', title: '技术合同登记', field: 'contracts(first: 100, after: $after)' },
  { name: 'rewards', title: '奖励方案', field: 'rewards(first: 100, after: $after)' },
];

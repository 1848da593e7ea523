import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'patents', title: '专利', field: 'patents(filter: { mine: true }, first: 100, after: $after)' },
  {
    name: 'projects',
    title: '科研项目',
    field: 'projects(filter: { mine: true }, first: 100, after: $after)',
  },
  { name: 'agencies', title: '中介机构登记', field: 'myAgencies' },
  {
    name: 'brokers',
    title: '技术经纪人',
    field: 'brokers(filter: { organisationId: $organisation }, first: 100, after: $after)',
  },
  {
    name: 'ratings',
    title: '经纪人收到的评价',
    field: 'brokerRatings(brokerId: $parent, first: 100, after: $after)',
    of: 'brokers',
  },
];

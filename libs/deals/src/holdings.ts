import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  {
    name: 'deals',
    title: '对接',
    field: 'deals(filter: { organisationId: $organisation }, first: 100, after: $after)',
  },
  {
    name: 'messages',
    title: '对接留言',
    field: 'dealMessages(dealId: $parent, first: 100, after: $after)',
    of: 'deals',
  },
  {
    name: 'notes',
    title: '内部备注',
    field: 'dealNotes(dealId: $parent, first: 100, after: $after)',
    of: 'deals',
  },
  {
    name: 'contacts',
    title: '对接记录',
    field: 'dealContacts(dealId: $parent, first: 100, after: $after)',
    of: 'deals',
  },
  {
    name: 'dealFiles',
    title: '对接文件',
    field: 'dealFiles(dealId: $parent, first: 100, after: $after)',
    of: 'deals',
  },
  {
    name: 'brokerages',
    title: '经纪委托',
    field: 'deal(id: $parent)',
    inside: 'brokerages',
    of: 'deals',
  },
  {
    name: 'disclosures',
    title: '协议定价公示',
    field: 'deal(id: $parent)',
    inside: 'disclosure',
    of: 'deals',
  },
  {
    name: 'objections',
    title: '公示异议',
    field: 'disclosure(id: $parent)',
    inside: 'objections',
    of: 'disclosures',
  },
  { name: 'introductions', title: '引荐证明', field: 'introductions(first: 100, after: $after)' },
  { name: 'commissions', title: '佣金台账', field: 'commissionLedger(first: 100, after: $after)' },
];

import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'calls', title: '榜单', field: 'calls(filter: { mine: true }, first: 100, after: $after)' },
  {
    name: 'callQuestions',
    title: '榜单答疑',
    field: 'call(id: $parent)',
    inside: 'questions',
    of: 'calls',
  },
  {
    name: 'callObjections',
    title: '榜单异议',
    field: 'call(id: $parent)',
    inside: 'objections',
    of: 'calls',
  },
  { name: 'callsOfAll', title: '', field: 'calls(first: 100, after: $after)', isStep: true },
  {
    name: 'bids',
    title: '揭榜方案（密封）与回执',
    field: 'ownBid(callId: $parent, organisationId: $organisation)',
    of: 'callsOfAll',
  },
  {
    name: 'callProjects',
    title: '揭榜项目',
    field: 'callProjects(filter: { mine: true }, first: 100, after: $after)',
  },
  { name: 'callBans', title: '失信禁入', field: 'callBans(first: 100, after: $after)' },
];

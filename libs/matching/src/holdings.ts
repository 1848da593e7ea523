import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'recommendations', title: '推荐记录', field: 'recommendations(first: 100, after: $after)' },
  {
    name: 'expertRecommendations',
    title: '专家推荐记录',
    field: 'expertRecommendations(first: 100, after: $after)',
  },
];

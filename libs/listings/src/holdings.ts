import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  {
    name: 'results',
    title: '成果',
    field: 'myResults(organisationId: $organisation, first: 100, after: $after)',
  },
  {
    name: 'needs',
    title: '需求',
    field: 'myNeeds(organisationId: $organisation, first: 100, after: $after)',
  },
];

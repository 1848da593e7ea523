import type { HoldingList } from '@jihui/platform';

/** 单位资料: what an organisation owns here or is party to. */
export const HOLDINGS: readonly HoldingList[] = [
  { name: 'organisation', title: '机构登记', field: 'organisation(id: $organisation)' },
  {
    name: 'members',
    title: '成员',
    field: 'members(organisationId: $organisation, first: 100, after: $after)',
  },
  {
    name: 'letters',
    title: '授权委托书',
    field: 'authorisationLetters(organisationId: $organisation, first: 100, after: $after)',
  },
];

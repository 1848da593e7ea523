import type { StatusTone } from '../design/StatusTag.js';
import type { MisconductConcern, MisconductState, MisconductSubject } from '../gql/graphql.js';
import { words } from '../i18n/index.js';

type Names<K extends string> = Readonly<Record<K, string>>;

export const misconductSubjects = words<Names<MisconductSubject>>(
  {
    CALL: '榜单的设置、公示或发布',
    BID: '揭榜方案弄虚作假、串通',
    REVIEW: '评审不公、泄密、请托',
    PROJECT: '项目实施、资金使用',
    OFFICER: '工作人员违纪违法',
  },
  {
    CALL: 'How a call was set up, noticed or published',
    BID: 'False statements or collusion in bids',
    REVIEW: 'Unfairness, leaks or favours in a review',
    PROJECT: 'How a project is done, or its money spent',
    OFFICER: 'Conduct of an official',
  },
);

export const misconductConcerns = words<Names<MisconductConcern>>(
  {
    OWNER: '发榜单位及其人员',
    BIDDER: '揭榜单位及其人员',
    EXPERT: '评审专家',
    OFFICER: '主管部门经办人',
    SUPERVISOR: '监督人',
    OTHER: '其他',
  },
  {
    OWNER: 'The owner of the call',
    BIDDER: 'A bidder',
    EXPERT: 'An expert of the panel',
    OFFICER: 'An officer of the bureau',
    SUPERVISOR: 'The supervisor',
    OTHER: 'Somebody else',
  },
);

export const misconductStates = words<Names<MisconductState>>(
  {
    RECEIVED: '已收到，待受理',
    ACCEPTED: '已受理',
    NOT_ACCEPTED: '不予受理',
    INVESTIGATING: '调查中',
    SUBSTANTIATED: '属实',
    UNSUBSTANTIATED: '不属实',
  },
  {
    RECEIVED: 'Received',
    ACCEPTED: 'Accepted',
    NOT_ACCEPTED: 'Not accepted',
    INVESTIGATING: 'Under investigation',
    SUBSTANTIATED: 'Substantiated',
    UNSUBSTANTIATED: 'Not substantiated',
  },
);

export const misconductTones: Readonly<Record<MisconductState, StatusTone>> = {
  RECEIVED: 'attention',
  ACCEPTED: 'moving',
  NOT_ACCEPTED: 'ended',
  INVESTIGATING: 'moving',
  SUBSTANTIATED: 'refused',
  UNSUBSTANTIATED: 'ended',
};

import { legalDayOf, Violations, type Rule } from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import type { NeedAction } from './need.lifecycle.js';
import type { Need } from './need.js';
import { isQuantified } from './quality.js';

const hasTitle: Rule<Need> = ({ content }) =>
  new Violations().text('title', '需求名称', content.title, { min: 5, max: 100 }).found;

/** What an older record is called may be short. */
const hasName: Rule<Need> = ({ content }) =>
  new Violations().text('title', '需求名称', content.title, { min: 2, max: 100 }).found;

const isDescribed: Rule<Need> = ({ content }) =>
  new Violations()
    .text('description', '现状与难点', content.description, { min: 50, max: 5_000 })
    .when(content.needType === null, 'needType', 'REQUIRED', '请选择需求类型')
    .when(content.techField === null, 'techField', 'REQUIRED', '请选择技术领域')
    .when(content.keywords.length === 0, 'keywords', ListingCodes.TOO_FEW, '请填写至少一个关键词')
    .when(
      content.cooperationModes.length === 0,
      'cooperationModes',
      ListingCodes.TOO_FEW,
      '请选择至少一种合作方式',
    )
    .text('contact.name', '联系人姓名', content.contact.name, { max: 50 })
    .text('contact.phone', '联系电话', content.contact.phone, { max: 30 }).found;

const hasBudget: Rule<Need> = ({ content: { budgetNegotiable, budgetMax } }) =>
  new Violations().when(
    budgetNegotiable !== true && !budgetMax,
    'budgetMax',
    ListingCodes.PRICE_INCOMPLETE,
    '请填写预算上限，或选择面议',
  ).found;

const rangesAreOrdered: Rule<Need> = ({ content: { budgetMin, budgetMax } }) =>
  new Violations().when(
    budgetMin !== null && budgetMax !== null && budgetMin > budgetMax,
    'budgetMax',
    ListingCodes.RANGE_REVERSED,
    '预算上限不能低于下限',
  ).found;

const daysAhead: Rule<Need> = ({ content: { neededBy, validUntil } }, { now }) => {
  const today = legalDayOf(now);
  return new Violations()
    .when(
      neededBy !== null && neededBy < today,
      'neededBy',
      ListingCodes.DAY_PASSED,
      '期望完成日期须在今天之后，请修改',
    )
    .when(
      validUntil !== null && validUntil < today,
      'validUntil',
      ListingCodes.DAY_PASSED,
      '有效期须在今天之后，请修改',
    ).found;
};

/** A challenge is won by reaching numbers by a day for a sum: without them none can be called. */
const fitForChallenge: Rule<Need> = ({ content }) =>
  new Violations().when(
    content.wantsChallenge &&
      !(content.indicators.some(isQuantified) && content.budgetMax && content.neededBy !== null),
    'wantsChallenge',
    ListingCodes.CHALLENGE_INCOMPLETE,
    '申请揭榜的需求须有至少一项量化指标、预算上限和期望完成日期',
  ).found;

const askedForChallenge: Rule<Need> = ({ content }) =>
  new Violations().when(
    !content.wantsChallenge,
    'wantsChallenge',
    ListingCodes.CHALLENGE_NOT_ASKED,
    '该需求没有申请揭榜，请先与需求单位确认',
  ).found;

const complete: readonly Rule<Need>[] = [
  hasTitle,
  isDescribed,
  hasBudget,
  rangesAreOrdered,
  daysAhead,
  fitForChallenge,
];

/** What must hold before each action; all that does not is named at once. */
export const needRules: { readonly [action in NeedAction]: readonly Rule<Need>[] } = {
  edit: [],
  discard: [],
  submit: complete,
  admit: [hasName, rangesAreOrdered],
  recall: [],
  return: [],
  publish: complete,
  amend: [],
  revise: [],
  close: [],
  relist: [],
  renew: [],
  remind: [],
  expire: [],
  solve: [],
  convert: [askedForChallenge, fitForChallenge],
  takeDown: [],
  reinstate: [],
  startNegotiation: [],
  sign: [],
  reopen: [],
};

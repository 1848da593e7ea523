import { legalDayOf, Violations, type Rule } from '@jihui/kernel';
import { ListingCodes } from './errors.js';
import { offerIsFree, rightsAreSound } from './ip.rules.js';
import type { ResultAction } from './result.lifecycle.js';
import type { Result } from './result.js';

const hasTitle: Rule<Result> = ({ content }) =>
  new Violations().text('title', '成果名称', content.title, { min: 5, max: 100 }).found;

/** What an older record is called may be short. */
const hasName: Rule<Result> = ({ content }) =>
  new Violations().text('title', '成果名称', content.title, { min: 2, max: 100 }).found;

const isDescribed: Rule<Result> = ({ content }) =>
  new Violations()
    .text('summary', '摘要', content.summary, { min: 50, max: 2_000 })
    .text('keyPoints', '技术要点', content.keyPoints, { min: 20, max: 5_000 })
    .when(content.keywords.length < 3, 'keywords', ListingCodes.TOO_FEW, '请填写至少 3 个关键词')
    .when(
      content.applicationFields.length === 0,
      'applicationFields',
      ListingCodes.TOO_FEW,
      '请填写至少一个应用领域',
    )
    .when(content.techField === null, 'techField', 'REQUIRED', '请选择技术领域').found;

const isMature: Rule<Result> = ({ content }) =>
  new Violations()
    .when(content.trl === null, 'trl', 'REQUIRED', '请选择技术就绪度')
    .when(
      content.trl !== null && [...content.trlEvidence].length < 10,
      'trlEvidence',
      ListingCodes.TRL_EVIDENCE,
      '请说明达到该就绪度的依据（样机、试验、检测、应用或销售证明），至少 10 个字',
      'GB/T 22900',
    ).found;

const hasOrigin: Rule<Result> = ({ content }) =>
  new Violations()
    .when(content.serviceInvention === null, 'serviceInvention', 'REQUIRED', '请说明是否职务科技成果')
    .when(content.stateFunded === null, 'stateFunded', 'REQUIRED', '请说明是否由财政资金支持形成')
    .text('contact.name', '联系人姓名', content.contact.name, { max: 50 })
    .text('contact.phone', '联系电话', content.contact.phone, { max: 30 }).found;

/** Modes whose price is an amount; ROYALTY and EQUITY have terms in place of one. */
const NEEDS_AMOUNT = ['FIXED', 'LISTED', 'AUCTION', 'RANGE'];
const NEEDS_TERMS = ['ROYALTY', 'EQUITY'];

const isPriced: Rule<Result> = ({ content }) => {
  const { cooperationModes, priceMode, priceMin, priceMax, conditions } = content;
  return new Violations()
    .when(cooperationModes.length === 0, 'cooperationModes', ListingCodes.TOO_FEW, '请选择至少一种合作方式')
    .when(priceMode === null, 'priceMode', 'REQUIRED', '请选择价格方式')
    .when(
      priceMode !== null && NEEDS_AMOUNT.includes(priceMode) && !priceMin,
      'priceMin',
      ListingCodes.PRICE_INCOMPLETE,
      priceMode === 'RANGE' ? '请填写价格下限' : '请填写价格（挂牌、拍卖填写底价）',
      '促进科技成果转化法第18条',
    )
    .when(priceMode === 'RANGE' && !priceMax, 'priceMax', ListingCodes.PRICE_INCOMPLETE, '请填写价格上限')
    .when(
      priceMode !== null && NEEDS_TERMS.includes(priceMode) && conditions === '',
      'conditions',
      ListingCodes.PRICE_INCOMPLETE,
      '请在转化条件中写明提成比例或入股方案',
    ).found;
};

const rangesAreOrdered: Rule<Result> = ({ content: { priceMin, priceMax } }) =>
  new Violations().when(
    priceMin !== null && priceMax !== null && priceMin > priceMax,
    'priceMax',
    ListingCodes.RANGE_REVERSED,
    '价格上限不能低于下限',
  ).found;

const validityAhead: Rule<Result> = ({ content }, { now }) =>
  new Violations().when(
    content.validUntil !== null && content.validUntil < legalDayOf(now),
    'validUntil',
    ListingCodes.DAY_PASSED,
    '有效期须在今天之后，请修改',
  ).found;

/** A service invention goes to market with its unit's approval: given here, or on the document an importer names. */
const unitApproved: Rule<Result> = ({ content, unitApprovedBy }) =>
  new Violations().when(
    content.serviceInvention === true && unitApprovedBy === null && content.unitApprovalDocument === '',
    'unitApprovalDocument',
    ListingCodes.SERVICE_INVENTION_UNAPPROVED,
    '职务科技成果须经单位批准；导入存量成果时请填写单位审批文号',
    '促进科技成果转化法第19条',
  ).found;

const lawful: readonly Rule<Result>[] = [rightsAreSound, offerIsFree, rangesAreOrdered];
const complete: readonly Rule<Result>[] = [
  hasTitle,
  isDescribed,
  isMature,
  hasOrigin,
  isPriced,
  validityAhead,
  ...lawful,
];

/** What must hold before each action; all that does not is named at once. */
export const resultRules: { readonly [action in ResultAction]: readonly Rule<Result>[] } = {
  edit: [],
  discard: [],
  submit: complete,
  // What was imported in bulk is completed by the unit before it approves.
  deposit: [hasName],
  admit: [hasName, unitApproved, ...lawful],
  recall: [],
  approveByUnit: complete,
  return: [],
  publish: [...complete, unitApproved],
  amend: [],
  revise: [],
  withdraw: [],
  relist: lawful,
  renew: lawful,
  remind: [],
  expire: [],
  lapse: [],
  takeDown: [],
  reinstate: lawful,
  startNegotiation: [],
  startDisclosure: [],
  sign: [],
  transform: [],
  reopen: [],
};

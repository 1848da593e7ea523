import { act, type Rule } from '@jihui/kernel';
import { ContractCodes } from './errors.js';
import type { ContractCase } from './facts.js';
import { blocks } from './findings.js';
import { contractLifecycle, type Action, type State } from './lifecycle.js';
import { contractPolicy } from './policy.js';
import { findingsOf, ruleSetOf } from './rulesets/sets.js';
import { proceedingRules } from './proceedings/rules.js';
import {
  heldByActor,
  notAFormerReviewer,
  notHeld,
  notHeldByAnother,
  notTheFirstReviewer,
} from './reviewers.js';

type CaseRule = Rule<ContractCase>;

const nothingBlocks: CaseRule = (subject) => blocks(findingsOf(subject));

const hasRegistry: CaseRule = ({ contract }) =>
  contract.registry === null
    ? [
        {
          path: '',
          code: ContractCodes.NO_REGISTRY,
          message: '申请单位所在地尚无登记机构入驻，请联系市级主管部门',
        },
      ]
    : [];

/** 大额合同须经专家评审 (技术交易额 from the threshold on). */
const expertsAgree: CaseRule = (subject) => {
  const { contract, facts } = subject;
  const set = ruleSetOf(subject);
  if (contract.expertFavourable === false)
    return [
      {
        path: '',
        code: ContractCodes.EXPERT_OPINION_UNFAVOURABLE,
        message: '专家评审意见为不予认定，不能登记；可退回补正或作出不予登记决定',
      },
    ];
  const needed =
    set.expertTimeLimit !== null && (contract.form.money.technical ?? 0) >= facts.parameters.expertThreshold;
  return needed && contract.expertFavourable === null
    ? [
        {
          path: 'money.technical',
          code: ContractCodes.EXPERT_OPINION_NEEDED,
          message: '技术交易额达到专家评审标准，请先提交专家评审',
          article: set.law.expertReview,
        },
      ]
    : [];
};

const notProposedForRejection: CaseRule = ({ contract }) =>
  contract.rejectionProposed
    ? [
        {
          path: '',
          code: ContractCodes.REJECTION_PROPOSED,
          message: '初审建议不予登记；如不同意，请退回初审重新审查',
        },
      ]
    : [];

const opinionIsOnFile: CaseRule = ({ facts }) =>
  facts.fileKinds.includes('EXPERT_OPINION')
    ? []
    : [{ path: 'files', code: 'REQUIRED', message: '请先上传专家评审意见' }];

const firstReview: readonly CaseRule[] = [notAFormerReviewer, notHeldByAnother];
const secondReview: readonly CaseRule[] = [notAFormerReviewer, notTheFirstReviewer, notHeldByAnother];
const approval: readonly CaseRule[] = [...secondReview, notProposedForRejection, expertsAgree, nothingBlocks];

const rules: { readonly [action in Action]: readonly CaseRule[] } = {
  edit: [],
  submit: [nothingBlocks, hasRegistry],
  withdraw: [],
  accept: [],
  decline: [],
  return: secondReview,
  claim: [notAFormerReviewer, notTheFirstReviewer, notHeld],
  release: [heldByActor],
  passFirst: firstReview,
  proposeRejection: firstReview,
  sendBack: secondReview,
  sendToExperts: secondReview,
  attachOpinion: [],
  recordOpinion: [opinionIsOnFile],
  passSecond: approval,
  approve: approval,
  // What was right at the review may have become a duplicate since.
  register: [nothingBlocks],
  reopen: [],
  reject: secondReview,
  recordNationalNumber: [],
  ...proceedingRules,
};

/** The one place where an action on a contract is decided. */
export const contractMachine = act<ContractCase, State, Action>({
  lifecycle: contractLifecycle,
  stateOf: ({ contract }) => contract.state,
  rules,
  policy: contractPolicy,
});

import { act, legalDayOf, say, violation, type Rule, type Violation } from '@jihui/kernel';
import { ContractCodes } from './errors.js';
import type { ContractCase } from './facts.js';
import { panelGaps, signedByAll } from './experts.js';
import { blocks } from './findings.js';
import { contractLifecycle, type Action, type State } from './lifecycle.js';
import { contractPolicy } from './policy.js';
import { failedConditions, openConditions } from './judgements.js';
import { blockingFindingsOf, findingsOf, ruleSetOf } from './rulesets/sets.js';
import { proceedingRules } from './proceedings/rules.js';
import {
  atCounter,
  heldByActor,
  notAFormerReviewer,
  notHeld,
  notHeldByAnother,
  notTheClerk,
  notTheFirstReviewer,
} from './reviewers.js';

type CaseRule = Rule<ContractCase>;

const nothingBlocks: CaseRule = (subject) => blocks(findingsOf(subject));
/** The same where no verdict is kept. */
const nothingStops: CaseRule = blockingFindingsOf;

const hasRegistry: CaseRule = ({ contract }) =>
  contract.registry === null
    ? [
        {
          path: '',
          code: ContractCodes.NO_REGISTRY,
          message: '申请单位所在地暂无可受理的登记机构，请联系市级主管部门',
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

/** What a reviewer found not met stands in the way of registering, unless the second one found otherwise. */
const noConditionFails = ({ contract }: Pick<ContractCase, 'contract'>): readonly Violation[] => {
  const failed = failedConditions(contract);
  return failed.length === 0
    ? []
    : [
        violation(
          'checklist',
          ContractCodes.CHECKLIST_NOT_MET,
          say`有认定条件不符合：${failed.map(({ text }) => text).join('；')}；请退回补正或建议不予登记`,
        ),
      ];
};

/** On paper, unless every expert signed with an account. */
const opinionIsOnFile: CaseRule = ({ contract, facts }) =>
  facts.fileKinds.includes('EXPERT_OPINION') || signedByAll(contract.experts)
    ? []
    : [{ path: 'files', code: 'REQUIRED', message: '请先上传专家评审意见' }];

/** Each expert has undertaken and spoken before the panel concludes. */
const panelIsWhole: CaseRule = ({ contract, facts }) =>
  panelGaps(contract.experts, facts.parameters.expertMinimum);

/** 初审 has looked at each condition and found it met. */
const everyConditionMet: CaseRule = ({ contract }) => {
  const open = openConditions(contract);
  if (open.length > 0)
    return [
      violation(
        'checklist',
        ContractCodes.CHECKLIST_OPEN,
        say`还有${open.length}项认定条件没有核对：${open.map(({ text }) => text).join('；')}`,
      ),
    ];
  return noConditionFails({ contract });
};

/** 逾期未补正: only when the day that the applicant was told has passed. */
const correctionIsOver: CaseRule = ({ contract: { correctionDueOn } }, { now }) =>
  correctionDueOn !== null && correctionDueOn < legalDayOf(now)
    ? []
    : [
        violation(
          '',
          ContractCodes.CORRECTION_PERIOD_RUNS,
          correctionDueOn === null
            ? '退回时没有告知补正期限，不能以逾期终止办理'
            : say`补正期限到${correctionDueOn}为止，期满未补正的才能终止办理`,
        ),
      ];

const firstReview: readonly CaseRule[] = [notTheClerk, notAFormerReviewer, notHeldByAnother];
const secondReview: readonly CaseRule[] = [
  notTheClerk,
  notAFormerReviewer,
  notTheFirstReviewer,
  notHeldByAnother,
];
const approval: readonly CaseRule[] = [
  ...secondReview,
  notProposedForRejection,
  noConditionFails,
  expertsAgree,
  nothingBlocks,
];

const rules: { readonly [action in Action]: readonly CaseRule[] } = {
  edit: [],
  takeOver: [atCounter],
  answer: [],
  judge: secondReview,
  submit: [nothingStops, hasRegistry],
  withdraw: [],
  accept: [notTheClerk],
  decline: [notTheClerk],
  return: secondReview,
  lapse: [notTheClerk, correctionIsOver],
  claim: [notTheClerk, notAFormerReviewer, notTheFirstReviewer, notHeld],
  release: [notTheClerk, heldByActor],
  // Whether the assignee may is looked up by the service.
  assign: [],
  passFirst: [...firstReview, everyConditionMet],
  proposeRejection: firstReview,
  sendBack: secondReview,
  sendToExperts: secondReview,
  convene: [notTheClerk],
  attachOpinion: [],
  recordOpinion: [notTheClerk, opinionIsOnFile, panelIsWhole],
  passSecond: approval,
  approve: approval,
  // What was right at the review may have become a duplicate since.
  register: [notTheClerk, nothingStops],
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

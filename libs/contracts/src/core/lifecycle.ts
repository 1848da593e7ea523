import { defineLifecycle } from '@jihui/kernel';

/**
 * The state machine of reference A4 as far as it is carried out here. Change, cancellation,
 * revocation and objection are not in the table until they can be done whole.
 */
const table = {
  DRAFT: { edit: 'DRAFT', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  SUBMITTED: { accept: 'ACCEPTED', decline: 'NOT_ACCEPTED', return: 'RETURNED', withdraw: 'WITHDRAWN' },
  RETURNED: { edit: 'RETURNED', submit: 'SUBMITTED', withdraw: 'WITHDRAWN' },
  // A registrar who decides without claiming claims by deciding.
  ACCEPTED: {
    claim: 'FIRST_REVIEW',
    passFirst: 'SECOND_REVIEW',
    proposeRejection: 'SECOND_REVIEW',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  FIRST_REVIEW: {
    release: 'ACCEPTED',
    passFirst: 'SECOND_REVIEW',
    proposeRejection: 'SECOND_REVIEW',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  SECOND_REVIEW: {
    claim: 'SECOND_REVIEW',
    release: 'SECOND_REVIEW',
    sendBack: 'FIRST_REVIEW',
    sendToExperts: 'EXPERT_REVIEW',
    passSecond: 'REGISTERED',
    approve: 'APPROVED',
    reject: 'REJECTED',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  // Reviewed by two persons; registered with others in one go.
  APPROVED: { register: 'REGISTERED', reopen: 'SECOND_REVIEW', withdraw: 'WITHDRAWN' },
  EXPERT_REVIEW: {
    attachOpinion: 'EXPERT_REVIEW',
    recordOpinion: 'SECOND_REVIEW',
    withdraw: 'WITHDRAWN',
  },
  REGISTERED: { recordNationalNumber: 'REGISTERED' },
  NOT_ACCEPTED: {},
  REJECTED: {},
  WITHDRAWN: {},
} as const;

export type State = keyof typeof table;
type ActionsOf<T> = T extends unknown ? keyof T : never;
export type Action = ActionsOf<(typeof table)[State]>;

export const contractLifecycle = defineLifecycle<State, Action>({
  name: 'Contract',
  initial: 'DRAFT',
  table,
});

/** 状态 as people read them. */
export const STATE_LABELS: { readonly [state in State]: string } = {
  DRAFT: '草稿',
  SUBMITTED: '已提交，待受理',
  RETURNED: '退回补正',
  ACCEPTED: '已受理，待初审',
  FIRST_REVIEW: '初审中',
  SECOND_REVIEW: '复核中',
  EXPERT_REVIEW: '专家评审中',
  APPROVED: '复核通过，待登记',
  REGISTERED: '已登记',
  NOT_ACCEPTED: '不予受理',
  REJECTED: '不予登记',
  WITHDRAWN: '已撤回',
};

/** 动作 as they stand in the history. `start` opens the record and is no transition. */
export const ACTION_LABELS: { readonly [action in Action | 'start' | 'issueCertificate' | 'rate']: string } =
  {
    start: '开始登记申请',
    edit: '修改申请',
    submit: '提交申请',
    withdraw: '撤回申请',
    accept: '受理',
    decline: '不予受理',
    return: '退回补正',
    claim: '领取审查',
    release: '放回队列',
    passFirst: '初审通过',
    proposeRejection: '初审建议不予登记',
    sendBack: '退回初审',
    sendToExperts: '提交专家评审',
    attachOpinion: '上传专家评审意见',
    recordOpinion: '记录专家评审意见',
    passSecond: '复核通过并登记',
    approve: '复核通过',
    register: '登记',
    reopen: '撤回复核意见',
    reject: '不予登记',
    recordNationalNumber: '回填全国登记号',
    issueCertificate: '出具登记证明',
    rate: '评价服务',
  };

/** States in which the applicant's side writes. */
export const EDITABLE: readonly State[] = ['DRAFT', 'RETURNED'];
/** States in which the application is on the registry's table. */
export const OPEN_AT_REGISTRY: readonly State[] = [
  'SUBMITTED',
  'ACCEPTED',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'EXPERT_REVIEW',
  'APPROVED',
];
/** States that end an application without registration: its deal may be applied for again. */
export const DEAD: readonly State[] = ['NOT_ACCEPTED', 'REJECTED', 'WITHDRAWN'];
/** Decisions that the applicant may rate (好差评). */
export const RATED: readonly State[] = ['NOT_ACCEPTED', 'REJECTED', 'REGISTERED'];
/** States in which the processing clock runs. */
export const CLOCK_RUNS: readonly State[] = [
  'ACCEPTED',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'EXPERT_REVIEW',
  'APPROVED',
];

import { defineLifecycle } from '@jihui/kernel';

/** A proceeding on a registration that stands: what the registry does with it before it decides. */
const proceeding = <S extends string>(state: S, rest: S) =>
  ({ examine: state, withdrawProceeding: rest, recordNationalNumber: state }) as const;

/** The state machine of reference A4: up to the decision, and what happens after it (A7). */
const table = {
  DRAFT: {
    edit: 'DRAFT',
    takeOver: 'DRAFT',
    answer: 'DRAFT',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
  },
  SUBMITTED: {
    answer: 'SUBMITTED',
    accept: 'ACCEPTED',
    decline: 'NOT_ACCEPTED',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  RETURNED: {
    edit: 'RETURNED',
    takeOver: 'RETURNED',
    answer: 'RETURNED',
    submit: 'SUBMITTED',
    withdraw: 'WITHDRAWN',
    lapse: 'WITHDRAWN',
  },
  // A registrar who decides without claiming claims by deciding.
  ACCEPTED: {
    answer: 'ACCEPTED',
    judge: 'FIRST_REVIEW',
    claim: 'FIRST_REVIEW',
    assign: 'FIRST_REVIEW',
    passFirst: 'SECOND_REVIEW',
    proposeRejection: 'SECOND_REVIEW',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  FIRST_REVIEW: {
    answer: 'FIRST_REVIEW',
    judge: 'FIRST_REVIEW',
    assign: 'FIRST_REVIEW',
    release: 'ACCEPTED',
    passFirst: 'SECOND_REVIEW',
    proposeRejection: 'SECOND_REVIEW',
    return: 'RETURNED',
    withdraw: 'WITHDRAWN',
  },
  SECOND_REVIEW: {
    answer: 'SECOND_REVIEW',
    judge: 'SECOND_REVIEW',
    claim: 'SECOND_REVIEW',
    assign: 'SECOND_REVIEW',
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
    answer: 'EXPERT_REVIEW',
    convene: 'EXPERT_REVIEW',
    attachOpinion: 'EXPERT_REVIEW',
    recordOpinion: 'SECOND_REVIEW',
    withdraw: 'WITHDRAWN',
  },
  REGISTERED: {
    recordNationalNumber: 'REGISTERED',
    requestChange: 'CHANGE_PENDING',
    requestSupplement: 'SUPPLEMENT_PENDING',
    requestCancellation: 'CANCEL_PENDING',
    noticeRevocation: 'REVOCATION_PENDING',
    object: 'OBJECTION_PENDING',
  },
  CHANGE_PENDING: {
    ...proceeding('CHANGE_PENDING', 'REGISTERED'),
    returnRequest: 'REGISTERED',
    approveChange: 'REGISTERED',
    refuseRequest: 'REGISTERED',
  },
  // A royalty that became due: the registered amounts grow by it (reference A6).
  SUPPLEMENT_PENDING: {
    ...proceeding('SUPPLEMENT_PENDING', 'REGISTERED'),
    returnRequest: 'REGISTERED',
    approveSupplement: 'REGISTERED',
    refuseRequest: 'REGISTERED',
  },
  CANCEL_PENDING: {
    ...proceeding('CANCEL_PENDING', 'REGISTERED'),
    returnRequest: 'REGISTERED',
    approveCancellation: 'CANCELLED',
    refuseRequest: 'REGISTERED',
  },
  REVOCATION_PENDING: {
    recordNationalNumber: 'REVOCATION_PENDING',
    defend: 'REVOCATION_PENDING',
    revoke: 'REVOKED',
    dropRevocation: 'REGISTERED',
  },
  OBJECTION_PENDING: {
    ...proceeding('OBJECTION_PENDING', 'REGISTERED'),
    // Where the objection shows that nothing should have been registered, the seller is heard first.
    noticeRevocation: 'REVOCATION_PENDING',
    keepDecision: 'REGISTERED',
    redetermine: 'REGISTERED',
  },
  REJECTED: { object: 'REJECTION_OBJECTED' },
  REJECTION_OBJECTED: {
    examine: 'REJECTION_OBJECTED',
    withdrawProceeding: 'REJECTED',
    keepDecision: 'REJECTED',
    setAside: 'ACCEPTED',
  },
  CANCELLED: {},
  REVOKED: {},
  NOT_ACCEPTED: {},
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
  CHANGE_PENDING: '变更办理中',
  SUPPLEMENT_PENDING: '提成补充办理中',
  CANCEL_PENDING: '注销办理中',
  REVOCATION_PENDING: '撤销告知中',
  OBJECTION_PENDING: '认定异议处理中',
  REJECTION_OBJECTED: '不予登记异议处理中',
  CANCELLED: '已注销',
  REVOKED: '已撤销',
  NOT_ACCEPTED: '不予受理',
  REJECTED: '不予登记',
  WITHDRAWN: '已撤回',
};

/** 动作 as they stand in the history. `start` opens the record and is no transition. */
export const ACTION_LABELS: {
  readonly [
    action in Action | 'start' | 'startCounter' | 'handOver' | 'issueCertificate' | 'rate' | 'recountDeadline'
  ]: string;
} = {
  start: '开始登记申请',
  startCounter: '窗口代办录入',
  handOver: '移交给已注册的卖方单位',
  takeOver: '接管窗口代办的申请',
  edit: '修改申请',
  answer: '说明核查提示',
  judge: '核对认定条件',
  submit: '提交申请',
  withdraw: '撤回申请',
  accept: '受理',
  decline: '不予受理',
  return: '退回补正',
  lapse: '逾期未补正，终止办理',
  claim: '领取审查',
  release: '放回队列',
  assign: '指派审查',
  passFirst: '初审通过',
  proposeRejection: '初审建议不予登记',
  sendBack: '退回初审',
  sendToExperts: '提交专家评审',
  convene: '记录专家组与专家意见',
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
  recountDeadline: '按放假安排重算期限',
  requestChange: '申请变更登记',
  requestSupplement: '申请提成补充登记',
  requestCancellation: '申请注销登记',
  object: '提出异议',
  withdrawProceeding: '撤回申请或异议',
  examine: '初审变更、补充、注销或异议',
  returnRequest: '退回补正变更、补充或注销申请',
  approveChange: '准予变更登记',
  approveSupplement: '准予提成补充登记',
  approveCancellation: '准予注销登记',
  refuseRequest: '不予变更、补充或注销',
  noticeRevocation: '告知拟撤销登记',
  defend: '陈述申辩',
  revoke: '撤销登记',
  dropRevocation: '不予撤销',
  keepDecision: '维持原认定',
  redetermine: '重新认定',
  setAside: '撤销不予登记决定并重新审查',
};

/** Verbs that decide: from their day the time for an objection runs. */
export const DECISIONS: readonly Action[] = [
  'decline',
  'passSecond',
  'register',
  'reject',
  'approveChange',
  'approveSupplement',
  'redetermine',
  'approveCancellation',
  'revoke',
];
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
/** States in which no application or registration of the deal stands: it may be applied for again. */
export const DEAD: readonly State[] = [
  'NOT_ACCEPTED',
  'REJECTED',
  'REJECTION_OBJECTED',
  'WITHDRAWN',
  'CANCELLED',
  'REVOKED',
];
/** 登记有效: the registration stands, whatever is being decided on it. */
export const STANDING: readonly State[] = [
  'REGISTERED',
  'CHANGE_PENDING',
  'SUPPLEMENT_PENDING',
  'CANCEL_PENDING',
  'REVOCATION_PENDING',
  'OBJECTION_PENDING',
];
/** 登记已终止: the number stays with it and is never given again. */
export const ENDED: readonly State[] = ['CANCELLED', 'REVOKED'];
export const isStanding = (state: State): boolean => STANDING.includes(state);
/** Whether it has ever been registered: its number and certificate are known. */
export const wasRegistered = (state: State): boolean => isStanding(state) || ENDED.includes(state);
/** Decisions that the applicant may rate (好差评). */
export const RATED: readonly State[] = ['NOT_ACCEPTED', 'REJECTED', 'REGISTERED'];
/** The decision that stands in a state, as it is rated: what is being decided on it meanwhile changes nothing. */
export const decisionIn = (state: State): State | null => {
  if (isStanding(state)) return 'REGISTERED';
  if (state === 'REJECTION_OBJECTED') return 'REJECTED';
  return RATED.includes(state) ? state : null;
};
/** States in which the processing clock runs. */
export const CLOCK_RUNS: readonly State[] = [
  'ACCEPTED',
  'FIRST_REVIEW',
  'SECOND_REVIEW',
  'EXPERT_REVIEW',
  'APPROVED',
];
